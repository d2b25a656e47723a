// Fits the circuit to the anchors in packages/circuit/knowledge and writes what it finds there: values and standard errors
// into site-density.json, the fit and what the model says of every anchor into calibration.json. Starts from the committed
// values. Afterwards: npm run reference, for the tables in docs/reference.
import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const DIGITS = 4;
const knowledge = "packages/circuit/knowledge";
const densityPath = `${knowledge}/site-density.json`;

await import("./compile-circuit.mjs");
const bundle = await build({
  stdin: {
    contents: `export { runCalibration } from "./calibration/run-calibration.ts"; export { circuit } from "./generated/circuit.ts";`,
    resolveDir: "packages/circuit/src",
  },
  bundle: true,
  write: false,
  format: "esm",
  platform: "neutral",
  target: "node20",
  conditions: ["source"],
  mainFields: ["module", "main"],
});
const text = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
const { circuit, runCalibration } = await import(`data:text/javascript;base64,${text}`);

const run = runCalibration(circuit, DIGITS);
const date = new Date().toISOString().slice(0, 10);

const stages = run.stages.map(({ name, anchors, rms, condition, variables }) => ({
  name,
  anchors,
  rms: rounded(rms, 3),
  condition: rounded(condition, 3),
  variables: variables.map(({ value, standardError, ...variable }) => ({
    ...variable,
    value: rounded(value, DIGITS),
    // As many variables as anchors: the spread of the anchors alone, told by no residual.
    ...(standardError === undefined ? {} : { standardError: rounded(standardError, 2) }),
  })),
}));
await write(`${knowledge}/calibration.json`, { run: date, stages, predictions: run.predictions });

const density = JSON.parse(await readFile(densityPath, "utf8"));
for (const parameter of [...density.parameters, ...density.recalibrated]) {
  if (parameter.source !== "calibrated") continue;
  parameter.value = run.parameters[circuit.parameters.findIndex(({ name }) => name === parameter.name)];
  const variable = stages.flatMap(({ variables }) => variables).find(({ name }) => name === parameter.name);
  if (variable?.standardError === undefined) delete parameter.standardError;
  else parameter.standardError = variable.standardError;
}
density.version = date;
for (const source of density.sources) if (source.id === "calibrated") source.checked = date;
await write(densityPath, density);

for (const { name, anchors, rms, condition } of stages)
  console.log(`${name}: ${anchors} rows, rms ${rms} SD, condition ${condition}`);

function rounded(value, digits) {
  return Number(value.toPrecision(digits));
}

async function write(path, value) {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
