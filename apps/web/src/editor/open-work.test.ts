import type { CaseRecord } from "@materbone/clinical";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createEditorStore } from "./editor-store.ts";
import { holdsChanges, holdsWork, type OpenWork, openWork, showWork } from "./open-work.ts";

const PATH = "/series/s/cases/w-1";
const record: CaseRecord = { schema: "materbone/case/1", id: "w-1" };

/** What the server does with a draft: takes it, is stopped, or was started anew. */
let server: "up" | "stopped" | "anew";
let kept: string[];
let asksBeforeClosing: boolean;

beforeEach(() => {
  server = "up";
  kept = [];
  vi.useFakeTimers();
  vi.stubGlobal("sessionStorage", { getItem: () => "this-window", setItem: () => undefined });
  vi.stubGlobal("document", { addEventListener: () => undefined, removeEventListener: () => undefined });
  const page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  vi.stubGlobal("fetch", async (path: string, options: RequestInit): Promise<Response> => {
    if (server === "stopped") throw new TypeError("Failed to fetch");
    if (server === "anew") {
      return new Response(JSON.stringify({ type: "/problems/not-signed-in", title: "Not signed in", status: 401 }), {
        status: 401,
        headers: { "Content-Type": "application/problem+json" },
      });
    }
    kept.push(`${options.method} ${path}`);
    return new Response(null, { status: 204 });
  });
  asksBeforeClosing = false;
  closing = () => {
    const event = new Event("beforeunload", { cancelable: true });
    page.dispatchEvent(event);
    asksBeforeClosing = event.defaultPrevented;
  };
});

let closing: () => void;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const stored = { value: record, revision: 1, savedAt: "2026-01-01T00:00:00Z", savedBy: "" };
const open = (): OpenWork<CaseRecord> =>
  openWork<CaseRecord>(PATH, (onSaved) => createEditorStore({ series: "s", stored, drafts: [], onSaved }));

it("is held after its page went, offered until the server takes it, and then let go", async () => {
  server = "stopped";
  const work = open();
  const leave = showWork(PATH, work);
  work.store.edit({ at: "/person/weightKg", value: 58 });
  await vi.advanceTimersByTimeAsync(1000);
  leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([holdsWork(PATH), holdsChanges()]).toEqual([true, true]);
  expect(open()).toBe(work);
  closing();
  expect(asksBeforeClosing).toBe(true);
  server = "up";
  await vi.advanceTimersByTimeAsync(5000);
  expect(kept).toEqual([`PUT /api${PATH}/drafts/this-window`]);
  expect([holdsWork(PATH), holdsChanges()]).toEqual([false, false]);
  expect(open()).not.toBe(work);
  closing();
  expect(asksBeforeClosing).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

it("goes on in a page that comes back, with its steps to undo, and is not let go under it", async () => {
  server = "stopped";
  const leave = showWork(PATH, open());
  open().store.edit({ at: "/person/weightKg", value: 58 });
  leave();
  const again = open();
  const leaveAgain = showWork(PATH, again);
  server = "up";
  await vi.advanceTimersByTimeAsync(10_000);
  expect(again.store.snapshot().status).toMatchObject({ kind: "draft", keptAt: expect.any(String) });
  expect(holdsWork(PATH)).toBe(true);
  again.store.undo();
  expect(again.store.snapshot().editor.record).toEqual(record);
  leaveAgain();
  await vi.advanceTimersByTimeAsync(1000);
  expect(kept.map((line) => line.split(" ")[0])).toEqual(["PUT", "DELETE"]);
  expect(holdsWork(PATH)).toBe(false);
});

it("lets a page go that has nothing the server does not hold", async () => {
  const leave = showWork(PATH, open());
  leave();
  expect(holdsWork(PATH)).toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(kept).toEqual([]);
});

it("says that the server was started anew once it answers so, also where the draft had been kept before", async () => {
  const work = open();
  const leave = showWork(PATH, work);
  work.store.edit({ at: "/person/weightKg", value: 58 });
  await vi.advanceTimersByTimeAsync(1000);
  server = "stopped";
  const saving = work.store.save();
  await vi.advanceTimersByTimeAsync(1000);
  await saving;
  const seen = (): unknown => {
    const { status } = work.store.snapshot();
    return [status.kind, "problem" in status ? status.problem.kind : undefined];
  };
  expect(seen()).toEqual(["refused", "unreachable"]);
  server = "anew";
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen()).toEqual(["refused", "not-signed-in"]);
  server = "up";
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen()).toEqual(["draft", undefined]);
  leave();
});
