import { Worker } from "node:worker_threads";
import type { BatchReply, BatchWorker } from "@materbone/circuit";

/** A thread of Node that runs the program at `program`, which calls `serveBatches`. */
export function threadWorker<Job>(program: URL): BatchWorker<Job> {
  const thread = new Worker(program);
  return {
    send: (request) => thread.postMessage(request),
    onReply: (listener) => {
      thread.on("message", (reply: BatchReply) => listener(reply));
      thread.on("error", (error) => listener({ kind: "failed", message: error.message }));
      thread.on("exit", (code) => {
        if (code !== 0) listener({ kind: "failed", message: `worker thread ended with code ${code}` });
      });
    },
    stop: () => {
      thread.removeAllListeners();
      // It may fail while it is being ended; nobody waits for it any more.
      thread.on("error", () => undefined);
      void thread.terminate();
    },
  };
}
