// Makes the kernels of the circuit from their descriptions: packages/circuit/src/generated, one module per model. Runs first in
// the build. A file whose text has not changed is left as it is, so that nothing after it is built anew.
// With `--c FOLDER` it writes the same kernels in C there instead, for the benchmark against CVODE.
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const { values: options } = parseArgs({ options: { c: { type: "string" } } });
const folder = options.c ?? "packages/circuit/src/generated";

const bundle = await build({
  stdin: {
    contents: `export { compileModel, compileModelToC } from "./compiler/compile.ts"; export { models } from "./model/models.ts";`,
    resolveDir: "packages/circuit/src",
  },
  bundle: true,
  write: false,
  format: "esm",
  platform: "neutral",
  target: "node20",
  conditions: ["source"],
});
const { compileModel, compileModelToC, models } = await import(
  `data:text/javascript;base64,${encoded(bundle.outputFiles[0].contents)}`
);

const files = models.flatMap(compiled);
if (process.exitCode !== 1) {
  await mkdir(folder, { recursive: true });
  for (const { name, text } of files) await writeChanged(`${folder}/${name}`, text);
  const names = new Set(files.map(({ name }) => name));
  // Kernels of models that are no longer there. A folder given by hand may hold other files.
  const stale = (await readdir(folder)).filter((name) => name.endsWith(".ts") && !names.has(name));
  if (options.c === undefined) for (const name of stale) await rm(`${folder}/${name}`, { force: true });
}

/** The files of one model; a mistake in it is told and ends the build with 1. */
function compiled(model) {
  try {
    return options.c === undefined ? compileModel(model) : compileModelToC(model);
  } catch (error) {
    if (error.name !== "ModelError") throw error;
    console.error(`${model.name}: ${error.message}`);
    process.exitCode = 1;
    return [];
  }
}

async function writeChanged(path, text) {
  if ((await readFile(path, "utf8").catch(() => undefined)) === text) return;
  const next = `${path}.${process.pid}.next`;
  await writeFile(next, text);
  await rename(next, path);
}

function encoded(bytes) {
  return Buffer.from(bytes).toString("base64");
}
