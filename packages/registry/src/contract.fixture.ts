import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Registry } from "./registry.ts";
import {
  BrokenReferenceError,
  DocumentExistsError,
  DocumentNotFoundError,
  StaleRevisionError,
} from "./registry-error.ts";
import { act, head, scan, series, woman } from "./series.fixture.ts";

const one = { kind: "case", series: "s", case: "w-1" } as const;
const two = { kind: "case", series: "s", case: "w-2" } as const;
const whole = { kind: "series", series: "s" } as const;

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
