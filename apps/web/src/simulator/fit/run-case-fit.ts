import type { CaseSimulation } from "@materbone/circuit";
import { populationInWorkers } from "../population-in-workers.ts";
import type { CaseFitJob, CaseFitMessage, CaseFitReply } from "./case-fit-job.ts";

/** What a fit tells on its way; one reading of when she weaned after the other has women of its own. */
export type CaseFitListener = {
  readonly onProgress: (done: number, all: number) => void;
  readonly onDone: (result: CaseSimulation) => void;
  readonly onFailed: (message: string) => void;
};

/** Fits in a worker, and runs its virtual women in the workers of the page; all stop at its end. @returns what ends it before */
export function runCaseFit(job: CaseFitJob, { onProgress, onDone, onFailed }: CaseFitListener): () => void {
  // A file of its own beside the page's scripts: the page's policy runs nothing else.
  const worker = new Worker(new URL("./case-fit-worker.ts", import.meta.url), { type: "module" });
  const runner = populationInWorkers();
  const send = (message: CaseFitMessage): void => worker.postMessage(message);
  const close = (): void => {
    worker.terminate();
    runner.close();
  };
  const fail = (message: string): void => {
    close();
    onFailed(message);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<CaseFitReply>) => {
    if (data.kind === "done") {
      close();
      onDone(data.result);
    }
    if (data.kind === "failed") fail(data.message);
    if (data.kind !== "population") return;
    const { women } = data.request;
    onProgress(0, women);
    runner.run({ ...data.request, onProgress: (done) => onProgress(done, women) }).then(
      (batch) => send({ kind: "population", batch }),
      (error: unknown) => fail(error instanceof Error ? error.message : String(error)),
    );
  });
  worker.addEventListener("error", ({ message }) => fail(message));
  send({ kind: "job", job });
  return close;
}
