import { describe, expect, it } from "vitest";
import golden from "../../golden/meta-sensitivity-bias.json" with { type: "json" };
import { expectNear } from "../meta/expect-near.fixture.ts";
import { fitMeta } from "../meta/fit-meta.ts";
import { effectsOf } from "../meta/golden-cases.fixture.ts";
import type { CoefficientTest, Tau2Method } from "../meta/methods.ts";
import { influence } from "./influence.ts";
import { cumulativeMeta, leaveOneOut } from "./leave-one-out.ts";
import type { PartialFit } from "./partial-fit.ts";
import { shrunkenEffects, standardisedResiduals } from "./residuals.ts";

/** The README of the reference results asks for 1e-6. */
const TOLERANCE = 1e-8;
/** Where our tau² is at its bound, metafor's iterations stop just above it. */
const AT_ZERO = 1e-10;

type Series = Readonly<
  Record<"estimate" | "se" | "ci_lb" | "ci_ub" | "pval" | "Q" | "Qp" | "tau2" | "I2" | "H2", number[]>
>;

function expectSeries(parts: readonly PartialFit[], expected: Series): void {
  expect(parts).toHaveLength(expected.estimate.length);
  parts.forEach((part, i) => {
    if (part.kind !== "fit") throw new TypeError(part.reason);
    const { fit } = part;
    const [mean] = fit.coefficients;
    expectNear(mean.estimate, expected.estimate[i], TOLERANCE);
    expectNear(mean.se, expected.se[i], TOLERANCE);
    expectNear(mean.ciLower, expected.ci_lb[i], TOLERANCE);
    expectNear(mean.ciUpper, expected.ci_ub[i], TOLERANCE);
    expectNear(mean.p, expected.pval[i], TOLERANCE);
    expectNear(fit.qe, expected.Q[i], TOLERANCE);
    expectNear(fit.qep, expected.Qp[i], TOLERANCE);
    expectNear(fit.tau2, expected.tau2[i], TOLERANCE, fit.tau2 === 0 ? AT_ZERO : 0);
    expectNear(fit.i2, expected.I2[i], TOLERANCE, fit.tau2 === 0 ? AT_ZERO : 0);
    expectNear(fit.h2, expected.H2[i], TOLERANCE);
  });
}

describe("sensitivity against metafor 5.1-12", () => {
  it.each(Object.entries(golden.sensitivity))("%s", (_, expected) => {
    const method = expected.method as Tau2Method;
    const test = expected.test as CoefficientTest;
    const effects = effectsOf(expected.dataset);
    const fit = fitMeta(effects, undefined, { method, test });
    expectSeries(leaveOneOut(fit), expected.leave1out);
    const order = expected.cumul.order_index.map((row) => row - 1);
    expectSeries(cumulativeMeta(fit, order), expected.cumul);

    influence(fit).forEach(({ hat, weight, deletion, flagged }, i) => {
      const wanted = expected.influence;
      if (deletion.kind !== "fit") throw new TypeError(deletion.reason);
      expectNear(deletion.rstudent, wanted.rstudent[i], TOLERANCE);
      expectNear(deletion.dffits, wanted.dffits[i], TOLERANCE);
      expectNear(deletion.cookD, wanted.cook_d[i], TOLERANCE);
      expectNear(deletion.covR, wanted.cov_r[i], TOLERANCE);
      expectNear(deletion.tau2, wanted.tau2_del[i], TOLERANCE, deletion.tau2 === 0 ? AT_ZERO : 0);
      expectNear(deletion.qe, wanted.QE_del[i], TOLERANCE);
      expectNear(hat, wanted.hat[i], TOLERANCE);
      expectNear(weight, wanted.weight[i], TOLERANCE);
      expect(flagged).toBe(wanted.flag[i]);
    });
    standardisedResiduals(fit).forEach(({ z }, i) => {
      expectNear(z, expected.rstandard[i], TOLERANCE);
    });
    shrunkenEffects(fit).forEach(({ estimate, se, lower, upper }, i) => {
      expectNear(estimate, expected.blup.pred[i], TOLERANCE);
      expectNear(se, expected.blup.se[i], TOLERANCE);
      expectNear(lower, expected.blup.pi_lb[i], TOLERANCE);
      expectNear(upper, expected.blup.pi_ub[i], TOLERANCE);
    });
  });
});
