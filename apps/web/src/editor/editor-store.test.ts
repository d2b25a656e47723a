import type { CaseRecord } from "@materbone/clinical";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { KeptDraft } from "./drafts.ts";
import { createEditorStore, type EditorStore } from "./editor-store.ts";

const first: CaseRecord = { schema: "materbone/case/1", id: "w-1", person: { ageYears: 30 } };
const CASE = "/api/series/s/cases/w-1";

/** A server that holds one record and the drafts of its windows, and answers a little later. */
let server: { value: CaseRecord; revision: number };
let drafts: Map<string, unknown>;
/** Does the server take drafts? */
let isTaking: boolean;

beforeEach(() => {
  server = { value: first, revision: 3 };
  drafts = new Map();
  isTaking = true;
  vi.useFakeTimers();
  vi.stubGlobal("sessionStorage", { getItem: () => "this-window", setItem: () => undefined });
  vi.stubGlobal("fetch", async (path: string, options: RequestInit): Promise<Response> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const body: unknown = typeof options.body === "string" ? JSON.parse(options.body) : undefined;
    if (path.includes("/drafts/")) {
      if (!isTaking) return answer(500, { type: "/problems/internal", title: "disk full", status: 500 });
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

function draftOf(window: string, body: unknown, base = { value: first, revision: 3 }): KeptDraft {
  return {
    document: { kind: "case", series: "s", case: "w-1" },
    window,
    at: "2026-01-01T00:00:00Z",
    by: "",
    baseRevision: base.revision,
    body,
    base: base.value,
  };
}

function open(others: readonly KeptDraft[] = []): EditorStore {
  const stored = { ...server, savedAt: "2026-01-01T00:00:00Z", savedBy: "" };
  return createEditorStore({ series: "s", stored, drafts: others, onSaved: () => undefined });
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
  const body = { record: { ...first, person: { ageYears: 20 } }, pending: {} };

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
    expect(store.snapshot().otherDrafts).toEqual([]);
    store.edit({ at: "/person/ageYears", value: 33 });
    const [other] = store.snapshot().unreadableDrafts;
    if (other === undefined) throw new TypeError("no draft that cannot be read");
    store.takeOver(other);
    await vi.advanceTimersByTimeAsync(500);
    expect(drafts.has(`${CASE}/drafts/other`)).toBe(true);
    expect(store.snapshot().editor.record.person?.ageYears).toBe(33);
  });
});

describe("an unreadable draft of this window", () => {
  it("is not written over, and goes when it is discarded", async () => {
    drafts.set(`${CASE}/drafts/this-window`, { record: 1 });
    const store = open([draftOf("this-window", { record: 1 })]);
    expect(store.snapshot().unreadableDrafts).toHaveLength(1);
    store.edit({ at: "/person/ageYears", value: 33 });
    await vi.advanceTimersByTimeAsync(500);
    expect(drafts.get(`${CASE}/drafts/this-window`)).toEqual({ record: 1 });
    expect(drafts.size).toBe(2);
    const [unreadable] = store.snapshot().unreadableDrafts;
    if (unreadable === undefined) throw new TypeError("no draft that cannot be read");
    const discarding = store.discardDraft(unreadable);
    await vi.advanceTimersByTimeAsync(50);
    await discarding;
    expect(store.snapshot().unreadableDrafts).toEqual([]);
    expect(drafts.has(`${CASE}/drafts/this-window`)).toBe(false);
  });

  it("does not hide the work that went on beside it", () => {
    const beside = { record: { ...first, person: { ageYears: 20 } }, pending: {} };
    const store = open([draftOf("this-window", { record: 1 }), draftOf("this-window.1", beside)]);
    expect(store.snapshot().editor.record.person?.ageYears).toBe(20);
    expect(store.snapshot().otherDrafts).toEqual([]);
  });

  it("is one whose revision is not to be had", () => {
    const body = { record: { ...first, person: { ageYears: 20 } }, pending: {} };
    const store = open([{ ...draftOf("this-window", body), base: undefined }]);
    expect(store.snapshot().unreadableDrafts).toHaveLength(1);
    expect(store.snapshot().editor.record).toEqual(first);
  });
});

describe("a draft", () => {
  it("holds the work and not what it started from", async () => {
    const store = open();
    store.edit({ at: "/person/ageYears", value: 33 });
    await vi.advanceTimersByTimeAsync(500);
    expect(drafts.get(`${CASE}/drafts/this-window`)).toEqual({
      baseRevision: 3,
      body: { record: { ...first, person: { ageYears: 33 } }, pending: {} },
    });
  });

  it("is offered again while the server does not take it, and says so", async () => {
    vi.stubGlobal("addEventListener", () => undefined);
    vi.stubGlobal("removeEventListener", () => undefined);
    vi.stubGlobal("document", { addEventListener: () => undefined, removeEventListener: () => undefined });
    isTaking = false;
    const store = open();
    const stop = store.start();
    store.edit({ at: "/person/ageYears", value: 33 });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(store.snapshot().status.kind).toBe("unkept");
    isTaking = true;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(store.snapshot().status).toMatchObject({ kind: "draft", keptAt: expect.any(String) });
    expect(drafts.size).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
    stop();
  });
});

describe("a draft resumed on an older revision", () => {
  const theirs: CaseRecord = { ...first, person: { ageYears: 40 } };
  const body = { record: { ...first, person: { ageYears: 20 } }, pending: {} };

  it("goes back to what was saved last, not to what it started from", () => {
    server = { value: theirs, revision: 7 };
    const store = open([draftOf("this-window", body)]);
    expect(store.snapshot().editor.revision).toBe(3);
    store.revert();
    expect(store.snapshot().editor.record).toEqual(theirs);
    expect(store.snapshot().editor.revision).toBe(7);
    expect(store.snapshot().status.kind).toBe("saved");
    store.undo();
    expect(store.snapshot().editor.record.person?.ageYears).toBe(20);
    expect(store.snapshot().editor.revision).toBe(3);
  });

  it("is not called saved when it says again what its old revision said", () => {
    server = { value: theirs, revision: 7 };
    const store = open([draftOf("this-window", body)]);
    store.edit({ at: "/person/ageYears", value: 30 });
    expect(store.snapshot().status).toEqual({ kind: "behind", newest: 7 });
  });
});

describe("undo", () => {
  it("over a merge leads to a save that asks again", async () => {
    const store = open();
    server = { value: { ...first, person: { ageYears: 40 } }, revision: 9 };
    store.edit({ at: "/person/ageYears", value: 31 });
    await save(store);
    store.merge(new Set());
    expect(store.snapshot().editor.record.person?.ageYears).toBe(40);
    store.undo();
    await save(store);
    expect(store.snapshot().status.kind).toBe("conflict");
    expect(server.value.person?.ageYears).toBe(40);
  });

  it("over a save of one's own leads to a save that asks nothing", async () => {
    const store = open();
    store.edit({ at: "/person/ageYears", value: 31 });
    await save(store);
    store.undo();
    await save(store);
    expect(store.snapshot().status.kind).toBe("saved");
    expect(server).toEqual({ value: first, revision: 5 });
  });
});
