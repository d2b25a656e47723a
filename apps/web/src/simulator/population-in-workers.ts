import {
  type BatchReply,
  type BatchWorker,
  type CircuitJob,
  type PopulationRunner,
  pooledRunner,
} from "@materbone/circuit";

/** Runs virtual women in Web Workers of this page, by default one for each core but one. */
export function populationInWorkers(workers: number = defaultWorkers()): PopulationRunner<CircuitJob> {
  return pooledRunner(webWorker, workers);
}

/** A core is left to the page itself; more than eight are not worth their start. */
function defaultWorkers(): number {
  return Math.min(8, Math.max(1, navigator.hardwareConcurrency - 1));
}

function webWorker(): BatchWorker<CircuitJob> {
  // A file of its own beside the page's scripts: the page's policy runs nothing else.
  const worker = new Worker(new URL("./population-worker.ts", import.meta.url), { type: "module" });
  return {
    send: (request) => worker.postMessage(request),
    onReply: (listener) => {
      worker.addEventListener("message", ({ data }: MessageEvent<BatchReply>) => listener(data));
      worker.addEventListener("error", ({ message }) => listener({ kind: "failed", message }));
      worker.addEventListener("messageerror", () =>
        listener({ kind: "failed", message: "an answer could not be read" }),
      );
    },
    stop: () => worker.terminate(),
  };
}
