import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText, theFiles } from "./sql-text.ts";

/** Rows of a row group, how it is packed, and the most words of a column for which it has a dictionary. */
export type ParquetForm = { readonly rows: number; readonly compression: "zstd" | "snappy"; readonly words?: number };

/**
 * Of staged files: small groups, since each thread holds one, and packed fast, since they are read once. A dictionary of the
 * references, which are all different, would be begun and thrown away.
 */
const STAGED: ParquetForm = { rows: 61_440, compression: "snappy", words: 4096 };

/** Writes the rows of `select` into the Parquet file `path`. */
export async function copyTo(
  connection: DuckDBConnection,
  select: string,
  path: string,
  { rows, compression, words }: ParquetForm = STAGED,
): Promise<void> {
  const dictionary = words === undefined ? "" : `, DICTIONARY_SIZE_LIMIT ${words}`;
  await connection.run(
    `COPY (${select}) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION ${compression}, ROW_GROUP_SIZE ${rows}${dictionary}, USE_TMP_FILE false)`,
  );
}

/** `FROM` item of Parquet files; `columns` is what it gives when there are none: `a VARCHAR, b DATE`. */
export function parquetScan(files: readonly string[], columns: string): string {
  if (files.length > 0) return `read_parquet(${theFiles(files)})`;
  const empty = columns.split(",").map((column) => {
    const [name = "", type = ""] = column.trim().split(" ");
    return `CAST(NULL AS ${type}) AS ${name}`;
  });
  return `(SELECT ${empty.join(", ")} WHERE false)`;
}
