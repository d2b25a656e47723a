// Writes docs/reference from the data the program runs on; files that are no longer made are removed.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const OUT = "docs/reference";

const scratch = await mkdtemp(join("node_modules", ".reference-"));
const bundle = join(scratch, "files.mjs");
try {
  await build({
    entryPoints: ["tools/reference/files.ts"],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["source"],
    mainFields: ["module", "main"],
    external: ["@duckdb/node-api", "pg", "trino-client"],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  const { referenceFiles } = await import(pathToFileURL(bundle).href);
  await rm(OUT, { recursive: true, force: true });
  for (const [path, text] of referenceFiles()) {
    await mkdir(dirname(join(OUT, path)), { recursive: true });
    await writeFile(join(OUT, path), text);
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
