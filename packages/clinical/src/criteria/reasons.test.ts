import { describe, expect, it } from "vitest";
import type { Facts } from "../findings/finding.ts";
import { createTerms } from "../language/terms.ts";
import { type ReasonKey, reason, reasonKeys, sayReason } from "./reasons.ts";

const at = "/x/0";
const place = { site: "L1", at };
const score = { site: "totalHip", at, zScore: -1.95, printedZ: -2, threshold: -2, operator: "<=" } as const;
const lab = { analyte: "pth", value: 13.8, decimals: 1, censored: null, unit: "pg/mL", flag: "low", at } as const;

/** Facts for every sentence; a new key without a sample does not compile. */
const SAMPLES: Readonly<Record<ReasonKey, Facts>> = {
  eventTime: {
    event: "fracture",
    sites: ["T6", "T8"],
    time: { earliest: 0, latest: 6 },
    fromMonths: -3,
    toMonths: 18,
    inWindow: "yes",
    at,
  },
  eventTimeUnknown: { event: "fracture", sites: ["hip"], at },
  eventNotRecorded: { event: "scan" },
  noEvent: {},
  noWindowEnd: { definition: "phillips-2000" },
  weaningUnknown: {},
  gestationalAgeAssumed: { monthsBeforeDelivery: 3, earliestMonths: -3.187 },
  fragilityFracture: { ...place, mechanism: "lowEnergy" },
  anyFracture: place,
  highEnergyFracture: place,
  belowFractureGrade: { ...place, grade: 0, basis: "heightLoss", rule: "genant", heightLossPercent: 15 },
  siteNotCounted: place,
  siteNotNamed: { site: "rib", at },
  mechanismNotStated: place,
  fracturesNotRecorded: {},
  noFracture: {},
  hipPain: { at },
  densityThresholdNotStated: { definition: "li-2018" },
  zScoreMeets: score,
  zScoreFails: score,
  zScoreMissing: { site: "femoralNeck", at },
  tScoreOnly: { site: "lumbarSpine", at, tScore: -3.5 },
  noDiagnosticScan: {},
  scanTimeUnknown: { at },
  scanAfterWindow: { time: { earliest: 20, latest: 24 }, toMonths: 18, at },
  zScoreAfterMenopause: { at },
  reportWithoutNumbers: { at, basis: "tScore" },
  itemNormal: { item: "tsh", at },
  itemDone: { item: "tsh", at },
  itemBeforePregnancy: { item: "tsh", time: { earliest: -30, latest: -30 }, at },
  valueNotClassed: { ...lab, item: "pth", flag: "noInterval", why: "noInterval" },
  signalOpen: { signal: "eating-disorder", at },
  itemAbnormal: { item: "tsh", at },
  itemMissing: { item: "tsh", status: "notDone" },
  exposureDenied: { item: "heparin", at },
  exposurePresent: { item: "heparin", at },
  exposureMissing: { item: "heparin" },
  conditionExcludes: { condition: "osteomalacia", at },
  conditionOpen: { condition: "osteomalacia", certainty: "suspected", at },
  laboratoryValue: lab,
  lactationShifts: { items: ["alp"] },
  historyYes: { item: "childhoodFractures", at },
  agentGiven: { agent: "unfractionatedHeparin", at },
  conditionRecorded: { condition: "osteomalacia", certainty: "established", at },
  workupAbnormal: { item: "coeliacSerology", at },
  symptomRecorded: { symptom: "buttockPain", at },
  imagingShows: { region: "hip", finding: "marrowOedema", at },
  fractureOf: { site: "sacrum", at },
  noVertebralFracture: { recorded: true },
  variantFound: { gene: "LRP5", classification: "pathogenic", at },
  pthNeeded: { recorded: false },
  pthUnsuppressed: {},
  pthSuppressed: {},
  alpAloneIsNotEnough: {},
};

describe("every reason", () => {
  it("has a sample", () => {
    expect(Object.keys(SAMPLES).sort()).toEqual([...reasonKeys].sort());
  });

  it.each(Object.entries(SAMPLES) as [ReasonKey, Facts][])("%s is a sentence in both languages", (key, facts) => {
    const en = sayReason({ key, facts }, createTerms("en"));
    const zh = sayReason({ key, facts }, createTerms("zh"));
    expect(en).toMatch(/^[A-Z0-9].*\.$/);
    expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
    // Chinese sentences carry full-width punctuation; the rest of the record's numbers keep their own.
    expect(zh).not.toMatch(/[,;:](?![0-9])/);
    for (const sentence of [en, zh]) expect(sentence).not.toMatch(/undefined|null|NaN|\[object|-\d/);
  });
});

describe("numbers in sentences", () => {
  const timing = (months: number, inWindow: "yes" | "no"): string =>
    sayReason(
      reason("eventTime", {
        event: "fracture",
        sites: ["L4"],
        time: { earliest: months, latest: months },
        fromMonths: -3,
        toMonths: 18,
        inWindow,
        at,
      }),
      createTerms("en"),
    );

  it("a day past the limit does not print as the limit", () => {
    expect(timing(18, "yes")).toBe(
      "Fracture (L4), 18 months after delivery: inside the window (3 months before delivery to 18 months after delivery, limits included).",
    );
    expect(timing(18.03, "no")).toContain("18.03 months after delivery: outside");
    expect(timing(-2.76, "yes")).toContain("2.8 months before delivery");
    expect(timing(0, "yes")).toContain("at delivery");
  });

  it("says why a value does not count", () => {
    const value = { ...lab, item: "calcium", analyte: "calcium", value: 3.4, decimals: 2, unit: "mmol/L" } as const;
    const said = (why: "noInterval" | "intervalsDisagree" | "censored", lang: "en" | "zh"): string =>
      sayReason(reason("valueNotClassed", { ...value, why }), createTerms(lang));
    expect(said("noInterval", "en")).toMatch(/3\.40 mmol\/L is recorded, with no interval to class it\.$/);
    expect(said("intervalsDisagree", "en")).toMatch(/the intervals that may apply disagree\.$/);
    expect(said("noInterval", "zh")).toMatch(/3\.40 mmol\/L，无参考区间，无法判定。$/);
    expect(said("intervalsDisagree", "zh")).toMatch(/判定不一致。$/);
    expect(sayReason(reason("signalOpen", { signal: "osteomalacia", at }), createTerms("en"))).toBe(
      "Consider osteomalacia: not answered.",
    );
    expect(sayReason(reason("signalOpen", { signal: "pthrp-hypercalcaemia", at }), createTerms("zh"))).toBe(
      "需考虑PTHrP相关性高钙血症，尚无结论。",
    );
  });

  it("carries the typographic minus and the printed score", () => {
    const facts = { site: "totalHip", at, zScore: -1.95, printedZ: -2, threshold: -2, operator: "<=" } as const;
    expect(sayReason(reason("zScoreMeets", facts), createTerms("zh"))).toBe("全髋Z值−2.0，≤−2.0。");
    expect(
      sayReason(reason("laboratoryValue", { ...lab, value: 5, decimals: 0, censored: "<" }), createTerms("en")),
    ).toBe("PTH <5 pg/mL: low.");
  });
});
