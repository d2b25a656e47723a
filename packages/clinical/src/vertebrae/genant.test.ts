import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deformityOf, gradeFromHeightLoss, gradeOf } from "./genant.ts";

describe("gradeFromHeightLoss", () => {
  it.each([
    [0, 0],
    [19.99, 0],
    [20, 1],
    [24.99, 1],
    [25, 2],
    [39.99, 2],
    [40, 3],
    [100, 3],
  ])("genant: %s %% is grade %s", (loss, grade) => {
    expect(gradeFromHeightLoss(loss, "genant")).toBe(grade);
  });

  it("the published cut is more than 20 %: 20.0 % is no fracture", () => {
    expect(gradeFromHeightLoss(20, "moreThan20Percent")).toBe(0);
    expect(gradeFromHeightLoss(20.01, "moreThan20Percent")).toBe(1);
    expect(gradeFromHeightLoss(25, "moreThan20Percent")).toBe(2);
    expect(gradeFromHeightLoss(40, "moreThan20Percent")).toBe(3);
  });

  it("never falls as the loss grows", () => {
    const loss = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(loss, loss, (a, b) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(gradeFromHeightLoss(low, "genant")).toBeLessThanOrEqual(gradeFromHeightLoss(high, "genant"));
      }),
    );
  });

  it.each([-1, 101, Number.NaN])("refuses a loss of %s", (loss) => {
    expect(() => gradeFromHeightLoss(loss, "genant")).toThrow(RangeError);
  });
});

describe("deformityOf", () => {
  it("names wedge, biconcave and crush by the largest loss", () => {
    expect(deformityOf({ anteriorMm: 15, middleMm: 18, posteriorMm: 20 })).toEqual({
      heightLossPercent: 25,
      shape: "wedge",
    });
    expect(deformityOf({ anteriorMm: 19, middleMm: 14, posteriorMm: 20 })).toEqual({
      heightLossPercent: 30,
      shape: "biconcave",
    });
    expect(deformityOf({ anteriorMm: 15, middleMm: 15, posteriorMm: 15, referenceMm: 25 })).toEqual({
      heightLossPercent: 40,
      shape: "crush",
    });
  });

  it("sees no loss in an even vertebra, and no crush without a reference vertebra", () => {
    expect(deformityOf({ anteriorMm: 20, middleMm: 20, posteriorMm: 20 })).toEqual({
      heightLossPercent: 0,
      shape: "none",
    });
    expect(deformityOf({ anteriorMm: 22, middleMm: 21, posteriorMm: 20 }).shape).toBe("none");
  });

  it("does not depend on the scale of the film", () => {
    const height = fc.double({ min: 5, max: 20, noNaN: true });
    fc.assert(
      fc.property(height, height, height, (anteriorMm, middleMm, posteriorMm) => {
        const one = deformityOf({ anteriorMm, middleMm, posteriorMm });
        const two = deformityOf({ anteriorMm: 2 * anteriorMm, middleMm: 2 * middleMm, posteriorMm: 2 * posteriorMm });
        expect(two.shape).toBe(one.shape);
        expect(two.heightLossPercent).toBeCloseTo(one.heightLossPercent, 10);
      }),
    );
  });
});

describe("gradeOf", () => {
  it("takes the reader's grade before the loss and the loss before the heights", () => {
    const heights = { anteriorMm: 15, middleMm: 18, posteriorMm: 20 };
    expect(gradeOf({ site: "L1", genantGrade: 3, heightLossPercent: 22, heights }, "genant")).toEqual({
      grade: 3,
      basis: "given",
    });
    expect(gradeOf({ site: "L1", heightLossPercent: 22, heights }, "genant")).toEqual({
      grade: 1,
      basis: "heightLoss",
    });
    expect(gradeOf({ site: "L1", heights }, "genant")).toEqual({ grade: 2, basis: "heights" });
    expect(gradeOf({ site: "L1" }, "genant")).toEqual({ grade: undefined, basis: undefined });
  });
});
