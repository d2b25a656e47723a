import { sqlName, theFiles } from "../../convert/sql-text.ts";
import type { OmopFile } from "../../detect/found.ts";
import { csvScan } from "../csv/csv-scan.ts";
import { columnType } from "./omop-tables.ts";

/** Reads typed values out of the columns of one OMOP file, whatever the case of their names; NULL for one that is absent. */
export type OmopColumns = {
  readonly has: (column: string) => boolean;
  readonly integer: (column: string) => string;
  readonly number: (column: string) => string;
  readonly day: (column: string) => string;
  readonly text: (column: string) => string;
};

export function omopColumns(file: OmopFile): OmopColumns {
  const byName = new Map(
    file.columns.map((column, index) => [column.toLowerCase(), { column, type: file.types?.[index] }]),
  );
  const raw = (column: string): string => {
    const found = byName.get(column);
    return found === undefined ? "NULL" : `src.${sqlName(found.column)}`;
  };
  const isText = (column: string): boolean => (byName.get(column)?.type ?? "VARCHAR") === "VARCHAR";
  const text = (column: string): string =>
    isText(column) ? `NULLIF(trim(${raw(column)}), '')` : `CAST(${raw(column)} AS VARCHAR)`;
  const integer = (column: string): string => {
    if (!byName.has(column)) return "CAST(NULL AS BIGINT)";
    // A cast rounds "1.5"; "1.0" is how some programs write whole numbers with gaps.
    const value = isText(column) ? raw(column) : `CAST(${raw(column)} AS VARCHAR)`;
    return `CASE WHEN contains(${value}, '.') AND NOT regexp_full_match(${value}, '\\s*-?[0-9]+[.]0*\\s*') THEN NULL ELSE TRY_CAST(${value} AS BIGINT) END`;
  };
  const number = (column: string): string => {
    const value = `TRY_CAST(${raw(column)} AS DOUBLE)`;
    return byName.has(column) ? `CASE WHEN isfinite(${value}) THEN ${value} END` : "CAST(NULL AS DOUBLE)";
  };
  const day = (column: string): string => {
    if (!byName.has(column)) return "CAST(NULL AS DATE)";
    // Of the year 0000 the engine makes 1 BC; `infinity` has no year.
    if (!isText(column))
      return `CASE WHEN year(${raw(column)}) BETWEEN 1 AND 9999 THEN CAST(${raw(column)} AS DATE) END`;
    const value = raw(column);
    const dashed = `CASE WHEN ${value}[5] = '-' AND ${value}[8] = '-' THEN TRY_CAST(${value}[1:10] AS DATE) END`;
    return `CASE WHEN starts_with(${value}, '0000') THEN NULL WHEN length(${value}) = 8 THEN CAST(TRY_STRPTIME(${value}, '%Y%m%d') AS DATE) ELSE ${dashed} END`;
  };
  return { has: (column) => byName.has(column), integer, number, day, text };
}

/** `FROM` item that reads the file: CSV as text, Parquet with its own types. */
export function omopScan(file: OmopFile, path: string, keep: "rejects" | "nothing" = "rejects"): string {
  if (file.format === "parquet") return `read_parquet(${theFiles([path])})`;
  return csvScan(path, file.columns, file.delimiter ?? ",", keep);
}

/**
 * The first column that a Parquet file has in a type from which no value can be read, if there is one.
 */
export function wrongType(
  file: OmopFile,
): { readonly column: string; readonly found: string; readonly wanted: string } | undefined {
  for (const [index, column] of file.columns.entries()) {
    const found = file.types?.[index];
    if (found === undefined || !READ.has(column.toLowerCase())) continue;
    const wanted = columnType(column.toLowerCase());
    if (!ALLOWED[wanted].test(found)) return { column, found, wanted };
  }
  return undefined;
}

const ALLOWED = {
  integer: /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|VARCHAR|DECIMAL\(.*\))$/u,
  number: /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|VARCHAR|DECIMAL\(.*\))$/u,
  date: /^(?:DATE|TIMESTAMP.*|VARCHAR)$/u,
  text: /^(?:VARCHAR|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?)$/u,
} as const;

/** Columns that conversion reads; others may have any type. */
const READ: ReadonlySet<string> = new Set([
  "person_id",
  "gender_concept_id",
  "year_of_birth",
  "month_of_birth",
  "day_of_birth",
  "birth_datetime",
  "concept_id",
  "vocabulary_id",
  "concept_code",
  "ancestor_concept_id",
  "descendant_concept_id",
  "value_as_number",
  "unit_concept_id",
  "unit_source_value",
  ...["condition", "procedure", "measurement", "drug", "observation", "visit"].flatMap((name) => [
    `${name}_concept_id`,
    `${name}_source_concept_id`,
    `${name}_source_value`,
    `${name}_occurrence_id`,
    `${name}_start_date`,
    `${name}_date`,
    `${name}_id`,
  ]),
  "drug_exposure_id",
  "drug_exposure_start_date",
]);
