import { existsSync } from "node:fs";
import { mkdir, readdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { ConversionError } from "./conversion-error.ts";

/** The folder of a conversion while it runs, with an engine in it that no other process opens. */
export type Workspace = {
  readonly staging: string;
  readonly connection: DuckDBConnection;
  /** Lets go, keeping what is finished for the next run. */
  readonly close: () => void;
  /** Lets go and removes the folder: nothing in it is needed any more. */
  readonly closeAndRemove: () => Promise<void>;
};

const FOLDER = ".staging";
const LOCK = "lock.duckdb";

/** Outputs that this process converts into: the lock of a file keeps only other processes out. */
const busy = new Set<string>();

/**
 * Opens the folder; leftovers of a killed run that are not finished go.
 *
 * @param memoryLimit - as DuckDB writes it: `700MB`
 */
export async function openWorkspace(output: string, memoryLimit: string, threads: number): Promise<Workspace> {
  if (busy.has(output)) throw new ConversionError({ kind: "busy" });
  busy.add(output);
  try {
    const staging = join(output, FOLDER);
    const instance = await openLock(staging, {
      memory_limit: memoryLimit,
      threads: String(threads),
      temp_directory: join(staging, "spill"),
      preserve_insertion_order: "false",
      autoinstall_known_extensions: "false",
    });
    const connection = await tidied(instance, staging).catch((error: unknown) => {
      // An engine that stays open keeps its lock: every later conversion of the folder would be told that it is busy.
      instance.closeSync();
      throw error;
    });
    const letGo = (): void => {
      connection.closeSync();
      instance.closeSync();
    };
    const closeAndRemove = async (): Promise<void> => {
      await isDone(removeBut(LOCK, staging));
      // The lock goes while it is held: another process makes one of its own then, and loses nothing of it below.
      const isUnlocked = await isDone(rm(join(staging, LOCK)));
      letGo();
      // Windows removes no open file: there ours goes now, and another's stays.
      if (!isUnlocked) await isDone(rm(join(staging, LOCK)));
      await isDone(rmdir(staging));
      busy.delete(output);
    };
    const close = (): void => {
      letGo();
      busy.delete(output);
    };
    return { staging, connection, close, closeAndRemove };
  } catch (error) {
    busy.delete(output);
    throw error;
  }
}

/** A connection, once what a killed run left unfinished is gone. */
async function tidied(instance: DuckDBInstance, staging: string): Promise<DuckDBConnection> {
  for (const name of await readdir(staging)) {
    if (name.endsWith(".part") || name.startsWith("scratch-")) await rm(join(staging, name), { force: true });
  }
  return instance.connect();
}

/** The engine's file is the lock. The folder may go with a conversion of another process that ends: then it is made again. */
async function openLock(staging: string, settings: Readonly<Record<string, string>>): Promise<DuckDBInstance> {
  for (let attempt = 1; ; attempt += 1) {
    await mkdir(staging, { recursive: true });
    try {
      return await DuckDBInstance.create(join(staging, LOCK), settings);
    } catch (error) {
      if (existsSync(staging) || attempt === ATTEMPTS) throw error;
    }
  }
}

const ATTEMPTS = 5;

/** Whether a conversion into the folder did not end: what it has read so far is kept for the next. A lock alone holds nothing. */
export async function isBrokenOff(output: string): Promise<boolean> {
  const names = await readdir(join(output, FOLDER)).catch(() => []);
  return names.some((name) => !name.startsWith(LOCK));
}

async function removeBut(kept: string, folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(kept)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Whether a removal was done: what remains is in use by another conversion, or is tidied by the next. */
async function isDone(removal: Promise<void>): Promise<boolean> {
  try {
    await removal;
    return true;
  } catch {
    return false;
  }
}
