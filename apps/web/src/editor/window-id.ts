/** Names this browser window to the server's drafts; it outlives a reload and not the window. */
export function windowId(): string {
  return sessionStorage.getItem(KEY) ?? renamed();
}

/**
 * Makes sure that no other window goes by the same name: a duplicated tab begins with the storage of the first, and both
 * would write one draft. To be awaited before drafts are read.
 */
export function claimWindow(): Promise<void> {
  claimed ??= claim();
  return claimed;
}

/** Names of the windows that are open; `undefined` where the browser cannot tell. */
export async function openWindows(): Promise<ReadonlySet<string> | undefined> {
  const locks = lockManager();
  if (locks === undefined) return undefined;
  const { held = [] } = await locks.query();
  return new Set(held.flatMap(({ name = "" }) => (name.startsWith(`${KEY}.`) ? [name.slice(KEY.length + 1)] : [])));
}

let claimed: Promise<void> | undefined;

async function claim(): Promise<void> {
  const isContinued = sessionStorage.getItem(LEFT) !== null;
  sessionStorage.removeItem(LEFT);
  addEventListener("pagehide", () => sessionStorage.setItem(LEFT, "yes"));
  if (await takeLock(windowId(), isContinued ? RELOAD_PATIENCE_MS : TWIN_PATIENCE_MS)) return;
  await takeLock(renamed(), TWIN_PATIENCE_MS);
}

function renamed(): string {
  const made = crypto.randomUUID();
  sessionStorage.setItem(KEY, made);
  return made;
}

/** Takes the lock of a name for as long as the page lives. A browser without locks cannot tell, and keeps the name. */
async function takeLock(id: string, patienceMs: number): Promise<boolean> {
  const locks = lockManager();
  if (locks === undefined) return true;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMs);
  return new Promise((resolve) => {
    locks
      .request(`${KEY}.${id}`, { signal: patience.signal }, () => {
        clearTimeout(timer);
        resolve(true);
        return new Promise(() => undefined);
      })
      .catch(() => resolve(!patience.signal.aborted));
  });
}

function lockManager(): LockManager | undefined {
  return typeof navigator === "undefined" ? undefined : (navigator.locks as LockManager | undefined);
}

const KEY = "materbone.window";
/** There while no page lives in the tab. A duplicate is made of a tab whose page lives, and begins without it. */
const LEFT = `${KEY}.left`;
/** What a twin waits before it takes another name. */
const TWIN_PATIENCE_MS = 400;
/** The page before a reload lets go soon after this one begins, on a busy machine not at once. */
const RELOAD_PATIENCE_MS = 10_000;
