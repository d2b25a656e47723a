import type { DuckDBConnection } from "@duckdb/node-api";
import { type FhirView, printView, shippedViews } from "@materbone/finder";
import { ConversionError, troubleOf } from "../../convert/conversion-error.ts";
import { countFaults } from "../../convert/count-faults.ts";
import { copyTo } from "../../convert/parquet-file.ts";
import { joinReports, LISTED_PER_KIND, NO_PROBLEMS, type ProblemReport } from "../../convert/problem.ts";
import { sqlText, theFiles } from "../../convert/sql-text.ts";
import { faultBit, type Unit, type UnitContext } from "../../convert/staging.ts";
import type { FhirFile } from "../../detect/found.ts";
import { canBurst } from "../gzip-file.ts";
import { writeRowsByLine } from "./by-line.ts";
import { ANSWER, eventsOf, KEPT, LINE_COLUMNS, lineScan, personsOf, resourceScan, typed } from "./fhir-sql.ts";
import { linesOfRecords } from "./read-lines.ts";
import { type FhirTable, rowsFor } from "./resource-rows.ts";

/** Small JSON files that one unit takes together. */
const BATCH = 64;

/**
 * Persons first, then drugs that are looked up, then events. An NDJSON file of one type is a unit; bundles and single
 * resources go in batches and are read once per table.
 */
export function fhirUnits(files: readonly FhirFile[]): readonly Unit[] {
  const views = shippedViews();
  const all: readonly (readonly [FhirTable, FhirView])[] = [
    ["person", views.person],
    ["medication", views.medication],
    ...views.events.map((view) => ["event", view] as const),
  ];
  const mixed = batches(files.filter(isMixed));
  const jobs = (["person", "medication", "event"] as const).flatMap((table) => [
    ...files
      .filter((file) => !isMixed(file))
      .flatMap((file) =>
        all
          .filter(([of, view]) => of === table && view.resource === file.resourceType)
          .map(([, view]) => ({ table, files: [file], view })),
      ),
    ...mixed.map((batch) => ({ table, files: batch, view: undefined })),
  ]);
  return jobs.map(({ table, files: inputs, view }, index) => ({
    id: `${String(index).padStart(5, "0")}-${table}`,
    inputs,
    writes: table,
    settings: JSON.stringify([view?.resource, inputs.map(({ format }) => format)]),
    run: (context) => runUnit(table, inputs, view, context),
    ...locator(inputs),
  }));
}

function isMixed({ format, resourceType }: FhirFile): boolean {
  return format === "json" || resourceType === "Bundle";
}

function batches(files: readonly FhirFile[]): readonly (readonly FhirFile[])[] {
  const alone = files.filter(({ name, bytes }) => canBurst(name, bytes));
  const small = files.filter((file) => !alone.includes(file));
  const together = Array.from({ length: Math.ceil(small.length / BATCH) }, (_, index) =>
    small.slice(index * BATCH, (index + 1) * BATCH),
  );
  return [...together, ...alone.map((file) => [file])];
}

async function runUnit(
  table: FhirTable,
  files: readonly FhirFile[],
  view: FhirView | undefined,
  context: UnitContext,
): Promise<ProblemReport> {
  const [file] = files;
  const [path] = context.paths;
  if (view !== undefined && file !== undefined && path !== undefined) {
    try {
      return await runFast(table, file, path, view, context);
    } catch (error) {
      const known = troubleOf(error, context.signal);
      if (known.trouble.kind !== "other" || error instanceof ConversionError) throw error;
      // The engine tells only that something is wrong; reading line by line tells what and where, and goes on.
    }
  }
  return runByLine(table, files, view, context);
}

async function runFast(
  table: FhirTable,
  file: FhirFile,
  path: string,
  view: FhirView,
  context: UnitContext,
): Promise<ProblemReport> {
  const { connection, output } = context;
  const { columns } = printView(view, "unused");
  const { select } = printView(view, resourceScan(path, columns, view.resource), KEPT);
  const hasAnswers = JSON.stringify(view).includes(`"${ANSWER}"`);
  await copyTo(connection, stagedSelect(table, typed(select, view.resource), context, hasAnswers), output);
  if (table === "medication") return NO_PROBLEMS;
  const found = await countFaults(connection, output, file.name);
  if (found.listed.length === 0) return found;
  const listed = await Promise.all(
    found.listed.map(async (problem) => {
      const { kind } = problem;
      const refs = await connection.runAndReadAll(
        `SELECT DISTINCT source_ref FROM read_parquet(${theFiles([output])}) WHERE fault & ${faultBit(kind)} <> 0
         ORDER BY source_ref LIMIT ${LISTED_PER_KIND}`,
      );
      const ids = refs.getRowsJson().map(([ref]) => String(ref).replace(/^[^/]*\//u, ""));
      const lines = await linesOf(connection, path, ids);
      return lines.length === 0 ? [problem] : lines.map((line) => ({ ...problem, line }));
    }),
  );
  return { totals: found.totals, listed: listed.flat() };
}

async function runByLine(
  table: FhirTable,
  files: readonly FhirFile[],
  view: FhirView | undefined,
  context: UnitContext,
): Promise<ProblemReport> {
  const { connection, output, signal } = context;
  const rows = context.scratch("rows.ndjson");
  const report = await writeRowsByLine(
    files.map(({ name, format }, index) => ({
      path: context.paths[index] ?? "",
      name,
      format,
      wanted: view?.resource,
    })),
    rowsFor(table),
    rows,
    signal,
  );
  const raw = lineScan(rows, LINE_COLUMNS[table]);
  await copyTo(connection, stagedSelect(table, raw, context, true), output);
  // A batch is read once per table and tells of its lines once.
  const told = view === undefined && table !== "event" ? NO_PROBLEMS : report;
  if (table === "medication") return told;
  const name = files.map((file) => file.name).join(", ");
  const locate = (bit: number): string =>
    `SELECT line FROM (${stagedSelect(table, raw, context, true, ", line")}) WHERE fault & ${bit} <> 0 GROUP BY line ORDER BY line LIMIT ${LISTED_PER_KIND}`;
  return joinReports([told, await countFaults(connection, output, name, view === undefined ? undefined : locate)]);
}

function stagedSelect(table: FhirTable, raw: string, context: UnitContext, hasAnswers: boolean, more = ""): string {
  if (table === "person") return personsOf(raw, context.asOf, more);
  if (table === "medication")
    return `SELECT DISTINCT id, system, code FROM ${raw} WHERE id IS NOT NULL AND code IS NOT NULL`;
  const drugs = context.staged("medication");
  const isNamed = raw.includes("medication");
  const from = isNamed ? raw : `(SELECT *, CAST(NULL AS VARCHAR) AS medication FROM ${raw})`;
  return eventsOf(
    from,
    context.asOf,
    drugs.length > 0 && isNamed ? `read_parquet(${theFiles(drugs)})` : undefined,
    hasAnswers,
    more,
  );
}

type Locator = Pick<Unit, "locate">;

/** Lines can be told of a file that lies there unpacked from archives, and holds resources line by line. */
function locator(files: readonly FhirFile[]): Locator {
  const [file] = files;
  if (file === undefined || isMixed(file) || file.entry !== undefined) return {};
  return { locate: (connection, ids) => linesOf(connection, file.path, ids) };
}

/** Numbers of the lines of resources, by their ids. */
async function linesOf(connection: DuckDBConnection, path: string, ids: readonly string[]): Promise<readonly number[]> {
  if (ids.length === 0) return [];
  await connection.run("SET preserve_insertion_order = true");
  try {
    const answer = await connection.runAndReadAll(
      `SELECT record FROM (SELECT row_number() OVER () AS record, id FROM read_json(${theFiles([path])}, format = 'newline_delimited', columns = {'id': 'VARCHAR'}, ignore_errors = true))
       WHERE id IN (${ids.map(sqlText).join(", ")}) ORDER BY record LIMIT ${2 * LISTED_PER_KIND}`,
    );
    // The engine passes over blank lines.
    return await linesOfRecords(
      path,
      answer.getRowsJson().map(([record]) => Number(record)),
    );
  } finally {
    await connection.run("SET preserve_insertion_order = false");
  }
}
