import type { DuckDBConnection } from "@duckdb/node-api";
import { STANDARD_SYSTEMS, shippedCodes, suggestCodes, WORD_SIGN } from "@materbone/finder";
import { eventScan, type StagedFiles, systemSql } from "./final-tables.ts";
import { type ConversionProblem, LISTED_PER_KIND, NO_PROBLEMS, type ProblemReport } from "./problem.ts";
import type { StagedUnit } from "./run-units.ts";
import { sqlText } from "./sql-text.ts";
import { UNUSED } from "./staging.ts";

/** Persons that have a code at least when it is named: a word of fewer may be a person's, in however many of their rows. */
const NAMED_FROM = 11;

/** The commonest words, of which those to tell are chosen. */
const LOOKED_AT = 200;

/** Words and own codes of tables that no shipped concept set names, as `isUnseen` says of one; after `relate`. */
export async function unseenCodes(
  connection: DuckDBConnection,
  files: StagedFiles,
  staged: readonly StagedUnit[],
): Promise<ProblemReport> {
  if (files.event.length === 0) return NO_PROBLEMS;
  const rowsUnseen = `
    SELECT filename, system, code, patient FROM (
      SELECT filename, ${await systemSql(connection, files)} AS system, code, patient FROM ${eventScan(files)}
      WHERE fault & ${UNUSED} = 0 AND code IS NOT NULL AND system IS NOT NULL)
    WHERE ${unseenSql()}`;
  const unseen = `SELECT filename, system, code, count(*) AS n FROM (${rowsUnseen}) GROUP BY filename, system, code`;
  const counts = await connection.runAndReadAll(`SELECT count(DISTINCT (system, code)), sum(n) FROM (${unseen})`);
  const [[codes, rows] = []] = counts.getRowsJson();
  if (Number(codes ?? 0) === 0) return NO_PROBLEMS;
  // Each person once per word: grouping can leave the memory for the disk, a set of persons per word cannot.
  const perPerson = `SELECT filename, system, code, patient, count(*) AS k FROM (${rowsUnseen}) GROUP BY filename, system, code, patient`;
  const named = await connection.runAndReadAll(
    `SELECT filename, code, CAST(sum(k) AS BIGINT) AS n FROM (${perPerson}) GROUP BY filename, system, code
     HAVING count(*) >= ${NAMED_FROM} ORDER BY n DESC, filename, code LIMIT ${LOOKED_AT}`,
  );
  // Words whose name is close to that of a code come first: those are missed, and the others mostly belong to nothing here.
  const isNear = (code: unknown): number => (suggestCodes(String(code)).near.length > 0 ? 0 : 1);
  const first = named.getRowsJson().sort(([, a], [, b]) => isNear(a) - isNear(b));
  const listed = first.slice(0, LISTED_PER_KIND).flatMap(([file, code, n]): readonly ConversionProblem[] => {
    const name = staged.find((unit) => unit.file === file)?.unit.inputs.map((input) => input.name);
    return name === undefined
      ? []
      : [{ kind: "unseenCode", file: name.join(", "), code: String(code), rows: Number(n) }];
  });
  return { totals: { unseenCode: Number(codes) }, unseenRows: Number(rows), listed };
}

function unseenSql(): string {
  const named = shippedCodes.map(({ system, exact, prefixes }) => {
    const any = [
      ...(exact.length === 0 ? [] : [`code IN (${exact.map(sqlText).join(", ")})`]),
      ...prefixes.map((prefix) => `starts_with(code, ${sqlText(prefix)})`),
    ];
    return `(system = ${sqlText(system)} AND (${any.join(" OR ")}))`;
  });
  return `(system NOT IN (${STANDARD_SYSTEMS.map(sqlText).join(", ")}) OR regexp_matches(code, ${sqlText(WORD_SIGN)}))
    AND NOT (${named.join(" OR ")})`;
}
