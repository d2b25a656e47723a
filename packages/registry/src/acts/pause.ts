import { setImmediate } from "node:timers/promises";

/** Longest piece of work between two pauses, milliseconds: below what a person feels as a stop. */
const STRETCH_MS = 12;

/** Lets others have a turn now and then during long work. */
export function pauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < STRETCH_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
