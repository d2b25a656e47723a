// Runs the exported R scripts of examples/evidence with Rscript and prints how far their coefficients are from ours.
//   npm run build && node tools/run-r-scripts.mjs [Rscript]
// Needs R with metafor, clubSandwich, lme4, lmerTest and pbkrtest; the workbench itself needs none of them.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const examples = join(root, "examples", "evidence");
const rscript = process.argv[2] ?? "Rscript";
/** Largest relative difference that passes; the engines' own optimisers stop near 1e-5. */
const TOLERANCE = { univariate: 1e-8, multilevel: 1e-7, mixed: 1e-5 };

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${status}\n${stderr}`);
  return stdout;
}

function fitted(name, format) {
  const files = ["--data", join(examples, `${name}.csv`), "--model", join(examples, `${name}.json`)];
  return run(process.execPath, [
    join(root, "apps/cli/bin/materbone.js"),
    "evidence",
    "fit",
    ...files,
    "--format",
    format,
  ]);
}

const folder = mkdtempSync(join(tmpdir(), "r-scripts-"));
let failed = 0;
try {
  for (const file of readdirSync(examples).filter((one) => one.endsWith(".json"))) {
    const name = file.slice(0, -".json".length);
    const ours = JSON.parse(fitted(name, "json"));
    const script = join(folder, `${name}.R`);
    const last = ours.kind === "multilevel" ? "same" : "fit";
    const numbers = `cat("\\n@", sprintf("%.17g", as.data.frame(coef(summary(${last})))[, 1:2] |> unlist()), "\\n")\n`;
    writeFileSync(script, fitted(name, "r") + numbers);
    const line = run(rscript, ["--vanilla", script])
      .split("\n")
      .findLast((one) => one.startsWith("@"));
    const theirs = line.slice(1).trim().split(/\s+/).map(Number);
    const wanted = ["estimate", "se"].flatMap((key) => ours.coefficients.map((one) => one[key]));
    const far = Math.max(...wanted.map((value, at) => Math.abs(value - theirs[at]) / Math.abs(value)));
    const agrees = theirs.length === wanted.length && far <= TOLERANCE[ours.kind];
    if (!agrees) failed += 1;
    process.stdout.write(
      `${agrees ? "agrees" : "DIFFERS"}  ${name} (${ours.kind}), largest relative difference ${far.toExponential(1)}\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
