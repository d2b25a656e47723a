// Bundles the server into one folder; the database engine stays a package, since it carries a native addon.
import { rename, rm } from "node:fs/promises";
import { build } from "esbuild";

const finished = "apps/server/dist/bundle";
const outdir = "apps/server/dist/bundle.next";
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: { "materbone-server": "apps/server/src/main.ts" },
  outdir,
  bundle: true,
  splitting: true,
  minify: true,
  // Names of errors stand in the log.
  keepNames: true,
  format: "esm",
  platform: "node",
  target: "node20",
  conditions: ["source"],
  mainFields: ["module", "main"],
  legalComments: "none",
  // Database engines are native, or load parts of theirs by name: they stay packages, and are loaded when a page asks for them.
  external: ["@photostructure/sqlite", "@duckdb/node-api", "pg", "trino-client"],
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
});

// Swapped in at the end, so that a start meanwhile finds the old one or the new one.
await rm(finished, { recursive: true, force: true });
await rename(outdir, finished);
