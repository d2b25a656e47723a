import type { DuckDBConnection } from "@duckdb/node-api";
import type { SourceFile } from "../sources/source-file.ts";
import type { ProblemReport } from "./problem.ts";

/** Tables that units write; `concept` is a help of the OMOP source. */
export type StagedTable = "person" | "event" | "ancestor" | "concept";

/**
 * Columns of a staged table, in order.
 *
 * - `patient` is the person's identifier in the source: text, or the number that OMOP gives.
 * - `record_hash` tells copies of one record from other contents of it; `updated` is the time of its last change as
 *   written; `is_head` marks the first row of a record.
 * - `fault` has one bit per problem of the row: see `FAULTS`.
 */
export const STAGED_PERSON = "patient, sex, birth_low, birth_high, source_ref, record_hash, updated, fault";
export const STAGED_EVENT =
  "patient, kind, system, code, date_low, date_high, value, unit, site, source_ref, record_hash, updated, is_head, fault";

/** Bits of `fault`. A row with one of `UNUSED` does not come into the final tables. */
export const FAULTS = {
  noIdentifier: 1,
  noPerson: 2,
  badDate: 4,
  badNumber: 8,
  badSex: 16,
  futureDate: 32,
  noBirthDate: 64,
  unmappedCode: 128,
} as const;

export const UNUSED: number = FAULTS.noIdentifier | FAULTS.noPerson | FAULTS.futureDate;

/** A source file's way into staging: done once, kept when the rest fails. */
export type Unit = {
  /** Short and safe as a name of a file; the same in each run over the same source. */
  readonly id: string;
  readonly input: SourceFile;
  readonly writes: StagedTable;
  /** Anything else that the result depends on, for the fingerprint. */
  readonly settings: string;
  /** Writes the Parquet file `context.output`, whole, and tells what was wrong. */
  readonly run: (context: UnitContext) => Promise<ProblemReport>;
};

export type UnitContext = {
  readonly connection: DuckDBConnection;
  /** The input as a file that can be read, unpacked from its archive when it is in one. */
  readonly path: string;
  /** File to write; it gets its final name afterwards. */
  readonly output: string;
  /** Finished files of a table, of units before this one. */
  readonly staged: (table: StagedTable) => readonly string[];
  /** Name for a scratch file. */
  readonly scratch: (name: string) => string;
  /** Day of conversion, ISO. */
  readonly asOf: string;
  readonly signal: AbortSignal | undefined;
};
