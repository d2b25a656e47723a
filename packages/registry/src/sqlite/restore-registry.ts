import { randomBytes } from "node:crypto";
import { chmod, copyFile, mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { REGISTRY_FILE } from "../data-folder.ts";
import { SCHEMA_VERSION } from "../migrations/migrations.ts";
import type { Progress } from "../registry.ts";
import { FolderHeldError, StoreError } from "../registry-error.ts";
import type { Verification } from "../revision.ts";
import { intoOneFile, OWNER_ONLY, settle } from "./copy-database.ts";
import { APPLICATION_ID } from "./engine.ts";
import { readHeader } from "./file-header.ts";
import { type HeldFolder, HOLD_FILES, holdFolder } from "./hold-folder.ts";
import { openSqliteRegistry } from "./open-sqlite-registry.ts";
import { guarded } from "./store-trouble.ts";

export type RestoreOptions = { readonly progress?: Progress; readonly signal?: AbortSignal };

const PART = "restoring-";
const LEFT_PART = /^restoring-[0-9a-f]{8}\.sqlite(?:-wal|-shm|-journal)?$/;

/**
 * Makes a registry from a backup in a folder that is empty, but for the lock of a workbench that ran in it and what a restoring
 * that was killed left behind. The copy is migrated and verified under another name first, its lists are made anew where they
 * alone differ, and the folder holds no database when it does not stand.
 *
 * @param fromFile - a backup; it is only read
 * @param intoFolder - made when it is not there
 * @returns what was verified
 * @throws StoreError `notEmpty`, `locked`, `notARegistry`, `newerSchema`, `damaged` or a trouble of the folder
 */
export async function restoreRegistry(
  fromFile: string,
  intoFolder: string,
  options: RestoreOptions = {},
): Promise<Verification> {
  await refuseOther(fromFile);
  return guarded(intoFolder, async () => {
    await mkdir(intoFolder, { recursive: true, mode: 0o700 });
    const names = await readdir(intoFolder);
    const left = names.filter((name) => !HOLD_FILES.includes(name));
    if (!left.every((name) => LEFT_PART.test(name))) throw new StoreError("notEmpty", intoFolder);
    // A workbench that still runs would go on with the database that was moved away.
    const held = left.length < names.length ? await hold(intoFolder) : undefined;
    try {
      for (const name of left) await rm(join(intoFolder, name), { force: true });
      return await copied(fromFile, intoFolder, options);
    } finally {
      await held?.letGo();
    }
  });
}

/** @throws StoreError `locked` when a program runs on the folder */
async function hold(folder: string): Promise<HeldFolder> {
  return holdFolder(folder).catch((error: unknown) => {
    throw error instanceof FolderHeldError ? new StoreError("locked", folder, { cause: error }) : error;
  });
}

async function copied(fromFile: string, intoFolder: string, options: RestoreOptions): Promise<Verification> {
  const part = join(intoFolder, `${PART}${randomBytes(4).toString("hex")}.sqlite`);
  try {
    await copyFile(fromFile, part);
    // A backup may have been kept where everybody could read it; the files beside it follow its permissions.
    await chmod(part, OWNER_ONLY);
    // A file that was copied by hand while in use has part of its content in the log beside it.
    if (await exists(`${fromFile}-wal`)) await copyFile(`${fromFile}-wal`, `${part}-wal`);
    const verification = await verified(part, fromFile, options);
    await intoOneFile(part);
    await settle(part, join(intoFolder, REGISTRY_FILE));
    return verification;
  } catch (error) {
    for (const name of [part, `${part}-wal`, `${part}-shm`, `${part}-journal`]) await rm(name, { force: true });
    throw error;
  }
}

async function refuseOther(file: string): Promise<void> {
  const header = await guarded(file, () => readHeader(file));
  if (header.kind === "empty") await stat(file);
  // Of a file copied while it was made, everything may still be in the log beside it.
  if (header.kind !== "other" && (await exists(`${file}-wal`))) return;
  if (header.kind !== "sqlite" || header.applicationId !== APPLICATION_ID) throw new StoreError("notARegistry", file);
  if (header.userVersion > SCHEMA_VERSION) throw new StoreError("newerSchema", file);
}

/** Troubles of the copy's content are told of the file it came from. */
async function verified(part: string, fromFile: string, options: RestoreOptions): Promise<Verification> {
  try {
    const registry = await openSqliteRegistry({ file: part });
    try {
      const found = await registry.verify(options);
      const isListsAlone = found.faults.length > 0 && found.faults.every(({ kind }) => kind === "projectionDiffers");
      // Lists follow from the log, and a program with other rules counts otherwise: no reason to refuse a sound log.
      if (isListsAlone) await registry.rebuild(options);
      const verification = isListsAlone ? await registry.verify(options) : found;
      if (verification.faults.length > 0) throw new StoreError("damaged", fromFile);
      return verification;
    } finally {
      await registry.close();
    }
  } catch (error) {
    const isOfContent =
      error instanceof StoreError && ["damaged", "newerSchema", "notARegistry"].includes(error.trouble);
    throw isOfContent ? new StoreError(error.trouble, fromFile, { cause: error }) : error;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
