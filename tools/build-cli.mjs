// Bundles the command line: one file per command, loaded when it is used, so that it starts quickly.
import { rename, rm } from "node:fs/promises";
import { build } from "esbuild";

const finished = "apps/cli/dist/bundle";
const outdir = "apps/cli/dist/bundle.next";
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: { materbone: "apps/cli/src/main.ts", "population-worker": "apps/cli/src/population-worker.ts" },
  outdir,
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  platform: "node",
  target: "node20",
  conditions: ["source"],
  // jsonc-parser loads its own files by computed names in its CommonJS form.
  mainFields: ["module", "main"],
  // Database engines are native, or load parts of theirs by name: they stay where npm put them, and are loaded when needed.
  external: ["@photostructure/sqlite", "@duckdb/node-api", "pg", "trino-client"],
  legalComments: "none",
  // commander is CommonJS and asks for Node's own modules through require.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
});

// Swapped in at the end, so that a command that runs meanwhile finds the old one or the new one.
await rm(finished, { recursive: true, force: true });
await rename(outdir, finished);
