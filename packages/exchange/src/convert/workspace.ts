import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { ConversionError } from "./conversion-error.ts";

/** The folder of a conversion while it runs, with an engine in it that no other process opens. */
export type Workspace = {
  readonly staging: string;
  readonly connection: DuckDBConnection;
  readonly close: () => void;
};

const FOLDER = ".staging";

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
    const instance = await DuckDBInstance.create(join(staging, "lock.duckdb"), {
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
    return {
      staging,
      connection,
      close: () => {
        connection.closeSync();
        instance.closeSync();
        busy.delete(output);
      },
    };
  } catch (error) {
    busy.delete(output);
    throw error;
  }
}

/** Removes the folder of a finished conversion's way. */
export async function removeStaging(output: string): Promise<void> {
  await rm(join(output, FOLDER), { recursive: true, force: true });
}
