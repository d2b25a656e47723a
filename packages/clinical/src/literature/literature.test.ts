import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnosedWithin } from "./diagnosis-time.ts";
import { publishedStudies } from "./published-table.fixture.ts";
import { effectPercent, fallsOf, isSameSite, regionOf, studiesWithout } from "./study-effect.ts";
import { literatureTotals } from "./totals.ts";

describe("literatureTotals on Table 3 of the source paper", () => {
  const totals = literatureTotals(publishedStudies());

  it("counts nine studies and 32 women", () => {
    expect([totals.studies, totals.women]).toEqual([9, 32]);
  });

  it("averages 31.05 years weighted and 30.23 unweighted", () => {
    expect(totals.meanAgeWeightedYears?.toFixed(2)).toBe("31.05");
    expect(totals.meanAgeUnweightedYears?.toFixed(2)).toBe("30.23");
  });

  it("gives 30.76 weighted without the row whose age belongs to another population", () => {
    const others = publishedStudies().filter((study) => study.id !== "laroche");
    expect(literatureTotals(others).meanAgeWeightedYears?.toFixed(2)).toBe("30.76");
  });
});

describe("literatureTotals", () => {
  it("keeps a study without an age out of both means and in the counts", () => {
    const [first, second] = publishedStudies();
    if (first === undefined || second === undefined) throw new Error("fixture");
    const { meanAgeYears: _age, ...ageless } = second;
    const totals = literatureTotals([first, ageless]);
    expect(totals.women).toBe(19);
    expect(totals.meanAgeWeightedYears).toBe(31);
    expect(totals.studiesWithoutAge.map((study) => study.id)).toEqual(["laroche"]);
  });

  it("has no mean without studies", () => {
    const totals = literatureTotals([]);
    expect(totals.meanAgeWeightedYears).toBeUndefined();
    expect(totals.meanAgeUnweightedYears).toBeUndefined();
  });

  it("weights nothing when all studies are of one size", () => {
    const ages = fc.array(fc.double({ min: 15, max: 50, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(ages, fc.integer({ min: 1, max: 60 }), (values, women) => {
        const [template] = publishedStudies();
        if (template === undefined) throw new Error("fixture");
        const totals = literatureTotals(values.map((meanAgeYears) => ({ ...template, women, meanAgeYears })));
        expect(totals.meanAgeWeightedYears).toBeCloseTo(totals.meanAgeUnweightedYears ?? Number.NaN, 9);
      }),
    );
  });
});

describe("diagnosedWithin", () => {
  it("finds 28 of 32 women diagnosed from late pregnancy to month 3", () => {
    const { inside, outside, unknown, studiesOutside } = diagnosedWithin(publishedStudies(), {
      earliest: -3,
      latest: 3,
    });
    expect([inside, outside, unknown]).toEqual([28, 4, 0]);
    expect(studiesOutside.map((study) => study.id)).toEqual(["di-gregorio", "choe"]);
  });

  it("includes both ends and leaves a range over the limit open", () => {
    const studies = publishedStudies();
    expect(diagnosedWithin(studies, { earliest: -3, latest: 4 }).inside).toBe(31);
    expect(diagnosedWithin(studies, { earliest: -2.9, latest: 4 }).unknown).toBe(7);
    expect(diagnosedWithin(studies, { earliest: -3, latest: 3.9 }).inside).toBe(28);
  });
});

describe("regions", () => {
  it("names the three studies without any hip value", () => {
    expect(studiesWithout(publishedStudies(), "hip").map((study) => study.id)).toEqual([
      "osullivan",
      "kabi",
      "tanriover",
    ]);
    expect(studiesWithout(publishedStudies(), "spine")).toEqual([]);
  });

  it("reads spine as lumbar spine and keeps a single vertebra and femoral regions apart", () => {
    expect(isSameSite("spine", "lumbarSpine")).toBe(true);
    expect(isSameSite("L4", "lumbarSpine")).toBe(false);
    expect(isSameSite("femur", "femoralNeck")).toBe(false);
    expect([regionOf("L4"), regionOf("femur")]).toEqual(["spine", "hip"]);
  });
});

describe("fallsOf", () => {
  it("sees the total hip of one woman fall from 2.8 to 1.1 percent and nothing else", () => {
    const falls = publishedStudies().flatMap(fallsOf);
    expect(falls.map(({ study, earlier, later }) => [study.id, later.site, earlier.percent, later.percent])).toEqual([
      ["grizzo", "totalHip", "2.8", "1.1"],
    ]);
  });

  it("does not call equal values a fall", () => {
    const grizzo = publishedStudies().find((study) => study.id === "grizzo");
    if (grizzo === undefined) throw new Error("fixture");
    const level = grizzo.effects.map((effect) => (effect.percent === "1.1" ? { ...effect, percent: "2.8" } : effect));
    expect(fallsOf({ ...grizzo, effects: level })).toEqual([]);
  });
});

it("keeps the printed digits of a percent", () => {
  const effect = publishedStudies()[0]?.effects[0];
  if (effect === undefined) throw new Error("fixture");
  expect(effectPercent({ ...effect, percent: "17.50" })).toEqual({ value: 17.5, decimals: 2 });
  expect(effectPercent({ ...effect, percent: -1.5 })).toEqual({ value: -1.5, decimals: 1 });
});
