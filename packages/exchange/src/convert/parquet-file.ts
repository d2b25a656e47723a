import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText, theFiles } from "./sql-text.ts";

/** Rows of a row group and how it is packed. */
export type ParquetForm = { readonly rows: number; readonly compression: "zstd" | "snappy" };

/** Of staged files: small groups, since each thread holds one, and packed fast, since they are read once. */
const STAGED: ParquetForm = { rows: 61_440, compression: "snappy" };

/** Writes the rows of `select` into the Parquet file `path`. */
export async function copyTo(
  connection: DuckDBConnection,
  select: string,
  path: string,
  { rows, compression }: ParquetForm = STAGED,
): Promise<void> {
  await connection.run(
    `COPY (${select}) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION ${compression}, ROW_GROUP_SIZE ${rows}, USE_TMP_FILE false)`,
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
