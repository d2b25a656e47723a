import { type Literature, mergedLiterature, readLiterature, shippedLiterature } from "@materbone/evidence";
import { beforeEach, describe, expect, it } from "vitest";
import { answered, emptySeries, refused, type TestServer, testServer } from "../api.fixture.ts";
import { HOSTILE } from "../security/hostile-record.fixture.ts";

const LITERATURE = "/api/literature";
const [study] = shippedLiterature.studies;
if (study === undefined) throw new TypeError("the shipped literature is empty");

/** The shipped literature under the hand of somebody who changed it. */
const edited = (version: string, parts: Partial<Literature> = {}): Literature => ({
  ...shippedLiterature,
  ...parts,
  version,
});

let server: TestServer;
beforeEach(async () => {
  server = testServer();
  await server.ask("PUT", "/api/settings", { author: "Z.Y." });
});

const read = async () => answered("StoredLiterature", await server.ask("GET", LITERATURE));
const save = (literature: unknown, from: number, headers: Record<string, string> = {}) =>
  server.ask("PUT", LITERATURE, literature, { "if-match": `"${from}"`, ...headers });
const history = async (query = "") =>
  answered("RevisionPage", await server.ask("GET", `${LITERATURE}/history${query}`));
const giveUp = (from: number) => server.ask("DELETE", LITERATURE, { why: "back" }, { "if-match": `"${from}"` });

describe("the literature", () => {
  it("is the shipped one until one is saved", async () => {
    const response = await server.ask("GET", LITERATURE);
    expect([response.status, response.headers.get("etag")]).toEqual([200, '"0"']);
    expect(await answered("StoredLiterature", response)).toEqual({
      value: shippedLiterature,
      revision: 0,
      isShipped: true,
    });
    expect(await history()).toEqual({ total: 0, revisions: [] });
    const none = await server.ask("GET", `${LITERATURE}/revisions/0`);
    expect(await answered("RevisionContent", none)).toEqual({ value: shippedLiterature });
    expect((await server.ask("GET", `${LITERATURE}/revisions/1`)).status).toBe(404);
    for (const problem of [await giveUp(0), await server.ask("POST", `${LITERATURE}/restore`)]) {
      expect(await refused(problem)).toMatchObject({ type: "/problems/not-found", status: 404 });
    }
  });

  it("is saved whole from revision 0, read again, and told in the history", async () => {
    const mine = edited("2026-02");
    const saved = await save(mine, 0, { "x-materbone-why": "%E6%9B%B4%E6%AD%A3" });
    expect(saved.headers.get("etag")).toBe('"1"');
    await answered("Saved", saved);
    const response = await server.ask("GET", LITERATURE);
    expect(response.headers.get("etag")).toBe('"1"');
    expect(await answered("StoredLiterature", response)).toEqual({
      value: mine,
      revision: 1,
      isShipped: false,
      savedAt: "2026-03-04T05:06:07.890Z",
      savedBy: "Z.Y.",
    });
    await answered("Saved", await save(edited("2026-03"), 1));
    const { total, revisions } = await history("?limit=1");
    expect([total, revisions]).toEqual([
      2,
      [
        expect.objectContaining({
          document: "literature",
          changes: [{ at: "/version", before: "2026-02", after: "2026-03" }],
        }),
      ],
    ]);
    const log = await answered("RevisionPage", await server.ask("GET", "/api/log"));
    expect(log.revisions.map(({ document, why }) => [document, why])).toEqual([
      ["literature", undefined],
      ["literature", "更正"],
    ]);
    const proof = await answered("Verification", await server.ask("POST", "/api/verify"));
    expect(proof).toMatchObject({ revisions: 2, documents: 1, faults: [] });
  });

  it("is exported as a file that reads again", async () => {
    await save(edited("mine"), 0);
    const response = await server.ask("GET", `${LITERATURE}/export`);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="literature.json"');
    const file = await response.text();
    expect(readLiterature(JSON.parse(file))).toEqual({ kind: "read", value: edited("mine") });
    expect((await save(file, 1)).status).toBe(200);
  });

  it("goes back to the shipped one, which the log keeps apart from what it was", async () => {
    await save(edited("mine"), 0);
    const { revision } = await answered("Saved", await giveUp(1));
    expect(revision).toBe(2);
    const response = await server.ask("GET", LITERATURE);
    expect(response.headers.get("etag")).toBe('"2"');
    expect(await answered("StoredLiterature", response)).toMatchObject({
      value: shippedLiterature,
      revision: 2,
      isShipped: true,
      deleted: { by: "Z.Y.", why: "back" },
    });
    const seen = async (at: number) =>
      (await answered("RevisionContent", await server.ask("GET", `${LITERATURE}/revisions/${at}`))).value;
    expect(await Promise.all([0, 1, 2].map(seen))).toEqual([shippedLiterature, edited("mine"), shippedLiterature]);
    expect(await refused(await giveUp(2))).toMatchObject({ type: "/problems/state", isDeleted: true });
    await answered("Saved", await save(edited("anew"), 2));
    expect(await read()).toMatchObject({ isShipped: false, revision: 3, value: { version: "anew" } });
  });

  it("is restored, or gone back to, after it was given up", async () => {
    await save(edited("first"), 0);
    await save(edited("second"), 1);
    await giveUp(2);
    await answered("Saved", await server.ask("POST", `${LITERATURE}/restore`));
    expect(await read()).toMatchObject({ isShipped: false, revision: 4, value: { version: "second" } });
    const undone = await server.ask("POST", `${LITERATURE}/undo`, { to: 1, why: "error" }, { "if-match": '"4"' });
    expect(await answered("SavedDocument", undone)).toMatchObject({ id: "literature", revision: 5 });
    expect(await read()).toMatchObject({ revision: 5, value: { version: "first" } });
  });

  it("is erased for good only when it was given up and the word is repeated", async () => {
    await save(edited("mine"), 0);
    const purge = (confirm: string) => server.ask("POST", `${LITERATURE}/purge`, { why: "asked", confirm });
    expect((await refused(await purge("literature"))).type).toBe("/problems/state");
    await giveUp(1);
    expect((await refused(await purge("mine"))).problems?.[0]?.pointer).toBe("/confirm");
    expect((await purge("literature")).status).toBe(204);
    expect(await read()).toEqual({ value: shippedLiterature, revision: 0, isShipped: true });
    expect((await server.ask("GET", `${LITERATURE}/revisions/1`)).status).toBe(404);
    expect((await history()).revisions.map(({ isErased }) => isErased)).toEqual([false, true, true]);
  });

  it("keeps drafts from the first word on", async () => {
    const body = { record: edited("half"), pending: { "/version": { text: "", problems: [] } } };
    const drafts = `${LITERATURE}/drafts`;
    expect((await server.ask("PUT", `${drafts}/window-a`, { baseRevision: 0, body })).status).toBe(204);
    const kept = await answered("Drafts", await server.ask("GET", drafts));
    expect(kept.drafts).toMatchObject([
      { document: { kind: "literature" }, window: "window-a", baseRevision: 0, body },
    ]);
    const all = await answered("DraftList", await server.ask("GET", "/api/drafts"));
    expect(all.drafts.map(({ document }) => document)).toEqual([{ kind: "literature" }]);
    expect((await server.ask("DELETE", `${drafts}/window-a`)).status).toBe(204);
    expect((await answered("Drafts", await server.ask("GET", drafts))).drafts).toEqual([]);
  });

  it("stands in no list of series, and is none by its name in the log", async () => {
    await save(edited("mine"), 0);
    await server.ask("POST", "/api/series", emptySeries);
    const { series } = await answered("SeriesList", await server.ask("GET", "/api/series"));
    expect(series.map(({ id }) => id)).toEqual(["my-series"]);
    for (const path of ["", "/cases", "/history", "/export", "/revisions/1"]) {
      expect((await server.ask("GET", `/api/series/%40literature${path}`)).status, path).toBe(404);
    }
    const removal = await server.ask("DELETE", "/api/series/@literature", { why: "x" }, { "if-match": '"1"' });
    expect(removal.status).toBe(404);
    expect(await read()).toMatchObject({ isShipped: false, revision: 1 });
  });
});

describe("a save of the literature from an older revision", () => {
  it("is refused with what stands and where the two differ", async () => {
    await save(edited("1"), 0);
    await save(edited("theirs", { title: { en: "Theirs" } }), 1);
    const response = await save(edited("mine"), 1);
    expect(response.status).toBe(409);
    const problem = await refused(response);
    expect(problem).toMatchObject({
      type: "/problems/stale-revision",
      expected: 1,
      current: 2,
      record: { version: "theirs" },
      savedAt: "2026-03-04T05:06:07.890Z",
      savedBy: "Z.Y.",
    });
    expect(problem.divergences).toMatchObject([
      { at: "/version", base: "1", mine: "mine", theirs: "theirs", by: "both" },
      { at: "/title/en", by: "them" },
      { at: "/title/zh", by: "them" },
    ]);
  });

  it("is told study by study and field by field, and what follows from both is saved", async () => {
    const { studies } = shippedLiterature;
    const more = { ...study, id: "wang-2026", label: "Wang 2026" };
    const theirs = edited("1", { studies: [...studies, { ...more, id: "li-2026", label: "Li 2026" }] });
    const mine = edited("1", { studies: [{ ...study, year: 1999 }, ...studies.slice(1), more] });
    await answered("Saved", await save(edited("1"), 0));
    await answered("Saved", await save(theirs, 1));
    const problem = await refused(await save(mine, 1));
    expect(problem.divergences).toMatchObject([
      { at: "/studies/0/year", mine: 1999, by: "me" },
      { at: `/studies/${studies.length + 1}`, mine: { id: "wang-2026" }, by: "me" },
      { at: `/studies/${studies.length}`, theirs: { id: "li-2026" }, by: "them" },
    ]);
    const merged = mergedLiterature({ base: edited("1"), mine, theirs: problem.record }, new Set());
    await answered("Saved", await save(merged, 2));
    expect((await read()).value.studies.slice(-2).map(({ id }) => id)).toEqual(["li-2026", "wang-2026"]);
    const log = await history();
    expect(log.revisions.map(({ revision }) => revision)).toEqual([3, 2, 1]);
  });

  it("is held against the shipped one where the work began with it", async () => {
    await save(edited("theirs"), 0);
    const first = await refused(await save(shippedLiterature, 0));
    expect(first).toMatchObject({ expected: 0, current: 1, record: { version: "theirs" } });
    expect(first.divergences).toMatchObject([{ at: "/version", base: shippedLiterature.version, by: "them" }]);
    await giveUp(1);
    await save(edited("later"), 2);
    const second = await refused(await save(edited("mine"), 2));
    expect(second.divergences).toMatchObject([{ at: "/version", base: shippedLiterature.version, by: "both" }]);
  });

  it("is held against the shipped one where that stands again", async () => {
    await save(edited("1"), 0);
    await giveUp(1);
    const problem = await refused(await save(edited("mine"), 1));
    expect(problem).toMatchObject({ expected: 1, current: 2, record: { version: shippedLiterature.version } });
    expect(problem.savedAt).toBeUndefined();
    const unknown = await refused(await save(edited("mine"), 7));
    expect(unknown).toMatchObject({ expected: 7, current: 2 });
  });

  it("must name its revision", async () => {
    expect((await server.ask("PUT", LITERATURE, edited("1"))).status).toBe(428);
    expect((await server.ask("PUT", LITERATURE, edited("1"), { "if-match": "*" })).status).toBe(400);
    expect((await server.ask("DELETE", LITERATURE, { why: "x" })).status).toBe(428);
    expect((await read()).revision).toBe(0);
  });
});

describe("a wrong literature", () => {
  it.each([
    ["en", 'There is no document "nowhere" in this literature.', 'The study id "'],
    ["zh", "本文献库中没有编号为“nowhere”的文献。", "研究编号“"],
  ])("is refused in %s with every place that is wrong", async (lang, unknown, twice) => {
    const twiceThere = { ...study, documents: ["nowhere"] };
    const wrong = edited("1", { studies: [...shippedLiterature.studies, twiceThere] });
    const response = await server.ask("PUT", `${LITERATURE}?lang=${lang}`, wrong, { "if-match": '"0"' });
    expect(response.status).toBe(422);
    const { problems } = await refused(response);
    const at = `/studies/${shippedLiterature.studies.length}`;
    expect(problems?.map(({ pointer }) => pointer)).toEqual([`${at}/id`, `${at}/documents/0`]);
    expect(problems?.[0]?.detail).toContain(twice);
    expect(problems?.[1]?.detail).toContain(unknown);
    expect((await read()).isShipped).toBe(true);
  });

  it.each([
    ["nothing", "", 400],
    ["no JSON", "{", 400],
    ["a list", "[]", 422],
    ["a record of a woman", '{"schema":"materbone/case/1","id":"w"}', 422],
    ["another version", JSON.stringify({ ...shippedLiterature, schema: "materbone/literature/9" }), 422],
    ["absurd depth", `{"schema":"materbone/literature/1","title":${"[".repeat(20_000)}${"]".repeat(20_000)}}`, 422],
    ["a prototype", JSON.stringify(shippedLiterature).replace("{", '{"__proto__":{"isShipped":true},'), 422],
    ["a number that is none", JSON.stringify(shippedLiterature).replace(/"women":\d+/, '"women":1e999'), 422],
    ["a thousand wrong studies", JSON.stringify({ ...shippedLiterature, studies: Array(1000).fill({}) }), 422],
  ])("is refused when it is %s", async (_what, body, status) => {
    const response = await save(body, 0);
    expect(response.status).toBe(status);
    await refused(response);
    expect((await read()).revision).toBe(0);
    expect(server.logged).toEqual([]);
  });

  it("is refused when it is too large, before it is read", async () => {
    const response = await save("{}", 0, { "content-length": String(65 * 1024 * 1024) });
    expect([response.status, (await refused(response)).type]).toEqual([413, "/problems/too-large"]);
  });

  it.each(HOSTILE)("of hostile words comes back as data that no page can run: %j", async (text) => {
    const words = { title: { en: text, zh: text }, version: text };
    const hostile: Literature = edited(text, {
      ...words,
      documents: [...shippedLiterature.documents, { id: text, kind: "article", cite: text, reached: "abstract" }],
      studies: [...shippedLiterature.studies, { ...study, id: text, label: text, cohort: text, documents: [text] }],
    });
    await answered("Saved", await save(hostile, 0, { "x-materbone-why": encodeURIComponent(text) }));
    await server.ask("PUT", `${LITERATURE}/drafts/w`, { baseRevision: 1, body: text });
    for (const path of ["", "/history", "/revisions/1", "/drafts", "/export"]) {
      const response = await server.ask("GET", `${LITERATURE}${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get("content-type")).toMatch(/^application\/json/);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    }
    expect((await read()).value).toEqual(hostile);
    const again = await refused(await save({ ...hostile, [text]: text }, 1));
    expect(again.status).toBe(422);
  });
});
