import { describe, expect, it } from "vitest";
import golden from "../../golden/distributions.json" with { type: "json" };
import { betaCdf, betaQuantile } from "./beta.ts";
import { chiSquareCdf, chiSquareQuantile } from "./chi-square.ts";
import { fCdf, fQuantile } from "./f.ts";
import { normalCdf, normalLogCdf, normalQuantile } from "./normal.ts";
import { tCdf, tQuantile } from "./t.ts";
import type { Tail } from "./tail.ts";

/** Suggested for the central forms by the README of the reference results. */
const CENTRAL_TOLERANCE = 1e-12;

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

  it("logarithm of pnorm", () => {
    const cases = golden.cases.filter((row) => row.log);
    expect(new Set(cases.map((row) => row.fn))).toEqual(new Set(["pnorm"]));
    expect(missed(cases, ([x], tail) => normalLogCdf(x, tail), CENTRAL_TOLERANCE)).toEqual([]);
  });
});
