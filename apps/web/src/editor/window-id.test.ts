import { afterEach, beforeEach, expect, it, vi } from "vitest";

type Held = (lock: object) => unknown;

/** Locks as browsers keep them: a second request waits until it is given up. */
let held: Set<string>;

/** The module as a page loads it, over the storage of its tab. */
async function page(storage: Map<string, string>): Promise<typeof import("./window-id.ts")> {
  vi.resetModules();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  });
  return import("./window-id.ts");
}

beforeEach(() => {
  held = new Set();
  vi.stubGlobal("navigator", {
    locks: {
      request: (name: string, { signal }: { readonly signal: AbortSignal }, act: Held): Promise<unknown> => {
        if (held.has(name)) {
          return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
        }
        held.add(name);
        return Promise.resolve(act({ name }));
      },
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

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
