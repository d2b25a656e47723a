import type { SeriesHead } from "@materbone/clinical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Registry } from "./registry.ts";
import { BrokenReferenceError, DocumentNotFoundError, DocumentStateError } from "./registry-error.ts";
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
/** How every registry takes back, deletes, renames and erases, whatever it keeps its documents in. */
export function takingBackContract(name: string, open: () => Promise<Registry>): void {
  describe(`${name}: what a registry takes back`, () => {
    let registry: Registry;
    beforeEach(async () => {
      registry = await open();
      await registry.createSeries(series("s", [woman("w-1"), woman("w-2"), woman("w-10")]), act(0));
    });
    afterEach(() => registry.close());

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
  });
}
