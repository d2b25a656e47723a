import type { Registry } from "@materbone/registry";

/** Women recounted at once: a few milliseconds, so that a request that comes meanwhile hardly waits. */
const AT_ONCE = 20;

/** How often it is looked whether counts are out of date, milliseconds. */
const LOOK_EVERY = 1000;

/** Work between requests; `stop` waits for the piece in hand. */
export type Refresher = { readonly stop: () => Promise<void> };

/**
 * Makes the counts anew of women whose series changed, in small pieces and only while no request is being answered.
 *
 * @param isBusy - is a request being answered?
 */
export function startRefresher(registry: Registry, isBusy: () => boolean): Refresher {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let work: Promise<void> = Promise.resolve();
  const look = (delay: number): void => {
    if (isStopped) return;
    timer = setTimeout(() => {
      work = piece();
    }, delay);
    timer.unref();
  };
  const piece = async (): Promise<void> => {
    if (isBusy()) return look(LOOK_EVERY / 20);
    // A database that is locked or full now is tried again later; the request that meets it tells the user.
    const left = await registry.refreshStale(AT_ONCE).catch(() => 0);
    look(left > 0 ? 0 : LOOK_EVERY);
  };
  look(LOOK_EVERY);
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await work;
    },
  };
}
