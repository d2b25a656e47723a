import { OMOP_GENDER } from "@materbone/finder";
import { sqlText } from "../../convert/sql-text.ts";
import { FAULTS, NONCE_SQL } from "../../convert/staging.ts";
import type { OmopFile } from "../../detect/found.ts";
import { type OmopColumns, omopColumns } from "./omop-columns.ts";
import { OMOP_EVENTS, type OmopTable } from "./omop-tables.ts";

/** What a statement reads: `from` is the `FROM` item of the file, `concepts` that of the staged concepts, if there are any. */
export type OmopInput = {
  readonly file: OmopFile;
  readonly from: string;
  readonly concepts: string | undefined;
  /** Day of conversion, ISO. */
  readonly asOf: string;
};

/** SELECT that gives the staged rows of one OMOP file. */
export function omopSelect(input: OmopInput): string {
  if (input.file.table === "person") return personSelect(input);
  if (input.file.table === "concept") return conceptSelect(input);
  if (input.file.table === "concept_ancestor") return ancestorSelect(input);
  return eventSelect(input);
}

/**
 * Bits of `fault` of each row of the file, one row per record, in the order of the file when rows keep it.
 */
export function omopFaults(input: OmopInput): string {
  return `SELECT fault FROM (${input.file.table === "person" ? personSelect(input) : recordSelect(input)})`;
}

function personSelect({ file, from, asOf }: OmopInput): string {
  const columns = omopColumns(file);
  const birth = columns.day("birth_datetime");
  const year = columns.integer("year_of_birth");
  const month = columns.integer("month_of_birth");
  const day = columns.integer("day_of_birth");
  const isGiven = columns.has("year_of_birth") ? `${columns.text("year_of_birth")} IS NOT NULL` : "false";
  // A program that knows only the year may have written 1 January into birth_datetime: then the year counts.
  return `
    SELECT patient, sex, CASE WHEN low <= DATE ${sqlText(asOf)} THEN low END AS birth_low,
      CASE WHEN low <= DATE ${sqlText(asOf)} THEN high END AS birth_high, concat('person/', patient) AS source_ref,
      CAST(NULL AS VARCHAR) AS updated, nonce,
      CAST((CASE WHEN patient IS NULL THEN ${FAULTS.noIdentifier} ELSE 0 END)
        | (CASE WHEN low IS NULL AND is_given THEN ${FAULTS.badDate} ELSE 0 END)
        | (CASE WHEN low IS NULL AND NOT is_given THEN ${FAULTS.noBirthDate} ELSE 0 END)
        | (CASE WHEN low > DATE ${sqlText(asOf)} THEN ${FAULTS.futureBirth} ELSE 0 END) AS INTEGER) AS fault
    FROM (
      SELECT patient, sex, nonce, is_given,
        CASE WHEN y IS NOT NULL AND m IS NOT NULL AND d IS NOT NULL THEN ${dayOf("y", "m", "d")}
          WHEN b IS NOT NULL AND NOT (y IS NOT NULL AND m IS NULL AND month(b) = 1 AND day(b) = 1)
            AND NOT (m IS NOT NULL AND d IS NULL AND day(b) = 1) THEN b
          WHEN y IS NOT NULL AND m IS NOT NULL THEN ${dayOf("y", "m", "1")}
          WHEN y IS NOT NULL THEN ${dayOf("y", "1", "1")}
          ELSE b END AS low,
        CASE WHEN low IS NULL THEN NULL
          WHEN y IS NOT NULL AND m IS NOT NULL AND d IS NOT NULL THEN low
          WHEN b IS NOT NULL AND NOT (y IS NOT NULL AND m IS NULL AND month(b) = 1 AND day(b) = 1)
            AND NOT (m IS NOT NULL AND d IS NULL AND day(b) = 1) THEN b
          WHEN y IS NOT NULL AND m IS NOT NULL THEN last_day(low)
          WHEN y IS NOT NULL THEN ${dayOf("y", "12", "31")}
          ELSE b END AS high
      FROM (
        SELECT ${personOf(columns)} AS patient,
          CASE ${columns.integer("gender_concept_id")} WHEN ${OMOP_GENDER.female} THEN 'female' WHEN ${OMOP_GENDER.male} THEN 'male' END AS sex,
          ${birth} AS b, ${year} AS y, ${month} AS m, ${day} AS d, ${isGiven} AS is_given, ${NONCE_SQL} AS nonce
        FROM ${from} AS src
      )
    )`;
}

function conceptSelect({ file, from }: OmopInput): string {
  const columns = omopColumns(file);
  return `
    SELECT DISTINCT ON (concept_id) concept_id, system, code FROM (
      SELECT ${columns.integer("concept_id")} AS concept_id, ${columns.text("vocabulary_id")} AS system,
        ${columns.text("concept_code")} AS code
      FROM ${from} AS src
    ) WHERE concept_id <> 0 AND system IS NOT NULL AND code IS NOT NULL
    ORDER BY concept_id, system, code`;
}

function ancestorSelect({ file, from }: OmopInput): string {
  const columns = omopColumns(file);
  return `
    SELECT DISTINCT 'OMOP' AS system, CAST(a AS VARCHAR) AS ancestor_code, CAST(d AS VARCHAR) AS descendant_code FROM (
      SELECT ${columns.integer("ancestor_concept_id")} AS a, ${columns.integer("descendant_concept_id")} AS d FROM ${from} AS src
    ) WHERE a IS NOT NULL AND d IS NOT NULL`;
}

/**
 * One record gives a row for its standard concept (system OMOP), for the code of that concept in its own vocabulary, for
 * the code of its source concept, and for its source value (system local) where that has no concept.
 */
function eventSelect(input: OmopInput): string {
  const { concepts, file } = input;
  const kind = sqlText(tableOf(file.table).kind);
  const joined =
    concepts === undefined
      ? `SELECT r.*, NULL::VARCHAR AS s1, NULL::VARCHAR AS c1, NULL::VARCHAR AS s2, NULL::VARCHAR AS c2, r.unit_text AS unit
         FROM (${recordSelect(input)}) AS r`
      : `SELECT r.*, k1.system AS s1, k1.code AS c1, k2.system AS s2, k2.code AS c2,
           CASE WHEN ku.system = 'UCUM' THEN ku.code ELSE r.unit_text END AS unit
         FROM (${recordSelect(input)}) AS r
         LEFT JOIN ${concepts} AS k1 ON r.concept = k1.concept_id
         LEFT JOIN ${concepts} AS k2 ON r.source_concept = k2.concept_id
         LEFT JOIN ${concepts} AS ku ON r.unit_concept = ku.concept_id`;
  // The parts: 1 the concept, 2 its code, 3 the code of the source concept, 4 the source value.
  return `
    SELECT patient, ${kind} AS kind,
      CASE part WHEN 1 THEN 'OMOP' WHEN 2 THEN s1 WHEN 3 THEN s2 ELSE 'local' END AS system,
      CASE part WHEN 1 THEN CAST(concept AS VARCHAR) WHEN 2 THEN c1 WHEN 3 THEN c2 ELSE source_value END AS code,
      day AS date_low, day AS date_high, value, unit, CAST(NULL AS VARCHAR) AS site, source_ref,
      CAST(NULL AS VARCHAR) AS updated, nonce,
      fault
    FROM (${joined}), (VALUES (1), (2), (3), (4)) AS parts(part)
    WHERE CASE part
      WHEN 1 THEN concept <> 0
      WHEN 2 THEN c1 IS NOT NULL
      WHEN 3 THEN c2 IS NOT NULL AND (c1 IS NULL OR s1 <> s2 OR c1 <> c2)
      ELSE source_value IS NOT NULL AND c2 IS NULL AND (c1 IS NULL OR c1 <> source_value) END`;
}

const VALUE = "value_as_number";

function recordSelect({ file, from, asOf }: OmopInput): string {
  const table = tableOf(file.table);
  const columns = omopColumns(file);
  const dates = table.dates.filter(columns.has);
  const isDated = dates.map((date) => `${columns.text(date)} IS NOT NULL`).join(" OR ");
  const value = table.hasValue ? columns.number(VALUE) : "CAST(NULL AS DOUBLE)";
  const isValued = table.hasValue && columns.has(VALUE) ? `${columns.text(VALUE)} IS NOT NULL` : "false";
  const sourceValue =
    table.sourceValue === undefined ? "CAST(NULL AS VARCHAR)" : `CAST(${columns.text(table.sourceValue)} AS VARCHAR)`;
  return `
    SELECT patient, concat('${file.table}/', id) AS source_ref, concept, source_concept, source_value, day, value,
      unit_concept, unit_text, nonce,
      CAST((CASE WHEN id IS NULL THEN ${FAULTS.noIdentifier} ELSE 0 END)
        | (CASE WHEN patient IS NULL THEN ${FAULTS.noPerson} ELSE 0 END)
        | (CASE WHEN day IS NULL AND is_dated THEN ${FAULTS.badDate} ELSE 0 END)
        | (CASE WHEN value IS NULL AND is_valued THEN ${FAULTS.badNumber} ELSE 0 END)
        | (CASE WHEN day > DATE ${sqlText(asOf)} THEN ${FAULTS.futureDate} ELSE 0 END) AS INTEGER) AS fault
    FROM (
      SELECT ${personOf(columns)} AS patient, ${columns.integer(table.id)} AS id,
        coalesce(${columns.integer(table.concept)}, 0) AS concept, ${columns.integer(table.sourceConcept)} AS source_concept,
        ${sourceValue} AS source_value, coalesce(${dates.map(columns.day).join(", ")}) AS day, (${isDated}) AS is_dated,
        ${value} AS value, ${isValued} AS is_valued, ${columns.integer("unit_concept_id")} AS unit_concept,
        CAST(${columns.text("unit_source_value")} AS VARCHAR) AS unit_text, ${NONCE_SQL} AS nonce
      FROM ${from} AS src
    )`;
}

/** A day of the years 1 to 9999 from its numbers, NULL where there is no such day. */
function dayOf(year: string, month: string, day: string): string {
  return `CASE WHEN ${year} BETWEEN 1 AND 9999 THEN TRY_CAST(printf('%04d-%02d-%02d', ${year}, ${month}, ${day}) AS DATE) END`;
}

/** A person's number, NULL where JavaScript could not hold it. */
function personOf(columns: OmopColumns): string {
  const id = columns.integer("person_id");
  return `CASE WHEN ${id} BETWEEN -${Number.MAX_SAFE_INTEGER} AND ${Number.MAX_SAFE_INTEGER} THEN ${id} END`;
}

function tableOf(table: OmopTable): NonNullable<(typeof OMOP_EVENTS)[OmopTable]> {
  const found = OMOP_EVENTS[table];
  if (found === undefined) throw new TypeError(`${table} holds no events`);
  return found;
}
