import { casesNamed, readSeries, type SeriesHead } from "@materbone/clinical";
import { beforeEach, describe, expect, it } from "vitest";
import { answered, emptySeries, refused, type TestServer, testServer, woman } from "../api.fixture.ts";

const SERIES = "/api/series/my-series";
const WOMAN = `${SERIES}/cases/woman-1`;

let server: TestServer;
beforeEach(async () => {
  server = testServer();
  await server.ask("PUT", "/api/settings", { author: "Z.Y." });
  await server.ask("POST", "/api/series", emptySeries);
});

describe("a woman's record", () => {
  it("is created, read, saved and read again", async () => {
    const { ask } = server;
    const created = await ask("POST", `${SERIES}/cases`, woman);
    expect(created.status).toBe(201);
    expect(created.headers.get("location")).toBe(WOMAN);
    expect(created.headers.get("etag")).toBe('"1"');
    await answered("SavedDocument", created);
    const older = { ...woman, person: { ageYears: 32 } };
    const saved = await ask("PUT", WOMAN, older, { "if-match": '"1"', "x-materbone-why": "%E6%9B%B4%E6%AD%A3" });
    expect(await answered("SavedDocument", saved)).toMatchObject({ id: "woman-1", revision: 2 });
    const read = await ask("GET", WOMAN);
    expect(read.headers.get("etag")).toBe('"2"');
    expect(await answered("StoredCase", read)).toEqual({
      value: older,
      revision: 2,
      savedAt: "2026-03-04T05:06:07.890Z",
      savedBy: "Z.Y.",
    });
    const { revisions } = await answered("RevisionPage", await ask("GET", `${WOMAN}/history`));
    expect(revisions[0]).toMatchObject({
      kind: "changed",
      why: "更正",
      changes: [{ at: "/person/ageYears", before: 31, after: 32 }],
    });
  });

  it("is renamed by saving it under another id", async () => {
    const { ask } = server;
    await ask("POST", `${SERIES}/cases`, woman);
    const renamed = await ask("PUT", WOMAN, { ...woman, id: "woman-2" }, { "if-match": '"1"' });
    expect(await answered("SavedDocument", renamed)).toMatchObject({ id: "woman-2", revision: 2 });
    expect((await ask("GET", `${SERIES}/cases/woman-2`)).status).toBe(200);
    expect((await ask("GET", WOMAN)).status).toBe(404);
  });

  it("is refused with every place that is wrong, in the language asked for", async () => {
    const wrong = {
      ...woman,
      person: { ageYear: 31 },
      scans: [{ id: "s", sites: { lumbarSpine: { bmdGPerCm2: 680 } } }],
    };
    const response = await server.ask("POST", `${SERIES}/cases?lang=zh`, wrong);
    expect(response.status).toBe(422);
    const problem = await refused(response);
    expect(problem).toMatchObject({
      type: "/problems/invalid-record",
      title: "记录不合格式",
      status: 422,
      instance: `${SERIES}/cases`,
    });
    expect(problem.problems).toEqual([
      { pointer: "/person/ageYear", detail: "本格式没有字段“ageYear”。是否应为“ageYears”？" },
      {
        pointer: "/scans/0/sites/lumbarSpine/bmdGPerCm2",
        detail: "骨密度 680 不可能以 g/cm² 为单位。若原文为 mg/cm²，请改写为 0.680；程序不会自行换算。",
      },
    ]);
    expect((await answered("CasePage", await server.ask("GET", `${SERIES}/cases`))).total).toBe(0);
  });

  it("is refused when it names a device that the series does not list", async () => {
    const scans = [{ id: "s", device: "dxb", sites: { lumbarSpine: { bmdGPerCm2: 0.68 } } }];
    const response = await server.ask("POST", `${SERIES}/cases`, { ...woman, scans });
    expect(response.status).toBe(422);
    const problem = await refused(response);
    expect(problem.type).toBe("/problems/broken-reference");
    expect(problem.problems?.[0]?.detail).toContain('Did you mean "dxa"?');
  });

  it("is not created twice", async () => {
    await server.ask("POST", `${SERIES}/cases`, woman);
    const response = await server.ask("POST", `${SERIES}/cases`, woman);
    expect(response.status).toBe(409);
    expect(await refused(response)).toMatchObject({ type: "/problems/exists", isDeleted: false });
  });
});

describe("a save from an older revision", () => {
  it("is refused with what stands and where the two differ", async () => {
    const { ask } = server;
    await ask("POST", `${SERIES}/cases`, woman);
    const theirs = { ...woman, person: { ageYears: 32 }, tags: ["spine"] };
    const mine = { ...woman, person: { ageYears: 33, bmiKgPerM2: 21 } };
    await ask("PUT", WOMAN, theirs, { "if-match": '"1"' });
    const response = await ask("PUT", WOMAN, mine, { "if-match": '"1"' });
    expect(response.status).toBe(409);
    expect(await refused(response)).toMatchObject({
      type: "/problems/stale-revision",
      expected: 1,
      current: 2,
      record: theirs,
      savedBy: "Z.Y.",
      savedAt: "2026-03-04T05:06:07.890Z",
      divergences: [
        { at: "/person/ageYears", base: 31, mine: 33, theirs: 32, by: "both" },
        { at: "/person/bmiKgPerM2", mine: 21, by: "me" },
        { at: "/tags/0", base: "hip", mine: "hip", theirs: "spine", by: "them" },
      ],
    });
    expect((await answered("StoredCase", await ask("GET", WOMAN))).value).toEqual(theirs);
  });

  it("must name its revision", async () => {
    await server.ask("POST", `${SERIES}/cases`, woman);
    const missing = await server.ask("PUT", WOMAN, woman);
    expect(missing.status).toBe(428);
    expect((await refused(missing)).type).toBe("/problems/precondition-required");
    const malformed = await server.ask("PUT", WOMAN, woman, { "if-match": "*" });
    expect(malformed.status).toBe(400);
    expect((await refused(malformed)).problems?.[0]?.parameter).toBe("If-Match");
  });
});

describe("deleting", () => {
  it("asks for a reason, hides, restores, and purges only what is deleted and confirmed", async () => {
    const { ask } = server;
    await ask("POST", `${SERIES}/cases`, woman);
    expect((await ask("DELETE", WOMAN, { why: " " }, { "if-match": '"1"' })).status).toBe(400);
    const early = await ask("POST", `${WOMAN}/purge`, { why: "withdrew", confirm: "woman-1" });
    expect(await refused(early)).toMatchObject({ type: "/problems/state", isDeleted: false });
    await answered("Saved", await ask("DELETE", WOMAN, { why: "entered twice" }, { "if-match": '"1"' }));
    const list = await answered("CasePage", await ask("GET", `${SERIES}/cases?deleted=true`));
    expect(list.cases.map(({ id, deleted }) => [id, deleted?.why])).toEqual([["woman-1", "entered twice"]]);
    const changed = await ask("PUT", WOMAN, woman, { "if-match": '"2"' });
    expect(await refused(changed)).toMatchObject({ type: "/problems/state", isDeleted: true });
    await answered("Saved", await ask("POST", `${WOMAN}/restore`));
    expect((await answered("CasePage", await ask("GET", `${SERIES}/cases`))).total).toBe(1);
    await ask("DELETE", WOMAN, { why: "withdrew consent" }, { "if-match": '"3"' });
    const unconfirmed = await ask("POST", `${WOMAN}/purge`, { why: "withdrew consent", confirm: "woman-2" });
    expect((await refused(unconfirmed)).problems?.[0]?.pointer).toBe("/confirm");
    expect((await ask("POST", `${WOMAN}/purge`, { why: "withdrew consent", confirm: "woman-1" })).status).toBe(204);
    expect((await ask("GET", WOMAN)).status).toBe(404);
  });
});

describe("deleting a woman of whom a finding was explained", () => {
  it("leaves a series whose export reads again, and whose decision holds when she is restored", async () => {
    const { ask } = server;
    await ask("POST", "/api/examples/qingdao-2016-2019");
    const series = "/api/series/qingdao-2016-2019";
    const { value, revision } = (await answered("StoredHead", await ask("GET", series))) as {
      value: SeriesHead;
      revision: number;
    };
    const review = { rule: "z-at-threshold", case: "case-2", state: "explained", note: { en: "as printed" } };
    const head = { ...value, reviews: [review, ...(value.reviews ?? [])] };
    await ask("PUT", series, head, { "if-match": `"${revision}"` });
    const before = await (await ask("GET", `${series}/export`)).json();
    const her = `${series}/cases/case-2`;
    await answered("Saved", await ask("DELETE", her, { why: "entered twice" }, { "if-match": '"1"' }));
    const read = readSeries(await (await ask("GET", `${series}/export`)).json());
    if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
    expect(read.value.cases.map(({ id }) => id)).toEqual(["case-1", "case-3"]);
    expect(casesNamed(read.value)).not.toContain("case-2");
    expect((await ask("GET", `${series}/report`)).status).toBe(200);
    await ask("POST", `${her}/restore`);
    expect(await (await ask("GET", `${series}/export`)).json()).toEqual(before);
  });
});

describe("history", () => {
  it("makes an earlier revision the current one", async () => {
    const { ask } = server;
    await ask("POST", `${SERIES}/cases`, woman);
    await ask("PUT", WOMAN, { ...woman, tags: [] }, { "if-match": '"1"' });
    await answered("SavedDocument", await ask("POST", `${WOMAN}/undo`, { to: 1 }, { "if-match": '"2"' }));
    expect(await answered("StoredCase", await ask("GET", WOMAN))).toMatchObject({ value: woman, revision: 3 });
    expect(await answered("RevisionContent", await ask("GET", `${WOMAN}/revisions/2`))).toEqual({
      value: { ...woman, tags: [] },
    });
    const log = await answered("RevisionPage", await ask("GET", "/api/log?limit=2"));
    expect([log.total, log.revisions.map(({ kind }) => kind)]).toEqual([4, ["undone", "changed"]]);
  });
});

describe("undo to a revision with another id", () => {
  it("tells the id that the document has by then, as saving does", async () => {
    const { ask } = server;
    await ask("POST", `${SERIES}/cases`, woman);
    await ask("PUT", WOMAN, { ...woman, id: "woman-9" }, { "if-match": '"1"' });
    const renamed = `${SERIES}/cases/woman-9`;
    const back = await ask("POST", `${renamed}/undo`, { to: 1 }, { "if-match": '"2"' });
    expect(await answered("SavedDocument", back)).toMatchObject({ id: "woman-1", revision: 3 });
    expect((await ask("GET", renamed)).status).toBe(404);

    const { cases: _none, ...head } = emptySeries;
    await ask("PUT", SERIES, { ...head, id: "their-series" }, { "if-match": '"1"' });
    const series = await ask("POST", "/api/series/their-series/undo", { to: 1 }, { "if-match": '"2"' });
    expect(await answered("SavedDocument", series)).toMatchObject({ id: emptySeries.id, revision: 3 });
  });
});

describe("the list", () => {
  it("passes every filter on and refuses what it does not know", async () => {
    const { ask } = server;
    await ask("POST", "/api/examples/varied-women");
    const women = "/api/series/varied-women/cases";
    const all = await answered("CasePage", await ask("GET", women));
    for (const filter of [
      "search=twin",
      "severity=major",
      "outcome=undecided",
      "fractured=false",
      "agent=unfractionatedHeparin",
      "tag=none-has-it",
      "deleted=true",
    ]) {
      const page = await answered("CasePage", await ask("GET", `${women}?${filter}`));
      expect([filter, page.total < all.total]).toEqual([filter, true]);
    }
    const ordered = await answered("CasePage", await ask("GET", `${women}?order=age&descending=true&limit=2&offset=1`));
    const ages = all.cases.flatMap(({ ageYears }) => (ageYears === undefined ? [] : [ageYears])).sort((a, b) => b - a);
    expect(ordered.cases.map(({ ageYears }) => ageYears)).toEqual(ages.slice(1, 3));
    const wrong = await refused(await ask("GET", `${women}?limit=501&ordr=age`));
    expect(wrong.problems?.map(({ parameter }) => parameter).sort()).toEqual(["limit", "ordr"]);
  });

  it("gives the records named, in their order, and not too many at once", async () => {
    const { ask } = server;
    for (const id of ["a", "b", "c"]) await ask("POST", `${SERIES}/cases`, { ...woman, id });
    const { records } = await answered("StoredCases", await ask("GET", `${SERIES}/records?ids=c,a`));
    expect(records.map(({ value }) => value.id)).toEqual(["c", "a"]);
    expect((await answered("StoredCases", await ask("GET", `${SERIES}/records`))).records).toHaveLength(3);
    expect((await ask("GET", `${SERIES}/records?ids=a,none`)).status).toBe(404);
    const many = await ask("GET", `${SERIES}/records?ids=${Array.from({ length: 501 }, (_, n) => n).join(",")}`);
    expect(many.status).toBe(413);
    expect((await refused(many)).type).toBe("/problems/too-many");
    expect(await answered("Tags", await ask("GET", `${SERIES}/tags`))).toEqual({ tags: [{ tag: "hip", cases: 3 }] });
  });
});
