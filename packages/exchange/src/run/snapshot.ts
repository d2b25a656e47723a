import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { ContractTable, TableNames } from "@materbone/finder";
import { tableFile } from "../convert/manifest.ts";
import type { Found } from "../detect/found.ts";
import type { FinderEngine } from "../engine.ts";
import { openDuckdbEngine } from "../engines/duckdb-engine.ts";
import { localDay } from "../local-day.ts";

/** DuckDB over the tables of a finished conversion. @throws EngineError */
export function openSnapshot(folder: string): Promise<FinderEngine> {
  return openDuckdbEngine({ tables: snapshotTables(folder), folders: [folder], memoryLimit: "800MB", threads: 2 });
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
