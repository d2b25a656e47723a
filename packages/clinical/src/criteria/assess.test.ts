import { describe, expect, it } from "vitest";
import { assess } from "./assess.ts";
import { definitionById, definitions } from "./definition.ts";
import { outcomeOf, type Verdict } from "./verdict.ts";
import { fracture, published, woman } from "./women.fixture.ts";

function statuses(verdict: Verdict): Readonly<Record<string, string>> {
  return Object.fromEntries(verdict.criteria.map((criterion) => [criterion.id, criterion.status]));
}

// Inventory of the source paper: fracture month 12, months 0 to 6, month 3; Z-scores of Table 2; work-up not documented.
describe("the three published women", () => {
  it.each(["case-1", "case-2", "case-3"] as const)(
    "%s is undecided by the any-site reading, on exclusion alone",
    (id) => {
      const verdict = assess(published(id), definitionById("paper-any-site"));
      expect(verdict).toMatchObject({ case: id, definition: "paper-any-site", outcome: "undecided" });
      expect(statuses(verdict)).toEqual({
        timing: "met",
        "fragility-fracture": "met",
        density: "met",
        exclusion: "undecided",
      });
    },
  );

  it("case 2 fails the all-sites reading by the femoral neck, the others meet its density", () => {
    const all = definitionById("paper-all-sites");
    const two = assess(published("case-2"), all);
    expect(two.outcome).toBe("notConsistent");
    expect(statuses(two).density).toBe("notMet");
    expect(statuses(assess(published("case-1"), all)).density).toBe("met");
    expect(statuses(assess(published("case-3"), all)).density).toBe("met");
  });

  it("the introduction dates by the diagnosis, months 15, 6 and 3", () => {
    for (const id of ["case-1", "case-2", "case-3"] as const) {
      expect(assess(published(id), definitionById("paper-introduction")).outcome).toBe("consistent");
    }
  });
});

describe("assess", () => {
  it("leaves out what a definition does not ask for", () => {
    expect(Object.keys(statuses(assess(woman(), definitionById("moscow-2019"))))).toEqual([
      "timing",
      "fragility-fracture",
    ]);
    expect(Object.keys(statuses(assess(woman(), definitionById("karamay-2021"))))).toEqual(["timing", "density"]);
    expect(Object.keys(statuses(assess(woman(), definitionById("paper-introduction"))))).toEqual(["timing"]);
  });

  it("an empty record is undecided by every definition, with something missing", () => {
    for (const definition of definitions) {
      const verdict = assess(woman(), definition);
      expect(verdict.outcome).toBe("undecided");
      expect(verdict.criteria.every((criterion) => criterion.missing.length > 0)).toBe(true);
    }
  });

  it("Phillips takes hip pain in place of a vertebra, and names no end after delivery", () => {
    const definition = definitionById("phillips-2000");
    const pain = { symptoms: [{ symptom: "hipOrGroinPain" as const, onset: { months: -1 } }], fractures: [] };
    expect(assess(woman(pain), definition).outcome).toBe("consistent");
    const later = woman({ fractures: [fracture({ at: { months: 2 } })] });
    expect(statuses(assess(later, definition))).toEqual({ timing: "undecided", "fragility-fracture": "met" });
  });

  it("Li ends with weaning, and stays undecided without a fracture", () => {
    const definition = definitionById("li-2018");
    const weaned = { pregnancies: [{ lactation: { weaned: { months: 8 } } }] };
    const at = (months: number): string =>
      statuses(assess(woman({ ...weaned, fractures: [fracture({ at: { months } })] }), definition)).timing ?? "";
    expect([at(-5), at(8), at(8.1)]).toEqual(["met", "met", "notMet"]);
    const feeding = { pregnancies: [{ lactation: { stillBreastfeeding: true } }] };
    expect(
      statuses(assess(woman({ ...feeding, fractures: [fracture({ at: { months: 9 } })] }), definition)).timing,
    ).toBe("met");
    const none = assess(woman({ ...weaned, fractures: [] }), definition);
    expect(statuses(none)).toMatchObject({ timing: "undecided", "fragility-fracture": "undecided" });
  });

  it("claims data count any fracture, the pelvis only where it is named", () => {
    const pelvis = woman({ fractures: [{ site: "pelvis", at: { months: 2 }, mechanism: "spontaneous" }] });
    expect(assess(pelvis, definitionById("kasahara-2024")).outcome).toBe("consistent");
    const rib = woman({ fractures: [{ site: "rib", at: { months: 20 } }] });
    expect(assess(rib, definitionById("kasahara-2024")).outcome).toBe("notConsistent");
    expect(assess(rib, definitionById("japan-claims-2024")).outcome).toBe("consistent");
  });
});

describe("outcomeOf", () => {
  it("one criterion not met decides, one undecided leaves open", () => {
    const of = (...list: ("met" | "notMet" | "undecided")[]): string => outcomeOf(list.map((status) => ({ status })));
    expect(of("met", "met")).toBe("consistent");
    expect(of("met", "undecided")).toBe("undecided");
    expect(of("undecided", "notMet")).toBe("notConsistent");
  });
});
