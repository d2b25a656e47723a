import { createRandom } from "@materbone/numerics";
import { describe, expect, it } from "vitest";
import { fitMeta } from "../meta/fit-meta.ts";
import type { Design, Effects } from "../meta/meta-fit.ts";
import { TAU2_METHODS } from "../meta/methods.ts";
import { FEWEST_FOR_SUMS, fitsWithoutEach } from "./fits-without-each.ts";
import { refitRows, rowsWithout } from "./partial-fit.ts";

type Data = { readonly effects: Effects; readonly design: Design | undefined };

/** Effects about a line of a year, an outlier and a study of high leverage among them. */
function data(k: number, spread: number, moderated: boolean, ratio: number, seed: number): Data {
  const random = createRandom(seed);
  const yi = Float64Array.from({ length: k }, () => 100 + spread * (random() + random() + random() - 1.5));
  const vi = Float64Array.from({ length: k }, () => 0.01 * ratio ** random());
  yi[3] += 12 * spread;
  vi[7] = 1e-5;
  const year = Float64Array.from({ length: k }, () => 1990 + Math.floor(30 * random()));
  year[9] = 2300;
  const x = Float64Array.from([...year].flatMap((value) => [1, value]));
  return {
    effects: { yi, vi },
    design: moderated ? { names: ["intrcpt", "year"], x } : undefined,
  };
}

const cases = [
  ["effects that differ", 1, false, 30],
  ["effects that differ, and a moderator", 1, true, 30],
  ["effects alike", 0.02, false, 30],
  ["variances very unlike", 0.3, true, 1e6],
] as const;

describe.each(cases)("fitsWithoutEach of %s", (_name, spread, moderated, ratio) => {
  it.each(TAU2_METHODS)("agrees with fits made anew: %s", (method) => {
    const { effects, design } = data(FEWEST_FOR_SUMS + 20, spread, moderated, ratio, 5);
    const fit = fitMeta(effects, design, { method, test: "knha" });
    const found = fitsWithoutEach(fit);
    for (const row of effects.yi.keys()) {
      const anew = refitRows(fit, rowsWithout(fit.k, row));
      const one = found[row];
      if (one.kind !== "fit" || anew.kind !== "fit") throw new TypeError("not estimable");
      // Both searches for tau² stop at steps of 1e-9 of it and the smallest variance.
      near(one.fit.tau2 + 1e-5, anew.fit.tau2 + 1e-5, 1e-8);
      for (const key of ["k", "p", "qe", "qeDf", "qep", "i2", "h2", "varianceFactor"] as const) {
        near(one.fit[key], anew.fit[key], 1e-7);
      }
      one.fit.coefficients.forEach((coefficient, j) => {
        const wanted = anew.fit.coefficients[j];
        expect(coefficient.name).toBe(wanted.name);
        expect(coefficient.df).toBe(wanted.df);
        near(coefficient.estimate, wanted.estimate, 1e-8);
        near(coefficient.se, wanted.se, 1e-8);
        near(coefficient.ciLower, wanted.ciLower, 1e-8);
        near(coefficient.p, wanted.p, 1e-6);
      });
    }
  });
});

function near(actual: number, expected: number, relative: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.max(Math.abs(expected), 1e-9));
}
