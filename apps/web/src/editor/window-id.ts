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

let claimed: Promise<void> | undefined;

async function claim(): Promise<void> {
  if (await takeLock(windowId())) return;
  await takeLock(renamed());
}

function renamed(): string {
  const made = crypto.randomUUID();
  sessionStorage.setItem(KEY, made);
  return made;
}

/** Takes the lock of a name for as long as the page lives. A browser without locks cannot tell, and keeps the name. */
async function takeLock(id: string): Promise<boolean> {
  const locks = typeof navigator === "undefined" ? undefined : (navigator.locks as LockManager | undefined);
  if (locks === undefined) return true;
  // The page before a reload may let go a moment after this one begins.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
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

const KEY = "materbone.window";
const PATIENCE_MS = 400;
