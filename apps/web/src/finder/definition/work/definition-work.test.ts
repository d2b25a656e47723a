import { presetDefinition, readDefinition, sayDefinition } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import type { DefinitionEdit } from "../edits/definition-edits.ts";
import {
  type DraftPlace,
  type DraftStore,
  dropDraft,
  keepDraft,
  keptDraft,
  takeOverDraft,
} from "./definition-drafts.ts";
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
    key: (position) => [...map.keys()][position] ?? null,
    get length() {
      return map.size;
    },
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
    // What is told about the paper's names its 18 months; that it is a copy of it stays true.
    expect(JSON.stringify(paper.about)).toMatch(/18 months/);
    expect(work.now.about).toBeUndefined();
    expect(work.now.copiedFrom).toEqual({ id: "paper", version: paper.version });
    expect(sayDefinition(work.now, "zh").copiedFrom).toBe(
      `复制自定义 paper（第 ${paper.version} 版），其后可能已改动。`,
    );
    expect(months(work, 12).now.id).toBe("paper-own-2");
    expect(isUnsaved(work)).toBe(true);
  });

  it("keeps of what is told about it only the text that was written for the copy", () => {
    const about = { en: "Ours.", ...(typeof paper.about === "object" ? { zh: paper.about.zh } : {}) };
    const made = madeEdit(
      beginWork({ kind: "shipped", definition: paper }),
      { kind: "set", at: "/about", value: about },
      ["paper"],
    );
    if (made.kind === "refused") throw new Error(made.why.kind);
    expect(made.work.now.about).toEqual({ en: "Ours." });
    expect(months(made.work, 24).now.about).toEqual({ en: "Ours." });
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

const A = { id: "paper", window: "a" };
const B = { id: "paper", window: "b" };

describe("a draft", () => {
  const begun = beginWork({ kind: "shipped", definition: paper });

  it("brings unsaved work back, and goes with its saving", () => {
    const kept = store();
    const work = months(begun, 24);
    expect(keepDraft(kept, A, work)).toBe(true);
    expect(undone(draftIn(kept, A)).now).toEqual(paper);
    expect(draftIn(kept, A).now).toEqual(work.now);
    keepDraft(kept, A, keptWork(work, work.now, "sha256:1"));
    expect(kept.size()).toBe(0);
  });

  it("is that of its window: another one neither replaces nor drops it", () => {
    const kept = store();
    keepDraft(kept, A, months(begun, 24));
    takeOverDraft(kept, B, new Set(["a", "b"]));
    expect(keptDraft(kept, B).kind).toBe("none");
    keepDraft(kept, B, months(begun, 12));
    keepDraft(kept, B, begun);
    expect(draftIn(kept, A).now).toEqual(months(begun, 24).now);
  });

  it("of a closed window goes on in the next that opens the definition", () => {
    const kept = store();
    keepDraft(kept, A, months(begun, 24));
    keepDraft(kept, { id: "paper-own", window: "a" }, months(begun, 6));
    takeOverDraft(kept, B, new Set(["b"]));
    expect(draftIn(kept, B).now).toEqual(months(begun, 24).now);
    expect(keptDraft(kept, A).kind).toBe("none");
    keepDraft(kept, A, months(begun, 9));
    takeOverDraft(kept, B, new Set(["b"]));
    expect(draftIn(kept, B).now).toEqual(months(begun, 24).now);
  });

  it("that is damaged or of another form is told with its text, and stays", () => {
    const whole = { base: begun.base, past: [], now: paper };
    const texts = [
      "{",
      "null",
      JSON.stringify({ ...whole, now: { id: "paper" } }),
      JSON.stringify({ ...whole, past: [{ id: "paper" }] }),
      JSON.stringify({ ...whole, now: { ...paper, windows: [] } }),
      JSON.stringify({ ...whole, base: { kind: "own", definition: paper } }),
      JSON.stringify({ ...whole, base: { kind: "shipped" } }),
    ];
    for (const text of texts) {
      const kept = store();
      kept.setItem("materbone.definition.paper.a", text);
      expect(keptDraft(kept, A)).toEqual({ kind: "unreadable", text });
      dropDraft(kept, A);
      expect(kept.size()).toBe(0);
    }
  });

  it("with a number out of its bounds or a window that runs backwards goes on, to be mended", () => {
    const kept = store();
    for (const count of [9999, -600]) {
      keepDraft(kept, A, months(begun, count));
      expect(draftIn(kept, A).now).toEqual(months(begun, count).now);
    }
  });

  it("that cannot be kept says so", () => {
    const full: DraftStore = {
      ...store(),
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    expect(keepDraft(full, A, months(begun, 24))).toBe(false);
  });
});

function draftIn(kept: DraftStore, place: DraftPlace): DefinitionWork {
  const draft = keptDraft(kept, place);
  if (draft.kind !== "kept") throw new Error(draft.kind);
  return draft.work;
}
