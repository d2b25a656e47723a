import type { DuckDBConnection } from "@duckdb/node-api";
import { eventScan, type StagedFiles } from "./final-tables.ts";
import {
  type ConversionProblem,
  joinReports,
  LISTED_PER_KIND,
  NO_PROBLEMS,
  type ProblemReport,
  type UsedContent,
} from "./problem.ts";
import type { StagedUnit } from "./run-units.ts";
import { UNUSED } from "./staging.ts";

type RelationProblem = Extract<
  ConversionProblem,
  { readonly kind: "duplicateCopy" | "duplicateConflict" | "unknownPerson" }
>;

/** Records that come twice and events of nobody, after `relate`: found only where all files are seen together. */
export async function relationProblems(
  connection: DuckDBConnection,
  files: StagedFiles,
  staged: readonly StagedUnit[],
  used: UsedContent,
): Promise<ProblemReport> {
  const strangers = `
    SELECT filename, source_ref, 1 AS n FROM (
      SELECT filename, source_ref, nonce FROM ${eventScan(files)} AS e
      WHERE fault & ${UNUSED} = 0 AND NOT EXISTS (FROM who WHERE who.patient = e.patient)
      GROUP BY filename, source_ref, nonce)`;
  const copies = (table: string): string =>
    `SELECT filename, source_ref, copies - versions AS n FROM ${table} WHERE copies > versions`;
  const conflicts = (table: string): string => `SELECT filename, source_ref, 1 AS n FROM ${table} WHERE versions > 1`;
  const report = (kind: RelationProblem["kind"], select: string): Promise<ProblemReport> =>
    problemsOf(
      connection,
      (file) => (kind === "duplicateConflict" ? { kind, file, used } : { kind, file }),
      select,
      staged,
    );
  return joinReports([
    await report("duplicateCopy", copies("twice_person")),
    await report("duplicateConflict", conflicts("twice_person")),
    await report("duplicateCopy", copies("twice")),
    await report("duplicateConflict", conflicts("twice")),
    // Mostly there is none: looking at the persons alone reads far less than looking at the records.
    (await hasRows(connection, `${eventScan(files)} AS e WHERE NOT EXISTS (FROM who WHERE who.patient = e.patient)`))
      ? await report("unknownPerson", strangers)
      : NO_PROBLEMS,
  ]);
}

async function hasRows(connection: DuckDBConnection, from: string): Promise<boolean> {
  const answer = await connection.runAndReadAll(`SELECT count(*) FROM ${from}`);
  return Number(answer.getRowsJson()[0]?.[0] ?? 0) > 0;
}

async function problemsOf(
  connection: DuckDBConnection,
  problemOf: (file: string) => RelationProblem,
  select: string,
  staged: readonly StagedUnit[],
): Promise<ProblemReport> {
  const answer = await connection.runAndReadAll(
    `SELECT filename, sum(n), list(source_ref ORDER BY source_ref)[1:${LISTED_PER_KIND}]
     FROM (${select}) GROUP BY filename ORDER BY filename`,
  );
  let total = 0;
  const listed: ConversionProblem[] = [];
  for (const [file, count, refs] of answer.getRowsJson()) {
    total += Number(count);
    const done = staged.find((unit) => unit.file === file);
    if (done === undefined || listed.length >= LISTED_PER_KIND) continue;
    const name = done.unit.inputs.map((input) => input.name).join(", ");
    const ids = Array.isArray(refs) ? refs.map((ref) => String(ref).replace(/^[^/]*\//u, "")) : [];
    const lines = done.unit.locate === undefined ? [] : await done.unit.locate(connection, ids).catch(() => []);
    if (lines.length === 0) listed.push(problemOf(name));
    else listed.push(...lines.slice(0, LISTED_PER_KIND).map((line) => ({ ...problemOf(name), line })));
  }
  return total === 0 ? { totals: {}, listed: [] } : { totals: { [problemOf("").kind]: total }, listed };
}
