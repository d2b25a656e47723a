import { type BatchRequest, batchAnswerer, type CircuitJob, circuitSimulator } from "@materbone/circuit";

// The program of one Web Worker: answers batches of virtual women until it is ended.
const answer = batchAnswerer(circuitSimulator);
addEventListener("message", ({ data }: MessageEvent<BatchRequest<CircuitJob>>) => {
  const reply = answer(data);
  if (reply !== undefined) postMessage(reply);
});
