import { constants } from "node:fs";
import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { FolderHeldError, type Holder } from "../registry-error.ts";
import { loadEngine } from "./engine.ts";
import { release } from "./release.ts";
import { guarded, storeError } from "./store-trouble.ts";

/** A data folder that no other program can hold until it is let go, or this process ends in whatever way. */
export type HeldFolder = {
  /** Leaves word of where the holder can be found, for a program that comes later, which does without where it cannot be written. */
  readonly tell: (holder: Holder) => Promise<void>;
  readonly letGo: () => Promise<void>;
};

/** An empty database: its lock is one of the operating system, which takes it from a process that is gone. */
const LOCK = "running.sqlite";
/** Beside it, since what is locked cannot be read. */
const WORD = "running.json";

/** What a hold puts into a folder. The lock stays, empty; its journal is there while it is held, and after a holder that was killed. */
export const HOLD_FILES: readonly string[] = [LOCK, `${LOCK}-journal`, WORD];

const holderSchema = z.strictObject({ address: z.string(), host: z.string(), pid: z.int() });

/**
 * Takes a data folder in hand, which is made when it is not there. What is kept in it besides the database, such as reviews, is
 * safe with one program only.
 *
 * @throws FolderHeldError when another program has it, StoreError when it cannot be written
 */
export function holdFolder(folder: string): Promise<HeldFolder> {
  const file = join(folder, LOCK);
  const word = join(folder, WORD);
  return guarded(folder, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK);
    const { DatabaseSync } = await loadEngine();
    const database = new DatabaseSync(file, { timeout: 0 });
    try {
      database.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      database.close();
      if (storeError(error, file)?.trouble !== "locked") throw error;
      throw new FolderHeldError(folder, await readHolder(word));
    }
    // Of one that was killed.
    await rm(word, { force: true });
    return {
      tell: (holder) => writeFile(word, `${JSON.stringify(holder)}\n`, { mode: 0o600 }).catch(() => undefined),
      letGo: async () => {
        await rm(word, { force: true });
        database.close();
        await release();
      },
    };
  });
}

/** It may not have been written yet, or not wholly. */
async function readHolder(word: string): Promise<Holder | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(word, "utf8")));
  } catch {
    return undefined;
  }
}
