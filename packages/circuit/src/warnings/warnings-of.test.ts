import { createTerms } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { type CircuitWarning, WARNING_OUTPUTS, type WarningOutput, type WatchedRun } from "./circuit-warning.ts";
import { sayCircuitWarning } from "./warning-words.ts";
import { warningsOf } from "./warnings-of.ts";

const MONTH = 730.5;

/** A woman at rest, one row a month, with the values of some outputs given by month. */
function runOf(
  months: number,
  given: Partial<Record<WarningOutput, (month: number) => number>>,
  doses: readonly { readonly agent: WatchedRun["doses"][number]["agent"]; readonly month: number }[] = [],
): WatchedRun {
  const rest: Record<WarningOutput, number> = {
    Ca_mM: 2.35,
    PTH_pM: 3.85,
    urinaryCa_mmol_per_d: 3.6,
    OC_pct: 100,
    NURSING: 0,
    GESTATION: 0,
    bisphosphonateInhibition: 0,
    DEN_ng_per_mL: 0,
    CTRIOL: 0,
  };
  const outputs = Object.fromEntries(
    WARNING_OUTPUTS.map((name) => [
      name,
      Float64Array.from({ length: months + 1 }, (_, month) => given[name]?.(month) ?? rest[name]),
    ]),
  ) as Record<WarningOutput, Float64Array>;
  return {
    timesHours: Float64Array.from({ length: months + 1 }, (_, month) => month * MONTH),
    outputs,
    doses: doses.map(({ agent, month }) => ({ agent, atHours: month * MONTH })),
  };
}

const kinds = (run: WatchedRun) => warningsOf(run).map((warning) => warning.kind);
const ofKind = <K extends CircuitWarning["kind"]>(run: WatchedRun, kind: K) =>
  warningsOf(run).filter((warning): warning is Extract<CircuitWarning, { kind: K }> => warning.kind === kind);

describe("warningsOf", () => {
  it("says of a woman at rest only that the hip is extrapolated", () => {
    expect(warningsOf(runOf(12, {}))).toMatchObject([{ kind: "extrapolation", reason: "hip", fromHours: 0 }]);
  });

  it("tells calcium below 2.11 mmol/L, not at it, with the drug before it", () => {
    const zoledronate = [{ agent: "zoledronicAcid", month: 1 }] as const;
    const low = (value: number) =>
      runOf(6, { Ca_mM: (month) => (month === 2 || month === 3 ? value : 2.35) }, zoledronate);
    expect(kinds(low(2.11))).not.toContain("hypocalcaemia");
    expect(ofKind(low(2.1), "hypocalcaemia")).toMatchObject([
      { after: "zoledronicAcid", threshold: 2.11, farthest: 2.1, fromHours: 2 * MONTH, toHours: 3 * MONTH },
    ]);
    expect(kinds(low(2.1))).not.toContain("calciumFall");
  });

  it("tells a fall of more than 5 % within the interval after an antiresorptive, and none without a dose", () => {
    const fallen = { Ca_mM: (month: number) => (month >= 2 ? 2.2 : 2.35) };
    expect(ofKind(runOf(4, fallen, [{ agent: "denosumab", month: 1 }]), "calciumFall")).toMatchObject([
      { after: "denosumab", threshold: 5, fromHours: 2 * MONTH },
    ]);
    expect(kinds(runOf(4, fallen))).not.toContain("calciumFall");
    expect(kinds(runOf(4, { Ca_mM: (m) => (m >= 2 ? 2.24 : 2.35) }, [{ agent: "denosumab", month: 1 }]))).not.toContain(
      "calciumFall",
    );
  });

  it("tells calcium above 2.52, and PTH above 65 pg/mL only while calcium is not high", () => {
    expect(kinds(runOf(2, { Ca_mM: () => 2.53 }))).toContain("hypercalcaemia");
    expect(kinds(runOf(2, { Ca_mM: () => 2.52 }))).not.toContain("hypercalcaemia");
    expect(kinds(runOf(2, { PTH_pM: () => 6.92 }))).toContain("secondaryHyperparathyroidism");
    expect(kinds(runOf(2, { PTH_pM: () => 6.91 }))).not.toContain("secondaryHyperparathyroidism");
    expect(kinds(runOf(2, { PTH_pM: () => 9, Ca_mM: () => 2.6 }))).not.toContain("secondaryHyperparathyroidism");
  });

  it("tells urinary calcium above 0.3 g in 24 h, under calcitriol alone", () => {
    const high = { urinaryCa_mmol_per_d: () => 7.5 };
    expect(ofKind(runOf(2, high, [{ agent: "calcitriol", month: 0 }]), "hypercalciuria")).toMatchObject([
      { under: "calcitriol", threshold: 0.3 },
    ]);
    expect(kinds(runOf(2, high))).not.toContain("hypercalciuria");
    const justBelow = runOf(2, { urinaryCa_mmol_per_d: () => 7.48 }, [{ agent: "calcitriol", month: 0 }]);
    expect(kinds(justBelow)).not.toContain("hypercalciuria");
  });

  it("tells that bone under calcitriol is extrapolated, and does not blame the fall of calcium under it on another drug", () => {
    const falling = { Ca_mM: (month: number) => (month < 3 ? 2.4 : 2.15) };
    const infusion = [{ agent: "zoledronicAcid", month: 2 }] as const;
    expect(ofKind(runOf(6, falling, infusion), "calciumFall")).toMatchObject([{ after: "zoledronicAcid" }]);
    const both = runOf(6, { ...falling, CTRIOL: (month) => (month < 2 ? 0 : 100) }, infusion);
    expect(kinds(both)).not.toContain("calciumFall");
    expect(ofKind(both, "extrapolation")).toContainEqual(
      expect.objectContaining({ reason: "calcitriol", fromHours: 2 * MONTH, toHours: 6 * MONTH }),
    );
  });

  it("tells the rebound once the last denosumab is due again, not before", () => {
    const doses = [
      { agent: "denosumab", month: 0 },
      { agent: "denosumab", month: 6 },
    ] as const;
    const rebound = ofKind(runOf(18, { OC_pct: (month) => (month >= 10 ? 140 : 20) }, doses), "denosumabRebound");
    expect(rebound).toMatchObject([{ lastDoseHours: 6 * MONTH, fromHours: 12 * MONTH, toHours: 18 * MONTH }]);
    expect(kinds(runOf(18, { OC_pct: () => 110 }, doses))).not.toContain("denosumabRebound");
  });

  it("tells a bisphosphonate in a woman who may conceive, once per drug", () => {
    const doses = [12, 0].map((month) => ({ agent: "zoledronicAcid", month }) as const).reverse();
    expect(ofKind(runOf(24, {}, doses), "bisphosphonateMayConceive")).toMatchObject([
      { agent: "zoledronicAcid", fromHours: 0, toHours: 24 * MONTH },
    ]);
  });

  it("marks where the model extrapolates", () => {
    const reasons = (run: WatchedRun) => ofKind(run, "extrapolation").map(({ reason }) => reason);
    const zoledronate = [{ agent: "zoledronicAcid", month: 0 }] as const;
    const pregnant = { GESTATION: (month: number) => (month >= 3 && month <= 11 ? 30 : 0) };
    expect(reasons(runOf(24, {}, zoledronate))).toEqual(["hip"]);
    expect(reasons(runOf(25, {}, zoledronate))).toContain("zoledronateBeyond24Months");
    expect(reasons(runOf(12, pregnant))).toEqual(["hip", "estradiolOfPregnancy"]);
    expect(reasons(runOf(12, { ...pregnant, bisphosphonateInhibition: () => 0.4 }))).toContain("pregnancyOnDrug");
    const twice = { NURSING: (month: number) => (month < 6 || month > 20 ? 1 : 0) };
    expect(reasons(runOf(23, twice, [{ agent: "zoledronicAcid", month: 8 }]))).toContain("secondLactationOnDrug");
    expect(reasons(runOf(23, twice))).not.toContain("secondLactationOnDrug");
  });

  it("refuses outputs of another length", () => {
    const run = runOf(3, {});
    expect(() => warningsOf({ ...run, timesHours: run.timesHours.slice(1) })).toThrow(RangeError);
  });

  it("says every warning in both languages", () => {
    const run = runOf(
      30,
      {
        Ca_mM: (m) => [2.35, 2.2, 2.34, 2.0, 2.6][m] ?? 2.35,
        PTH_pM: (m) => (m === 1 ? 8 : 3.85),
        urinaryCa_mmol_per_d: () => 8,
        OC_pct: () => 150,
      },
      [
        { agent: "denosumab", month: 0 },
        { agent: "calcitriol", month: 4 },
        { agent: "zoledronicAcid", month: 2 },
      ],
    );
    const [en, zh] = (["en", "zh"] as const).map((lang) =>
      warningsOf(run).map((warning) => sayCircuitWarning(warning, createTerms(lang))),
    );
    expect(en).toContain(
      "Month 3: the model lets plasma calcium fall to 2.00 mmol/L, below 2.11, after zoledronic acid.",
    );
    expect(zh).toContain("第 3 个月：模型血钙降至 2.00 mmol/L，低于 2.11，发生于唑来膦酸之后。");
    expect(new Set(warningsOf(run).map(({ kind }) => kind)).size).toBe(8);
    expect(en).toHaveLength(zh.length);
  });
});
