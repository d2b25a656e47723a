import { afterEach, beforeEach, expect, it, vi } from "vitest";

type Held = (lock: object) => unknown;

/** Locks as browsers keep them: a second request waits until the first lets go, or until it is given up. */
let held: Set<string>;
let waiting: Map<string, () => void>;
/** What the pages made so far do when they go. */
let hides: (() => void)[];

function letGo(): void {
  held.clear();
  for (const take of waiting.values()) take();
}

/** The module as a page loads it, over the storage of its tab. */
async function page(storage: Map<string, string>): Promise<typeof import("./window-id.ts")> {
  vi.resetModules();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  });
  return import("./window-id.ts");
}

beforeEach(() => {
  held = new Set();
  waiting = new Map();
  hides = [];
  vi.stubGlobal("addEventListener", (kind: string, act: () => void) => {
    if (kind === "pagehide") hides.push(act);
  });
  vi.stubGlobal("navigator", {
    locks: {
      request: (name: string, { signal }: { readonly signal: AbortSignal }, act: Held): Promise<unknown> => {
        const take = (): Promise<unknown> => {
          held.add(name);
          return Promise.resolve(act({ name }));
        };
        if (!held.has(name)) return take();
        return new Promise((resolve, reject) => {
          waiting.set(name, () => resolve(take()));
          signal.addEventListener("abort", () => reject(signal.reason));
        });
      },
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("keeps its name over a reload", async () => {
  const storage = new Map<string, string>();
  const first = await page(storage);
  await first.claimWindow();
  const name = first.windowId();
  held.clear();
  const again = await page(storage);
  await again.claimWindow();
  expect(again.windowId()).toBe(name);
});

it("keeps its name over a reload on a machine so busy that the page before lets go late", async () => {
  vi.useFakeTimers();
  const storage = new Map<string, string>();
  const first = await page(storage);
  await first.claimWindow();
  const name = first.windowId();
  for (const hide of hides) hide();
  const again = await page(storage);
  const claimed = again.claimWindow();
  await vi.advanceTimersByTimeAsync(3000);
  letGo();
  await claimed;
  expect(again.windowId()).toBe(name);
  expect(storage.size).toBe(1);
});

it("takes a name of its own in a duplicated tab", async () => {
  const storage = new Map<string, string>();
  const first = await page(storage);
  await first.claimWindow();
  const name = first.windowId();
  const twin = await page(new Map(storage));
  await twin.claimWindow();
  expect(twin.windowId()).not.toBe(name);
  expect(held.size).toBe(2);
});

it("goes without locks where the browser has none", async () => {
  vi.stubGlobal("navigator", {});
  const storage = new Map<string, string>();
  const only = await page(storage);
  await only.claimWindow();
  expect(storage.get("materbone.window")).toBe(only.windowId());
});
