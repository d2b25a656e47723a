import { presetDefinition, readDefinition } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import type { DefinitionEdit } from "../edits/definition-edits.ts";
import { type DraftStore, dropDraft, keepDraft, keptDraft } from "./definition-drafts.ts";
import { beginWork, type DefinitionWork, isUnsaved, keptWork, madeEdit, redone, undone } from "./definition-work.ts";

const paper = presetDefinition("paper");
if (paper === undefined) throw new Error("paper");
const TO = "/windows/late_pregnancy_to_18_months/to";

function months(work: DefinitionWork, count: number, at = TO): DefinitionWork {
  const edit: DefinitionEdit = { kind: "set", at, value: { months: count } };
  const made = madeEdit(work, edit, ["paper", "paper-own"]);
  if (made.kind === "refused") throw new Error(made.why.kind);
  return made.work;
}

function store(): DraftStore & { readonly size: () => number } {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    size: () => map.size,
  };
}

describe("work on a shipped definition", () => {
  it("is done on a copy with an id, a version and a name of its own", () => {
    const work = months(beginWork({ kind: "shipped", definition: paper }), 24);
    expect(work.now).toMatchObject({
      id: "paper-own-2",
      version: "1",
      name: { en: "Source paper, any site, changed" },
    });
    expect(readDefinition(work.now).kind).toBe("read");
    expect(months(work, 12).now.id).toBe("paper-own-2");
    expect(isUnsaved(work)).toBe(true);
  });

  it("goes back to what ships and forth again", () => {
    const begun = beginWork({ kind: "shipped", definition: paper });
    const work = months(begun, 24);
    expect(undone(work).now).toBe(paper);
    expect(isUnsaved(undone(work))).toBe(false);
    expect(redone(undone(work)).now).toEqual(work.now);
    expect(undone(begun)).toBe(begun);
    expect(redone(work)).toBe(work);
  });

  it("takes the digits of one number back together, and those of two places one after the other", () => {
    const typed = months(months(beginWork({ kind: "shipped", definition: paper }), 2), 24);
    expect(undone(typed).now).toBe(paper);
    const two = months(typed, 12, "/windows/postpartum/to");
    expect(undone(two).now).toEqual(typed.now);
  });
});

describe("a draft", () => {
  it("brings unsaved work back, and goes with its saving", () => {
    const kept = store();
    const work = months(beginWork({ kind: "shipped", definition: paper }), 24);
    expect(keepDraft(kept, "paper", work)).toBe(true);
    const back = keptDraft(kept, "paper");
    expect(back?.now).toEqual(work.now);
    expect(back === undefined ? undefined : undone(back).now).toEqual(paper);
    keepDraft(kept, "paper", keptWork(work, work.now, "sha256:1"));
    expect(kept.size()).toBe(0);
  });

  it("that cannot be read or kept says so", () => {
    const kept = store();
    kept.setItem("materbone.definition.paper", "{");
    expect(keptDraft(kept, "paper")).toBeUndefined();
    dropDraft(kept, "paper");
    expect(kept.size()).toBe(0);
    const full: DraftStore = {
      ...kept,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    expect(keepDraft(full, "paper", months(beginWork({ kind: "shipped", definition: paper }), 24))).toBe(false);
  });
});
