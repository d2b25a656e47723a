import { describe, expect, it } from "vitest";
import { testContrasts } from "./contrasts.ts";
import { fitMeta } from "./fit-meta.ts";
import { designOf, effectsOf } from "./golden-cases.fixture.ts";
import type { JointOutcome } from "./wald-test.ts";

describe("testContrasts", () => {
  const effects = effectsOf("synthetic_plo_pct_change");
  const fit = fitMeta(effects, designOf("synthetic_plo_pct_change", "~ drug + months"), { test: "knha" });

  it("gives a coefficient's own test for its unit vector", () => {
    const { contrasts, joint } = testContrasts(fit, Float64Array.of(0, 0, 1, 0));
    const { name, ...own } = fit.coefficients[2];
    expect(name).toBe("drugTPTD");
    expect(contrasts[0]).toEqual(own);
    expect(testOf(joint)?.statistic).toBeCloseTo(own.statistic ** 2, 12);
    expect(testOf(joint)?.p).toBeCloseTo(own.p, 12);
  });

  it("gives the omnibus test of a fit for all its moderators at once", () => {
    const { joint } = testContrasts(fit, Float64Array.of(0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1));
    expect(testOf(joint)?.statistic).toBeCloseTo(fit.qm, 12);
    expect(testOf(joint)?.df).toEqual(fit.qmDf);
    expect(testOf(joint)?.p).toBeCloseTo(fit.qmp, 12);
  });

  it("gives the difference of two levels as another reference level does", () => {
    const design = designOf("synthetic_plo_pct_change", "~ drug");
    if (design === undefined) throw new TypeError("no design");
    const first = fitMeta(effects, design, { test: "t" });
    // Levels BP, none, TPTD; reference none instead of BP.
    const x = design.x.map((_, i) => {
      const [, none, tptd] = design.x.subarray(i - (i % 3));
      return [1, 1 - none - tptd, tptd][i % 3];
    });
    const second = fitMeta(effects, { names: ["intrcpt", "BP", "TPTD"], x }, { test: "t" });
    const [difference] = testContrasts(first, Float64Array.of(0, -1, 1)).contrasts;
    expect(difference.estimate).toBeCloseTo(second.coefficients[2].estimate, 10);
    expect(difference.se).toBeCloseTo(second.coefficients[2].se, 10);
    expect(difference.p).toBeCloseTo(second.coefficients[2].p, 10);
  });

  it("has no joint test of contrasts that follow from one another", () => {
    const { contrasts, joint } = testContrasts(fit, Float64Array.of(0, 1, -1, 0, 0, -2, 2, 0));
    expect(contrasts[1].statistic).toBeCloseTo(-contrasts[0].statistic, 12);
    expect(joint).toEqual({ kind: "notDefined", reason: "singular" });
  });

  it("refuses weights that do not fit the coefficients or are no numbers", () => {
    expect(() => testContrasts(fit, Float64Array.of(1, 2, 3))).toThrow(TypeError);
    expect(() => testContrasts(fit, new Float64Array(0))).toThrow(TypeError);
    expect(() => testContrasts(fit, Float64Array.of(1, 2, 3, Number.NaN))).toThrow(RangeError);
  });
});

function testOf(joint: JointOutcome) {
  return joint.kind === "tested" ? joint.test : undefined;
}
