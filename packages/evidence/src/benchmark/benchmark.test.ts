import { type BmdResponse, bmdResponses, type CaseView, firstToLast } from "@materbone/clinical";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedLiterature } from "../literature/shipped-literature.ts";
import { benchmark, benchmarkWithoutEach } from "./benchmark.ts";
import { compareWithBenchmark } from "./compare.ts";
import { expectationsOver, expectedRange } from "./expectations-over.ts";
import { publishedWomen } from "./published-women.fixture.ts";
import { benchmarkSelection } from "./selection.ts";
import { expectationAt, percentileOf, type SiteBand, type SiteBenchmark } from "./site-benchmark.ts";
import { compareWithoutEach, testedBenchmark } from "./without-each.ts";

const built = benchmark(shippedLiterature);

function spine(): SiteBand {
  return bandOf(built.lumbarSpine);
}

function bandOf(site: SiteBenchmark): SiteBand {
  if (site.kind !== "band") throw new TypeError(`no band at ${site.site}`);
  return site;
}

function point(id: string) {
  const found = Object.values(built)
    .flatMap(({ points }) => points)
    .find((each) => each.id === id);
  if (found === undefined) throw new TypeError(`no point ${id}`);
  return found;
}

describe("points of the benchmark", () => {
  it("takes the mean of both groups of Kalkwarf 1997", () => {
    expect(point("kalkwarf-1997").percent).toBeCloseTo((5.9 + 4.4) / 2, 12);
  });

  it("turns a lactation loss into the gain that undoes it, with the SE that goes with it", () => {
    const karlsson = point("karlsson-2001");
    expect(karlsson.percent).toBeCloseTo((2 / 98) * 100, 12);
    expect(karlsson.vi).toBeCloseTo((1.0 * (100 / 98) ** 2) ** 2, 12);
  });

  it("takes the published contrast off both arms of Lee 2021 and carries its uncertainty", () => {
    const contrast = point("lee-2021-minus-contrast");
    expect(contrast.percent).toBeCloseTo((13 * 14.1 + 20 * 17.3) / 33 - 11.5, 12);
    // Women without a bone drug: Hong 2018 and Lampropoulou-Adamidou 2021, 4 x 7.1² + 7 x 4.8² over 11 degrees of freedom.
    const womenVariance = (4 * 7.1 ** 2 + 7 * 4.8 ** 2) / 11;
    expect(contrast.vi).toBeCloseTo(womenVariance / 33 + ((18.0 - 4.9) / (2 * 1.959964)) ** 2, 5);
  });

  it("uses the spread that Hong 2018 reports", () => {
    expect(point("hong-2018").vi).toBeCloseTo(7.1 ** 2 / 5, 12);
  });

  it("leaves out what a literature without the study cannot give, and says so", () => {
    const fewer = {
      ...shippedLiterature,
      studies: shippedLiterature.studies.filter(({ id }) => id !== "hong-2018" && id !== "iwamoto-2012"),
    };
    const { lumbarSpine } = benchmark(fewer);
    const gone = lumbarSpine.points.filter(({ leftOut }) => leftOut === "notInLiterature");
    expect(gone.map(({ id, use, percent }) => [id, use, percent])).toEqual([
      ["hong-2018", "shown", undefined],
      ["iwamoto-2012", "shown", undefined],
    ]);
    expect(lumbarSpine.kind).toBe("band");
    expect(benchmarkWithoutEach(fewer).map(({ without }) => without.id)).not.toContain("hong-2018");
    const nothing = benchmark({ ...shippedLiterature, studies: [] });
    expect(nothing.lumbarSpine).toMatchObject({ kind: "noBand", reason: "fewerThanThreeStudies" });
  });

  it("shows and does not fit what has no site, no spread or other women in it", () => {
    const shown = built.lumbarSpine.points.filter(({ use }) => use === "shown").map(({ id, leftOut }) => [id, leftOut]);
    expect(shown).toEqual([
      ["lampropoulou-2021-month-12", "sameWomenLater"],
      ["lee-2021-minus-contrast", "containsOthers"],
      ["liel-atar", "siteNotStated"],
      ["ipd-to-2019", "containsOthers"],
      ["anagnostis-12", "rangeOnly"],
      ["anagnostis-24", "rangeOnly"],
    ]);
  });
});

describe("a literature of one's own", () => {
  const withoutStudy = (id: string) => ({
    ...shippedLiterature,
    studies: shippedLiterature.studies.filter((study) => study.id !== id),
  });

  it("shows a point whose study it does not have, with that reason, and is a band of the others", () => {
    const own = benchmark(withoutStudy("hong-2018"));
    expect(own.lumbarSpine.points.find(({ id }) => id === "hong-2018")).toMatchObject({
      use: "shown",
      leftOut: "notInLiterature",
      percent: undefined,
    });
    expect(bandOf(own.lumbarSpine).fit.k).toBe(4);
    const tested = benchmarkWithoutEach(withoutStudy("hong-2018")).map(({ without: { id } }) => id);
    expect(tested).not.toContain("hong-2018");
  });

  it("has no band at all where it is empty", () => {
    const own = benchmark({ ...shippedLiterature, studies: [] });
    for (const site of Object.values(own)) expect(site).toMatchObject({ kind: "noBand" });
    expect(benchmarkSelection(own.lumbarSpine)).toMatchObject({ studies: 2, women: 135 });
  });

  it("does not count a point whose number of women is not known", () => {
    const studies = shippedLiterature.studies.map((study) =>
      study.id === "iwamoto-2012" ? { ...study, arms: study.arms.map(({ women: _, ...arm }) => arm) } : study,
    );
    const own = benchmark({ ...shippedLiterature, studies });
    const iwamoto = own.lumbarSpine.points.find(({ id }) => id === "iwamoto-2012");
    expect(iwamoto).toMatchObject({ use: "shown", leftOut: "womenUnknown", percent: 21.4 });
    expect(benchmarkSelection(own.lumbarSpine).studies).toBe(4);
  });
});

describe("bands", () => {
  it("gives the hip none: one study", () => {
    expect(built.totalHip).toMatchObject({ kind: "noBand", reason: "fewerThanThreeStudies" });
  });

  it("lets the neck borrow the pace of the spine and says so", () => {
    const neck = bandOf(built.femoralNeck);
    expect(neck.timeConstantFrom).toBe("borrowed");
    expect(neck.timeConstantMonths).toBe(spine().timeConstantMonths);
    // The 65 women of Karlsson 2001 are all its groups, the SEM is of one: no SD, so the stated assumption.
    expect(neck.womenSd).toEqual({ kind: "assumed", points: 7 });
  });

  it("says nothing before the first and after the last month that was measured", () => {
    expect(expectationAt(spine(), 0, 5.99)).toBeUndefined();
    expect(expectationAt(spine(), 0, 6)).toBeDefined();
    expect(expectationAt(spine(), 0, 60)).toBeDefined();
    expect(expectationAt(spine(), 0, 60.01)).toBeUndefined();
    // 6.3 - 0.3 is 5.999999999999999 in binary.
    expect(expectationAt(spine(), 0, 6.3 - 0.3)).toBeDefined();
  });

  it("comes near the healthy women at 6 months and the untreated women at 12", () => {
    expect(expectationAt(spine(), 0, 6)?.expectedPercent).toBeGreaterThan(4.4);
    expect(expectationAt(spine(), 0, 6)?.expectedPercent).toBeLessThan(5.9);
    const at12 = expectationAt(spine(), 0, 12);
    expect(at12?.lowerPercent).toBeLessThan(2.0);
    expect(at12?.upperPercent).toBeGreaterThan(7.5);
  });

  // tools/golden/benchmark-band.py with scipy 1.17: profile likelihood of the time constant over the five printed values, delta
  // method for both parameters, 3 degrees of freedom, Satterthwaite's with the 11 of the women.
  it.each([
    [6, 5.1197, -7.5453, 17.7846],
    [12, 8.7385, -3.9465, 21.4235],
    [24, 13.1046, 0.2525, 25.9567],
    [36, 15.2861, 1.9608, 28.6113],
    [60, 16.9206, 2.3959, 31.4453],
  ])("counts the time constant among what was fitted, at month %s", (month, expected, lower, upper) => {
    const at = expectationAt(spine(), 0, month);
    expect(at?.expectedPercent).toBeCloseTo(expected, 3);
    expect(at?.lowerPercent).toBeCloseTo(lower, 3);
    expect(at?.upperPercent).toBeCloseTo(upper, 3);
  });

  it("adds up: from weaning to a and from a to b is from weaning to b", () => {
    const months = fc.tuple(fc.double({ min: 6, max: 60, noNaN: true }), fc.double({ min: 6, max: 60, noNaN: true }));
    fc.assert(
      fc.property(months, ([one, other]) => {
        const [a, b] = [Math.min(one, other), Math.max(one, other)];
        const growth = (from: number, to: number) => 1 + (expectationAt(spine(), from, to)?.expectedPercent ?? 0) / 100;
        expect(growth(0, a) * growth(a, b)).toBeCloseTo(growth(0, b), 10);
      }),
    );
  });

  it("puts the ends of the band at the 2.5th and 97.5th percentile", () => {
    const at12 = expectationAt(spine(), 0, 12);
    if (at12 === undefined) throw new TypeError("no expectation");
    expect(percentileOf(at12.lowerPercent, at12)).toBeCloseTo(2.5, 8);
    expect(percentileOf(at12.expectedPercent, at12)).toBeCloseTo(50, 8);
    expect(percentileOf(at12.upperPercent, at12)).toBeCloseTo(97.5, 8);
  });

  it("hangs on single reports, and shows it", () => {
    const without = benchmarkWithoutEach(shippedLiterature);
    expect(without.map(({ without: { id } }) => id)).toContain("iwamoto-2012");
    const last = (id: string) => {
      const found = without.find((each) => each.without.id === id);
      return found === undefined ? undefined : bandOf(found.benchmark.lumbarSpine).toMonths;
    };
    expect(last("iwamoto-2012")).toBe(24);
    expect(last("hong-2018")).toBe(60);
  });
});

describe("readings of inexact times", () => {
  const exact = (month: number) => ({ earliest: month, latest: month });

  it("span every weaning, scan and reference that the times allow", () => {
    const reach = fc.tuple(fc.double({ min: 0, max: 9, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true }));
    const interval = ([a, b]: readonly [number, number]) => ({ earliest: Math.min(a, b), latest: Math.max(a, b) });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(reach, reach, reach, fc.tuple(share, share, share), (weaned, from, to, at) => {
        const times = { weaned: interval(weaned), from: interval(from), to: interval([to[0] + 20, to[1] + 20]) };
        const inside = ({ earliest, latest }: { earliest: number; latest: number }, part: number) =>
          earliest + part * (latest - earliest);
        const [w, a, b] = [inside(times.weaned, at[0]), inside(times.from, at[1]), inside(times.to, at[2])];
        const { readings, isWhole } = expectationsOver(spine(), times);
        const one = expectationAt(spine(), a - w, b - w);
        const range = expectedRange(readings);
        expect(isWhole).toBe(true);
        expect(one?.expectedPercent).toBeGreaterThanOrEqual(range.expectedPercent.earliest - 1e-9);
        expect(one?.expectedPercent).toBeLessThanOrEqual(range.expectedPercent.latest + 1e-9);
      }),
    );
  });

  it("hold the weaning at the reference scan, from which most is expected", () => {
    const { readings } = expectationsOver(spine(), {
      weaned: { earliest: 3, latest: 9 },
      from: exact(6),
      to: exact(15),
    });
    expect(expectedRange(readings).expectedPercent.latest).toBe(expectationAt(spine(), 0, 9)?.expectedPercent);
  });

  it("are not whole where the band ends between them", () => {
    const { readings, isWhole } = expectationsOver(bandOf(built.femoralNeck), {
      weaned: { earliest: 0, latest: 20 },
      from: exact(0),
      to: exact(30),
    });
    expect(isWhole).toBe(false);
    // The neck's band reaches from month 13 to 24.
    expect(expectedRange(readings).monthsSinceWeaning).toEqual({ earliest: 13, latest: 24 });
  });
});

describe("selection", () => {
  it("counts the women behind the spine: 95 + 40 healthy, 5 + 6 + 1 with PLO", () => {
    const { studies, women, groups, shown } = benchmarkSelection(built.lumbarSpine);
    expect(groups.map(({ kind, points }) => [kind, points.map((each) => each.women)])).toEqual([
      ["healthy", [95, 40]],
      ["plo", [5, 6, 1]],
    ]);
    expect([studies, women, shown.length]).toEqual([5, 147, 6]);
  });

  it("keeps apart a loss that is taken as recovered", () => {
    const { groups } = benchmarkSelection(built.femoralNeck);
    expect(groups.map(({ kind, points }) => [kind, points.map((each) => each.women)])).toEqual([
      ["healthyRecovered", [98, 65]],
      ["contrast", [47]],
    ]);
  });
});

describe("the three published women beside the band", () => {
  const [first, second, third] = publishedWomen();

  it("finds the spine of case 1 above it, by both readings of the last scan", () => {
    expect(compared(first)).toMatchObject({
      kind: "compared",
      place: "above",
      monthsSinceWeaning: { earliest: 24, latest: 36 },
    });
  });

  it("finds the spine of cases 2 and 3 inside it, by every reading", () => {
    expect(compared(second)).toMatchObject({ kind: "compared", place: "inside" });
    expect(compared(third)).toMatchObject({ kind: "compared", place: "inside" });
  });

  it("says of case 1 what each point decides", () => {
    if (first === undefined) throw new TypeError("no case 1");
    const without = compareWithoutEach(first, lastOf(first), testedBenchmark(shippedLiterature));
    const said = without.map(({ point: { id }, comparison, coveredMonths }) => [
      id,
      comparison.kind === "compared" ? comparison.place : comparison.reason,
      coveredMonths?.[1],
    ]);
    expect(said).toEqual([
      ["kalkwarf-1997", "above", 60],
      ["kalkwarf-specker-1995", "above", 60],
      ["hong-2018", "above", 60],
      ["lampropoulou-2021", "above", 60],
      // 24 months are then the last that are covered; the other reading of her last scan is 36.
      ["iwamoto-2012", "depends", 24],
    ]);
  });

  it("compares nothing when weaning is not recorded", () => {
    if (second === undefined) throw new TypeError("no case 2");
    const response = lastOf(second);
    expect(compareWithBenchmark({ ...second, weaned: undefined } as CaseView, response, built)).toEqual({
      kind: "notCompared",
      reason: "weaningNotRecorded",
    });
  });
});

function compared(view: CaseView | undefined) {
  if (view === undefined) throw new TypeError("no such woman");
  return compareWithBenchmark(view, lastOf(view), built);
}

function lastOf(view: CaseView): BmdResponse {
  const response = firstToLast(bmdResponses(view, { kind: "minimum" }), "lumbarSpine");
  if (response === undefined) throw new TypeError("no response");
  return response;
}
