import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Files of a folder that grow side by side. */
export type AppendFiles = {
  readonly append: (file: string, bytes: Uint8Array) => Promise<void>;
  /** Sends everything to the disk and closes. */
  readonly finish: () => Promise<void>;
  /** Closes without waiting for the disk. */
  readonly abandon: () => Promise<void>;
};

/** Files open at once; a large hospital has hundreds, and a process may not have so many. */
const MOST_OPEN = 48;

/** Appends to files of `folder` by name; each write is awaited, so nothing piles up in memory. */
export function appendFiles(folder: string): AppendFiles {
  // In the order of their last use: the first is closed when one too many is open.
  const handles = new Map<string, FileHandle>();

  async function handleOf(file: string): Promise<FileHandle> {
    const known = handles.get(file);
    if (known !== undefined) {
      handles.delete(file);
      handles.set(file, known);
      return known;
    }
    const [oldest] = handles;
    if (oldest !== undefined && handles.size >= MOST_OPEN) {
      handles.delete(oldest[0]);
      await synced(oldest[1]);
    }
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(path, "a");
    handles.set(file, handle);
    return handle;
  }

  return {
    append: async (file, bytes) => {
      const handle = await handleOf(file);
      await handle.appendFile(bytes);
    },
    finish: async () => {
      for (const [file, handle] of handles) {
        handles.delete(file);
        await synced(handle);
      }
    },
    abandon: async () => {
      await Promise.allSettled([...handles.values()].map((handle) => handle.close()));
      handles.clear();
    },
  };
}

async function synced(handle: FileHandle): Promise<void> {
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
