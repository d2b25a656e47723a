import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
let folder: string | undefined;
let made: Promise<string> | undefined;

// Registered as the test file loads: inside a test it would not be heard.
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

/** The program of `child-program.fixture.ts` as one file that Node runs, so that tests have real processes to kill. */
export function bundledChild(): Promise<string> {
  made ??= bundle();
  return made;
}

async function bundle(): Promise<string> {
  // Inside the repository, so that the native module is found.
  folder = mkdtempSync(join(here, "../../../../node_modules/.registry-child-"));
  // Some tests run it as another user.
  chmodSync(folder, 0o755);
  const outfile = join(folder, "child.mjs");
  await build({
    entryPoints: [join(here, "child-program.fixture.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["source"],
    external: ["@photostructure/sqlite"],
  });
  return outfile;
}
