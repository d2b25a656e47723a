import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ResolvedDefinition } from "@materbone/finder";
import { convert } from "../convert/convert.ts";
import { type Manifest, readManifest } from "../convert/manifest.ts";
import { detect } from "../detect/detect.ts";
import type { Refusal } from "../detect/found.ts";
import { sourceFile } from "../detect/list-files.ts";
import { makeRun } from "./make-run.ts";
import type { RunHead } from "./open-run.ts";
import { sweep } from "./passing-folder.ts";
import { runData } from "./run-data.ts";
import { dayOfFiles, openSnapshot } from "./snapshot.ts";
import { isDataKey, keepPlace } from "./stored-data.ts";

export type FindInFilesOptions = {
  /** Folder, file or archive on this computer. */
  readonly path: string;
  /** Mapping file for tables, in place of one beside them. */
  readonly mapping?: string;
  readonly definition: ResolvedDefinition;
  /** Folder of converted data and of runs, as `finderFolders` lays it out. */
  readonly finderFolder: string;
  /** Day of which the data are read; that of the newest file when absent. */
  readonly asOf?: string;
  readonly strict?: boolean;
  readonly materbone: string;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: FindProgress) => void;
};

/** `read` counts bytes of the source, `sort` steps of the tables, `keep` candidates whose rows are kept; `answer` is one statement. */
export type FindProgress = {
  readonly phase: "detect" | "read" | "sort" | "answer" | "keep";
  readonly done: number;
  readonly total: number;
};

export type FoundInFiles =
  | { readonly kind: "found"; readonly run: RunHead; readonly problems: Manifest["problems"] }
  | { readonly kind: "refused"; readonly why: Refusal };

/** Where the folder of a data folder's finder keeps what: converted data by name, runs and own definitions by id. */
export function finderFolders(finderFolder: string): {
  readonly runs: string;
  readonly definitions: string;
  readonly data: (name: string) => string;
} {
  return {
    runs: join(finderFolder, "runs"),
    definitions: join(finderFolder, "definitions"),
    data: (name) => join(finderFolder, name),
  };
}

/** Name of a source's converted data: the same for the same place, and telling nothing of it. */
export function dataNameOf(path: string): string {
  return createHash("sha256").update(resolve(path)).digest("hex").slice(0, 16);
}

/** Detects, converts where that is not done yet, answers and keeps the run. @throws ConversionError | EngineError */
export async function findInFiles(options: FindInFilesOptions): Promise<FoundInFiles> {
  const { path, definition, finderFolder, signal, onProgress } = options;
  onProgress?.({ phase: "detect", done: 0, total: 1 });
  const mapping = options.mapping === undefined ? undefined : await sourceFile(options.mapping);
  const detection = await detect(path, mapping);
  if (detection.kind === "refused") return { kind: "refused", why: detection.why };
  signal?.throwIfAborted();
  const { runs, data } = finderFolders(finderFolder);
  const dataName = dataNameOf(path);
  const output = data(dataName);
  await sweep(finderFolder, "part");
  await mkdir(output, { recursive: true, mode: 0o700 });
  await keepPlace(output, resolve(path));
  const { manifest } = await convert(detection.found, {
    output,
    asOf: options.asOf ?? (await dayOfFiles(detection.found)),
    strict: options.strict ?? false,
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  onProgress?.({ phase: "answer", done: 0, total: 1 });
  const engine = await openSnapshot(output, { key: manifest.key });
  try {
    const run = await makeRun({
      engine,
      definition,
      runsFolder: runs,
      data: runData(manifest),
      dataName,
      persons: `sha256:${manifest.tables.person.sha256}`,
      place: resolve(path),
      asOf: manifest.asOf,
      materbone: options.materbone,
      now: options.now,
      ...(signal === undefined ? {} : { signal }),
      onProgress: (done, total) => onProgress?.({ phase: "keep", done, total }),
    });
    return { kind: "found", run, problems: manifest.problems };
  } finally {
    await engine.close();
  }
}

/** Whether converted data of that name are there. */
export async function hasData(finderFolder: string, name: string): Promise<boolean> {
  if (!isDataKey(name)) return false;
  return (await readManifest(finderFolders(finderFolder).data(name))) !== undefined;
}
