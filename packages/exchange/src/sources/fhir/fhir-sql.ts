import { fhirNamesOf, shippedCodes } from "@materbone/finder";
import { highDay, lowDay } from "../../convert/day-sql.ts";
import { dottedCode } from "../../convert/dotted-code.ts";
import { sqlText, theFiles } from "../../convert/sql-text.ts";
import { FAULTS, NONCE_SQL } from "../../convert/staging.ts";

/** Columns of `resourceScan` that a printed view keeps. */
export const KEPT = ["updated", "nonce"] as const;

/**
 * `FROM` item over an NDJSON file of one type of resource, for a printed view, with the columns `KEPT` beside. A line that is
 * no such resource is an error: then the file is read line by line, which tells where.
 */
export function resourceScan(path: string, columns: string, resourceType: string): string {
  const withMeta = columns.includes("'meta':")
    ? columns
    : `{'meta': 'STRUCT("lastUpdated" VARCHAR)', ${columns.slice(1)}`;
  return `(SELECT j.* REPLACE (
      CASE WHEN j."resourceType" = ${sqlText(resourceType)} THEN j."resourceType" ELSE error('another type') END AS "resourceType"),
      j.meta."lastUpdated" AS updated, ${NONCE_SQL} AS nonce
    FROM read_json(${theFiles([path])}, format = 'newline_delimited', columns = ${withMeta}, maximum_object_size = 16777216) AS j)`;
}

/** The rows of a printed view with the `type` of their resources; an empty id is none. */
export function typed(select: string, resourceType: string): string {
  return `(SELECT * REPLACE (NULLIF(id, '') AS id), ${sqlText(resourceType)} AS type FROM (${select}))`;
}

/** Columns of the rows that reading line by line writes, for `read_json`. */
export const LINE_COLUMNS = {
  person: columnsOf("id updated type gender birthDate"),
  medication: columnsOf("id updated type system code"),
  event: columnsOf("id updated type patient kind system code date unit site medication", ", 'value': 'DOUBLE'"),
} as const;

function columnsOf(names: string, more = ""): string {
  const texts = names.split(" ").map((name) => `${sqlText(name)}: 'VARCHAR'`);
  return `{${texts.join(", ")}, 'nonce': 'UINTEGER', 'line': 'BIGINT'${more}}`;
}

/** `FROM` item over the rows that reading line by line wrote. */
export function lineScan(path: string, columns: string): string {
  return `read_json(${theFiles([path])}, format = 'newline_delimited', columns = ${columns})`;
}

/** SELECT of staged persons over `raw`, a `FROM` item with `id`, `gender`, `birthDate`, `updated`, `nonce`; and `more`. */
export function personsOf(raw: string, asOf: string, more = ""): string {
  const day = `DATE ${sqlText(asOf)}`;
  return `
    SELECT id AS patient, CASE WHEN gender IN ('female', 'male', 'other') THEN gender END AS sex,
      CASE WHEN low <= ${day} THEN low END AS birth_low,
      CASE WHEN low <= ${day} THEN ${highDay("date", "low")} END AS birth_high,
      concat('Patient/', id) AS source_ref, updated, nonce,
      CAST((CASE WHEN id IS NULL THEN ${FAULTS.noIdentifier} ELSE 0 END)
        | (CASE WHEN gender IS NOT NULL AND gender NOT IN ('female', 'male', 'other', 'unknown') THEN ${FAULTS.badSex} ELSE 0 END)
        | (CASE WHEN date IS NULL THEN ${FAULTS.noBirthDate} WHEN low IS NULL THEN ${FAULTS.badDate}
            WHEN low > ${day} THEN ${FAULTS.futureBirth} ELSE 0 END)
        AS INTEGER) AS fault ${more}
    FROM (SELECT *, ${lowDay("date")} AS low FROM (SELECT *, birthDate AS date FROM ${raw}))`;
}

/** Kind of the rows of a view that are coded answers. */
export const ANSWER = "answer";

/**
 * SELECT of staged events over `raw`, a `FROM` item with the columns of an event view, `type`, `updated` and `nonce`.
 *
 * A concept in words has no system: its text is a code of the system local, without blanks around, as in tables. A coded answer
 * is told where a shipped definition asks for its code, and else no row.
 *
 * @param medications - `FROM` item of staged medications, for drugs that a record names by reference
 * @param hasAnswers - whether there may be coded answers: to look for them takes a third of the time of reading a resource
 */
export function eventsOf(
  raw: string,
  asOf: string,
  medications: string | undefined,
  hasAnswers: boolean,
  more = "",
): string {
  const joined =
    medications === undefined
      ? `SELECT *, NULLIF(trim(code), '') AS c, system AS s FROM ${raw}`
      : `SELECT raw.*, NULLIF(trim(coalesce(raw.code, m.code)), '') AS c, coalesce(raw.system, m.system) AS s
         FROM ${raw} AS raw LEFT JOIN ${medications} AS m ON raw.code IS NULL AND raw.medication = m.id`;
  const isAnswer = `kind = ${sqlText(ANSWER)}`;
  // What a condition has several times DuckDB works out for every row, looked at or not; of NULL that costs nothing.
  const answers = `CASE WHEN ${isAnswer} THEN s END AS answer_system, CASE WHEN ${isAnswer} THEN c END AS answer_code`;
  return `
    SELECT patient, kind, coalesce(s, 'local') AS system, c AS code, low AS date_low, ${highDay("date", "low")} AS date_high,
      CASE WHEN isfinite(value) THEN CAST(value AS DOUBLE) END AS value, unit, site, concat(type, '/', id) AS source_ref,
      updated, nonce,
      CAST((CASE WHEN id IS NULL THEN ${FAULTS.noIdentifier} ELSE 0 END)
        | (CASE WHEN patient IS NULL THEN ${FAULTS.noPerson} ELSE 0 END)
        | (CASE WHEN low IS NULL AND date IS NOT NULL THEN ${FAULTS.badDate} ELSE 0 END)
        | (CASE WHEN c IS NOT NULL THEN 0 WHEN medication IS NULL THEN ${FAULTS.noCode} ELSE ${FAULTS.unknownDrug} END)
        | (CASE WHEN low > DATE ${sqlText(asOf)} THEN ${FAULTS.futureDate} ELSE 0 END)
        | (CASE WHEN ${isAnswer} THEN ${FAULTS.codedAnswer} ELSE 0 END) AS INTEGER) AS fault ${more}
    FROM (SELECT *, ${lowDay("date")} AS low ${hasAnswers ? `, ${answers}` : ""} FROM (${joined}))
    ${hasAnswers ? `WHERE NOT ${isAnswer} OR ${isAskedFor("answer_system", "answer_code")}` : ""}`;
}

/** Condition: a shipped concept set names the code outright, in one of the names that FHIR data have for its system. */
function isAskedFor(system: string, code: string): string {
  // A version may follow the name of a system.
  const name = `trim(split_part(${system}, '|', 1))`;
  const cases = shippedCodes.map(({ system: short, exact, prefixes }) => {
    const names = fhirNamesOf(short).flatMap((name) => (/^[0-9.]+$/u.test(name) ? [name, `urn:oid:${name}`] : [name]));
    const dotted = dottedCode(sqlText(short), "'condition'", code);
    const any = [
      ...(exact.length === 0 ? [] : [`${dotted} IN (${exact.map(sqlText).join(", ")})`]),
      ...prefixes.map((prefix) => `starts_with(${dotted}, ${sqlText(prefix)})`),
    ];
    return `WHEN ${name} IN (${names.map(sqlText).join(", ")}) THEN ${any.join(" OR ")}`;
  });
  return `CASE ${cases.join(" ")} ELSE false END`;
}
