import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Lets go of the file after its connections were closed. The engine frees a statement only when JavaScript's garbage
 * collector does, and until then a closed connection keeps the file open and the write-ahead log beside it; so the
 * collector is asked for once here.
 */
export async function release(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  // What was collected is freed in the next turn.
  await setImmediate();
}
