import type { EventKind } from "../contract.ts";
import type { ColumnType } from "../ir/expression.ts";

/** A table of OMOP records that become events, by the names of its columns. */
export type OmopEventTable = {
  readonly table: string;
  readonly kind: EventKind;
  readonly id: string;
  readonly concept: string;
  readonly sourceConcept: string;
  /** A code as the hospital wrote it; absent where the column holds no code (visits). */
  readonly sourceValue?: string;
  /** Preferred first: a date, then a date and time. */
  readonly dates: readonly [date: string, datetime: string];
  /** Whether the table has `value_as_number`, `unit_concept_id` and `unit_source_value`. */
  readonly hasValue: boolean;
};

/**
 * @see OHDSI CommonDataModel v5.4, tables "Clinical data": names of columns. `observation` holds facts without a table of
 *   their own; the contract has no kind for them, they count as measurements.
 */
export const OMOP_EVENT_TABLES: readonly OmopEventTable[] = [
  events("condition_occurrence", "condition", "condition_start_date"),
  events("procedure_occurrence", "procedure", "procedure_date"),
  { ...events("measurement", "measurement", "measurement_date"), id: "measurement_id", hasValue: true },
  { ...events("drug_exposure", "drug", "drug_exposure_start_date"), id: "drug_exposure_id" },
  { ...events("observation", "measurement", "observation_date"), id: "observation_id", hasValue: true },
  {
    table: "visit_occurrence",
    kind: "visit",
    id: "visit_occurrence_id",
    concept: "visit_concept_id",
    sourceConcept: "visit_source_concept_id",
    dates: ["visit_start_date", "visit_start_datetime"],
    hasValue: false,
  },
];

function events(table: string, kind: EventKind, date: string): OmopEventTable {
  const name = table.split("_")[0] ?? table;
  return {
    table,
    kind,
    id: `${table}_id`,
    concept: `${name}_concept_id`,
    sourceConcept: `${name}_source_concept_id`,
    sourceValue: `${name}_source_value`,
    dates: [date, `${date}time`],
    hasValue: false,
  };
}

export const OMOP_PERSON = {
  person_id: "integer",
  gender_concept_id: "integer",
  year_of_birth: "integer",
  month_of_birth: "integer",
  day_of_birth: "integer",
  birth_datetime: "date",
} as const satisfies Readonly<Record<string, ColumnType>>;

export const OMOP_CONCEPT = {
  concept_id: "integer",
  vocabulary_id: "text",
  concept_code: "text",
} as const satisfies Readonly<Record<string, ColumnType>>;

export const OMOP_ANCESTOR = {
  ancestor_concept_id: "integer",
  descendant_concept_id: "integer",
} as const satisfies Readonly<Record<string, ColumnType>>;

/** Gender concepts (OHDSI Vocabulary-v5.0, domain Gender): 8532 FEMALE, 8507 MALE. */
export const OMOP_GENDER = { female: 8532, male: 8507 } as const;
