import type { CaseRecord } from "@materbone/clinical";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEditorStore, type EditorStore } from "./editor-store.ts";

const first: CaseRecord = { schema: "materbone/case/1", id: "w-1", person: { ageYears: 30 } };
const CASE = "/api/series/s/cases/w-1";

/** A server that holds one record and the drafts of its windows, and answers a little later. */
let server: { value: CaseRecord; revision: number };
let drafts: Map<string, unknown>;

beforeEach(() => {
  server = { value: first, revision: 3 };
  drafts = new Map();
  vi.useFakeTimers();
  vi.stubGlobal("sessionStorage", { getItem: () => "this-window", setItem: () => undefined });
  vi.stubGlobal("fetch", async (path: string, options: RequestInit): Promise<Response> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const body: unknown = typeof options.body === "string" ? JSON.parse(options.body) : undefined;
    if (path.includes("/drafts/")) {
      if (options.method === "PUT") drafts.set(path, body);
      else drafts.delete(path);
      return new Response(null, { status: 204 });
    }
    const from = new Headers(options.headers).get("If-Match");
    if (from !== `"${server.revision}"`) {
      return answer(409, {
        type: "/problems/stale-revision",
        title: "stale",
        status: 409,
        current: server.revision,
        record: server.value,
      });
    }
    server = { value: body as CaseRecord, revision: server.revision + 1 };
    return answer(200, { revision: server.revision, savedAt: "2026-01-01T00:00:00Z" });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function answer(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
}

function draftOf(window: string, body: unknown) {
  return { window, at: "2026-01-01T00:00:00Z", by: "", baseRevision: server.revision, body };
}

function open(others: readonly ReturnType<typeof draftOf>[] = []): EditorStore {
  const stored = { ...server, savedAt: "2026-01-01T00:00:00Z", savedBy: "" };
  return createEditorStore({
    series: "s",
    stored,
    drafts: others as unknown as Parameters<typeof createEditorStore>[0]["drafts"],
    onSaved: () => undefined,
  });
}

async function save(store: EditorStore): Promise<void> {
  const saving = store.save();
  await vi.advanceTimersByTimeAsync(50);
  await saving;
}

describe("saving", () => {
  it("is not taken for someone else's when asked for again while it goes on", async () => {
    const store = open();
    store.edit({ at: "/person/ageYears", value: 31 });
    const once = store.save();
    store.edit({ at: "/person/ageYears", value: 32 });
    const twice = store.save();
    await vi.advanceTimersByTimeAsync(50);
    await Promise.all([once, twice]);
    expect(server.revision).toBe(4);
    expect(store.snapshot().status.kind).toBe("draft");
    await save(store);
    expect(server.value.person?.ageYears).toBe(32);
    expect(store.snapshot().status.kind).toBe("saved");
    expect([...drafts.keys()]).toEqual([]);
  });
});

describe("a merge", () => {
  it("holds what was typed after the save was refused", async () => {
    const store = open();
    server = { value: { ...first, person: { ageYears: 40 } }, revision: 9 };
    store.edit({ at: "/person/heightCm", value: 160 });
    await save(store);
    expect(store.snapshot().status.kind).toBe("conflict");
    store.edit({ at: "/person/weightKg", value: 50 });
    expect(store.merge(new Set())).toEqual([]);
    expect(store.snapshot().editor.record.person).toEqual({ ageYears: 40, heightCm: 160, weightKg: 50 });
  });
});

describe("taking over a draft", () => {
  const body = { record: { ...first, person: { ageYears: 20 } }, pending: {}, saved: first };

  it("keeps the own work one undo away, and drops the other draft once its work is kept here", async () => {
    drafts.set(`${CASE}/drafts/other`, {});
    const draft = draftOf("other", body);
    const store = open([draft]);
    store.edit({ at: "/person/ageYears", value: 33 });
    const [other] = store.snapshot().otherDrafts;
    if (other === undefined) throw new TypeError("no draft of another window");
    store.takeOver(other);
    expect(drafts.has(`${CASE}/drafts/other`)).toBe(true);
    await vi.advanceTimersByTimeAsync(50);
    expect([...drafts.keys()]).toEqual([`${CASE}/drafts/this-window`]);
    expect(store.snapshot().editor.record.person?.ageYears).toBe(20);
    store.undo();
    expect(store.snapshot().editor.record.person?.ageYears).toBe(33);
  });

  it("leaves a draft alone that cannot be read", async () => {
    drafts.set(`${CASE}/drafts/other`, {});
    const store = open([draftOf("other", { record: 1 })]);
    store.edit({ at: "/person/ageYears", value: 33 });
    const [other] = store.snapshot().otherDrafts;
    if (other === undefined) throw new TypeError("no draft of another window");
    store.takeOver(other);
    await vi.advanceTimersByTimeAsync(500);
    expect(drafts.has(`${CASE}/drafts/other`)).toBe(true);
    expect(store.snapshot().editor.record.person?.ageYears).toBe(33);
  });
});
