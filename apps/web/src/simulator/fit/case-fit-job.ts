import type { CaseSimulation, CircuitJob, PopulationBatch, PopulationRequest } from "@materbone/circuit";
import type { CaseRecord, LscSource, SeriesContext } from "@materbone/clinical";

/** What a fit rests on: plain data, so that a worker takes it as it is. */
export type CaseFitJob = {
  readonly record: CaseRecord;
  readonly context: SeriesContext;
  /** Where the precision of a scan comes from. */
  readonly lsc: LscSource;
  /** Virtual women that are weighed by her scans. */
  readonly women: number;
  /** Month of weaning that the reader gave; used only where the record is silent. */
  readonly weanedMonth?: number;
};

/** What the page says to the worker: the job, then each population that it was asked for. */
export type CaseFitMessage =
  | { readonly kind: "job"; readonly job: CaseFitJob }
  | { readonly kind: "population"; readonly batch: PopulationBatch };

/** What the worker says to the page. A worker cannot start others under the page's policy: the page runs its women for it. */
export type CaseFitReply =
  | { readonly kind: "population"; readonly request: WantedPopulation }
  | { readonly kind: "done"; readonly result: CaseSimulation }
  | { readonly kind: "failed"; readonly message: string };

export type WantedPopulation = Pick<PopulationRequest<CircuitJob>, "job" | "seed" | "women">;

/** Seed of the women, as the command has it where none is given: the same women, and the same numbers. */
export const FIT_SEED = 1;
/** Women where the address says nothing, the command's own number; and where those are too few. */
export const FIT_WOMEN = 500;
export const MORE_FIT_WOMEN = 2000;
