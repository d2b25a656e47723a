import type { OmopTable } from "../sources/omop/omop-tables.ts";
import type { SourceFile } from "../sources/source-file.ts";

export type OmopFile = SourceFile & {
  readonly table: OmopTable;
  readonly format: "csv" | "parquet";
  /** Names of columns in the order of the file, as written. */
  readonly columns: readonly string[];
  /** Types of a Parquet file's columns, as DuckDB names them, beside `columns`. */
  readonly types?: readonly string[];
  /** Sign between the fields of a CSV file. */
  readonly delimiter?: string;
};

export type FhirFile = SourceFile & {
  readonly format: "ndjson" | "json";
  /** Type of its first resource; `Bundle` for a bundle. */
  readonly resourceType: string;
};

export type TableFile = SourceFile & {
  readonly format: "csv";
  readonly columns: readonly string[];
  readonly delimiter: string;
};

/** What a place holds, ready to be converted. */
export type Found =
  | { readonly kind: "omop"; readonly files: readonly OmopFile[] }
  | { readonly kind: "fhir"; readonly files: readonly FhirFile[] }
  | { readonly kind: "csv"; readonly files: readonly TableFile[]; readonly mapping: SourceFile };

/** A file that is not used, and why. */
export type Ignored = {
  readonly name: string;
  readonly why:
    | "archiveLitter"
    | "hidden"
    | "empty"
    | "notNeeded"
    | "notData"
    | "otherMapping"
    | "otherResource"
    | "damaged"
    | "noPermission"
    /** A link to what is read under its own name. */
    | "linked"
    /** A link to a place outside of the folder that was named. */
    | "leadsOut"
    /** An archive that unpacks to more than it may. */
    | "tooLarge";
};

/** A part of the source that is not there; `lost` is what cannot be found without it. */
export type Missing = {
  readonly part: string;
  readonly lost:
    | "everybody"
    | "diagnoses"
    | "procedures"
    | "measurements"
    | "drugs"
    | "visits"
    | "otherCodes"
    | "descendants"
    | "observations";
};

export type Detection =
  | {
      readonly kind: "found";
      readonly found: Found;
      /** Files per table or resource type. */
      readonly counts: Readonly<Record<string, number>>;
      readonly missing: readonly Missing[];
      readonly ignored: readonly Ignored[];
    }
  | { readonly kind: "refused"; readonly why: Refusal; readonly ignored: readonly Ignored[] };

export type Refusal =
  | { readonly kind: "notThere" }
  | { readonly kind: "notReadable" }
  | { readonly kind: "nothing" }
  /** Nothing besides archives that unpack to more than they may. */
  | { readonly kind: "archiveTooLarge"; readonly archives: readonly string[] }
  /** Formats side by side: one must be given. */
  | { readonly kind: "several"; readonly formats: readonly Found["kind"][] }
  | { readonly kind: "noPersons"; readonly format: Found["kind"] }
  /** Tables with columns, and no mapping that says what they mean. */
  | { readonly kind: "noMapping"; readonly tables: readonly string[] }
  | { readonly kind: "severalMappings"; readonly mappings: readonly string[] };
