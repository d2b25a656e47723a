import {
  DATE_FORMATS,
  DAY_PATTERNS,
  type DateFormat,
  type MappedCode,
  type MappedEvent,
  type Mapping,
  type MappingTable,
  NUMBER_PATTERN,
  OTHER_SIGNS,
  PARTIAL_DAYS,
  SERIAL_DAY,
  SEX_WORDS,
} from "@materbone/finder";
import { highDay, lowDay } from "../../convert/day-sql.ts";
import { sqlName, sqlText } from "../../convert/sql-text.ts";
import { FAULTS } from "../../convert/staging.ts";
import { withLines } from "./csv-scan.ts";

export type CsvInput = {
  /** `FROM` item that reads the file as text, in its order. */
  readonly from: string;
  readonly mapping: Mapping;
  readonly table: MappingTable;
  /** Name of the file, for `source_ref`. */
  readonly name: string;
  /** Names of all columns of the file. */
  readonly columns: readonly string[];
  /** How many records `from` left out, as `rejectedLines` found. */
  readonly leftOut: number;
  readonly asOf: string;
};

/** SELECT of staged persons of a table that has them, with the number of their `line`. */
export function csvPersons(input: CsvInput): string {
  const { person } = input.table;
  if (person === undefined) throw new TypeError("the table holds no persons");
  const words = (own: readonly string[], more: readonly string[] = []): string =>
    [...own, ...more].map((word) => sqlText(word.toLowerCase())).join(", ");
  const { sexes } = input.mapping;
  return `
    SELECT patient, CASE WHEN lower(sex_text) IN (${words(SEX_WORDS.female, sexes?.female)}) THEN 'female'
        WHEN lower(sex_text) IN (${words(SEX_WORDS.male, sexes?.male)}) THEN 'male' END AS sex,
      CASE WHEN low <= ${day(input.asOf)} THEN low END AS birth_low,
      CASE WHEN low <= ${day(input.asOf)} THEN ${highDay("iso", "low")} END AS birth_high,
      concat(${sqlText(`${input.name}:`)}, line) AS source_ref, CAST(NULL AS VARCHAR) AS updated, nonce,
      CAST((CASE WHEN patient IS NULL THEN ${FAULTS.noIdentifier} ELSE 0 END)
        | (CASE WHEN sex_text IS NOT NULL AND sex IS NULL THEN ${FAULTS.badSex} ELSE 0 END)
        | (CASE WHEN date_text IS NULL THEN ${FAULTS.noBirthDate} WHEN is_serial THEN ${FAULTS.serialDate}
            WHEN low IS NULL THEN ${FAULTS.badDate}
            WHEN low > ${day(input.asOf)} THEN ${FAULTS.futureBirth} ELSE 0 END) AS INTEGER) AS fault, line
    FROM (${dated(input, `${text(person.id)} AS patient, ${text(person.sex)} AS sex_text`, person.birthDate)})`;
}

/** SELECT of staged rows of one kind of event of a table, with the number of their `line`. */
export function csvEvents(input: CsvInput, event: MappedEvent): string {
  const { unit } = event;
  const unitSql = unit === undefined ? text(undefined) : "column" in unit ? text(unit.column) : sqlText(unit.fixed);
  const columns = [
    `${text(event.person)} AS patient`,
    `${text("column" in event.code ? event.code.column : undefined)} AS word`,
    `${text(event.value)} AS value_text`,
    `${unitSql} AS unit`,
    `${text(event.site)} AS site`,
  ];
  const { system, code } = codeSql(event.code);
  return `
    SELECT patient, ${sqlText(event.kind)} AS kind, ${system} AS system, ${code} AS code, low AS date_low,
      ${highDay("iso", "low")} AS date_high, value, CASE WHEN value IS NOT NULL THEN unit END AS unit, site,
      concat(${sqlText(`${input.name}:`)}, line) AS source_ref, CAST(NULL AS VARCHAR) AS updated, nonce,
      CAST((CASE WHEN patient IS NULL THEN ${FAULTS.noPerson} ELSE 0 END)
        | (CASE WHEN date_text IS NULL THEN 0 WHEN is_serial THEN ${FAULTS.serialDate} WHEN low IS NULL THEN ${FAULTS.badDate} ELSE 0 END)
        | (CASE WHEN low > ${day(input.asOf)} THEN ${FAULTS.futureDate} ELSE 0 END)
        | (CASE WHEN value IS NULL AND value_text IS NOT NULL THEN ${FAULTS.badNumber} ELSE 0 END)
        | (CASE WHEN ${code} IS NULL THEN ${FAULTS.noCode} ELSE 0 END) AS INTEGER) AS fault, line
    FROM (SELECT *, translate(value_text, ${sqlText(OTHER_SIGNS.written)}, ${sqlText(OTHER_SIGNS.read)}) AS number_text,
        CASE WHEN regexp_full_match(number_text, ${sqlText(NUMBER_PATTERN)}) THEN TRY_CAST(number_text AS DOUBLE) END AS number,
        CASE WHEN isfinite(number) THEN number END AS value
      FROM (${dated(input, columns.join(", "), event.date)}))`;
}

function text(column: string | undefined): string {
  return column === undefined ? "CAST(NULL AS VARCHAR)" : `NULLIF(trim(src.${sqlName(column)}), '')`;
}

function day(asOf: string): string {
  return `DATE ${sqlText(asOf)}`;
}

/**
 * Rows with `line`, `nonce` (the line: several units may read one record), the day's text, its ISO form and its first day.
 */
function dated(
  { from, mapping, table, leftOut, columns: all }: CsvInput,
  columns: string,
  date: string | undefined,
): string {
  const isSerial = `coalesce(regexp_full_match(date_text, ${sqlText(SERIAL_DAY)}), false)`;
  return `
    SELECT *, CAST(line AS UINTEGER) AS nonce, ${lowDay("iso")} AS low, ${isSerial} AS is_serial FROM (
      SELECT * EXCLUDE (n), ${isoSql("date_text", table.dates ?? mapping.dates ?? DATE_FORMATS)} AS iso
      FROM (${withLines(from, all, leftOut, [columns, `${text(date)} AS date_text`])})
    )`;
}

function isoSql(date: string, formats: readonly DateFormat[]): string {
  const part = (pattern: string, group: number): string =>
    `regexp_extract(${date}, ${sqlText(`^${pattern}$`)}, ${group})`;
  const full = formats.map((format) => {
    const pattern = DAY_PATTERNS[format];
    const [year, month, dayOfMonth] = [1, 2, 3].map((group) => part(pattern, group));
    return `WHEN regexp_full_match(${date}, ${sqlText(pattern)}) THEN concat(${year}, '-', lpad(${month}, 2, '0'), '-', lpad(${dayOfMonth}, 2, '0'))`;
  });
  const { dashed, chinese, year } = PARTIAL_DAYS;
  return `CASE ${full.join(" ")}
    WHEN regexp_full_match(${date}, ${sqlText(dashed)}) THEN ${date}
    WHEN regexp_full_match(${date}, ${sqlText(chinese)}) THEN concat(${part(chinese, 1)}, '-', lpad(${part(chinese, 2)}, 2, '0'))
    WHEN regexp_full_match(${date}, ${sqlText(year)}) THEN ${part(year, 1)} END`;
}

type CodeSql = { readonly system: string; readonly code: string };

function codeSql(mapped: MappedCode): CodeSql {
  if (!("column" in mapped)) return { system: sqlText(mapped.system), code: sqlText(mapped.code) };
  const values = Object.entries(mapped.values ?? {});
  if (values.length === 0) return { system: sqlText(mapped.system), code: "word" };
  const cases = (pick: (coding: { readonly system: string; readonly code: string }) => string, other: string): string =>
    `CASE word ${values
      .map(([word, to]) => {
        const coding = typeof to === "string" ? { system: mapped.system, code: to } : to;
        return `WHEN ${sqlText(word)} THEN ${sqlText(pick(coding))}`;
      })
      .join(" ")} ELSE ${other} END`;
  return {
    system: cases(({ system }) => system, sqlText(mapped.system)),
    code: cases(({ code }) => code, "word"),
  };
}
