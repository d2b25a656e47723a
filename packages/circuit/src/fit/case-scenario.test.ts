import { CASE_SCHEMA, type CaseRecord, caseRecordSchema, openCase } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { caseScenario } from "./case-scenario.ts";
import { scanObservations } from "./scan-observations.ts";

const PAPER = { kind: "paper" } as const;

function woman(parts: Partial<CaseRecord>) {
  return openCase(caseRecordSchema.parse({ schema: CASE_SCHEMA, id: "w", ...parts }));
}

const nursedTo = (months: number | [number, number]): Pick<CaseRecord, "pregnancies"> => ({
  pregnancies: [{ index: true, lactation: { breastfed: "yes", weaned: { months, basis: "stated" } } }],
});

const zoledronate = {
  agent: "zoledronicAcid",
  dose: { amount: 5, unit: "mg", per: "once" },
  route: "intravenousInfusion",
  start: { months: 9, basis: "stated" },
} as const;

describe("a record as scenarios", () => {
  it("nurses from birth to weaning and gives the drug in one course, not in the other", () => {
    const scenario = caseScenario(woman({ ...nursedTo(6), treatments: [zoledronate] }), { untilMonth: 24 });
    if (!("variants" in scenario)) throw new Error(scenario.kind);
    expect(scenario.nursing).toEqual({ kind: "recorded" });
    const [variant] = scenario.variants;
    const nursing = [
      { at: 0, value: 1 },
      { at: "6 month", value: 0 },
    ];
    expect(variant?.treated.inputs?.NURSING).toEqual(nursing);
    expect(variant?.untreated.inputs?.NURSING).toEqual(nursing);
    expect(variant?.treated.doses).toEqual([{ agent: "zoledronicAcid", amount: "5 mg", at: "9 month" }]);
    expect(variant?.untreated.doses).toEqual([]);
  });

  it("runs both ends of a range of weaning", () => {
    const scenario = caseScenario(woman(nursedTo([3, 9])), { untilMonth: 24 });
    if (!("variants" in scenario)) throw new Error(scenario.kind);
    expect(scenario.nursing).toEqual({ kind: "bothEnds" });
    expect(scenario.variants.map(({ weanedMonth }) => weanedMonth)).toEqual([3, 9]);
  });

  it("asks for a month of weaning that nobody wrote down, and takes what is given", () => {
    const silent = woman({ pregnancies: [{ index: true, lactation: { breastfed: "yes" } }] });
    expect(caseScenario(silent, { untilMonth: 24 })).toEqual({ kind: "weaningUnknown" });
    expect(caseScenario(woman({}), { untilMonth: 24 })).toEqual({ kind: "weaningUnknown" });
    const given = caseScenario(silent, { untilMonth: 24, weanedMonth: 4 });
    expect(given).toMatchObject({ nursing: { kind: "given" }, variants: [{ weanedMonth: 4 }] });
  });

  it("does not nurse where the record says she did not, and goes on where she still does", () => {
    const never = woman({ pregnancies: [{ index: true, lactation: { breastfed: "no" } }] });
    const scenario = caseScenario(never, { untilMonth: 12 });
    if (!("variants" in scenario)) throw new Error(scenario.kind);
    expect(scenario.variants[0]?.treated.inputs).not.toHaveProperty("NURSING");
    const still = woman({ pregnancies: [{ index: true, lactation: { breastfed: "yes", stillBreastfeeding: true } }] });
    expect(caseScenario(still, { untilMonth: 12 })).toMatchObject({
      nursing: { kind: "stillNursing" },
      variants: [{ treated: { inputs: { NURSING: [{ at: 0, value: 1 }] } } }],
    });
  });

  it("keeps calcium in both courses, adds courses that overlap, says what it chose, and leaves calcitriol out", () => {
    const calcium = (amount: number | [number, number], from: number, to?: number) =>
      ({
        agent: "calcium",
        dose: { amount, unit: "g", per: "day" },
        start: { months: from, basis: "stated" },
        ...(to === undefined ? {} : { end: { months: to, basis: "stated" as const } }),
      }) as const;
    const record = woman({
      ...nursedTo(6),
      treatments: [
        calcium([0.6, 1.2], 3),
        calcium(0.6, 4, 5),
        {
          agent: "calcitriol",
          dose: { amount: 1, unit: "ug", per: "day" },
          start: { months: 3, basis: "stated" },
          ongoing: true,
        },
      ],
    });
    const scenario = caseScenario(record, { untilMonth: 12 });
    if (!("variants" in scenario)) throw new Error(scenario.kind);
    const [variant] = scenario.variants;
    expect(variant?.untreated.inputs).toEqual(variant?.treated.inputs);
    // 600 mg over 40.078 g/mol.
    const one = `${600 / 40.078} mmol/d`;
    expect(variant?.treated.inputs?.CASUP).toMatchObject([
      { at: "3 month", value: one },
      { at: "4 month" },
      { at: "5 month", value: one },
    ]);
    expect(variant?.treated.inputs?.CTRIOL).toBeUndefined();
    expect(scenario.course.notModelled).toMatchObject([{ agent: "calcitriol", reason: "answerNotSupported" }]);
    expect(scenario.course.choices.map(({ kind }) => kind)).toEqual([
      "lowerDose",
      "endNotRecorded",
      "elementalCalcium",
      "elementalCalcium",
    ]);
  });

  it("lists what no equation stands for, with the reason, and leaves measures without a substance alone", () => {
    const record = woman({
      ...nursedTo(6),
      treatments: [
        {
          agent: "salmonCalcitonin",
          dose: { amount: 50, unit: "IU", per: "day" },
          start: { months: 6, basis: "stated" },
        },
        { agent: "menatetrenone", dose: { amount: 45, unit: "mg", per: "day" }, start: { months: 6, basis: "stated" } },
        { agent: "bedRest", start: { months: 6, basis: "stated" } },
        { agent: "denosumab", start: { months: 6, basis: "stated" } },
        {
          agent: "alendronate",
          dose: { amount: 1, unit: "tablet", per: "week" },
          start: { months: 6, basis: "stated" },
        },
        { ...zoledronate, start: undefined },
      ].map((treatment) => JSON.parse(JSON.stringify(treatment))),
    });
    const scenario = caseScenario(record, { untilMonth: 12 });
    if (!("variants" in scenario)) throw new Error(scenario.kind);
    expect(scenario.course.notModelled.map(({ agent, reason }) => `${agent} ${reason}`)).toEqual([
      "salmonCalcitonin noEquation",
      "menatetrenone noEquation",
      "denosumab doseNotStated",
      "alendronate unitNotRead",
      "zoledronicAcid startNotKnown",
    ]);
    expect(scenario.course.doses).toEqual([]);
  });
});

describe("scans for a fit", () => {
  const scan = (id: string, months: number | [number, number], bmdGPerCm2: number, more: object = {}) => ({
    id,
    at: { months, basis: "stated" as const },
    sites: { lumbarSpine: { bmdGPerCm2 } },
    ...more,
  });

  it("carry the precision in use and every time they may have been made", () => {
    const view = woman({
      scans: [
        scan("a", 6, 0.7),
        { ...scan("b", [39, 51], 0.8), at: { months: [39, 51], readings: [39, 51], basis: "ambiguous" } },
        scan("c", [12, 16], 0.75),
      ],
    });
    const { observations, leftOut } = scanObservations(view, PAPER);
    expect(leftOut).toEqual([]);
    expect(observations.map(({ scan, months }) => [scan, months])).toEqual([
      ["a", [6]],
      ["c", [12, 14, 16]],
      ["b", [39, 51]],
    ]);
    // The published series states a CV of at most 1 %.
    expect(observations[0]?.precisionGPerCm2).toBeCloseTo(0.007, 9);
  });

  it("leave out another device, another region, and times before birth or not known", () => {
    const view = woman({
      scans: [
        scan("a", 6, 0.7, { device: "one" }),
        scan("b", 12, 0.72, { device: "two" }),
        scan("c", 18, 0.74, { device: "one" }),
        {
          ...scan("d", 20, 0.8, { device: "one" }),
          sites: { lumbarSpine: { bmdGPerCm2: 0.8, vertebrae: ["L1", "L2"] } },
        },
        scan("e", -12, 0.9, { device: "one" }),
        { id: "f", device: "one", sites: { lumbarSpine: { bmdGPerCm2: 0.9 } } },
      ],
    });
    const { observations, leftOut } = scanObservations(view, PAPER);
    expect(observations.map(({ scan }) => scan)).toEqual(["a", "c"]);
    expect(Object.fromEntries(leftOut.map(({ scan, reason }) => [scan, reason]))).toEqual({
      b: "otherDevice",
      d: "otherRegion",
      e: "beforeDelivery",
      f: "timeNotKnown",
    });
  });

  it("stay in with a broken vertebra in the region from the fracture on, and are named", () => {
    const named = { sites: { lumbarSpine: { bmdGPerCm2: 0.8, vertebrae: ["L2", "L3", "L4"] } } } as const;
    const fractures = [{ site: "L4", at: { months: 12, basis: "stated" } }] as const;
    const scans = [scan("a", 6, 0.7, named), scan("b", 12, 0.8, named), scan("c", 24, 0.8, named)];
    const measured = scanObservations(woman({ scans, fractures: [...fractures] }), PAPER);
    expect(measured.observations.map((each) => each.scan)).toEqual(["a", "b", "c"]);
    expect(measured.fracturedInside).toEqual([
      { scans: ["b", "c"], site: "lumbarSpine", levels: ["L4"], isRegionRecorded: true },
    ]);
    const unnamed = [scan("a", 6, 0.7), scan("b", 24, 0.8)];
    expect(scanObservations(woman({ scans: unnamed, fractures: [...fractures] }), PAPER).fracturedInside).toEqual([
      { scans: ["b"], site: "lumbarSpine", levels: ["L4"], isRegionRecorded: false },
    ]);
    const above = woman({ scans: unnamed, fractures: [{ site: "T12", at: { months: 6, basis: "stated" } }] });
    expect(scanObservations(above, PAPER).fracturedInside).toEqual([]);
  });
});
