/** Names this browser window to the server's drafts; it outlives a reload and not the window. */
export function windowId(): string {
  const kept = sessionStorage.getItem(KEY);
  if (kept !== null) return kept;
  const made = crypto.randomUUID();
  sessionStorage.setItem(KEY, made);
  return made;
}

const KEY = "materbone.window";
