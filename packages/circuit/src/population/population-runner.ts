import { joinedBatches, type PopulationBatch, simulateBatch, type WomanSimulator } from "./simulate-batch.ts";

/** Runs a population somewhere: here, in threads of Node, in workers of a browser. `Job` is plain data. */
export type PopulationRunner<Job> = {
  /**
   * Women 0 to `women` - 1; the same bits wherever and in whatever order they are run.
   *
   * @throws PopulationCancelledError soon after the signal asks for it
   * @throws PopulationFailedError when a woman cannot be run or a worker is lost
   */
  readonly run: (request: PopulationRequest<Job>) => Promise<PopulationBatch>;
  /** Ends the workers; the runner is not used again. */
  readonly close: () => void;
};

export type PopulationRequest<Job> = {
  readonly job: Job;
  readonly seed: number;
  readonly women: number;
  readonly signal?: CancelSignal;
  /** Called after each batch with the number of women that are ready. */
  readonly onProgress?: (women: number) => void;
};

/** What of an `AbortSignal` is read. */
export type CancelSignal = { readonly aborted: boolean };

/** Makes what simulates women from plain data; the same function on every side. */
export type SimulatorOf<Job> = (job: Job) => WomanSimulator;

export class PopulationCancelledError extends Error {
  override readonly name = "PopulationCancelledError";
  /** Women that were ready. */
  readonly women: number;

  constructor(women: number) {
    super(`cancelled after ${women} women`);
    this.women = women;
  }
}

export class PopulationFailedError extends Error {
  override readonly name = "PopulationFailedError";
}

/** Women of one batch here: few enough that progress and cancel come often. */
const BATCH = 16;

/**
 * Runs women one after another where it is called.
 *
 * @param pause - lets other work of the program in between two batches, as a timer of 0 ms does
 */
export function inMemoryRunner<Job>(simulatorOf: SimulatorOf<Job>, pause: () => Promise<void>): PopulationRunner<Job> {
  return {
    run: async ({ job, seed, women, signal, onProgress }) => {
      checkCount(women);
      const batches: PopulationBatch[] = [];
      let simulator: WomanSimulator | undefined;
      for (let from = 0; from < women; from += BATCH) {
        if (signal?.aborted === true) throw new PopulationCancelledError(from);
        const to = Math.min(women, from + BATCH);
        try {
          simulator ??= simulatorOf(job);
          batches.push(simulateBatch(simulator, seed, from, to));
        } catch (cause) {
          throw new PopulationFailedError(messageOf(cause), { cause });
        }
        onProgress?.(to);
        await pause();
      }
      if (signal?.aborted === true) throw new PopulationCancelledError(women);
      return joinedBatches(batches);
    },
    close: () => undefined,
  };
}

/** Most women of one population. */
const MOST_WOMEN = 100_000;

/** @throws RangeError when it is no number of women */
export function checkCount(women: number): void {
  if (!(Number.isInteger(women) && women >= 1 && women <= MOST_WOMEN)) {
    throw new RangeError(`a population has 1 to ${MOST_WOMEN} women, not ${women}`);
  }
}

export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
