/** How often each address was asked for in vain. */
const failures = new Map<string, number>();

/**
 * A module, also when it did not come before: some browsers remember for as long as the page lives that an address gave no
 * module, so that it is asked for under another one then. What the module itself imports keeps its address and its state.
 *
 * @throws what `load` throws, when the module does not come under another address either or its address is not told
 */
export async function loadAgain<M>(load: () => Promise<M>): Promise<M> {
  try {
    return await load();
  } catch (error) {
    const address = addressOf(error);
    if (address === undefined) throw error;
    const before = failures.get(address) ?? 0;
    failures.set(address, before + 1);
    // The first time it may have been the server; nothing is remembered yet.
    if (before === 0) throw error;
    return (await import(/* @vite-ignore */ `${address}?again=${before}`)) as M;
  }
}

/** The address that Chromium and Firefox name when a module does not come. */
function addressOf(error: unknown): string | undefined {
  const told = error instanceof TypeError ? /https?:\/\/\S+\.js/.exec(error.message)?.[0] : undefined;
  return told?.startsWith(`${location.origin}/`) === true ? told : undefined;
}
