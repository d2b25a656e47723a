import {
  type CircuitJob,
  circuitSimulation,
  type PopulationBatch,
  type PopulationRunner,
  simulateCase,
} from "@materbone/circuit";
import { openCase } from "@materbone/clinical";
import { type CaseFitJob, type CaseFitMessage, type CaseFitReply, FIT_SEED } from "./case-fit-job.ts";

/** Who waits for the population that the page runs. */
let onPopulation: ((batch: PopulationBatch) => void) | undefined;

// The program of one Web Worker: fits one woman's scans, with virtual women that the page runs for it.
addEventListener("message", ({ data }: MessageEvent<CaseFitMessage>) => {
  if (data.kind === "population") {
    onPopulation?.(data.batch);
    return;
  }
  fitted(data.job).then(
    (result) => reply({ kind: "done", result }),
    (error: unknown) => reply({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

async function fitted({ record, context, lsc, women, weanedMonth }: CaseFitJob): ReturnType<typeof simulateCase> {
  return simulateCase({
    view: openCase(record, context),
    model: circuitSimulation,
    lsc,
    runner: RUN_BY_PAGE,
    women,
    seed: FIT_SEED,
    weanedMonth,
  });
}

const RUN_BY_PAGE: PopulationRunner<CircuitJob> = {
  run: ({ job, seed, women }) =>
    new Promise((resolve) => {
      onPopulation = resolve;
      reply({ kind: "population", request: { job, seed, women } });
    }),
  close: () => undefined,
};

function reply(message: CaseFitReply): void {
  postMessage(message);
}
