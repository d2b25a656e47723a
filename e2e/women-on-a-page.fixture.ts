import type { CircuitJob, PopulationBatch } from "@materbone/circuit";
import { populationInWorkers } from "../apps/web/src/simulator/population-in-workers.ts";

/** What the page of `virtual-women.e2e.ts` gives its test: the workbench's own way to run virtual women. */
export type WomenOnAPage = {
  readonly run: (job: CircuitJob, seed: number, women: number, workers: number) => Promise<readonly number[]>;
  readonly cancelled: (job: CircuitJob) => Promise<string>;
};

const onPage: WomenOnAPage = {
  run: async (job, seed, women, workers) => {
    const runner = populationInWorkers(workers);
    const batch: PopulationBatch = await runner.run({ job: withArrays(job), seed, women });
    runner.close();
    return [...batch.parameters, ...batch.features, ...batch.values];
  },
  cancelled: async (job) => {
    const controller = new AbortController();
    const runner = populationInWorkers(2);
    const request = { job: withArrays(job), seed: 1, women: 20_000, signal: controller.signal };
    return runner
      .run({ ...request, onProgress: () => controller.abort() })
      .then(() => "finished")
      .catch((error: unknown) => (error instanceof Error ? error.name : String(error)));
  },
};

/** A test hands over plain numbers: the times of plans become arrays again. */
function withArrays(job: CircuitJob): CircuitJob {
  const plan = (each: CircuitJob["courses"][number]) => ({ ...each, times: Float64Array.from(each.times) });
  return { ...job, trial: { ...job.trial, plan: plan(job.trial.plan) }, courses: job.courses.map(plan) };
}

Object.assign(globalThis, { womenOnAPage: onPage });
