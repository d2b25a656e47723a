import {
  checkCount,
  messageOf,
  PopulationCancelledError,
  PopulationFailedError,
  type PopulationRequest,
  type PopulationRunner,
  type SimulatorOf,
} from "./population-runner.ts";
import { joinedBatches, type PopulationBatch, simulateBatch, type WomanSimulator } from "./simulate-batch.ts";

/** What a worker is asked. */
export type BatchRequest<Job> =
  | { readonly kind: "job"; readonly job: Job; readonly seed: number }
  | { readonly kind: "batch"; readonly from: number; readonly to: number };

export type BatchReply =
  | { readonly kind: "batch"; readonly batch: PopulationBatch }
  | { readonly kind: "failed"; readonly message: string };

/** A thread of Node or a worker of a browser, seen from outside. */
export type BatchWorker<Job> = {
  readonly send: (request: BatchRequest<Job>) => void;
  /** Called once, before anything is sent; a worker that is lost replies `failed`. */
  readonly onReply: (listener: (reply: BatchReply) => void) => void;
  readonly stop: () => void;
};

/** The inside of a worker: gives the reply to each request, none to a job. */
export function batchAnswerer<Job>(
  simulatorOf: SimulatorOf<Job>,
): (request: BatchRequest<Job>) => BatchReply | undefined {
  let open: { readonly simulator: WomanSimulator; readonly seed: number } | undefined;
  return (request) => {
    try {
      if (request.kind === "job") {
        open = { simulator: simulatorOf(request.job), seed: request.seed };
        return undefined;
      }
      if (open === undefined) return { kind: "failed", message: "a batch was asked for before a job" };
      return { kind: "batch", batch: simulateBatch(open.simulator, open.seed, request.from, request.to) };
    } catch (cause) {
      return { kind: "failed", message: messageOf(cause) };
    }
  };
}

/** Batches that each worker gets on average: enough that none waits long for the last. */
const BATCHES_PER_WORKER = 8;
const LARGEST_BATCH = 64;

/**
 * Runs women in workers, which ask for a new batch as soon as they have answered one.
 *
 * @param startWorker - starts one worker; called when the first population is run
 * @param workers - how many; a whole number from 1
 * @throws RangeError when `workers` is none
 */
export function pooledRunner<Job>(startWorker: () => BatchWorker<Job>, workers: number): PopulationRunner<Job> {
  if (!(Number.isInteger(workers) && workers >= 1))
    throw new RangeError(`workers is a whole number from 1: ${workers}`);
  let running: BatchWorker<Job>[] = [];
  const close = (): void => {
    for (const worker of running) worker.stop();
    running = [];
  };
  return {
    run: async (request) => {
      checkCount(request.women);
      // Fresh workers each time: whatever an earlier run left is gone with them.
      close();
      return new Promise<PopulationBatch>((resolve, reject) => {
        const distribute = distributor(request, workers, resolve, (error) => {
          close();
          reject(error);
        });
        try {
          for (let i = 0; i < Math.min(workers, request.women); i++) {
            const worker = startWorker();
            running.push(worker);
            worker.onReply((reply) => distribute(worker, reply));
            worker.send({ kind: "job", job: request.job, seed: request.seed });
            distribute(worker, undefined);
          }
        } catch (cause) {
          close();
          reject(new PopulationFailedError(messageOf(cause), { cause }));
        }
      });
    },
    close,
  };
}

/** Takes replies and hands out the next batch. */
function distributor<Job>(
  { women, signal, onProgress }: PopulationRequest<Job>,
  workers: number,
  resolve: (batch: PopulationBatch) => void,
  reject: (error: Error) => void,
): (worker: BatchWorker<Job>, reply: BatchReply | undefined) => void {
  const size = Math.max(1, Math.min(LARGEST_BATCH, Math.ceil(women / (workers * BATCHES_PER_WORKER))));
  const batches: PopulationBatch[] = [];
  let next = 0;
  let ready = 0;
  let isOver = false;
  const end = (error: Error): void => {
    isOver = true;
    reject(error);
  };
  return (worker, reply) => {
    if (isOver) return;
    if (reply?.kind === "failed") {
      end(new PopulationFailedError(reply.message));
      return;
    }
    if (reply !== undefined) {
      batches.push(reply.batch);
      ready += reply.batch.to - reply.batch.from;
      onProgress?.(ready);
    }
    if (signal?.aborted === true) {
      end(new PopulationCancelledError(ready));
    } else if (ready === women) {
      isOver = true;
      resolve(joinedBatches(batches));
    } else if (next < women) {
      const from = next;
      next = Math.min(women, from + size);
      worker.send({ kind: "batch", from, to: next });
    }
  };
}
