import type { ColumnType } from "./ir/expression.ts";

/**
 * The flat contract that every source is mapped to: who (`person`), what happened to her (`event`), which codes there
 * are (`code`), and which stands under which (`ancestor`). Conversion keeps every coded event, so a definition may change without converting again.
 *
 * - A row of `event` is one coding of one record of the source. A record with a SNOMED CT and an ICD-10 coding gives two
 *   rows with one `source_ref`; whoever counts records counts `source_ref`, whoever counts visits counts days.
 * - A date that the source gives as a year or a month is the interval of days `[date_low, date_high]` that it covers.
 *   A date and time is the calendar day as written, in its own offset.
 * - A missing number is NULL, never 0. `value` and `unit` are as given; definitions say which units they accept.
 */
export const CONTRACT = {
  person: {
    /** Number of the person: rank of `source_id` in byte order, or the source's own number (OMOP). At most 2^53 - 1. */
    person_id: "integer",
    /** Identifier in the source: `Patient.id`, `person_id`, the column that a mapping names. */
    source_id: "text",
    /** `female`, `male`, `other` or NULL where the source does not say. */
    sex: "text",
    birth_low: "date",
    birth_high: "date",
    /** Where the row stands in the source: `Patient/123`, `person/7`, `patients.csv:12`. */
    source_ref: "text",
  },
  event: {
    person_id: "integer",
    /** `condition`, `procedure`, `measurement`, `drug`, `imaging`, `visit`, `pregnancy`. */
    kind: "text",
    /** One of `CODE_SYSTEMS`, or the URI of another system as given. */
    system: "text",
    code: "text",
    date_low: "date",
    date_high: "date",
    /** Numeric result, NULL where there is none. */
    value: "double",
    /** Unit as written, NULL where there is none. */
    unit: "text",
    /** Body site, code or text as written, NULL where there is none. */
    site: "text",
    source_ref: "text",
  },
  /** Which codes the events have, one row per code: a definition looks its codes up here, and reads only their events. */
  code: {
    system: "text",
    code: "text",
    /** Number of rows of `event`, at least 1. */
    events: "integer",
  },
  /** Hierarchies that the source brings along (OMOP `concept_ancestor`); empty for others. Every code is its own descendant. */
  ancestor: {
    system: "text",
    ancestor_code: "text",
    descendant_code: "text",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ColumnType>>>>;

export type ContractTable = keyof typeof CONTRACT;

/** Short names of code systems, as `knowledge/code-systems.json` maps URIs, OIDs and OMOP vocabularies to them. */
export const CODE_SYSTEMS = [
  "SNOMED CT",
  "LOINC",
  "ICD-10",
  "ICD-10-CM",
  "ICD-10-PCS",
  "ICD-9-CM",
  /** Procedures, in China and in older data; its codes look like diagnoses of ICD-9-CM, so the two are kept apart. */
  "ICD-9-CM-3",
  "RxNorm",
  "ATC",
  "MONDO",
  "CPT",
  "HCPCS",
  /** Code is an OMOP standard `concept_id`. */
  "OMOP",
  /** A hospital's own code, or a text used as a code, after its mapping file. */
  "local",
] as const;
export type CodeSystem = (typeof CODE_SYSTEMS)[number];

export const EVENT_KINDS = ["condition", "procedure", "measurement", "drug", "imaging", "visit", "pregnancy"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const SEXES = ["female", "male", "other"] as const;
export type Sex = (typeof SEXES)[number];
