import { rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ContractTable, TableNames } from "@materbone/finder";
import { ConversionError } from "../convert/conversion-error.ts";
import { type Manifest, manifestMark, readManifest, tableFile } from "../convert/manifest.ts";
import type { Found } from "../detect/found.ts";
import { EngineError, type FinderEngine } from "../engine.ts";
import { openDuckdbEngine } from "../engines/duckdb-engine.ts";
import { localDay } from "../local-day.ts";
import { openPassing } from "./passing-folder.ts";

/** With what the system holds beside it, the process stays below 1 GB at ten million persons. */
const SNAPSHOT_MEMORY = "350MB";

/**
 * DuckDB over the tables of a finished conversion; what memory does not hold lies beside them meanwhile. All statements see
 * one conversion: persons are numbered anew by each, so that answers of two would mix women up. When another one replaced it,
 * a statement rejects with the ConversionError `replaced`.
 *
 * @param key - that of the conversion that is meant; the one that is there when absent
 * @throws EngineError | ConversionError
 */
export async function openSnapshot(folder: string, key?: Manifest["key"]): Promise<FinderEngine> {
  const mark = await manifestMark(folder);
  const isSame = async (): Promise<boolean> => mark !== undefined && (await manifestMark(folder)) === mark;
  const replaced = (cause?: unknown): ConversionError => new ConversionError({ kind: "replaced" }, cause);
  if (key !== undefined && (await readManifest(folder))?.key !== key) throw replaced();
  const spill = await spillFolder(folder);
  const drop = (): Promise<void> => rm(spill, { recursive: true, force: true });
  try {
    const engine = await openDuckdbEngine({
      tables: snapshotTables(folder),
      folders: [folder],
      memoryLimit: SNAPSHOT_MEMORY,
      threads: 2,
      temporaryFolder: spill,
    });
    const run: FinderEngine["run"] = async (query, signal) => {
      const rows = await engine.run(query, signal).catch(async (error: unknown) => {
        throw error instanceof EngineError && !(await isSame()) ? replaced(error) : error;
      });
      if (!(await isSame())) throw replaced();
      return rows;
    };
    return { ...engine, run, close: () => engine.close().finally(drop) };
  } catch (error) {
    await drop();
    throw error instanceof EngineError && !(await isSame()) ? replaced(error) : error;
  }
}

/** In the folder itself, or among the system's temporary files where nothing may be written beside the tables. */
function spillFolder(folder: string): Promise<string> {
  return openPassing(folder, "spill").catch(() => openPassing(tmpdir(), "materbone-spill"));
}

/** The day on which the newest file was last changed, so that the same files give the same answer tomorrow. */
export async function dayOfFiles(found: Found): Promise<string> {
  const paths = [...new Set(found.files.map(({ path }) => path))];
  const times = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
  return localDay(new Date(times.reduce((last, time) => Math.max(last, time), 0)));
}

function snapshotTables(folder: string): TableNames {
  const parquet = (table: ContractTable) => ({ kind: "parquet", paths: [join(folder, tableFile(table))] }) as const;
  return {
    contract: {
      person: parquet("person"),
      event: parquet("event"),
      code: parquet("code"),
      ancestor: parquet("ancestor"),
    },
  };
}
