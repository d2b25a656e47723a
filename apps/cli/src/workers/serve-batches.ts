import { parentPort } from "node:worker_threads";
import { type BatchRequest, batchAnswerer, type SimulatorOf } from "@materbone/circuit";

/** The inside of a thread: answers batches until it is ended. */
export function serveBatches<Job>(simulatorOf: SimulatorOf<Job>): void {
  const answer = batchAnswerer(simulatorOf);
  parentPort?.on("message", (request: BatchRequest<Job>) => {
    const reply = answer(request);
    if (reply === undefined) return;
    const { batch } = reply.kind === "batch" ? reply : { batch: undefined };
    // Handed over, not copied.
    const buffers = batch === undefined ? [] : [batch.parameters.buffer, batch.features.buffer, batch.values.buffer];
    parentPort?.postMessage(reply, buffers as ArrayBuffer[]);
  });
}
