import { type CohortDefinition, presetDefinition } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { definitionChanges, nearestShipped } from "./definition-changes.ts";
import { type DefinitionEdit, editDefinition } from "./edits/definition-edits.ts";
import { ownCopy } from "./work/definition-work.ts";

function paper(...edits: readonly DefinitionEdit[]): CohortDefinition {
  const found = presetDefinition("paper");
  if (found === undefined) throw new Error("paper");
  const edited = editDefinition(found, { kind: "several", edits });
  if (edited.kind === "refused") throw new Error(edited.why.kind);
  return edited.definition;
}

const TO_A_YEAR: DefinitionEdit = { kind: "set", at: "/windows/postpartum/to", value: { months: 12 } };

describe("what was changed", () => {
  it("is nothing for a copy under another name", () => {
    expect(definitionChanges(paper(), ownCopy(paper(), []), "en")).toEqual([]);
  });

  it("is said for a window, and not again for the tiers that look into it", () => {
    const changes = definitionChanges(paper(), paper(TO_A_YEAR), "en");
    expect(changes.map(({ part }) => part)).toEqual(["/windows/postpartum"]);
    expect(changes[0]).toMatchObject({
      heading: "Windows",
      before: ["After delivery: from the day of delivery to 18 months after delivery, both ends included."],
      after: ["After delivery: from the day of delivery to 12 months after delivery, both ends included."],
    });
    expect(definitionChanges(paper(), paper(TO_A_YEAR), "zh")[0]?.after[0]).toContain("产后12个月");
  });

  it("says a tier that moved by the order alone", () => {
    const changes = definitionChanges(paper(), paper({ kind: "move", part: "tiers", from: 4, to: 0 }), "en");
    expect(changes).toHaveLength(1);
    expect(changes[0]?.after[0]).toBe("1. Lasting back pain without imaging of the spine");
  });

  it("says what came, and what went", () => {
    const went = definitionChanges(paper(), paper({ kind: "removeEntry", at: "/exclusions/8" }), "en");
    expect(went.filter(({ after }) => after.length === 0).map(({ part }) => part)).toContain("/exclusions/heparin");
    const set: DefinitionEdit = {
      kind: "add",
      part: "concepts",
      called: { zh: "腰痛" },
      content: { include: [{ system: "ICD-10", code: "M54.5", match: "prefix" }] },
    };
    expect(definitionChanges(paper(), paper(set), "zh")[0]).toMatchObject({
      before: [],
      after: ["“腰痛”的编码：ICD-10 M54.5 及以其开头的编码。"],
    });
  });

  it("is measured from the shipped one that is nearest", () => {
    expect(nearestShipped(ownCopy(paper(TO_A_YEAR), []))?.id).toBe("paper");
    const kaneko = presetDefinition("kaneko-2024");
    expect(kaneko === undefined ? undefined : nearestShipped(kaneko)?.id).toBe("kaneko-2024");
  });
});
