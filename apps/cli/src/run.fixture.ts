import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runMaterbone } from "./program.ts";

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command line in this process and collects what it writes. */
export async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await runMaterbone(args, {
    env,
    out: {
      write: (text) => {
        out += text;
        return true;
      },
    },
    progress: {
      write: (text) => {
        err += text;
        return true;
      },
    },
    showsProgress: false,
    width: undefined,
  });
  return { code, out, err };
}

/** JSON that a command prints. */
export async function runJson(...args: readonly string[]): Promise<unknown> {
  const { out } = await run([...args, "--format", "json"]);
  return JSON.parse(out);
}

/** A file or folder of the repository. */
export function repositoryPath(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}

export const published: string = repositoryPath("examples/qingdao-2016-2019");
export const varied: string = repositoryPath("examples/varied-women");

/** An empty folder for one test file, which removes it when its tests are done. */
export function workFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "materbone-test-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes a file, with the folders above it; an object is written as JSON, one key a line. */
export function writeInput(path: string, content: string | Uint8Array | object): string {
  mkdirSync(dirname(path), { recursive: true });
  const isText = typeof content === "string" || content instanceof Uint8Array;
  writeFileSync(path, isText ? content : `${JSON.stringify(content, null, 2)}\n`);
  return path;
}
