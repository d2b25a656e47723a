import type { DuckDBConnection } from "@duckdb/node-api";
import { type BadLineReason, NO_PROBLEMS, type ProblemReport, reportOf } from "../../convert/problem.ts";
import { sqlText, theFiles } from "../../convert/sql-text.ts";
import { linesAt } from "./lines-at.ts";

/**
 * `FROM` item that reads a CSV file with a header line as text. Lines that cannot be read are left out and go to
 * `reject_errors` when asked for: the table keeps them until it is dropped.
 */
export function csvScan(
  path: string,
  columns: readonly string[],
  delimiter: string,
  keep: "rejects" | "nothing",
): string {
  const types = columns.map((column) => `${sqlText(column)}: 'VARCHAR'`).join(", ");
  const rejects = keep === "rejects" ? "store_rejects = true, rejects_limit = 10000" : "ignore_errors = true";
  return `read_csv(${theFiles([path])}, auto_detect = false, header = true, delim = ${sqlText(delimiter)}, quote = '"', escape = '"', columns = {${types}}, ${rejects})`;
}

const REASONS: Readonly<Record<string, BadLineReason>> = {
  "MISSING COLUMNS": "columns",
  "TOO MANY COLUMNS": "columns",
  "UNQUOTED VALUE": "quote",
  "LINE SIZE OVER MAXIMUM": "tooLong",
  "INVALID ENCODING": "encoding",
  "INVALID UNICODE": "encoding",
};

/**
 * What the last `read_csv` of the connection left out, at most 10 000 records, and forgets them.
 *
 * @param path - the file that was read
 * @param file - its name, for the report
 */
export async function rejectedLines(connection: DuckDBConnection, path: string, file: string): Promise<Rejected> {
  const answer = await connection.runAndReadAll(
    "SELECT line, min(line_byte_position), min(CAST(error_type AS VARCHAR)) FROM reject_errors GROUP BY line ORDER BY line",
  );
  await connection.run("DROP TABLE IF EXISTS reject_errors");
  await connection.run("DROP TABLE IF EXISTS reject_scans");
  const rows = answer.getRowsJson();
  // The engine numbers records, and a record may have several lines.
  const lines = await linesAt(
    path,
    rows.map(([, byte]) => Number(byte)),
  );
  const report = reportOf(
    rows.map(([record, byte, type], index) => ({
      kind: "badLine",
      file,
      line: byte === null ? Number(record) : (lines[index] ?? Number(record)),
      ...(byte === null ? {} : { byte: Number(byte) }),
      why: REASONS[String(type)] ?? "malformed",
    })),
  );
  return { report, records: rows.map(([record]) => Number(record)) };
}

/** `records` are their numbers in the file, ascending; the header is 1. */
export type Rejected = { readonly report: ProblemReport; readonly records: readonly number[] };

export const NOTHING_REJECTED: Rejected = { report: NO_PROBLEMS, records: [] };
