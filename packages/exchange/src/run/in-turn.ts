/** The last change of each place that is under way in this process. */
const turns = new Map<string, Promise<unknown>>();

/** Changes of one file or folder come one after another, so that none is made of a state that another has replaced. */
export async function inTurn<T>(place: string, change: () => Promise<T>): Promise<T> {
  const before = turns.get(place);
  const own = (async () => {
    await before?.catch(() => undefined);
    return change();
  })();
  turns.set(place, own);
  try {
    return await own;
  } finally {
    if (turns.get(place) === own) turns.delete(place);
  }
}
