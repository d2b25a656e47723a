import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Scan } from "../record/scan.ts";
import { type DensityOperator, type DensityRule, definitionById, type SiteRule } from "./definition.ts";
import { assessDensity } from "./density.ts";
import type { CriterionResult } from "./verdict.ts";
import { scan, woman } from "./women.fixture.ts";

function rule(siteRule: SiteRule, operator: DensityOperator = "<="): DensityRule {
  const { density } = definitionById("paper-any-site");
  if (density === undefined) throw new TypeError("the paper asks for density");
  return { ...density, rule: siteRule, operator };
}

const { window } = definitionById("paper-any-site");

function judged(one: Scan, siteRule: SiteRule, operator?: DensityOperator): CriterionResult {
  return assessDensity(woman({ scans: [one] }), rule(siteRule, operator), window);
}

describe("the printed Z-score is classed", () => {
  it.each([
    [-1.94, "<=", "notMet"],
    [-1.95, "<=", "met"],
    [-1.9999999999999998, "<=", "met"],
    [-2, "<=", "met"],
    [-2, "<", "notMet"],
    [-2.04, "<", "notMet"],
    [-2.05, "<", "met"],
    [-2.1, "<", "met"],
  ] as const)("%s with %s: %s", (z, operator, status) => {
    expect(judged(scan(z, z, z), "all", operator).status).toBe(status);
    expect(judged(scan(z, z, z), "any", operator).status).toBe(status);
  });
});

describe("any and all sites", () => {
  it("case 2 of the source paper: −2.9, −1.6, −2.0", () => {
    const two = scan(-2.9, -1.6, -2);
    expect(judged(two, "any").status).toBe("met");
    const all = judged(two, "all");
    expect(all.status).toBe("notMet");
    expect(all.because.map((reason) => reason.key)).toEqual(["zScoreMeets", "zScoreFails", "zScoreMeets"]);
    expect(all.because[1]?.facts).toMatchObject({
      site: "femoralNeck",
      zScore: -1.6,
      printedZ: -1.6,
      at: "/scans/0/sites/femoralNeck/zScore",
    });
  });

  it.each([
    ["spine low alone", scan(-2.5), "met", "undecided"],
    ["spine normal alone", scan(-1.5), "undecided", "notMet"],
    ["hip only, low", scan(undefined, undefined, -2.2), "met", "undecided"],
    ["hip only, normal", scan(undefined, undefined, -1), "undecided", "notMet"],
    ["neck missing, others low", scan(-2.5, undefined, -2.2), "met", "undecided"],
    ["neck missing, others normal", scan(-1, undefined, -1), "undecided", "notMet"],
    ["all normal", scan(-1, -1, -1), "notMet", "notMet"],
  ] as const)("%s: any %s, all %s", (_, one, any, all) => {
    expect(judged(one, "any").status).toBe(any);
    expect(judged(one, "all").status).toBe(all);
  });

  it("all sites met implies any site met", () => {
    const z = fc.option(fc.double({ min: -6, max: 3, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(z, z, z, (a, b, c) => {
        const one = scan(a, b, c);
        if (judged(one, "all").status === "met") expect(judged(one, "any").status).toBe("met");
        if (judged(one, "any").status === "notMet") expect(judged(one, "all").status).toBe("notMet");
      }),
    );
  });
});

describe("a scan after the window of 18 months", () => {
  const late = (months: number | [number, number], z: number): CriterionResult =>
    judged({ ...scan(z, z, z), at: { months } }, "all");

  it("a low score still supports, one that is not low decides nothing", () => {
    expect([late(18, -1).status, late(18.03, -1).status, late(40, -2.5).status]).toEqual([
      "notMet",
      "undecided",
      "met",
    ]);
    expect(late(40, -1).missing).toEqual([
      { key: "scanAfterWindow", facts: { time: { earliest: 40, latest: 40 }, toMonths: 18, at: "/scans/0" } },
    ]);
    expect(late(40, -1).because.map((reason) => reason.key)).toEqual(["zScoreFails", "zScoreFails", "zScoreFails"]);
  });

  it("only where every reading of its time is after it", () => {
    expect([late([17, 20], -1).status, late([19, 20], -1).status]).toEqual(["notMet", "undecided"]);
  });

  it("one low site of a late scan meets any, and leaves all open", () => {
    const mixed: Scan = { ...scan(-2.5, -1, -1), at: { months: 24 } };
    expect([judged(mixed, "any").status, judged(mixed, "all").status]).toEqual(["met", "undecided"]);
  });

  it("T-scores of a late scan are missing as T-scores", () => {
    const one: Scan = { id: "a", at: { months: 30 }, sites: { lumbarSpine: { tScore: -3 } } };
    expect(judged(one, "any").missing.map((reason) => reason.key)).toEqual([
      "tScoreOnly",
      "zScoreMissing",
      "zScoreMissing",
    ]);
  });
});

describe("menopause", () => {
  it("Z-score definitions are for women before menopause", () => {
    const person = (menopause: "pre" | "post"): CriterionResult =>
      assessDensity(woman({ person: { menopause }, scans: [scan(-3, -3, -3)] }), rule("any"), window);
    expect(person("pre").status).toBe("met");
    expect(person("post")).toEqual({
      id: "density",
      status: "undecided",
      because: [{ key: "zScoreAfterMenopause", facts: { at: "/person/menopause" } }],
      missing: [],
    });
  });
});

describe("missing", () => {
  it("T-scores alone are undecided and never converted", () => {
    const one: Scan = {
      id: "a",
      at: { months: 3 },
      sites: { lumbarSpine: { tScore: -4.5 }, totalHip: { tScore: -3 } },
    };
    const { status, because, missing } = judged(one, "any");
    expect(status).toBe("undecided");
    expect(because).toEqual([]);
    expect(missing.map((reason) => reason.key)).toEqual(["tScoreOnly", "zScoreMissing", "tScoreOnly"]);
  });

  it("no scan, or a report in words only, is undecided", () => {
    expect(assessDensity(woman(), rule("any"), window)).toMatchObject({
      status: "undecided",
      missing: [{ key: "noDiagnosticScan" }],
    });
    const words: Scan = { id: "a", sites: {}, report: { basis: "tScore", words: "severe osteoporosis" } };
    expect(judged(words, "any")).toMatchObject({ status: "undecided", because: [{ key: "reportWithoutNumbers" }] });
  });

  it("a scan from before late pregnancy is not the diagnostic one", () => {
    const before: Scan = { ...scan(-3, -3, -3), at: { months: -20 } };
    expect(judged(before, "any").status).toBe("undecided");
  });

  it("says when the time of the scan is not known, and decides all the same", () => {
    const { at: _at, ...undated } = scan(-3, -3, -3);
    expect(judged(undated, "all")).toMatchObject({ status: "met", missing: [{ key: "scanTimeUnknown" }] });
  });
});
