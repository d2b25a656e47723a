import { describe, expect, it } from "vitest";
import { CASE_SCHEMA, type CaseRecord } from "../record/case-record.ts";
import { openCase, type SeriesContext } from "../record/case-view.ts";
import type { LaboratoryPanel, LaboratoryResult } from "../record/laboratory.ts";
import { publishedContext, publishedPanel } from "./published-panels.fixture.ts";
import type { LabFlag, LabReading } from "./reading.ts";
import type { Analyte } from "./vocabulary.ts";

function read(
  panel: LaboratoryPanel,
  context: SeriesContext = publishedContext(),
  rest: Partial<CaseRecord> = {},
): readonly LabReading[] {
  return openCase({ schema: CASE_SCHEMA, id: "a", laboratory: [panel], ...rest }, context).laboratory;
}

function flagOf(result: LaboratoryResult, panel: Partial<LaboratoryPanel> = {}, context = publishedContext()): LabFlag {
  return read({ results: [result], ...panel }, context)[0]?.flag ?? "noInterval";
}

function outside(woman: 1 | 2 | 3): Partial<Record<Analyte, LabFlag>> {
  return Object.fromEntries(
    read(publishedPanel(woman))
      .filter(({ flag }) => flag !== "inRange")
      .map(({ analyte, flag }) => [analyte, flag]),
  );
}

describe("the published laboratory values (source paper, Table 1)", () => {
  it("flags total P1NP 4.74 low and ALP 112 high in case 1", () => {
    expect(outside(1)).toEqual({ totalP1np: "low", alp: "high" });
  });

  it("flags three turnover markers high in case 2", () => {
    expect(outside(2)).toEqual({ nMidOsteocalcin: "high", betaCtx: "high", totalP1np: "high" });
  });

  it("flags β-CTX high, urine phosphate low and leaves 25(OH)D undetermined in case 3", () => {
    expect(outside(3)).toEqual({ betaCtx: "high", urinePhosphate24h: "low", vitaminD25oh: "undetermined" });
  });

  it("keeps value, digits, place and canonical unit", () => {
    const reading = read(publishedPanel(3)).find(({ analyte }) => analyte === "vitaminD25oh");
    expect(reading).toMatchObject({
      value: { value: 13.7, decimals: 2, censored: undefined },
      unit: "ng/mL",
      canonical: 13.7,
      season: undefined,
      when: undefined,
      at: "/laboratory/0/results/5",
    });
    expect(reading?.applied.map(({ interval, flag }) => [interval.season, flag])).toEqual([
      ["summer", "low"],
      ["winter", "inRange"],
    ]);
    expect(read(publishedPanel(3)).at(-2)?.canonical).toBeCloseTo(4.616, 3);
  });
});

describe("what season selects", () => {
  const vitaminD: LaboratoryResult = { analyte: "vitaminD25oh", value: "13.70", unit: "ng/mL" };

  it.each<[string, Partial<LaboratoryPanel>, LabFlag]>([
    ["July", { samplingMonth: 7 }, "low"],
    ["August, the last summer month", { samplingMonth: 8 }, "low"],
    ["January", { samplingMonth: 1 }, "inRange"],
    ["September, neither summer nor winter", { samplingMonth: 9 }, "undetermined"],
    ["a summer panel", { season: "summer" }, "low"],
    ["a winter panel, whatever its month", { season: "winter", samplingMonth: 7 }, "inRange"],
    ["a date in June", { at: { date: "2018-06-30" } }, "low"],
    ["a date of a month in winter", { at: { date: "2018-12" } }, "inRange"],
    ["a year", { at: { date: "2018" } }, "undetermined"],
    ["June to August", { at: { date: ["2018-06-01", "2018-08-31"] } }, "low"],
    ["August to September", { at: { date: ["2018-08-31", "2018-09-01"] } }, "undetermined"],
    ["after June 2018", { at: { date: ["2018-06", null] } }, "undetermined"],
    ["months without a dated delivery", { at: { months: 3 } }, "undetermined"],
  ])("%s", (_name, panel, flag) => {
    expect(flagOf(vitaminD, panel)).toBe(flag);
  });

  it("dates months by the delivery", () => {
    const panel = { at: { months: 3 }, results: [vitaminD] };
    const delivered = (date: string) => ({ pregnancies: [{ deliveredAt: { date } }] });
    expect(read(panel, publishedContext(), delivered("2018-04-10"))[0]).toMatchObject({
      flag: "low",
      season: "summer",
    });
    expect(read(panel, publishedContext(), delivered("2018-10-10"))[0]).toMatchObject({
      flag: "inRange",
      season: "winter",
    });
    expect(read(panel, publishedContext(), delivered("2018"))[0]?.flag).toBe("undetermined");
  });

  it("prefers the season's interval to one for all year, and the latter to another season's", () => {
    const context: SeriesContext = {
      laboratory: {
        intervals: [
          { analyte: "vitaminD25oh", low: 10, unit: "ng/mL" },
          { analyte: "vitaminD25oh", low: 15.7, unit: "ng/mL", season: "summer" },
        ],
      },
    };
    expect(flagOf(vitaminD, { season: "summer" }, context)).toBe("low");
    expect(flagOf(vitaminD, { season: "winter" }, context)).toBe("inRange");
    expect(flagOf(vitaminD, {}, context)).toBe("undetermined");
  });
});

describe("limits", () => {
  const alp = (value: string | number): LaboratoryResult => ({ analyte: "alp", value, unit: "U/L" });

  it.each<[string | number, LabFlag]>([
    ["34", "low"],
    ["34.9", "low"],
    ["35", "inRange"],
    [35, "inRange"],
    ["100", "inRange"],
    ["100.0", "inRange"],
    ["100.1", "high"],
    ["101", "high"],
    ["0", "low"],
  ])("lie inside: ALP %s", (value, flag) => {
    expect(flagOf(alp(value))).toBe(flag);
  });

  it.each<[string, LabFlag]>([
    ["<30", "low"],
    ["<35", "low"],
    ["≤35", "undetermined"],
    ["<36", "undetermined"],
    ["<200", "undetermined"],
    [">99", "undetermined"],
    ["≥100", "undetermined"],
    [">100", "high"],
    [">150", "high"],
  ])("flag a censored value only when certain: ALP %s", (value, flag) => {
    expect(flagOf(alp(value))).toBe(flag);
  });

  it("know that nothing is below zero, and that one limit may be open", () => {
    const crp = (value: string, interval: LaboratoryResult["interval"]): LaboratoryResult => ({
      analyte: "crp",
      value,
      unit: "mg/L",
      ...(interval === undefined ? {} : { interval }),
    });
    expect(flagOf(crp("<0.5", { high: "5" }))).toBe("inRange");
    expect(flagOf(crp("<0.5", { low: "0", high: "5" }))).toBe("inRange");
    expect(flagOf(crp("<6", { high: "5" }))).toBe("undetermined");
    expect(flagOf({ analyte: "egfr", value: ">90", unit: "mL/min/1.73m2", interval: { low: 60 } })).toBe("inRange");
    expect(flagOf({ analyte: "egfr", value: ">90", unit: "mL/min/1.73m2", interval: { low: 100 } })).toBe(
      "undetermined",
    );
    expect(flagOf(crp("3", {}))).toBe("noInterval");
  });
});

describe("which interval", () => {
  it("the one printed beside the value goes before the series' own", () => {
    expect(flagOf({ analyte: "alp", value: "112", unit: "U/L", interval: { low: "40", high: "150" } })).toBe("inRange");
  });

  it("is compared in its own unit", () => {
    expect(flagOf({ analyte: "calcium", value: "8.4", unit: "mg/dL" })).toBe("low");
    expect(flagOf({ analyte: "calcium", value: "8.5", unit: "毫克/分升" })).toBe("inRange");
    expect(flagOf({ analyte: "urineCalcium24h", value: "300", unit: "mg/d" })).toBe("inRange");
    expect(flagOf({ analyte: "urineCalcium24h", value: "301", unit: "mg/d" })).toBe("high");
    expect(flagOf({ analyte: "betaCtx", value: "680", unit: "pg/mL" })).toBe("inRange");
    expect(flagOf({ analyte: "betaCtx", value: "681", unit: "ng/L" })).toBe("high");
    const reading = read({ results: [{ analyte: "betaCtx", value: "690", unit: "pg/mL" }] })[0];
    expect(reading?.applied[0]?.value).toBe(0.69);
    expect(reading?.canonical).toBe(0.69);
  });

  it("does not apply in a unit that the value cannot be converted to", () => {
    const reading = read({ results: [{ analyte: "pth", value: "20", unit: "ng/dL/min" }] })[0];
    expect(reading).toMatchObject({ flag: "noInterval", applied: [], canonical: undefined });
  });

  it("none is recorded: no flag", () => {
    expect(flagOf({ analyte: "tsh", value: "2.1", unit: "mIU/L" })).toBe("noInterval");
    expect(flagOf({ analyte: "alp", value: "112", unit: "U/L" }, {}, {})).toBe("noInterval");
  });

  it("another laboratory's does not apply", () => {
    const context: SeriesContext = {
      laboratory: {
        intervals: [
          { analyte: "alp", high: 100, unit: "U/L", laboratory: "a" },
          { analyte: "alp", high: 150, unit: "U/L", laboratory: "b" },
        ],
      },
    };
    const alp: LaboratoryResult = { analyte: "alp", value: "112", unit: "U/L" };
    expect(flagOf(alp, { laboratory: "a" }, context)).toBe("high");
    expect(flagOf(alp, { laboratory: "b" }, context)).toBe("inRange");
    expect(flagOf(alp, { laboratory: "c" }, context)).toBe("noInterval");
    expect(flagOf(alp, {}, context)).toBe("undetermined");
  });
});

describe("what the physiological state selects", () => {
  const context: SeriesContext = {
    laboratory: {
      intervals: [
        { analyte: "phosphate", low: "0.85", high: "1.51", unit: "mmol/L" },
        { analyte: "phosphate", low: "0.95", high: "1.70", unit: "mmol/L", state: "lactating" },
      ],
    },
  };
  const phosphate: LaboratoryResult = { analyte: "phosphate", value: "1.60", unit: "mmol/L" };
  const sampled = (months: number, pregnancy: NonNullable<CaseRecord["pregnancies"]>[number]) =>
    read({ at: { months }, results: [phosphate] }, context, { pregnancies: [pregnancy] })[0]?.flag;

  it("is what the panel says", () => {
    expect(flagOf(phosphate, { state: "lactating" }, context)).toBe("inRange");
    expect(flagOf(phosphate, { state: "notPregnantNotLactating" }, context)).toBe("high");
    expect(flagOf(phosphate, {}, context)).toBe("undetermined");
  });

  it("else follows from delivery and weaning", () => {
    const weanedAtSix = { lactation: { breastfed: "yes" as const, weaned: { months: 6 } } };
    expect(sampled(3, weanedAtSix)).toBe("inRange");
    expect(sampled(6, weanedAtSix)).toBe("undetermined");
    expect(sampled(9, weanedAtSix)).toBe("high");
    expect(sampled(-1, weanedAtSix)).toBe("high");
    expect(sampled(3, { lactation: { breastfed: "no" } })).toBe("high");
    expect(sampled(3, { lactation: { breastfed: "yes" } })).toBe("undetermined");
    expect(sampled(3, { lactation: { breastfed: "yes", stillBreastfeeding: true } })).toBe("inRange");
    expect(sampled(0, weanedAtSix)).toBe("undetermined");
    expect(sampled(-20, weanedAtSix)).toBe("undetermined");
  });

  it("is not known once another pregnancy is recorded", () => {
    const panel = { at: { months: 40 }, results: [phosphate] };
    const pregnancies = [{ index: true, lactation: { breastfed: "no" as const } }, {}];
    expect(read(panel, context, { pregnancies })[0]?.flag).toBe("undetermined");
  });
});
