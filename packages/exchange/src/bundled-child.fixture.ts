import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A fixture as a program of its own, for tests that kill it: run `path` with node, then `remove`. */
export async function bundledChild(source: URL): Promise<{ readonly path: string; readonly remove: () => void }> {
  // Inside the repository, so that the native module is found.
  const programs = mkdtempSync(fileURLToPath(new URL("../../../node_modules/.convert-child-", import.meta.url)));
  const path = join(programs, "child.mjs");
  await build({
    entryPoints: [fileURLToPath(source)],
    outfile: path,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["source"],
    external: ["@duckdb/*", "yaml", "yauzl"],
  });
  return { path, remove: () => rmSync(programs, { recursive: true, force: true }) };
}
