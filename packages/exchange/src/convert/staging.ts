import type { DuckDBConnection } from "@duckdb/node-api";
import type { SourceFile } from "../sources/source-file.ts";
import type { ProblemReport } from "./problem.ts";

/** Tables that units write; `concept` (OMOP) and `medication` (FHIR) are looked up by the units after them. */
export type StagedTable = "person" | "event" | "ancestor" | "concept" | "medication";

/**
 * Columns of a staged table, in order.
 *
 * - `patient` is the person's identifier in the source: text, or the number that OMOP gives.
 * - `system` is as written in the source.
 * - `updated` is the time of the record's last change as written; `nonce` is a random number of the record, the same in all
 *   its rows: it tells a record that comes twice from one with two codings. It does not come into the final tables.
 * - `fault` has one bit per problem of the row: see `FAULTS`.
 */
export const STAGED_PERSON =
  "sex VARCHAR, birth_low DATE, birth_high DATE, source_ref VARCHAR, updated VARCHAR, nonce UINTEGER, fault INTEGER";
export const STAGED_EVENT =
  "kind VARCHAR, system VARCHAR, code VARCHAR, date_low DATE, date_high DATE, value DOUBLE, unit VARCHAR, site VARCHAR, source_ref VARCHAR, updated VARCHAR, nonce UINTEGER, fault INTEGER";

/** A new `nonce`. */
export const NONCE_SQL = "CAST(floor(random() * 4294967296) AS UINTEGER)";

/** Bits of `fault`. A row with one of `UNUSED` does not come into the final tables. */
export const FAULTS = {
  noIdentifier: 1,
  noPerson: 2,
  badDate: 4,
  badNumber: 8,
  badSex: 16,
  futureDate: 32,
  noBirthDate: 64,
  serialDate: 256,
  noCode: 512,
  futureBirth: 1024,
  unknownDrug: 2048,
  codedAnswer: 4096,
} as const;

/** The bit of a problem; 0 for one that rows do not carry. */
export function faultBit(kind: string): number {
  return new Map<string, number>(Object.entries(FAULTS)).get(kind) ?? 0;
}

export const UNUSED: number =
  FAULTS.noIdentifier | FAULTS.noPerson | FAULTS.futureDate | FAULTS.noCode | FAULTS.unknownDrug | FAULTS.codedAnswer;

/** The way of a source file, or of a few small ones, into staging: done once, kept when the rest fails. */
export type Unit = {
  /** Short and safe as a name of a file; the same in each run over the same source. */
  readonly id: string;
  readonly inputs: readonly SourceFile[];
  readonly writes: StagedTable;
  /** Anything else that the result depends on, for the fingerprint. */
  readonly settings: string;
  /** Writes the Parquet file `context.output`, whole, and tells what was wrong. */
  readonly run: (context: UnitContext) => Promise<ProblemReport>;
  /** Numbers of the lines where records stand, given the ids of their `source_ref`; absent where that is not known. */
  readonly locate?: (connection: DuckDBConnection, ids: readonly string[]) => Promise<readonly number[]>;
};

export type UnitContext = {
  readonly connection: DuckDBConnection;
  /** The inputs as files that can be read, unpacked from their archive when they are in one. */
  readonly paths: readonly string[];
  /** File to write; it gets its final name afterwards. */
  readonly output: string;
  /** Finished files of a table, of units before this one. */
  readonly staged: (table: StagedTable) => readonly string[];
  /** Name for a scratch file. */
  readonly scratch: (name: string) => string;
  /** Day of which the data are read, ISO. */
  readonly asOf: string;
  readonly signal: AbortSignal | undefined;
};
