import { OMOP_EVENT_TABLES, type OmopEventTable } from "@materbone/finder";

/** Tables of the OMOP CDM that conversion reads. */
export const OMOP_TABLES = [
  "person",
  "concept",
  "concept_ancestor",
  "condition_occurrence",
  "procedure_occurrence",
  "measurement",
  "drug_exposure",
  "observation",
  "visit_occurrence",
] as const;
export type OmopTable = (typeof OMOP_TABLES)[number];

export type OmopColumnType = "integer" | "number" | "date" | "text";

/** Tables of records that become events, by the names of their columns. */
export const OMOP_EVENTS: Readonly<Partial<Record<OmopTable, OmopEventTable>>> = Object.fromEntries(
  OMOP_EVENT_TABLES.map((events) => [events.table, events]),
);

/** Columns without which a table cannot be used; of a list one is enough. */
export function neededColumns(table: OmopTable): readonly (readonly string[])[] {
  const events = OMOP_EVENTS[table];
  if (events !== undefined) return [["person_id"], [events.id], [events.concept], events.dates];
  if (table === "person") return [["person_id"], ["year_of_birth", "birth_datetime"], ["gender_concept_id"]];
  if (table === "concept") return [["concept_id"], ["vocabulary_id"], ["concept_code"]];
  return [["ancestor_concept_id"], ["descendant_concept_id"]];
}

/** What each column that conversion reads must be able to become. */
export function columnType(column: string): OmopColumnType {
  if (/_(?:date|datetime)$/u.test(column)) return "date";
  if (column === "value_as_number") return "number";
  if (/_id$|_of_birth$/u.test(column) && column !== "vocabulary_id") return "integer";
  return "text";
}

/** The table that a file's name means: `PERSON.csv`, `person.csv.gz`, `cdm_person.parquet`, `person/part-0.parquet`. */
export function omopTableOf(name: string): OmopTable | undefined {
  const parts = name.toLowerCase().split(/[/\\]/u);
  const file = (parts.at(-1) ?? "").replace(/\.(?:csv|tsv|txt|parquet)(?:\.gz)?$/u, "");
  const folder = parts.at(-2) ?? "";
  return tableNamed(file) ?? tableNamed(folder.replace(/\.(?:csv|parquet)$/u, ""));
}

function tableNamed(name: string): OmopTable | undefined {
  return OMOP_TABLES.find((table) => name === table || name === `cdm_${table}` || name === `omop_${table}`);
}
