import type { EventKind } from "@materbone/finder";

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

/** A table of records that become events, by the names of its columns. */
export type OmopEventTable = {
  readonly kind: EventKind;
  readonly id: string;
  readonly concept: string;
  readonly sourceConcept: string;
  /** A code as the hospital wrote it; absent where the column holds no code (visits). */
  readonly sourceValue?: string;
  /** Preferred first: a date, then a date and time. */
  readonly dates: readonly string[];
  readonly value?: string;
};

/**
 * @see OHDSI CommonDataModel v5.4, tables "Clinical data": names of columns. `observation` holds facts without a table of
 *   their own; the contract has no kind for them, they count as measurements.
 */
export const OMOP_EVENTS: Readonly<Partial<Record<OmopTable, OmopEventTable>>> = {
  condition_occurrence: {
    kind: "condition",
    id: "condition_occurrence_id",
    concept: "condition_concept_id",
    sourceConcept: "condition_source_concept_id",
    sourceValue: "condition_source_value",
    dates: ["condition_start_date", "condition_start_datetime"],
  },
  procedure_occurrence: {
    kind: "procedure",
    id: "procedure_occurrence_id",
    concept: "procedure_concept_id",
    sourceConcept: "procedure_source_concept_id",
    sourceValue: "procedure_source_value",
    dates: ["procedure_date", "procedure_datetime"],
  },
  measurement: {
    kind: "measurement",
    id: "measurement_id",
    concept: "measurement_concept_id",
    sourceConcept: "measurement_source_concept_id",
    sourceValue: "measurement_source_value",
    dates: ["measurement_date", "measurement_datetime"],
    value: "value_as_number",
  },
  drug_exposure: {
    kind: "drug",
    id: "drug_exposure_id",
    concept: "drug_concept_id",
    sourceConcept: "drug_source_concept_id",
    sourceValue: "drug_source_value",
    dates: ["drug_exposure_start_date", "drug_exposure_start_datetime"],
  },
  observation: {
    kind: "measurement",
    id: "observation_id",
    concept: "observation_concept_id",
    sourceConcept: "observation_source_concept_id",
    sourceValue: "observation_source_value",
    dates: ["observation_date", "observation_datetime"],
    value: "value_as_number",
  },
  visit_occurrence: {
    kind: "visit",
    id: "visit_occurrence_id",
    concept: "visit_concept_id",
    sourceConcept: "visit_source_concept_id",
    dates: ["visit_start_date", "visit_start_datetime"],
  },
};

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
