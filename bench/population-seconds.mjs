// A population on workers that wait for their share; each is a process of this file's second half.
import { fork } from "node:child_process";
import { once } from "node:events";

const COUNT = 1_000;

/** Wall-clock seconds from the first share sent to the last answer. */
export async function populationSeconds(workers) {
  const children = Array.from({ length: workers }, () => fork(new URL("population-worker.mjs", import.meta.url)));
  await Promise.all(children.map((child) => once(child, "message")));
  const start = performance.now();
  const shares = children.map(async (child, index) => {
    const answer = once(child, "message");
    child.send({ first: index, step: workers, count: COUNT });
    await answer;
    child.disconnect();
  });
  await Promise.all(shares);
  return { seconds: (performance.now() - start) / 1000, count: COUNT };
}
