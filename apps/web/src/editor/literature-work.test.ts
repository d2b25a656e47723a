import { type Literature, shippedLiterature } from "@materbone/evidence";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StoredLiterature } from "../api/queries.ts";
import { ApiProblem } from "../api/request.ts";
import { saveLiterature } from "../api/use-literature.ts";
import type { KeptDraft } from "./drafts.ts";
import type { EditorStore } from "./editor-store.ts";
import { createLiteratureStore } from "./literature-work.ts";

/** A server with one literature: what it holds, in which revision, and what it was sent. */
let server: { value: Literature; revision: number };
let isAway: boolean;
let drafts: Map<string, unknown>;
let reasons: (string | null)[];

beforeEach(() => {
  server = { value: shippedLiterature, revision: 0 };
  isAway = false;
  drafts = new Map();
  reasons = [];
  vi.useFakeTimers();
  vi.stubGlobal("sessionStorage", { getItem: () => "this-window", setItem: () => undefined });
  vi.stubGlobal("fetch", async (path: string, options: RequestInit): Promise<Response> => {
    if (isAway) throw new TypeError("Failed to fetch");
    const body: unknown = typeof options.body === "string" ? JSON.parse(options.body) : undefined;
    if (path.startsWith("/api/literature/drafts/")) {
      if (options.method === "PUT") drafts.set(path, body);
      else drafts.delete(path);
      return new Response(null, { status: 204 });
    }
    expect([path, options.method]).toEqual(["/api/literature", "PUT"]);
    const headers = new Headers(options.headers);
    if (headers.get("If-Match") !== `"${server.revision}"`) {
      const { value: record, revision: current } = server;
      return answer(409, { type: "/problems/stale-revision", title: "stale", status: 409, current, record });
    }
    reasons.push(headers.get("X-Materbone-Why"));
    server = { value: body as Literature, revision: server.revision + 1 };
    return answer(200, { revision: server.revision, savedAt: "2026-01-01T00:00:00Z", hash: "" });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function answer(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
}

const SHIPPED: StoredLiterature = { value: shippedLiterature, revision: 0, isShipped: true };

function open(stored: StoredLiterature = SHIPPED, others: readonly KeptDraft[] = []): EditorStore<Literature> {
  return createLiteratureStore({ stored, drafts: others, onSaved: () => undefined });
}

async function save(store: EditorStore<Literature>, why?: string): Promise<void> {
  const saving = store.save(why);
  await vi.advanceTimersByTimeAsync(50);
  await saving;
}

describe("work on the literature", () => {
  it("begins with the shipped one and is saved as the registry's own", async () => {
    const store = open();
    expect(store.snapshot()).toMatchObject({ savedAt: "", savedBy: "", status: { kind: "saved" } });
    store.edit({ at: "/version", value: "mine" });
    await vi.advanceTimersByTimeAsync(400);
    expect([...drafts.keys()]).toEqual(["/api/literature/drafts/this-window"]);
    expect(drafts.get("/api/literature/drafts/this-window")).toMatchObject({ baseRevision: 0 });
    await save(store, "a new study");
    expect(server).toMatchObject({ revision: 1, value: { version: "mine" } });
    expect(reasons).toEqual([encodeURIComponent("a new study")]);
    expect([...drafts.keys()]).toEqual([]);
    store.edit({ at: "/studies/0/year", value: 2020 });
    await save(store);
    expect(server.revision).toBe(2);
  });

  it("keeps what the literature cannot take beside it, with the reason", async () => {
    const store = open();
    const at = "/studies/0/documents/0";
    store.edit({ at, value: "nowhere", text: "nowhere" });
    const { editor } = store.snapshot();
    expect(editor.record).toBe(shippedLiterature);
    expect(editor.pending[at]?.problems).toMatchObject([{ kind: "unknownReference", what: "document", at }]);
    await save(store);
    expect(server.revision).toBe(0);
  });

  it("shows what another window saved in between, and is saved after it was decided", async () => {
    const store = open();
    server = { value: { ...shippedLiterature, version: "theirs" }, revision: 1 };
    store.edit({ at: "/version", value: "mine" });
    store.edit({ at: "/title/en", value: "My title" });
    await save(store);
    const { status } = store.snapshot();
    if (status.kind !== "conflict") throw new TypeError(status.kind);
    expect(status.conflict.divergences.map(({ at, by }) => [at, by])).toEqual([
      ["/version", "both"],
      ["/title/en", "me"],
    ]);
    expect(store.merge(new Set(["/version"]))).toEqual([]);
    await save(store);
    expect(server).toMatchObject({ revision: 2, value: { version: "mine", title: { en: "My title" } } });
  });

  it("merges with another window's study by itself, and text that waits moves with its own", async () => {
    const store = open();
    const [first] = shippedLiterature.studies;
    const count = shippedLiterature.studies.length;
    const added = (id: string) => ({ ...first, id, label: id });
    server = {
      value: { ...shippedLiterature, studies: [...shippedLiterature.studies, added("theirs") as never] },
      revision: 1,
    };
    store.edit({ at: `/studies/${count}`, value: added("mine") });
    await save(store);
    store.edit({ at: `/studies/${count}/year`, value: "soon", text: "soon" });
    const { status } = store.snapshot();
    if (status.kind !== "conflict") throw new TypeError(status.kind);
    expect(status.conflict.divergences.map(({ at, by }) => [at, by])).toEqual([
      [`/studies/${count + 1}`, "me"],
      [`/studies/${count}`, "them"],
    ]);
    expect(store.merge(new Set())).toEqual([]);
    const { editor } = store.snapshot();
    expect(editor.record.studies.slice(count).map(({ id }) => id)).toEqual(["theirs", "mine"]);
    expect(Object.keys(editor.pending)).toEqual([`/studies/${count + 1}/year`]);
    store.dropPending(`/studies/${count + 1}/year`);
    await save(store);
    expect(server.revision).toBe(2);
    store.undo();
    store.undo();
    expect(
      store
        .snapshot()
        .editor.record.studies.slice(count)
        .map(({ id }) => id),
    ).toEqual(["mine"]);
  });

  it("begins again from the revision that gave the own literature up", async () => {
    server = { value: { ...shippedLiterature, version: "given up" }, revision: 4 };
    const deleted = { at: "2026-01-01T00:00:00Z", by: "", why: "back" };
    const store = open({ value: shippedLiterature, revision: 4, isShipped: true, deleted });
    store.edit({ at: "/version", value: "anew" });
    await save(store);
    expect(server).toMatchObject({ revision: 5, value: { version: "anew" } });
  });

  it("goes on with the draft that this window left", () => {
    const record = { ...shippedLiterature, version: "half" };
    const own: KeptDraft = {
      document: { kind: "literature" },
      window: "this-window",
      at: "2026-01-01T00:00:00Z",
      by: "",
      baseRevision: 0,
      body: { record, pending: {} },
      base: shippedLiterature,
    };
    const { editor, status } = open(SHIPPED, [own]).snapshot();
    expect([editor.record.version, status.kind]).toEqual(["half", "draft"]);
  });

  it("stays while the server is away, and is offered again", async () => {
    vi.stubGlobal("document", { addEventListener: () => undefined, removeEventListener: () => undefined });
    const page = new EventTarget();
    vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
    vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
    const store = open();
    const stop = store.start();
    isAway = true;
    store.edit({ at: "/version", value: "mine" });
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.snapshot().status.kind).toBe("unkept");
    // More than a closing page may send, so the browser asks before it closes.
    const closing = new Event("beforeunload", { cancelable: true });
    page.dispatchEvent(closing);
    expect(closing.defaultPrevented).toBe(true);
    isAway = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect([store.snapshot().status.kind, store.isKept()]).toEqual(["draft", true]);
    stop();
  });
});

describe("saving a literature at once", () => {
  it("names the revision that it takes the place of, and is refused when that is over", async () => {
    const literature = { ...shippedLiterature, version: "imported" };
    expect(await saveLiterature({ literature, fromRevision: 0, why: "导入" })).toMatchObject({ revision: 1 });
    expect(reasons).toEqual([encodeURIComponent("导入")]);
    const stale = await saveLiterature({ literature, fromRevision: 0 }).catch((error: unknown) => error);
    if (!(stale instanceof ApiProblem)) throw new TypeError("not refused");
    expect([stale.kind, stale.details.current]).toEqual(["stale-revision", 1]);
  });
});
