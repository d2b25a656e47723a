import { describe, expect, it } from "vitest";
import golden from "../../golden/special-functions.json" with { type: "json" };
import { digamma, trigamma } from "../special/digamma.ts";
import { erfc } from "../special/erfc.ts";
import { logGamma } from "../special/log-gamma.ts";
import { chiSquareCdf, chiSquareQuantile } from "./chi-square.ts";
import { fCdf } from "./f.ts";
import { noncentralChiSquareCdf } from "./noncentral-chi-square.ts";
import { noncentralFCdf } from "./noncentral-f.ts";
import { noncentralTCdf } from "./noncentral-t.ts";
import { tCdf, tQuantile } from "./t.ts";

const functions: Readonly<Record<string, (args: readonly number[]) => number>> = {
  logGamma: ([x]) => logGamma(x),
  digamma: ([x]) => digamma(x),
  trigamma: ([x]) => trigamma(x),
  erfc: ([x]) => erfc(x),
  "chiSquareCdf lower": ([x, df]) => chiSquareCdf(x, df),
  "chiSquareCdf upper": ([x, df]) => chiSquareCdf(x, df, "upper"),
  "chiSquareQuantile upper": ([p, df]) => chiSquareQuantile(p, df, "upper"),
  "fCdf lower": ([x, df1, df2]) => fCdf(x, df1, df2),
  "fCdf upper": ([x, df1, df2]) => fCdf(x, df1, df2, "upper"),
  "tCdf upper": ([t, df]) => tCdf(t, df, "upper"),
  "tQuantile upper": ([p, df]) => tQuantile(p, df, "upper"),
  "noncentralTCdf lower": ([x, df, delta]) => noncentralTCdf(x, df, delta),
  "noncentralTCdf upper": ([x, df, delta]) => noncentralTCdf(x, df, delta, "upper"),
  "noncentralChiSquareCdf lower": ([x, df, lambda]) => noncentralChiSquareCdf(x, df, lambda),
  "noncentralChiSquareCdf upper": ([x, df, lambda]) => noncentralChiSquareCdf(x, df, lambda, "upper"),
  "noncentralFCdf lower": ([x, df1, df2, lambda]) => noncentralFCdf(x, df1, df2, lambda),
  "noncentralFCdf upper": ([x, df1, df2, lambda]) => noncentralFCdf(x, df1, df2, lambda, "upper"),
};

describe("special functions and far parameters against mpmath", () => {
  it.each([...new Set(golden.cases.map((row) => row.fn))])("%s", (fn) => {
    const missed = golden.cases
      .filter((row) => row.fn === fn)
      .flatMap((row) => {
        const actual = functions[fn](row.args);
        const expected = Number(row.value);
        const isClose = Math.abs(actual - expected) <= golden.relativeTolerance * Math.abs(expected);
        return isClose ? [] : [`${fn}(${row.args.join(", ")}): ${actual}, not ${row.value}`];
      });
    expect(missed).toEqual([]);
  });
});
