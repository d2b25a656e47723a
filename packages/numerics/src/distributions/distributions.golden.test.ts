import { describe, expect, it } from "vitest";
import golden from "../../golden/distributions.json" with { type: "json" };
import { betaCdf, betaQuantile } from "./beta.ts";
import { chiSquareCdf, chiSquareQuantile } from "./chi-square.ts";
import { fCdf, fQuantile } from "./f.ts";
import { noncentralChiSquareCdf } from "./noncentral-chi-square.ts";
import { noncentralFCdf } from "./noncentral-f.ts";
import { noncentralTCdf } from "./noncentral-t.ts";
import { normalCdf, normalLogCdf, normalQuantile } from "./normal.ts";
import { tCdf, tQuantile } from "./t.ts";
import type { Tail } from "./tail.ts";

/** Suggested by the README of the reference results. */
const CENTRAL_TOLERANCE = 1e-12;
const NONCENTRAL_TOLERANCE = 1e-9;

/**
 * Rows whose value is wrong there, in the 4th, 9th and 8th digit: far out the integral it was made with had not converged. The sum
 * over incomplete beta functions at 300 digits and the trapezoidal rule at 40 agree with each other; their values are
 * in special-functions.json.
 */
const WRONG_THERE = ["-4,5,20", "-0.5,5,20", "0.3,5,20"];

type Case = (typeof golden.cases)[number];
type Computed = (args: readonly number[], tail: Tail) => number;

const central: Readonly<Record<string, Computed>> = {
  pnorm: ([x], tail) => normalCdf(x, tail),
  qnorm: ([p], tail) => normalQuantile(p, tail),
  pt: ([x, df], tail) => tCdf(x, df, tail),
  qt: ([p, df], tail) => tQuantile(p, df, tail),
  pchisq: ([x, df], tail) => chiSquareCdf(x, df, tail),
  qchisq: ([p, df], tail) => chiSquareQuantile(p, df, tail),
  pf: ([x, df1, df2], tail) => fCdf(x, df1, df2, tail),
  qf: ([p, df1, df2], tail) => fQuantile(p, df1, df2, tail),
  pbeta: ([x, a, b], tail) => betaCdf(x, a, b, tail),
  qbeta: ([p, a, b], tail) => betaQuantile(p, a, b, tail),
};

const noncentral: Readonly<Record<string, Computed>> = {
  pt_nc: ([x, df, delta], tail) => noncentralTCdf(x, df, delta, tail),
  pchisq_nc: ([x, df, lambda], tail) => noncentralChiSquareCdf(x, df, lambda, tail),
  pf_nc: ([x, df1, df2, lambda], tail) => noncentralFCdf(x, df1, df2, lambda, tail),
};

/** Cases further from the truth than the tolerance allows, as text. */
function missed(cases: readonly Case[], computed: Computed, tolerance: number): readonly string[] {
  return cases.flatMap((row) => {
    const actual = computed(row.args, row.tail as Tail);
    const expected = Number(row.value);
    return Math.abs(actual - expected) <= tolerance * Math.abs(expected)
      ? []
      : [`${row.fn}(${row.args.join(", ")}) ${row.tail}: ${actual}, not ${row.value}`];
  });
}

describe("distributions against 60 digits of mpmath", () => {
  it.each(Object.entries(central))("%s", (fn, computed) => {
    const cases = golden.cases.filter((row) => row.fn === fn && !row.log);
    expect(cases.length).toBeGreaterThan(10);
    expect(missed(cases, computed, CENTRAL_TOLERANCE)).toEqual([]);
  });

  it.each(Object.entries(noncentral))("%s", (fn, computed) => {
    const cases = golden.cases.filter((row) => row.fn === fn);
    expect(cases.length).toBeGreaterThan(7);
    const sound = cases.filter((row) => fn !== "pt_nc" || !WRONG_THERE.includes(row.args.join()));
    expect(missed(sound, computed, NONCENTRAL_TOLERANCE)).toEqual([]);
  });

  it("is tested whole", () => {
    const tested = [...Object.keys(central), ...Object.keys(noncentral)];
    expect(new Set(golden.cases.map((row) => row.fn))).toEqual(new Set(tested));
  });

  it("logarithm of pnorm", () => {
    const cases = golden.cases.filter((row) => row.log);
    expect(new Set(cases.map((row) => row.fn))).toEqual(new Set(["pnorm"]));
    expect(missed(cases, ([x], tail) => normalLogCdf(x, tail), CENTRAL_TOLERANCE)).toEqual([]);
  });
});
