import { describe, expect, it } from "vitest";
import type { SeriesContext } from "../../record/case-view.ts";
import type { LaboratoryResult, ReferenceInterval } from "../../record/laboratory.ts";
import { valueFitsNeighbour } from "./value-fits-neighbour.ts";
import { found } from "./woman.fixture.ts";

const nMid: ReferenceInterval = { analyte: "nMidOsteocalcin", low: "4.11", high: "21.87", unit: "ng/mL" };
const others: readonly ReferenceInterval[] = [
  { analyte: "betaCtx", low: "0.068", high: "0.680", unit: "ng/mL" },
  { analyte: "totalP1np", low: "8.53", high: "64.32", unit: "ng/mL" },
  { analyte: "osteocalcin", low: "3", high: "65", unit: "pg/mL" },
];
const context = (first = nMid, panel = ["nMidOsteocalcin", "betaCtx", "totalP1np", "osteocalcin"]): SeriesContext => ({
  laboratory: { panel: panel as ReferenceInterval["analyte"][], intervals: [first, ...others] },
});
const p1np = (value: string, ...more: LaboratoryResult[]) => ({
  laboratory: [{ results: [{ analyte: "totalP1np", value, unit: "ng/mL" } as LaboratoryResult, ...more] }],
});

describe("value-fits-neighbour", () => {
  it("asks when an outlier would be in range in an empty column close by", () => {
    const [raised] = found(valueFitsNeighbour, p1np("4.74"), context());
    expect(raised?.at).toBe("/laboratory/0/results/0");
    expect(raised?.facts.values[0]).toMatchObject({
      value: { analyte: "totalP1np" },
      neighbour: { analyte: "nMidOsteocalcin" },
    });
  });

  it.each([
    ["4.10", 0],
    ["4.11", 1],
    ["8.52", 1],
    ["8.53", 0],
    ["<4.74", 0],
  ])("total P1NP %s", (value, count) => {
    expect(found(valueFitsNeighbour, p1np(value), context())).toHaveLength(count);
  });

  it("is silent when the neighbour holds a value", () => {
    const filled: LaboratoryResult = { analyte: "nMidOsteocalcin", value: "12.0", unit: "ng/mL" };
    expect(found(valueFitsNeighbour, p1np("4.74", filled), context())).toEqual([]);
  });

  it("looks for the empty column in the panel of the value, not in all panels", () => {
    const filled: LaboratoryResult = { analyte: "nMidOsteocalcin", value: "12.0", unit: "ng/mL" };
    const [first] = p1np("4.74").laboratory;
    if (first === undefined) throw new Error("a panel expected");
    expect(found(valueFitsNeighbour, { laboratory: [first, { results: [filled] }] }, context())).toHaveLength(1);
  });

  it("is silent when the neighbour has another unit, and not for another spelling of the same", () => {
    expect(found(valueFitsNeighbour, p1np("4.74"), context({ ...nMid, unit: "pg/mL" }))).toEqual([]);
    expect(found(valueFitsNeighbour, p1np("4.74"), context({ ...nMid, unit: "μg/L" }))).toHaveLength(1);
  });

  it("looks two columns far", () => {
    const near = ["nMidOsteocalcin", "betaCtx", "totalP1np"];
    const far = ["nMidOsteocalcin", "betaCtx", "pth", "totalP1np"];
    expect(found(valueFitsNeighbour, p1np("4.74"), context(nMid, near))).toHaveLength(1);
    expect(found(valueFitsNeighbour, p1np("4.74"), context(nMid, far))).toEqual([]);
  });

  it("is silent without a panel or an own column", () => {
    expect(found(valueFitsNeighbour, p1np("4.74"), { laboratory: { intervals: [nMid, ...others] } })).toEqual([]);
    expect(found(valueFitsNeighbour, p1np("4.74"), context(nMid, ["nMidOsteocalcin"]))).toEqual([]);
  });
});
