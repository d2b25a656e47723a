import { jsonPointer, valueAt } from "@materbone/clinical";
import {
  type CohortDefinition,
  conceptLibrary,
  presetDefinition,
  presetDefinitions,
  readDefinition,
} from "@materbone/finder";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CriterionAct, CriterionPath } from "./criterion-edits.ts";
import { type DefinitionEdit, type Edited, editDefinition } from "./definition-edits.ts";
import { brokenReferences, childList, namesOf, referencesOf } from "./references.ts";

function preset(id: string): CohortDefinition {
  const found = presetDefinition(id);
  if (found === undefined) throw new Error(id);
  return found;
}

const paper = preset("paper");

function done(edited: Edited): CohortDefinition {
  if (edited.kind === "refused") throw new Error(JSON.stringify(edited.why));
  return edited.definition;
}

function why(edited: Edited): string {
  return edited.kind === "refused" ? edited.why.kind : "edited";
}

const WITHIN_TWO_YEARS = { from: { days: 0 }, to: { months: 24 } } as const;

describe("an edit", () => {
  it("changes a window and leaves the shipped definition as it is", () => {
    const at = "/windows/late_pregnancy_to_18_months/to";
    const changed = done(editDefinition(paper, { kind: "set", at, value: { months: 24 } }));
    expect(valueAt(changed, at)).toEqual({ months: 24 });
    expect(valueAt(paper, at)).toEqual({ months: 18 });
    expect(readDefinition(changed).kind).toBe("read");
  });

  it("takes an optional value away, and does not make parts out of nothing", () => {
    const ageless = done(editDefinition(paper, { kind: "set", at: "/population/ageYears", value: undefined }));
    expect("ageYears" in ageless.population).toBe(false);
    expect(why(editDefinition(paper, { kind: "set", at: "/windows/nowhere/to", value: "open" }))).toBe("noPlace");
    expect(why(editDefinition(paper, { kind: "set", at: "/tiers/99/name", value: "x" }))).toBe("noPlace");
  });

  it("makes the name of a new part from what it is called, and from its kind when that is Chinese", () => {
    const add = (en: string | undefined, zh: string): DefinitionEdit => ({
      kind: "add",
      part: "windows",
      called: { ...(en === undefined ? {} : { en }), zh },
      content: WITHIN_TWO_YEARS,
    });
    const once = done(editDefinition(paper, add("Two years!", "两年")));
    expect(Object.keys(once.windows)).toContain("two_years_2");
    const chinese = done(editDefinition(once, add(undefined, "产后两年")));
    expect(Object.keys(chinese.windows)).toContain("window");
    const long = done(editDefinition(paper, add("A window with a name far longer than any column of a table", "长")));
    expect(readDefinition(long).kind).toBe("read");
  });

  it("renames a stream wherever it is named", () => {
    const renamed = done(
      editDefinition(paper, { kind: "rename", part: "streams", from: "fracture", to: "broken_bone" }),
    );
    expect(JSON.stringify(renamed)).not.toContain('"event":"fracture"');
    expect(Object.keys(renamed.streams).indexOf("broken_bone")).toBe(Object.keys(paper.streams).indexOf("fracture"));
    expect(readDefinition(renamed).kind).toBe("read");
    const rename = (to: string): string =>
      why(editDefinition(paper, { kind: "rename", part: "streams", from: "fracture", to }));
    expect(rename("low_z")).toBe("nameTaken");
    expect(rename("Low Z")).toBe("badName");
  });

  it("renames a stream also in conditions of a leaf that it does not know", () => {
    const near = { event: "accident", days: { before: 7, after: 7 } };
    const leaf = { event: "fracture", window: "postpartum", notNear: near };
    const at = "/tiers/0/when";
    const begun = done(editDefinition(paper, { kind: "set", at, value: leaf }));
    const renamed = done(editDefinition(begun, { kind: "rename", part: "streams", from: "accident", to: "crash" }));
    expect(valueAt(renamed, `${at}/notNear`)).toEqual({ ...near, event: "crash" });
  });

  it("takes out a part that nothing names, and no other", () => {
    const edit: DefinitionEdit = { kind: "removePart", part: "windows", name: "two_years" };
    const refused = editDefinition(paper, edit);
    expect(refused).toMatchObject({ kind: "refused", why: { kind: "inUse", uses: [{ at: "/tiers/3/when/window" }] } });
    const moved = done(editDefinition(paper, { kind: "set", at: "/tiers/3/when/window", value: "postpartum" }));
    expect(Object.keys(done(editDefinition(moved, edit)).windows)).not.toContain("two_years");
  });

  it("keeps the last entry of what needs one", () => {
    expect(why(editDefinition(paper, { kind: "removeEntry", at: "/streams/delivery/concepts/0" }))).toBe("last");
    expect(why(editDefinition(paper, { kind: "removeEntry", at: "/population/sexes/0" }))).toBe("last");
    const kindless = done(editDefinition(paper, { kind: "removeEntry", at: "/streams/low_z/kinds/0" }));
    expect(kindless.streams.low_z?.kinds).toBeUndefined();
    const top: CriterionAct = { act: "remove" };
    const last: DefinitionEdit = { kind: "criterion", part: "tiers", position: 2, path: [], act: top };
    expect(why(editDefinition(paper, last))).toBe("last");
  });

  it("does not name what is not there", () => {
    expect(why(editDefinition(paper, { kind: "set", at: "/clock/pain", value: "bakc_pain" }))).toBe("broken");
    expect(why(editDefinition(paper, { kind: "set", at: "/streams/drug/concepts/0", value: "no_such_set" }))).toBe(
      "broken",
    );
  });

  it("moves a tier: the worklist takes the first tier that a woman meets", () => {
    const moved = done(editDefinition(paper, { kind: "move", part: "tiers", from: 2, to: 0 }));
    expect(moved.tiers.map(({ id }) => id).slice(0, 3)).toEqual(["low_z", "fracture_with_low_z", "fracture"]);
    expect(why(editDefinition(paper, { kind: "move", part: "tiers", from: 0, to: 5 }))).toBe("noPlace");
  });
});

describe("a criterion", () => {
  const act = (position: number, path: CriterionPath, change: CriterionAct): DefinitionEdit => ({
    kind: "criterion",
    part: "tiers",
    position,
    path,
    act: change,
  });
  const pain = { event: "back_pain", window: "postpartum" };
  const lowZ = { event: "low_z", window: "late_pregnancy_to_18_months" };

  it("is joined to another, and alone again when that goes", () => {
    const joined = done(editDefinition(paper, act(2, [], { act: "add", criterion: pain })));
    expect(joined.tiers[2]?.when).toEqual({ all: [lowZ, pain] });
    const either = done(editDefinition(joined, act(2, [], { act: "join", as: "any" })));
    expect(either.tiers[2]?.when).toEqual({ any: [lowZ, pain] });
    const alone = done(editDefinition(either, act(2, ["any", 1], { act: "remove" })));
    expect(alone.tiers[2]?.when).toEqual(lowZ);
  });

  it("is negated and back, and a negated one that goes takes its negation along", () => {
    const negated = done(editDefinition(paper, act(2, [], { act: "negate" })));
    expect(negated.tiers[2]?.when).toEqual({ not: lowZ });
    expect(done(editDefinition(negated, act(2, [], { act: "negate" }))).tiers[2]?.when).toEqual(lowZ);
    const without = done(editDefinition(paper, act(4, ["all", 1, "not"], { act: "remove" })));
    expect(without.tiers[4]?.when).toEqual({ ...pain, atLeastDays: 3, spanDays: 42 });
  });

  it("of which at least so many are asked for never asks for more than there are", () => {
    const three = { atLeast: 3, of: [pain, lowZ, { not: pain }] };
    const begun = done(editDefinition(paper, { kind: "set", at: "/tiers/0/when", value: three }));
    const two = done(editDefinition(begun, act(0, ["of", 2], { act: "remove" })));
    expect(two.tiers[0]?.when).toEqual({ atLeast: 2, of: [pain, lowZ] });
    expect(readDefinition(two).kind).toBe("read");
  });
});

/** Any edit that a hand could make of a definition, sensible or not, by numbers that pick among what is there. */
function pickedEdit(definition: CohortDefinition, picks: readonly number[]): DefinitionEdit {
  const [kind = 0, a = 0, b = 0, c = 0] = picks;
  const of = <T>(list: readonly T[], pick: number): T => list[pick % list.length] as T;
  const part = of(["streams", "windows", "concepts"] as const, a);
  const ordered = of(["tiers", "exclusions"] as const, a);
  const names = Object.keys(definition[part] ?? { nothing: 1 });
  const stream = of(Object.keys(definition.streams), b);
  const window = of(Object.keys(definition.windows), c);
  const leaf = { event: stream, window };
  const called = of(["Low Z-score", "产后", "2 years", "x"], c);
  switch (kind % 9) {
    case 0:
      return { kind: "removePart", part, name: of(names, b) };
    case 1:
      return {
        kind: "rename",
        part,
        from: of(names, b),
        to: of(["fresh", "any_time", "delivery", "Bad", "heparin"], c),
      };
    case 2:
      return { kind: "move", part: ordered, from: b % 16, to: c % 16 };
    case 3: {
      const references = referencesOf(definition);
      const { at, part: to } = of(references, b);
      return { kind: "set", at, value: of([...namesOf(definition, to), "missing"], c) };
    }
    case 4: {
      const { at } = of(referencesOf(definition), b);
      return { kind: "removeEntry", at };
    }
    case 5:
      return { kind: "removeEntry", at: jsonPointer([ordered, b % 16]) };
    case 6:
      return { kind: "add", part: "windows", called, content: WITHIN_TWO_YEARS };
    case 7: {
      const concepts = [of(Object.keys(conceptLibrary.sets), b)];
      return a % 2 === 0
        ? { kind: "add", part: "streams", called, content: { concepts } }
        : { kind: "add", part: "tiers", called, content: { when: leaf, settle: [] } };
    }
    default: {
      const position = b % Math.max(1, definition[ordered].length);
      const acts: readonly CriterionAct[] = [
        { act: "add", criterion: leaf },
        { act: "join", as: "any" },
        { act: "group", as: "atLeast" },
        { act: "negate" },
        { act: "remove" },
        { act: "number", atLeast: 1 },
      ];
      const when = definition[ordered][position]?.when;
      const first: CriterionPath =
        when === undefined || "event" in when ? [] : "not" in when ? ["not"] : [childList(when).key, c % 3];
      return { kind: "criterion", part: ordered, position, path: c % 2 === 0 ? first : [], act: of(acts, c) };
    }
  }
}

describe("any row of edits", () => {
  it("leaves every reference whole, and a definition that is read or refused with places", () => {
    const starts = fc.constantFrom(...presetDefinitions);
    const edits = fc.array(fc.array(fc.nat(997), { minLength: 4, maxLength: 4 }), { maxLength: 24 });
    fc.assert(
      fc.property(starts, edits, (start, picks) => {
        const frozen = JSON.stringify(start);
        const end = picks.reduce((definition, pick) => {
          const edited = editDefinition(definition, pickedEdit(definition, pick));
          return edited.kind === "edited" ? edited.definition : definition;
        }, start);
        expect(JSON.stringify(start)).toBe(frozen);
        expect(brokenReferences(end)).toEqual([]);
        const read = readDefinition(end);
        // Spans and depth may be refused, forms never.
        if (read.kind === "refused") {
          const kinds = new Set(read.problems.map((problem) => problem.kind));
          for (const kind of kinds) expect(["spanBeyondWindow", "tooDeep"]).toContain(kind);
        }
      }),
      { numRuns: 150 },
    );
  });
});
