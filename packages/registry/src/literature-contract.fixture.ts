import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LiteratureDocument } from "./document.ts";
import type { Registry } from "./registry.ts";
import { DocumentNotFoundError, DocumentStateError, StaleRevisionError } from "./registry-error.ts";
import { act, series, woman } from "./series.fixture.ts";

const literature = { kind: "literature" } as const;
const page = { offset: 0, limit: 10 };

/** As much of a literature as a registry sees of one: some JSON. */
function of(version: string, studies: readonly string[] = []): LiteratureDocument {
  return { schema: "materbone/literature/1", version, title: { zh: "文献" }, studies };
}

/** What every registry does with its literature, whatever it keeps it in. */
export function literatureContract(name: string, open: () => Promise<Registry>): void {
  describe(`${name}: the literature of a registry`, () => {
    let registry: Registry;
    beforeEach(async () => {
      registry = await open();
      await registry.createSeries(series("s", [woman("w-1")]), act(0));
    });
    afterEach(() => registry.close());

    const sound = async (): Promise<void> => {
      expect((await registry.verify()).faults).toEqual([]);
    };

    it("is none at first, and that is no error", async () => {
      expect(await registry.readLiterature()).toBeUndefined();
      expect(await registry.history(literature, page)).toEqual({ total: 0, revisions: [] });
      expect(await registry.drafts(literature)).toEqual([]);
      await expect(registry.readRevision(literature, 1)).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.undo(literature, 1, 0, act(1))).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.remove(literature, 0, act(1, "why"))).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.restore(literature, act(1))).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.purge(literature, act(1, "why"))).rejects.toThrow(DocumentNotFoundError);
    });

    it("reads back what was saved, first from revision 0 and then from the last one", async () => {
      const first = await registry.saveLiterature(of("1"), 0, act(1, "a new study"));
      expect(first).toMatchObject({ revision: 1, savedAt: act(1).at, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(await registry.readLiterature()).toEqual({
        value: of("1"),
        revision: 1,
        savedAt: act(1).at,
        savedBy: "LW",
      });
      await registry.saveLiterature(of("2", ["a"]), 1, act(2));
      expect(await registry.readLiterature()).toMatchObject({ value: of("2", ["a"]), revision: 2 });
      expect(await registry.readRevision(literature, 1)).toEqual(of("1"));
      await sound();
    });

    it.each([
      ["there is none", 0, 1],
      ["there is one", 1, 0],
      ["it was given up", 2, 1],
    ])("refuses a stale save where %s", async (_state, current, from) => {
      if (current > 0) await registry.saveLiterature(of("1"), 0, act(1));
      if (current > 1) await registry.remove(literature, 1, act(2, "why"));
      const stale = registry.saveLiterature(of("mine"), from, act(3));
      await expect(stale).rejects.toThrow(StaleRevisionError);
      await expect(stale).rejects.toMatchObject({ document: literature, expected: from, current });
      expect((await registry.history(literature, page)).total).toBe(current);
    });

    it("lets one of many saves from one revision through", async () => {
      const tries = Array.from({ length: 6 }, (_, number) => registry.saveLiterature(of(`${number}`), 0, act(number)));
      const outcomes = await Promise.allSettled(tries);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      await sound();
    });

    it("tells its history field by field, beside that of the series", async () => {
      await registry.saveLiterature(of("1"), 0, act(1));
      await registry.saveCase({ kind: "case", series: "s", case: "w-1" }, woman("w-1", { tags: ["a"] }), 1, act(2));
      const { hash } = await registry.saveLiterature(of("2"), 1, act(3, "an erratum"));
      const { total, revisions } = await registry.history(literature, { offset: 0, limit: 1 });
      expect(total).toBe(2);
      expect(revisions).toEqual([
        {
          sequence: 5,
          kind: "changed",
          document: "literature",
          revision: 2,
          at: act(3).at,
          by: "LW",
          why: "an erratum",
          changes: [{ at: "/version", before: "1", after: "2" }],
          isErased: false,
          hash,
        },
      ]);
      const all = await registry.history(undefined, page);
      expect(all.revisions.map(({ document, series: id }) => [document, id])).toEqual([
        ["literature", undefined],
        ["case", "s"],
        ["literature", undefined],
        ["case", "s"],
        ["series", "s"],
      ]);
    });

    it("goes back to an earlier revision by a new one", async () => {
      await registry.saveLiterature(of("1"), 0, act(1));
      await registry.saveLiterature(of("2"), 1, act(2));
      await expect(registry.undo(literature, 1, 1, act(3))).rejects.toThrow(StaleRevisionError);
      await expect(registry.undo(literature, 7, 2, act(3))).rejects.toThrow(DocumentNotFoundError);
      expect(await registry.undo(literature, 1, 2, act(3))).toMatchObject({ revision: 3, id: "literature" });
      expect(await registry.readLiterature()).toMatchObject({ value: of("1"), revision: 3 });
      const { revisions } = await registry.history(literature, page);
      expect(revisions.map(({ kind }) => kind)).toEqual(["undone", "changed", "created"]);
      await sound();
    });

    it("is given up with a reason, kept in the log, and begun anew, restored or gone back to", async () => {
      await registry.saveLiterature(of("1"), 0, act(1));
      await expect(registry.remove(literature, 1, act(2, " "))).rejects.toThrow(RangeError);
      await registry.remove(literature, 1, act(2, "the shipped one will do"));
      expect(await registry.readLiterature()).toMatchObject({
        revision: 2,
        deleted: { at: act(2).at, by: "LW", why: "the shipped one will do" },
      });
      await expect(registry.remove(literature, 2, act(3, "twice"))).rejects.toThrow(DocumentStateError);
      await registry.saveLiterature(of("anew"), 2, act(3));
      const anew = await registry.readLiterature();
      expect([anew?.value, anew?.revision, anew?.deleted]).toEqual([of("anew"), 3, undefined]);
      await registry.remove(literature, 3, act(4, "why"));
      await registry.restore(literature, act(5));
      expect(await registry.readLiterature()).toMatchObject({ value: of("anew"), revision: 5 });
      await expect(registry.restore(literature, act(6))).rejects.toThrow(DocumentStateError);
      await registry.remove(literature, 5, act(6, "why"));
      await registry.undo(literature, 1, 6, act(7));
      expect(await registry.readLiterature()).toMatchObject({ value: of("1"), revision: 7 });
      const { revisions } = await registry.history(literature, page);
      expect(revisions.map(({ kind }) => kind).reverse()).toEqual([
        "created",
        "deleted",
        "changed",
        "deleted",
        "restored",
        "deleted",
        "undone",
      ]);
      await sound();
    });

    it("is erased when it is purged, and begun again from revision 0", async () => {
      await registry.saveLiterature(of("told in confidence"), 0, act(1, "because"));
      await expect(registry.purge(literature, act(2, "asked"))).rejects.toThrow(DocumentStateError);
      await registry.remove(literature, 1, act(2, "asked"));
      const draft = { document: literature, window: "a", at: act(2).at, by: "" };
      await registry.saveDraft({ ...draft, baseRevision: 2, body: of("told in confidence") });
      await registry.purge(literature, act(3, "asked"));
      expect(await registry.readLiterature()).toBeUndefined();
      expect(await registry.drafts()).toEqual([]);
      const { revisions } = await registry.history(literature, page);
      expect(revisions.map(({ kind, isErased }) => [kind, isErased])).toEqual([
        ["purged", false],
        ["deleted", true],
        ["created", true],
      ]);
      expect(await registry.readRevision(literature, 1)).toBeUndefined();
      await sound();
      // A window that still holds what was purged cannot bring it back; one that begins from nothing can.
      const back = registry.saveDraft({ ...draft, baseRevision: 2, body: of("told in confidence") });
      await expect(back).rejects.toThrow(DocumentNotFoundError);
      await registry.saveDraft({ ...draft, baseRevision: 0, body: of("new") });
      expect(await registry.saveLiterature(of("new"), 0, act(4))).toMatchObject({ revision: 1 });
      expect((await registry.history(literature, page)).total).toBe(1);
      await registry.rebuild();
      expect(await registry.readLiterature()).toMatchObject({ value: of("new"), revision: 1 });
      await sound();
    });

    it("keeps drafts by window, before it was ever saved too", async () => {
      const draft = {
        document: literature,
        window: "a",
        baseRevision: 0,
        body: { any: [null] },
        at: act(1).at,
        by: "",
      };
      await registry.saveDraft(draft);
      await registry.saveDraft({ ...draft, window: "b", at: act(2).at });
      expect(await registry.drafts(literature)).toEqual([{ ...draft, window: "b", at: act(2).at }, draft]);
      expect((await registry.drafts()).map(({ document }) => document)).toEqual([literature, literature]);
      await registry.discardDraft(literature, "b");
      expect(await registry.drafts(literature)).toEqual([draft]);
    });

    it("is no series, however it is called", async () => {
      await registry.saveLiterature(of("1"), 0, act(1));
      const id = "@literature";
      expect((await registry.listSeries()).map((one) => one.id)).toEqual(["s"]);
      await expect(registry.readHead(id)).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.readCases(id)).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.listCases(id, {})).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.listTags(id)).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.createCase(id, woman("w"), act(2))).rejects.toThrow(DocumentNotFoundError);
      const named = { kind: "series", series: id } as const;
      await expect(registry.history(named, page)).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.remove(named, 1, act(2, "why"))).rejects.toThrow(DocumentNotFoundError);
      await expect(registry.createSeries({ ...series("t", []), id }, act(3))).rejects.toThrow(RangeError);
      await registry.remove(literature, 1, act(4, "why"));
      expect(await registry.listSeries({ isDeleted: true })).toEqual([]);
      await sound();
    });

    it("is left as it is by a rebuilding, whatever its state", async () => {
      await registry.saveLiterature(of("1"), 0, act(1));
      const states = [
        () => registry.saveLiterature(of("2"), 1, act(2)),
        () => registry.remove(literature, 2, act(3, "why")),
        () => registry.restore(literature, act(4)),
      ];
      for (const next of states) {
        await next();
        const before = await registry.readLiterature();
        await registry.rebuild();
        expect(await registry.readLiterature()).toEqual(before);
        expect(await registry.verify()).toMatchObject({ documents: 3, faults: [] });
      }
    });
  });
}
