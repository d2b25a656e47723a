import { countFaults } from "../../convert/count-faults.ts";
import { copyTo } from "../../convert/parquet-file.ts";
import { joinReports, LISTED_PER_KIND, type ProblemReport, reportOf } from "../../convert/problem.ts";
import { theFiles } from "../../convert/sql-text.ts";
import type { StagedTable, Unit, UnitContext } from "../../convert/staging.ts";
import type { OmopFile } from "../../detect/found.ts";
import { forgetRejected, NOTHING_REJECTED, rejectedLines, withLines } from "../csv/csv-scan.ts";
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
    concepts: concepts.length === 0 ? undefined : `read_parquet(${theFiles(concepts)})`,
    asOf,
  };
  try {
    await copyTo(connection, omopSelect(input), output);
    const rejected = file.format === "csv" ? await rejectedLines(connection, path, file.name) : NOTHING_REJECTED;
    if (file.table === "concept" || file.table === "concept_ancestor") return rejected.report;
    const quiet = { ...input, from: omopScan(file, path, "nothing") };
    const faults = `SELECT row_number() OVER () AS n, fault FROM (${omopFaults(quiet)})`;
    const lined =
      file.format === "csv"
        ? `SELECT line, fault FROM (${faults}) JOIN (${withLines(quiet.from, file.columns, rejected.count, [])}) USING (n)`
        : `SELECT n AS line, fault FROM (${faults})`;
    const locate = (bit: number): string =>
      `SELECT line FROM (${lined}) WHERE fault & ${bit} <> 0 ORDER BY line LIMIT ${LISTED_PER_KIND}`;
    return joinReports([rejected.report, await countFaults(connection, output, file.name, locate)]);
  } finally {
    await forgetRejected(connection);
  }
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
