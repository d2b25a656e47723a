import type { DuckDBConnection } from "@duckdb/node-api";
import { countFaults } from "../../convert/count-faults.ts";
import { copyTo } from "../../convert/parquet-file.ts";
import {
  type BadLineReason,
  joinReports,
  LISTED_PER_KIND,
  NO_PROBLEMS,
  type ProblemReport,
  reportOf,
} from "../../convert/problem.ts";
import { sqlText } from "../../convert/sql-text.ts";
import type { StagedTable, Unit, UnitContext } from "../../convert/staging.ts";
import type { OmopFile } from "../../detect/found.ts";
import { omopScan, wrongType } from "./omop-columns.ts";
import { omopFaults, omopSelect } from "./omop-sql.ts";
import { neededColumns, OMOP_TABLES } from "./omop-tables.ts";

/** One unit per file: persons and concepts first, since events look concepts up. */
export function omopUnits(files: readonly OmopFile[]): readonly Unit[] {
  const ordered = OMOP_TABLES.flatMap((table) => files.filter((file) => file.table === table));
  return ordered.map((file, index) => ({
    id: `${String(index).padStart(4, "0")}-${file.table}`,
    inputs: [file],
    writes: stagedOf(file),
    settings: JSON.stringify([file.columns, file.types, file.delimiter]),
    run: (context) => runUnit(file, context),
  }));
}

function stagedOf({ table }: OmopFile): StagedTable {
  if (table === "person" || table === "concept") return table;
  return table === "concept_ancestor" ? "ancestor" : "event";
}

async function runUnit(file: OmopFile, context: UnitContext): Promise<ProblemReport> {
  const refused = refusal(file);
  if (refused !== undefined) return refused;
  const { connection, output, asOf } = context;
  const [path = file.path] = context.paths;
  const concepts = context.staged("concept");
  const input = {
    file,
    from: omopScan(file, path),
    concepts: concepts.length === 0 ? undefined : `read_parquet([${concepts.map(sqlText).join(", ")}])`,
    asOf,
  };
  await copyTo(connection, omopSelect(input), output);
  const rejected = file.format === "csv" ? await rejectedLines(connection, file.name) : NOTHING_REJECTED;
  if (file.table === "concept" || file.table === "concept_ancestor") return rejected.report;
  // Line 1 is the header; a field with a line break in it shifts the lines after it.
  const shift = file.format === "csv" ? 1 : 0;
  const quiet = { ...input, from: omopScan(file, path, "nothing") };
  const locate = (bit: number): string =>
    `SELECT line FROM (SELECT row_number() OVER () + ${shift} AS line, fault FROM (${omopFaults(quiet)}))
     WHERE fault & ${bit} <> 0 ORDER BY line LIMIT ${LISTED_PER_KIND}`;
  return joinReports([rejected.report, await countFaults(connection, output, file.name, locate, rejected.lines)]);
}

function refusal(file: OmopFile): ProblemReport | undefined {
  const names = new Set(file.columns.map((column) => column.toLowerCase()));
  const lacking = neededColumns(file.table).find((either) => !either.some((column) => names.has(column)));
  if (lacking !== undefined) {
    return reportOf([{ kind: "missingColumn", file: file.name, column: lacking.join(" / ") }]);
  }
  const wrong = wrongType(file);
  return wrong === undefined ? undefined : reportOf([{ kind: "columnType", file: file.name, ...wrong }]);
}

const REASONS: Readonly<Record<string, BadLineReason>> = {
  "MISSING COLUMNS": "columns",
  "TOO MANY COLUMNS": "columns",
  "UNQUOTED VALUE": "quote",
  "LINE SIZE OVER MAXIMUM": "tooLong",
  "INVALID ENCODING": "encoding",
  "INVALID UNICODE": "encoding",
};

/** Lines that the last `read_csv` of the connection left out, at most 10 000, and forgets them. */
export async function rejectedLines(connection: DuckDBConnection, file: string): Promise<Rejected> {
  const answer = await connection.runAndReadAll(
    "SELECT line, min(line_byte_position), min(CAST(error_type AS VARCHAR)) FROM reject_errors GROUP BY line ORDER BY line",
  );
  await connection.run("DROP TABLE IF EXISTS reject_errors");
  await connection.run("DROP TABLE IF EXISTS reject_scans");
  const rows = answer.getRowsJson();
  const report = reportOf(
    rows.map(([line, byte, type]) => ({
      kind: "badLine",
      file,
      line: Number(line),
      ...(byte === null ? {} : { byte: Number(byte) }),
      why: REASONS[String(type)] ?? "malformed",
    })),
  );
  return { report, lines: rows.map(([line]) => Number(line)) };
}

export type Rejected = { readonly report: ProblemReport; readonly lines: readonly number[] };

const NOTHING_REJECTED: Rejected = { report: NO_PROBLEMS, lines: [] };
