import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** How old the folder of a process that cannot be told, or whose number another has now, is when it goes. */
const LEFT_OVER_AFTER_MS = 86_400_000;

/**
 * `part`: of a run that is being written, or of what is being removed. `spill`: of rows that memory does not hold;
 * `materbone-spill`: the same in a folder that other programs share.
 */
export type PassingKind = "part" | "spill" | "materbone-spill";

/**
 * A new folder within `parent` that goes when its work ends, for this user only. Those of the kind that killed processes left
 * behind go first: they hold the rows of women.
 */
export async function openPassing(parent: string, kind: PassingKind): Promise<string> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await sweep(parent, kind);
  return makePassing(parent, kind);
}

/**
 * Removes the folder `name` of `parent`, moved aside first: one that is half removed is never taken for a whole one, and goes
 * with the next sweep.
 */
export async function removeAside(parent: string, name: string): Promise<void> {
  await sweep(parent, "part");
  const aside = await makePassing(parent, "part");
  try {
    await rename(join(parent, name), join(aside, name));
    await rm(aside, { recursive: true });
  } finally {
    own.delete(aside);
  }
}

/** Takes away what killed processes left in `parent`; what cannot be taken away stays. */
export async function sweep(parent: string, kind: PassingKind): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(`.${kind}-`))) {
    const path = join(parent, name);
    // It may be of another user.
    if (await isLeftOver(name, path)) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function makePassing(parent: string, kind: PassingKind): Promise<string> {
  const path = await mkdtemp(join(parent, `.${kind}-${HOST}-${process.pid}-`));
  own.add(path);
  return path;
}

/** Folders that this process opened: in a container, one that was killed had the same number. */
const own = new Set<string>();

/** Tells computers apart that share a disk: the number of a process says nothing on another one. */
const HOST = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

async function isLeftOver(name: string, path: string): Promise<boolean> {
  const [host, id] = /-([0-9a-f]{8})-(\d+)-/.exec(name)?.slice(1) ?? [];
  if (host === HOST) {
    const pid = Number(id);
    if (pid === process.pid) return !own.has(path);
    if (Number.isSafeInteger(pid) && !isRunning(pid)) return true;
  }
  // Another sweep may have been faster.
  const changed = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
  return changed !== undefined && Date.now() - changed > LEFT_OVER_AFTER_MS;
}

/** Whether a process of that number is there; one of another user is. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
