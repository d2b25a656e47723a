import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { InputError } from "../input/input-error.ts";

/**
 * Makes a folder and the missing ones above it, one level at a time: a recursive mkdir does not end on some virtual file
 * systems.
 *
 * @throws InputError when a file stands in the way
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  let place = resolve(folder);
  for (let kind = await kindOf(place); kind !== "folder"; kind = await kindOf(place)) {
    if (kind === "file") throw new InputError([{ kind: "notAFolder", file: place }]);
    missing.unshift(place);
    place = dirname(place);
  }
  for (const level of missing) await mkdir(level);
}

async function kindOf(path: string): Promise<"folder" | "file" | "missing"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return "missing";
    if (code === "ENOTDIR") return "missing";
    throw error;
  }
}
