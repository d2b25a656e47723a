// A process that converts, for tests that kill it: `node child.mjs SOURCE OUTPUT`. Prints a line when a unit begins.
import { detect } from "../detect/detect.ts";
import { convert } from "./convert.ts";

const [source = "", output = ""] = process.argv.slice(2);
const detection = await detect(source);
if (detection.kind !== "found") throw new Error(detection.why.kind);
await convert(detection.found, {
  output,
  asOf: "2026-01-01",
  onProgress: ({ phase, done }) => process.stdout.write(`${phase} ${done}\n`),
});
