import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type BadLineReason,
  LISTED_PER_KIND,
  NO_PROBLEMS,
  type ProblemReport,
  reportOf,
} from "../../convert/problem.ts";
import { sqlName, sqlText, theFiles } from "../../convert/sql-text.ts";
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
  // No limit: the rows behind a line that is not noted could not be numbered.
  const rejects = keep === "rejects" ? "store_rejects = true, rejects_limit = 0" : "ignore_errors = true";
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
 * What the last `read_csv` of the connection left out. Until `forgetRejected`, `withLines` counts it in.
 *
 * @param path - the file that was read
 * @param file - its name, for the report
 */
export async function rejectedLines(connection: DuckDBConnection, path: string, file: string): Promise<Rejected> {
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE left_out AS
    SELECT line AS record, min(line_byte_position) AS byte, min(CAST(error_type AS VARCHAR)) AS why,
      max(${breaksIn("csv_line")}) AS breaks
    FROM reject_errors GROUP BY line`);
  await connection.run("DROP TABLE IF EXISTS reject_errors");
  await connection.run("DROP TABLE IF EXISTS reject_scans");
  const counted = await connection.runAndReadAll("SELECT count(*) FROM left_out");
  const count = Number(counted.getRowsJson()[0]?.[0] ?? 0);
  if (count === 0) return NOTHING_REJECTED;
  // The engine takes a scan of unknown size for a small one, and would compare each row with each of these.
  await connection.run("SET asof_loop_join_threshold = 0");
  // `before` rows that are read stand before as many lines as `lines` says.
  await connection.run(`
    CREATE OR REPLACE TEMP TABLE left_out_before AS
    SELECT before, max(lines) AS lines FROM (
      SELECT record - 1 - row_number() OVER (ORDER BY record) AS before,
        CAST(sum(1 + breaks) OVER (ORDER BY record) AS BIGINT) AS lines
      FROM left_out)
    GROUP BY before`);
  const answer = await connection.runAndReadAll(
    `SELECT record, byte, why FROM left_out ORDER BY record LIMIT ${LISTED_PER_KIND}`,
  );
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
    { badLine: count - rows.length },
  );
  return { report, count };
}

export async function forgetRejected(connection: DuckDBConnection): Promise<void> {
  await connection.run("DROP TABLE IF EXISTS left_out");
  await connection.run("DROP TABLE IF EXISTS left_out_before");
}

/** `count` records of the file were left out. */
export type Rejected = { readonly report: ProblemReport; readonly count: number };

export const NOTHING_REJECTED: Rejected = { report: NO_PROBLEMS, count: 0 };

/**
 * SELECT of the rows of `from`, a `csvScan` that keeps the order of the file: their number `n` from 1, the `line` of the file on
 * which they begin (the header is on line 1), and `more`.
 *
 * @param columns - all columns of the file
 * @param leftOut - how many records `rejectedLines` found left out
 * @param more - further columns, over `src`
 */
export function withLines(from: string, columns: readonly string[], leftOut: number, more: readonly string[]): string {
  // A line that was left out moves the rows behind it, and so does a line break inside quotation marks.
  const breaks = columns.map((column) => breaksIn(`src.${sqlName(column)}`)).join(" + ");
  const first = columns.join("").split("\n").length;
  const rows = `
    SELECT * EXCLUDE (breaks), CAST(sum(breaks) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) - breaks AS moved
    FROM (SELECT ${["row_number() OVER () AS n", `${breaks} AS breaks`, ...more].join(", ")} FROM ${from} AS src)`;
  return leftOut === 0
    ? `SELECT * EXCLUDE (moved), n + ${first} + moved AS line FROM (${rows})`
    : `SELECT r.* EXCLUDE (moved), n + ${first} + moved + coalesce(l.lines, 0) AS line
       FROM (${rows}) AS r ASOF LEFT JOIN left_out_before AS l ON r.n > l.before`;
}

function breaksIn(text: string): string {
  return `CASE WHEN contains(${text}, chr(10)) THEN len(${text}) - len(replace(${text}, chr(10), '')) ELSE 0 END`;
}
