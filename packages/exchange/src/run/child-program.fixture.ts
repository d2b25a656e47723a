// A process that makes a run and stops while it keeps the rows of the first woman, for a test that kills it: `node child.mjs SOURCE FOLDER`.
import { presetDefinition, resolveDefinition } from "@materbone/finder";
import { findInFiles } from "./find-in-files.ts";

const [path = "", finderFolder = ""] = process.argv.slice(2);
const paper = presetDefinition("paper");
if (paper === undefined) throw new Error("no preset");
await findInFiles({
  path,
  definition: resolveDefinition(paper),
  finderFolder,
  materbone: "0.0.0",
  now: () => new Date(),
  onProgress: ({ phase }) => {
    if (phase !== "keep") return;
    process.stdout.write("keep\n");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
