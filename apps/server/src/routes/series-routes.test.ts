import { describe, expect, it } from "vitest";
import { answered, emptySeries, refused, testServer, woman } from "../api.fixture.ts";

const { cases: _cases, ...head } = emptySeries;

describe("a series", () => {
  it("is created with its women, listed, changed and renamed", async () => {
    const { ask } = testServer();
    const created = await ask("POST", "/api/series", { ...emptySeries, cases: [woman] });
    expect([created.status, created.headers.get("location")]).toEqual([201, "/api/series/my-series"]);
    await answered("SavedDocument", created);
    const { series } = await answered("SeriesList", await ask("GET", "/api/series"));
    expect(series).toMatchObject([{ id: "my-series", title: head.title, cases: 1, revision: 1 }]);
    expect(await answered("StoredHead", await ask("GET", "/api/series/my-series"))).toMatchObject({
      value: head,
      cases: 1,
    });
    const renamed = await ask("PUT", "/api/series/my-series", { ...head, id: "our-series" }, { "if-match": '"1"' });
    expect(await answered("SavedDocument", renamed)).toMatchObject({ id: "our-series", revision: 2 });
    expect((await ask("GET", "/api/series/our-series/cases/woman-1")).status).toBe(200);
    expect((await ask("GET", "/api/series/my-series")).status).toBe(404);
  });

  it("is created whole or not at all", async () => {
    const { ask } = testServer();
    const response = await ask("POST", "/api/series", { ...emptySeries, cases: [woman, woman] });
    expect(response.status).toBe(422);
    expect((await refused(response)).problems?.[0]?.pointer).toBe("/cases/1/id");
    expect((await answered("SeriesList", await ask("GET", "/api/series"))).series).toEqual([]);
  });

  it("is deleted and restored with its women", async () => {
    const { ask } = testServer();
    await ask("POST", "/api/series", { ...emptySeries, cases: [woman] });
    await answered("Saved", await ask("DELETE", "/api/series/my-series", { why: "a trial" }, { "if-match": '"1"' }));
    const { series } = await answered("SeriesList", await ask("GET", "/api/series?deleted=true"));
    expect(series).toMatchObject([{ id: "my-series", deleted: { why: "a trial" } }]);
    expect((await answered("SeriesList", await ask("GET", "/api/series"))).series).toEqual([]);
    const again = await ask("POST", "/api/series", emptySeries);
    expect(await refused(again)).toMatchObject({ type: "/problems/exists", isDeleted: true });
    await answered("Saved", await ask("POST", "/api/series/my-series/restore"));
    expect((await answered("CasePage", await ask("GET", "/api/series/my-series/cases"))).total).toBe(1);
  });
});

describe("the examples", () => {
  it("are opened, and found again when they are opened twice", async () => {
    const { ask } = testServer();
    const open = async (name: string) => answered("OpenedExample", await ask("POST", `/api/examples/${name}`));
    expect(await open("qingdao-2016-2019")).toEqual({ id: "qingdao-2016-2019", isNew: true });
    expect(await open("qingdao-2016-2019")).toEqual({ id: "qingdao-2016-2019", isNew: false });
    expect(await open("varied-women")).toEqual({ id: "varied-women", isNew: true });
    expect((await ask("POST", "/api/examples/none")).status).toBe(400);
  });
});

describe("drafts", () => {
  it("are refused, not failed at, when they are nested absurdly deep", async () => {
    const { ask, logged } = testServer();
    const deep = (levels: number) => `{"baseRevision":1,"body":${"[".repeat(levels)}${"]".repeat(levels)}}`;
    const place = "/api/series/my-series/drafts/window-a";
    for (const levels of [64, 20_000, 500_000]) {
      const problem = await refused(await ask("PUT", `${place}?lang=en`, deep(levels)));
      expect([problem.status, problem.problems?.[0]?.detail]).toEqual([
        400,
        "The body is nested more than 64 levels deep, which no record needs.",
      ]);
    }
    expect((await ask("PUT", place, deep(60))).status).toBe(204);
    expect(logged).toEqual([]);
  });

  it("are kept per window as they are, and listed without their content", async () => {
    let second = 0;
    const { ask } = testServer({ now: () => new Date(Date.UTC(2026, 2, 4, 5, 6, second++)) });
    await ask("POST", "/api/series", { ...emptySeries, cases: [woman] });
    const place = "/api/series/my-series/cases/woman-1/drafts";
    const body = { schema: "materbone/case/1", person: { ageYears: "3" }, unknown: [null] };
    expect((await ask("PUT", `${place}/window-a`, { baseRevision: 1, body })).status).toBe(204);
    expect((await ask("PUT", `${place}/window-b`, { baseRevision: 1, body: null })).status).toBe(204);
    expect((await ask("PUT", "/api/series/my-series/drafts/window-a", { baseRevision: 1, body: 1 })).status).toBe(204);
    const { drafts } = await answered("Drafts", await ask("GET", place));
    expect(drafts.map((draft) => [draft.window, draft.body])).toEqual([
      ["window-b", null],
      ["window-a", body],
    ]);
    const all = await answered("DraftList", await ask("GET", "/api/drafts"));
    expect(all.drafts).toHaveLength(3);
    expect(JSON.stringify(all)).not.toContain("ageYears");
    expect((await ask("DELETE", `${place}/window-b`)).status).toBe(204);
    expect((await answered("Drafts", await ask("GET", place))).drafts).toHaveLength(1);
    expect((await answered("Drafts", await ask("GET", "/api/series/my-series/drafts"))).drafts).toHaveLength(1);
  });
});

describe("the registry", () => {
  it("tells its state, its settings and its proof", async () => {
    const { ask } = testServer({ integrity: "ok", dataFolder: "/data" });
    expect(await answered("Status", await ask("GET", "/api/status"))).toEqual({
      program: "Materbone",
      version: "0.0.0",
      dataFolder: "/data",
      integrity: "ok",
      examples: ["qingdao-2016-2019", "varied-women"],
      stale: 0,
    });
    await ask("PUT", "/api/settings", { author: " Z.Y. " });
    expect(await answered("SettingsAnswer", await ask("GET", "/api/settings"))).toEqual({ author: "Z.Y." });
    await ask("POST", "/api/examples/qingdao-2016-2019");
    const proof = await answered("Verification", await ask("POST", "/api/verify"));
    expect(proof).toMatchObject({ revisions: 4, documents: 4, faults: [] });
    const { revisions } = await answered("RevisionPage", await ask("GET", "/api/log?limit=1"));
    expect(proof.head).toBe(revisions[0]?.hash);
  });
});
