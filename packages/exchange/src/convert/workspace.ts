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
    await mkdir(staging, { recursive: true });
    const instance = await DuckDBInstance.create(join(staging, LOCK), {
      memory_limit: memoryLimit,
      threads: String(threads),
      temp_directory: join(staging, "spill"),
      preserve_insertion_order: "false",
      autoinstall_known_extensions: "false",
    });
    const connection = await instance.connect();
    for (const name of await readdir(staging)) {
      if (name.endsWith(".part") || name.startsWith("scratch-")) await rm(join(staging, name), { force: true });
    }
    const letGo = (): void => {
      connection.closeSync();
      instance.closeSync();
    };
    const close = (): void => {
      letGo();
      busy.delete(output);
    };
    const closeAndRemove = async (): Promise<void> => {
      try {
        for (const name of await readdir(staging)) {
          if (!name.startsWith(LOCK)) await rm(join(staging, name), { recursive: true, force: true });
        }
        // The lock goes while it is held: another process makes one of its own then, and loses nothing of it below.
        const isUnlocked = await isDone(rm(join(staging, LOCK)));
        letGo();
        // Windows removes no open file: there ours goes now, and another's stays.
        if (!isUnlocked) await isDone(rm(join(staging, LOCK)));
        await isDone(rmdir(staging));
      } finally {
        close();
      }
    };
    return { staging, connection, close, closeAndRemove };
  } catch (error) {
    busy.delete(output);
    throw error;
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
