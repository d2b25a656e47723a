import { rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ContractTable, Row, TableNames } from "@materbone/finder";
import { ConversionError } from "../convert/conversion-error.ts";
import { type Manifest, manifestMark, readManifest, tableFile } from "../convert/manifest.ts";
import type { Found } from "../detect/found.ts";
import { EngineError, type FinderEngine } from "../engine.ts";
import { type DuckdbOptions, openDuckdbEngine } from "../engines/duckdb-engine.ts";
import { localDay } from "../local-day.ts";
import { inTurn } from "./in-turn.ts";
import { openPassing } from "./passing-folder.ts";

/** What a statement may take. */
type Allowance = Pick<DuckdbOptions, "memoryLimit" | "threads">;

/**
 * With what the system holds beside it, the process stays below 1 GB at ten million persons. A statement for which that is not
 * enough is asked once more with one thread, since each has tables of its own; of such statements one runs at a time in a process.
 */
const ALLOWANCES: readonly [Allowance, Allowance] = [
  { memoryLimit: "350MB", threads: 2 },
  { memoryLimit: "600MB", threads: 1 },
];

/** The turn of statements with the larger allowance, whatever their folder: no folder has this name. */
const LARGER = "larger allowance";

export type SnapshotOptions = {
  /** Key of the conversion that is meant; the one that is there when absent. */
  readonly key?: Manifest["key"];
  readonly allowances?: readonly [Allowance, Allowance];
};

/**
 * DuckDB over the tables of a finished conversion; what memory does not hold lies beside them meanwhile. All statements see
 * one conversion: persons are numbered anew by each, so that answers of two would mix women up. When another one replaced it,
 * or none is there, a statement rejects with the ConversionError `replaced`.
 *
 * @throws EngineError | ConversionError
 */
export async function openSnapshot(folder: string, options: SnapshotOptions = {}): Promise<FinderEngine> {
  const mark = await manifestMark(folder);
  const [first, second] = options.allowances ?? ALLOWANCES;
  /** What was done over the tables, unless they are others now. */
  const overThese = async <T>(work: () => Promise<T>): Promise<T> => {
    const done = await work().catch(async (error: unknown) => {
      throw error instanceof EngineError && !(await isSame(folder, mark)) ? replaced(error) : error;
    });
    if (!(await isSame(folder, mark))) throw replaced();
    return done;
  };
  if (options.key !== undefined && (await readManifest(folder))?.key !== options.key) throw replaced();
  const engine = await openAllowed(folder, first).catch((error: unknown) => overThese(() => Promise.reject(error)));
  const ask = async (...question: Parameters<FinderEngine["run"]>): Promise<readonly Row[]> => {
    try {
      return await engine.run(...question);
    } catch (error) {
      if (!(error instanceof EngineError && error.isOutOfMemory)) throw error;
    }
    return inTurn(LARGER, async () => {
      question[1]?.throwIfAborted();
      const larger = await openAllowed(folder, second);
      return larger.run(...question).finally(larger.close);
    });
  };
  return { ...engine, run: (...question) => overThese(() => ask(...question)) };
}

async function isSame(folder: string, mark: string | undefined): Promise<boolean> {
  return mark !== undefined && (await manifestMark(folder)) === mark;
}

function replaced(cause?: unknown): ConversionError {
  return new ConversionError({ kind: "replaced" }, cause);
}

async function openAllowed(folder: string, allowance: Allowance): Promise<FinderEngine> {
  const spill = await spillFolder(folder);
  const drop = (): Promise<void> => rm(spill, { recursive: true, force: true });
  try {
    const engine = await openDuckdbEngine({
      tables: snapshotTables(folder),
      folders: [folder],
      ...allowance,
      temporaryFolder: spill,
    });
    return { ...engine, close: () => engine.close().finally(drop) };
  } catch (error) {
    await drop();
    throw error;
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
