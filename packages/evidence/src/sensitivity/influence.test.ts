import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitMeta } from "../meta/fit-meta.ts";
import { effectsOf, numbers } from "../meta/golden-cases.fixture.ts";
import type { Design, MetaFit } from "../meta/meta-fit.ts";
import { influence } from "./influence.ts";
import { cumulativeMeta, leaveOneOut } from "./leave-one-out.ts";
import { hatValues, shrunkenEffects, standardisedResiduals } from "./residuals.ts";

function line(dose: Float64Array, origin = 0): Design {
  return { names: ["intrcpt", "dose"], x: Float64Array.from([...dose].flatMap((value) => [1, value - origin])) };
}

function moderated(origin = 0): MetaFit {
  return fitMeta(effectsOf("bcg_logRR"), line(numbers("bcg_logRR", "ablat"), origin));
}

describe("influence", () => {
  it("does not mind where a moderator is counted from", () => {
    const here = influence(moderated());
    const there = influence(moderated(33));
    here.forEach(({ hat, deletion, flagged }, i) => {
      const other = there[i].deletion;
      if (deletion.kind !== "fit" || other.kind !== "fit") throw new TypeError("not estimable");
      expect(there[i].hat).toBeCloseTo(hat, 10);
      expect(other.rstudent).toBeCloseTo(deletion.rstudent, 9);
      expect(other.dffits).toBeCloseTo(deletion.dffits, 9);
      expect(other.cookD).toBeCloseTo(deletion.cookD, 9);
      expect(other.covR).toBeCloseTo(deletion.covR, 9);
      expect(other.dfbs[1]).toBeCloseTo(deletion.dfbs[1], 9);
      expect(there[i].flagged).toBe(flagged);
    });
  });

  it("is ordinary least squares when variances are equal and tau² is 0", () => {
    // Cook's distance and DFFITS by their closed formulas, with known variance 1.
    const yi = Float64Array.of(1, 3, 2, 5, 4, 9);
    const dose = Float64Array.of(0, 1, 2, 3, 4, 7);
    const fit = fitMeta({ yi, vi: new Float64Array(6).fill(1) }, line(dose), { method: "FE", test: "z" });
    const residuals = standardisedResiduals(fit);
    influence(fit).forEach(({ hat, deletion }, i) => {
      if (deletion.kind !== "fit") throw new TypeError("not estimable");
      const { z } = residuals[i];
      expect(deletion.cookD).toBeCloseTo((z * z * hat) / (1 - hat), 10);
      expect(deletion.dffits).toBeCloseTo((z * Math.sqrt(hat)) / Math.sqrt(1 - hat), 10);
      expect(deletion.rstudent).toBeCloseTo(z, 10);
      expect(deletion.covR).toBeCloseTo(1 / (1 - hat), 10);
    });
  });

  it("flags a study without which the model cannot be fitted", () => {
    const effects = { yi: Float64Array.of(1, 2, 3, 9), vi: Float64Array.of(1, 1, 1, 1) };
    const fit = fitMeta(effects, line(Float64Array.of(0, 0, 0, 1)));
    const [first, , , last] = influence(fit);
    expect(last.deletion).toEqual({ kind: "notEstimable", reason: "collinear" });
    expect(last.flagged).toBe(true);
    expect(last.hat).toBeCloseTo(1, 12);
    expect(first.deletion.kind).toBe("fit");
    expect(standardisedResiduals(fit)[3]).toEqual({ residual: 0, se: 0, z: 0 });
  });

  it("has hat values that add up to the number of coefficients", () => {
    expect(hatValues(moderated()).reduce((sum, hat) => sum + hat, 0)).toBeCloseTo(2, 12);
  });
});

describe("leaveOneOut and cumulativeMeta", () => {
  it("say when too few studies are left", () => {
    const one = fitMeta({ yi: Float64Array.of(2), vi: Float64Array.of(1) }, undefined);
    expect(leaveOneOut(one)).toEqual([{ kind: "notEstimable", reason: "tooFewStudies" }]);
    const parts = cumulativeMeta(moderated(), [...Array(13).keys()]);
    expect(parts[0]).toEqual({ kind: "notEstimable", reason: "tooFewStudies" });
    expect(parts[12]).toMatchObject({ kind: "fit", fit: { k: 13 } });
  });

  it("end with the whole fit and refuse an order that is none", () => {
    const fit = fitMeta(effectsOf("normand1999_MD"), undefined);
    const last = cumulativeMeta(fit, [8, 7, 6, 5, 4, 3, 2, 1, 0])[8];
    expect(last.kind === "fit" && last.fit.tau2).toBeCloseTo(fit.tau2, 8);
    for (const order of [[0], [0, 1, 2, 3, 4, 5, 6, 7, 7], [0, 1, 2, 3, 4, 5, 6, 7, 9]])
      expect(() => cumulativeMeta(fit, order)).toThrow(RangeError);
  });
});

describe("shrunkenEffects", () => {
  it("lie between the study's own effect and the mean, at the mean when tau² is 0", () => {
    const effect = fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true }));
    fc.assert(
      fc.property(fc.array(effect, { minLength: 2, maxLength: 9 }), (rows) => {
        const yi = Float64Array.from(rows, ([y]) => y);
        const fit = fitMeta({ yi, vi: Float64Array.from(rows, ([, v]) => v) }, undefined);
        const mean = fit.coefficients[0].estimate;
        shrunkenEffects(fit).forEach(({ estimate, ownShare, lower, upper }, i) => {
          expect(estimate).toBeGreaterThanOrEqual(Math.min(mean, yi[i]) - 1e-9);
          expect(estimate).toBeLessThanOrEqual(Math.max(mean, yi[i]) + 1e-9);
          expect(lower).toBeLessThan(upper);
          if (fit.tau2 === 0) expect(ownShare).toBe(0);
        });
      }),
    );
  });
});
