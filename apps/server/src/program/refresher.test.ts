import { openMemoryRegistry, type Registry } from "@materbone/registry";
import { describe, expect, it, vi } from "vitest";
import { startRefresher } from "./refresher.ts";

/** A registry that has `women` to recount, and what was asked of it. */
function stale(women: number): { readonly registry: Registry; readonly asked: number[] } {
  const asked: number[] = [];
  let left = women;
  const refreshStale = async (most: number): Promise<number> => {
    asked.push(most);
    left = Math.max(0, left - most);
    return left;
  };
  return { registry: { ...openMemoryRegistry(), refreshStale }, asked };
}

describe("the refresher", () => {
  it("works in pieces until nothing is left, and only while no request is answered", async () => {
    vi.useFakeTimers();
    try {
      const { registry, asked } = stale(50);
      let isBusy = true;
      const refresher = startRefresher(registry, () => isBusy);
      await vi.advanceTimersByTimeAsync(3000);
      expect(asked).toEqual([]);
      isBusy = false;
      await vi.advanceTimersByTimeAsync(100);
      expect(asked).toEqual([20, 20, 20]);
      await vi.advanceTimersByTimeAsync(1000);
      expect(asked).toHaveLength(4);
      await refresher.stop();
      await vi.advanceTimersByTimeAsync(5000);
      expect(asked).toHaveLength(4);
    } finally {
      vi.useRealTimers();
    }
  });

  it("goes on after a failure", async () => {
    vi.useFakeTimers();
    try {
      let calls = 0;
      const refreshStale = async (): Promise<number> => {
        calls++;
        throw new Error("locked");
      };
      const refresher = startRefresher({ ...openMemoryRegistry(), refreshStale }, () => false);
      await vi.advanceTimersByTimeAsync(2500);
      expect(calls).toBe(2);
      await refresher.stop();
    } finally {
      vi.useRealTimers();
    }
  });
});
