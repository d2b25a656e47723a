import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "./sql-text.ts";

/** Writes the rows of `select` into the Parquet file `path`, zstd, in row groups of `rows`. */
export async function copyTo(
  connection: DuckDBConnection,
  select: string,
  path: string,
  rows: number = STAGED_ROWS,
): Promise<void> {
  await connection.run(
    `COPY (${select}) TO ${sqlText(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rows}, USE_TMP_FILE false)`,
  );
}

/** `FROM` item of Parquet files; `columns` is what it gives when there are none: `a VARCHAR, b DATE`. */
export function parquetScan(files: readonly string[], columns: string): string {
  if (files.length > 0) return `read_parquet([${files.map(sqlText).join(", ")}])`;
  const empty = columns.split(",").map((column) => {
    const [name = "", type = ""] = column.trim().split(" ");
    return `CAST(NULL AS ${type}) AS ${name}`;
  });
  return `(SELECT ${empty.join(", ")} WHERE false)`;
}

/** Rows of a staged file per row group: small, since each thread holds one. */
const STAGED_ROWS = 61_440;
