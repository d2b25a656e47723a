import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** How old the folder of a process that cannot be told, or whose number another has now, is when it goes. */
const LEFT_OVER_AFTER_MS = 86_400_000;

/** `part`: of a run that is being written. `spill`: of rows that memory does not hold. */
export type PassingKind = "part" | "spill";

/**
 * A new folder within `parent` that goes when its work ends, for this user only. Those of the kind that killed processes left
 * behind go first: they hold the rows of women.
 */
export async function openPassing(parent: string, kind: PassingKind): Promise<string> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await sweep(parent, kind);
  const path = await mkdtemp(join(parent, `.${kind}-${process.pid}-`));
  own.add(path);
  return path;
}

/** Folders that this process opened: in a container, one that was killed had the same number. */
const own = new Set<string>();

async function sweep(parent: string, kind: PassingKind): Promise<void> {
  const all = (await readdir(parent)).filter((name) => name.startsWith(`.${kind}-`));
  for (const name of all) {
    const path = join(parent, name);
    if (await isLeftOver(name, path)) await rm(path, { recursive: true, force: true });
  }
}

async function isLeftOver(name: string, path: string): Promise<boolean> {
  const pid = Number(/^\.[a-z]+-(\d+)-/.exec(name)?.[1]);
  if (pid === process.pid) return !own.has(path);
  if (Number.isSafeInteger(pid) && !isRunning(pid)) return true;
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
