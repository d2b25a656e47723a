import { open, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Name of a file while it is written, in the folder of the finished one. */
export function partName(path: string): string {
  return `${path}.part`;
}

/** Gives a file written under `partName(path)` its name, once all of it is on the disk. */
export async function publish(path: string): Promise<void> {
  await syncToDisk(partName(path), "r+");
  await rename(partName(path), path);
  // Windows cannot open a folder; there the rename is journalled.
  await syncToDisk(dirname(path), "r").catch(() => undefined);
}

/** Writes `text` whole or not at all. */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    await writeFile(partName(path), text);
    await publish(path);
  } catch (error) {
    await rm(partName(path), { force: true });
    throw error;
  }
}

async function syncToDisk(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
