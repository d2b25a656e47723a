import type { SeriesHead } from "@materbone/clinical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Registry } from "./registry.ts";
import {
  BrokenReferenceError,
  DocumentExistsError,
  DocumentNotFoundError,
  DocumentStateError,
  StaleRevisionError,
} from "./registry-error.ts";
import { act, head, scan, series, woman } from "./series.fixture.ts";

const one = { kind: "case", series: "s", case: "w-1" } as const;
const two = { kind: "case", series: "s", case: "w-2" } as const;
const whole = { kind: "series", series: "s" } as const;

const printed = {
  id: "c",
  kind: "percentChange",
  case: "w-1",
  site: "lumbarSpine",
  from: "baseline",
  to: "last",
  printed: "14",
} as const;
const decided = { rule: "reproductive-plan-missing", case: "w-2", state: "accepted", note: { en: "seen" } } as const;
/** What a head says of two women. */
const naming: Partial<SeriesHead> = { claims: [printed], reviews: [decided] };

/** What every registry does, whatever it keeps its documents in. */
export function registryContract(name: string, open: () => Promise<Registry>): void {
  describe(`${name}: the contract of a registry`, () => {
    let registry: Registry;
    beforeEach(async () => {
      registry = await open();
      await registry.createSeries(series("s", [woman("w-1"), woman("w-2"), woman("w-10")]), act(0));
    });
    afterEach(() => registry.close());

    it("reads back what was created, in the order of the series", async () => {
      expect((await registry.readHead("s")).value).toEqual(head("s"));
      expect(await registry.readCase(one)).toEqual({
        value: woman("w-1"),
        revision: 1,
        savedAt: act(0).at,
        savedBy: "LW",
      });
      expect((await registry.readCases("s")).map(({ value }) => value.id)).toEqual(["w-1", "w-2", "w-10"]);
      expect((await registry.readCases("s", ["w-10", "w-1"])).map(({ value }) => value.id)).toEqual(["w-10", "w-1"]);
      expect(await registry.listSeries()).toEqual([
        { id: "s", title: head("s").title, origin: "synthetic", cases: 3, revision: 1, savedAt: act(0).at },
      ]);
    });

    it("does not know what was never made", async () => {
      const missing = { kind: "case", series: "s", case: "nobody" } as const;
      await expect(registry.readHead("t")).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.readCase(missing)).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.readCases("s", ["w-1", "nobody"])).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.listCases("t", {})).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.history(missing, { offset: 0, limit: 5 })).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.undo(one, 7, 1, act(1))).rejects.toThrow(DocumentNotFoundError);
    });

    it("refuses an id that is taken, and a series of which one woman does not fit, as a whole", async () => {
      await expect(registry.createSeries(series("s", []), act(1))).rejects.toThrow(DocumentExistsError);
      await expect(registry.createCase("s", woman("w-2"), act(1))).rejects.toThrow(DocumentExistsError);
      const other = { ...woman("x"), scans: [{ ...scan("a", 1, 0.7, -2), device: "nowhere" }] };
      await expect(registry.createSeries({ ...head("t"), cases: [woman("y"), other] }, act(1))).rejects.toThrow(
        BrokenReferenceError,
      );
      expect(await registry.listSeries()).toHaveLength(1);
      expect((await registry.verify()).revisions).toBe(4);
    });

    it("saves against the revision it was made from, and refuses a stale one", async () => {
      const saved = await registry.saveCase(one, woman("w-1", { person: { ageYears: 31 } }), 1, act(5, "typing"));
      expect(saved).toMatchObject({ revision: 2, savedAt: act(5).at, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
      const stale = registry.saveCase(one, woman("w-1"), 1, act(6));
      await expect(stale).rejects.toThrow(StaleRevisionError);
      await expect(stale).rejects.toMatchObject({ expected: 1, current: 2, document: one });
      expect((await registry.readCase(one)).value.person).toEqual({ ageYears: 31 });
      const { revisions, total } = await registry.history(one, { offset: 0, limit: 1 });
      expect(total).toBe(2);
      expect(revisions).toEqual([
        {
          sequence: 5,
          kind: "changed",
          document: "case",
          series: "s",
          case: "w-1",
          revision: 2,
          at: act(5).at,
          by: "LW",
          why: "typing",
          changes: [{ at: "/person/ageYears", before: 29, after: 31 }],
          isErased: false,
          hash: saved.hash,
        },
      ]);
    });

    it("lets one of many saves from one revision through, and refuses the others", async () => {
      const tries = Array.from({ length: 8 }, (_, number) =>
        registry.saveCase(one, woman("w-1", { tags: [`try ${number}`] }), 1, act(number)),
      );
      const outcomes = await Promise.allSettled(tries);
      const refused = outcomes.filter((outcome) => outcome.status === "rejected");
      expect(refused).toHaveLength(7);
      for (const { reason } of refused) expect(reason).toBeInstanceOf(StaleRevisionError);
      expect(await registry.verify()).toMatchObject({ revisions: 5, faults: [] });
    });

    it("lets others save while a large series is still counted", async () => {
      const many = Array.from({ length: 200 }, (_, number) => woman(`w-${number + 1}`));
      const ended: string[] = [];
      const creating = registry.createSeries(series("large", many), act(1)).then(() => ended.push("series"));
      await Promise.all([creating, registry.saveSettings({ author: "LW" }).then(() => ended.push("settings"))]);
      expect(ended).toEqual(["settings", "series"]);
    });

    it("serves readers while a large series is written, who see all of it or nothing", async () => {
      const many = Array.from({ length: 300 }, (_, number) => woman(`m-${number}`));
      let isWritten = false;
      const writing = registry.createSeries(series("large", many), act(1)).then(() => {
        isWritten = true;
      });
      const seen = new Set<number>();
      while (!isWritten) {
        expect((await registry.readCase(one)).revision).toBe(1);
        seen.add((await registry.listSeries()).find(({ id }) => id === "large")?.cases ?? 0);
        await new Promise((resume) => setImmediate(resume));
      }
      await writing;
      expect([...seen].filter((cases) => cases !== 0 && cases !== 300)).toEqual([]);
      expect((await registry.listCases("large", {})).total).toBe(300);
    });

    it("leaves a draft of another window alone where a renamed document brings its own", async () => {
      const draft = { window: "a", baseRevision: 1, at: act(1).at, by: "" };
      const free = { kind: "case", series: "s", case: "w-9" } as const;
      await registry.saveDraft({ ...draft, document: one, body: "hers" });
      await registry.saveDraft({ ...draft, document: free, body: "older" });
      await registry.saveDraft({ ...draft, document: free, window: "b", body: "of another window" });
      await registry.saveCase(one, woman("w-9"), 1, act(2));
      const bodies = (await registry.drafts(free)).map(({ window, body }) => [window, body]);
      expect(new Map(bodies as [string, unknown][])).toEqual(
        new Map([
          ["a", "hers"],
          ["b", "of another window"],
        ]),
      );
    });

    it("goes back to an earlier revision by a new one", async () => {
      await registry.saveCase(one, woman("w-1", { tags: ["first"] }), 1, act(1));
      expect(await registry.undo(one, 1, 2, act(2))).toMatchObject({ revision: 3 });
      expect((await registry.readCase(one)).value).toEqual(woman("w-1"));
      expect(await registry.readRevision(one, 2)).toEqual(woman("w-1", { tags: ["first"] }));
      const { revisions } = await registry.history(one, { offset: 0, limit: 10 });
      expect(revisions.map(({ kind }) => kind)).toEqual(["undone", "changed", "created"]);
    });

    it("hides a deleted woman, restores her, and lets nobody change her meanwhile", async () => {
      await registry.remove(one, 1, act(1, "entered twice"));
      expect((await registry.listCases("s", {})).total).toBe(2);
      const { cases } = await registry.listCases("s", { isDeleted: true });
      expect(cases).toMatchObject([{ id: "w-1", deleted: { at: act(1).at, by: "LW", why: "entered twice" } }]);
      expect(await registry.readCase(one)).toMatchObject({ revision: 2, deleted: { why: "entered twice" } });
      expect((await registry.readCases("s")).map(({ value }) => value.id)).toEqual(["w-2", "w-10"]);
      await expect(registry.saveCase(one, woman("w-1"), 2, act(2))).rejects.toThrow(DocumentStateError);
      const taken = registry.createCase("s", woman("w-1"), act(2));
      await expect(taken).rejects.toMatchObject({ isDeleted: true });
      await expect(registry.restore(two, act(2))).rejects.toMatchObject({ isDeleted: false });
      await registry.restore(one, act(3));
      expect((await registry.listCases("s", {})).total).toBe(3);
      expect(await registry.readCase(one)).toMatchObject({ revision: 3, value: woman("w-1") });
    });

    it("hides the women of a deleted series with it", async () => {
      await registry.remove(whole, 1, act(1, "a trial"));
      expect(await registry.listSeries()).toEqual([]);
      expect(await registry.listSeries({ isDeleted: true })).toMatchObject([{ id: "s", cases: 3 }]);
      expect(await registry.readCase(one)).toMatchObject({ deleted: { why: "a trial" } });
      await expect(registry.saveCase(one, woman("w-1"), 1, act(2))).rejects.toThrow(DocumentStateError);
      await expect(registry.createCase("s", woman("w-3"), act(2))).rejects.toThrow(DocumentStateError);
      await registry.restore(whole, act(3));
      expect((await registry.readCase(one)).deleted).toBeUndefined();
    });

    it("renames a document with its history and its drafts", async () => {
      await registry.saveDraft({
        document: one,
        window: "tab",
        baseRevision: 1,
        body: { a: 1 },
        at: act(1).at,
        by: "LW",
      });
      await registry.saveCase(one, woman("w-7"), 1, act(2));
      const renamed = { kind: "case", series: "s", case: "w-7" } as const;
      await expect(registry.readCase(one)).rejects.toThrow(DocumentNotFoundError);
      const { revisions } = await registry.history(renamed, { offset: 0, limit: 10 });
      expect(revisions.map((revision) => revision.case)).toEqual(["w-7", "w-1"]);
      expect(await registry.drafts(renamed)).toHaveLength(1);
      await registry.saveHead("s", head("t"), 1, act(3));
      expect((await registry.readCase({ kind: "case", series: "t", case: "w-7" })).revision).toBe(2);
      expect((await registry.drafts()).map((draft) => draft.document)).toEqual([{ ...renamed, series: "t" }]);
      expect((await registry.verify()).faults).toEqual([]);
    });

    it("erases what is purged and still verifies", async () => {
      await registry.saveCase(one, woman("w-1", { tags: ["told"] }), 1, act(1, "told us"));
      await expect(registry.purge(one, act(2, "asked for it"))).rejects.toThrow(DocumentStateError);
      await registry.remove(one, 2, act(3, "asked for it"));
      await registry.saveDraft({ document: one, window: "tab", baseRevision: 3, body: {}, at: act(3).at, by: "LW" });
      await registry.purge(one, act(4, "asked for it"));
      await expect(registry.readCase(one)).rejects.toThrow(DocumentNotFoundError);
      expect(await registry.drafts()).toEqual([]);
      const { revisions } = await registry.history(one, { offset: 0, limit: 10 });
      expect(revisions.map(({ kind, isErased, changes, why }) => ({ kind, isErased, changes, why }))).toEqual([
        { kind: "purged", isErased: false, changes: [], why: "asked for it" },
        { kind: "deleted", isErased: true, changes: [], why: undefined },
        { kind: "changed", isErased: true, changes: [], why: undefined },
        { kind: "created", isErased: true, changes: [], why: undefined },
      ]);
      expect(await registry.readRevision(one, 1)).toBeUndefined();
      expect((await registry.verify()).faults).toEqual([]);
      await registry.createCase("s", woman("w-1"), act(5));
      expect((await registry.readCase(one)).revision).toBe(1);
      expect((await registry.verify()).faults).toEqual([]);
    });

    it("purges a series with all its women", async () => {
      await registry.remove(whole, 1, act(1, "a trial"));
      await registry.purge(whole, act(2, "a trial"));
      expect(await registry.listSeries({ isDeleted: true })).toEqual([]);
      expect((await registry.history(undefined, { offset: 0, limit: 10 })).revisions.map((r) => r.isErased)).toEqual([
        false,
        true,
        true,
        true,
        true,
        true,
      ]);
      await registry.rebuild();
      expect((await registry.verify()).faults).toEqual([]);
      await registry.createSeries(series("s", [woman("w-1")]), act(3));
      expect(await registry.listSeries()).toMatchObject([{ id: "s", cases: 1 }]);
    });

    it("keeps documents that point at each other together", async () => {
      const elsewhere = woman("w-3", { scans: [{ ...scan("a", 1, 0.7, -2), device: "dxb" }] });
      await expect(registry.createCase("s", elsewhere, act(1))).rejects.toMatchObject({
        problems: [
          { at: "/scans/0/device", kind: "unknownReference", what: "densitometer", id: "dxb", nearest: "dxa" },
        ],
      });
      const claim = {
        id: "c",
        kind: "percentChange",
        case: "w-1",
        site: "lumbarSpine",
        from: "baseline",
        to: "last",
        printed: "14",
      } as const;
      const review = { rule: "bmd", case: "w-2", state: "accepted", note: { en: "seen" } } as const;
      await registry.saveHead("s", head("s", { claims: [claim], reviews: [review] }), 1, act(2));
      await expect(registry.saveCase(one, woman("w-9"), 1, act(3))).rejects.toThrow(BrokenReferenceError);
      const oneScan = woman("w-1", { scans: [scan("baseline", 3, 0.7, -3)] });
      await expect(registry.saveCase(one, oneScan, 1, act(3))).rejects.toMatchObject({
        problems: [{ at: "/claims/0/to" }],
      });
      const lost = registry.saveHead("s", head("s", { methods: {} }), 2, act(3));
      await expect(lost).rejects.toMatchObject({
        problems: [{ id: "dxa" }, { id: "dxa" }, { id: "dxa" }, { id: "dxa" }, { id: "dxa" }, { id: "dxa" }],
      });
      const unknown = registry.saveHead("s", head("s", { claims: [{ ...claim, case: "w-3" }] }), 2, act(3));
      await expect(unknown).rejects.toMatchObject({ problems: [{ at: "/claims/0/case", nearest: "w-1" }] });
      expect((await registry.readHead("s")).revision).toBe(2);
    });

    it("keeps what a head says of a deleted woman, and lets it hold again when she is restored", async () => {
      await registry.saveHead("s", head("s", naming), 1, act(1));
      const before = await registry.listCases("s", {});
      await registry.remove(one, 1, act(2, "entered twice"));
      await registry.remove(two, 1, act(2, "entered twice"));
      expect((await registry.readHead("s")).value).toMatchObject(naming);
      // A head is still saved, with what names them, and with more of it.
      const more = { claims: [printed], reviews: [decided, { ...decided, case: "w-1" }] };
      await registry.saveHead("s", head("s", more), 2, act(3));
      const noScan = registry.saveHead("s", head("s", { claims: [{ ...printed, to: "later" }] }), 3, act(3));
      await expect(noScan).rejects.toMatchObject({ problems: [{ at: "/claims/0/to", what: "scan" }] });
      await registry.saveHead("s", head("s", naming), 3, act(4));
      expect((await registry.verify()).faults).toEqual([]);
      await registry.rebuild();
      await registry.restore(one, act(5));
      await registry.restore(two, act(5));
      const counted = ({ cases }: typeof before) => cases.map(({ id, openFindings }) => [id, openFindings]);
      expect(counted(await registry.listCases("s", {}))).toEqual(counted(before));
      expect((await registry.verify()).faults).toEqual([]);
    });

    it("takes out of the head what names a woman who is purged", async () => {
      await registry.saveHead("s", head("s", naming), 1, act(1));
      await registry.remove(two, 1, act(2, "asked for it"));
      await registry.purge(two, act(3, "asked for it"));
      const { value, revision } = await registry.readHead("s");
      expect(value.reviews).toBeUndefined();
      expect(value.claims).toEqual(naming.claims);
      expect(revision).toBe(3);
      await registry.remove(one, 1, act(4, "asked for it"));
      await registry.purge(one, act(5, "asked for it"));
      expect((await registry.readHead("s")).value).toEqual(head("s"));
      const { revisions } = await registry.history(whole, { offset: 0, limit: 1 });
      expect(revisions).toMatchObject([{ kind: "changed", revision: 4, why: "asked for it" }]);
      // The next woman of her id begins with no decision about her.
      await registry.createCase("s", woman("w-2"), act(6));
      await registry.saveHead("s", head("s"), 4, act(7));
      await registry.rebuild();
      expect((await registry.verify()).faults).toEqual([]);
    });

    it("does not change the head of a deleted series for a purge of one woman", async () => {
      await registry.saveHead("s", head("s", naming), 1, act(1));
      await registry.remove(two, 1, act(2, "why"));
      await registry.remove(whole, 2, act(3, "why"));
      await expect(registry.purge(two, act(4, "why"))).rejects.toMatchObject({ document: whole, isDeleted: true });
      await registry.restore(whole, act(5));
      await registry.purge(two, act(6, "why"));
      expect((await registry.verify()).faults).toEqual([]);
    });

    it("orders, filters and pages", async () => {
      await registry.createCase(
        "s",
        woman("x-1", { person: {}, fractures: [], tags: ["骨折", "Spine"], treatments: [] }),
        act(1),
      );
      await registry.createCase("s", woman("x-2", { person: { ageYears: 40 }, tags: ["spine", "骨折 随访"] }), act(2));
      const ids = async (query: Parameters<Registry["listCases"]>[1]): Promise<string[]> =>
        (await registry.listCases("s", query)).cases.map(({ id }) => id);
      expect(await ids({})).toEqual(["w-1", "w-2", "w-10", "x-1", "x-2"]);
      expect(await ids({ isDescending: true })).toEqual(["x-2", "x-1", "w-10", "w-2", "w-1"]);
      expect(await ids({ order: "age" })).toEqual(["w-1", "w-2", "w-10", "x-2", "x-1"]);
      expect(await ids({ order: "age", isDescending: true })).toEqual(["x-2", "w-10", "w-2", "w-1", "x-1"]);
      expect(await ids({ order: "age", offset: 3, limit: 2 })).toEqual(["x-2", "x-1"]);
      expect(await ids({ order: "age", offset: 4 })).toEqual(["x-1"]);
      expect(await ids({ order: "saved", isDescending: true, limit: 1 })).toEqual(["x-2"]);
      expect(await ids({ search: "骨折" })).toEqual(["x-1", "x-2"]);
      expect(await ids({ search: "W-1" })).toEqual(["w-1", "w-10"]);
      expect(await ids({ search: "ＳＰＩＮＥ" })).toEqual(["x-1", "x-2"]);
      expect(await ids({ search: "%" })).toEqual([]);
      expect(await ids({ tag: "骨折" })).toEqual(["x-1"]);
      expect(await ids({ isFractured: false })).toEqual(["x-1"]);
      expect(await ids({ agent: "zoledronicAcid", search: "x" })).toEqual(["x-2"]);
      expect(await ids({ agent: "nothing" })).toEqual([]);
      expect((await registry.listCases("s", { limit: 2 })).total).toBe(5);
      expect(await registry.listTags("s")).toEqual([
        { tag: "Spine", cases: 2 },
        { tag: "骨折", cases: 1 },
        { tag: "骨折 随访", cases: 1 },
      ]);
    });

    it("recounts the women of a small series when its head changes", async () => {
      const before = (await registry.listCases("s", {})).cases;
      expect(before.every(({ openFindings }) => openFindings.major + openFindings.minor + openFindings.info > 0)).toBe(
        true,
      );
      const rules = head("s", {
        methods: {
          densitometers: [{ id: "dxa", manufacturer: "Maker", model: "Two" }],
          vertebralFractureRule: "genant",
        },
      });
      await registry.saveHead("s", rules, 1, act(1));
      expect((await registry.listCases("s", {})).cases.every(({ isStale }) => !isStale)).toBe(true);
      expect((await registry.verify()).faults).toEqual([]);
    });

    it("keeps drafts and settings", async () => {
      expect(await registry.readSettings()).toEqual({ author: "" });
      await registry.saveSettings({ author: "李" });
      expect(await registry.readSettings()).toEqual({ author: "李" });
      const draft = {
        document: one,
        window: "a",
        baseRevision: 1,
        body: { any: ["thing", null] },
        at: act(1).at,
        by: "",
      };
      await registry.saveDraft(draft);
      await registry.saveDraft({ ...draft, at: act(2).at, body: "later" });
      await registry.saveDraft({ ...draft, window: "b", at: act(3).at });
      await registry.saveDraft({ ...draft, document: whole });
      expect((await registry.drafts(one)).map(({ window, body }) => [window, body])).toEqual([
        ["b", draft.body],
        ["a", "later"],
      ]);
      expect(await registry.drafts()).toHaveLength(3);
      await registry.discardDraft(one, "b");
      expect((await registry.drafts(one)).map(({ window }) => window)).toEqual(["a"]);
    });

    it("makes its lists anew from the log, and finds them as they were", async () => {
      await registry.saveCase(one, woman("w-1", { tags: ["a"] }), 1, act(1));
      await registry.remove(two, 1, act(2, "why"));
      const lists = async () => [
        await registry.listCases("s", {}),
        await registry.listCases("s", { isDeleted: true }),
        await registry.listSeries(),
        await registry.listTags("s"),
      ];
      const before = await lists();
      await registry.rebuild();
      expect(await lists()).toEqual(before);
      expect(await registry.verify()).toMatchObject({ revisions: 6, documents: 4, faults: [] });
    });

    it("stops when it is told to", async () => {
      const signal = AbortSignal.abort(new Error("enough"));
      await expect(registry.verify({ signal })).rejects.toThrow("enough");
      await expect(registry.rebuild({ signal })).rejects.toThrow("enough");
      expect((await registry.verify()).faults).toEqual([]);
    });
  });
}
