import { nearest } from "@materbone/clinical";
import type { Coefficient } from "../meta/meta-fit.ts";
import { criticalValue, standardised, twoSidedP } from "../meta/reference-distribution.ts";
import { type WaldTest, waldTest } from "../meta/wald-test.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import type { HypothesisInput } from "./model-schema.ts";

/** What a linear hypothesis needs of a fit of any kind. */
export type Estimates = {
  readonly coefficients: readonly Pick<Coefficient, "name" | "estimate" | "df">[];
  /** p x p, row-major. */
  readonly vcov: Float64Array;
  readonly level: number;
};

/** A weighted sum of coefficients, tested against `value`. */
export type HypothesisTest = {
  readonly name: string;
  readonly value: number;
  readonly estimate: number;
  readonly se: number;
  readonly statistic: number;
  readonly df: number | undefined;
  readonly p: number;
  readonly ciLower: number;
  readonly ciUpper: number;
};

export type HypothesisTests =
  | {
      readonly kind: "tested";
      readonly rows: readonly HypothesisTest[];
      /** All rows at once; `undefined` when one follows from the others. */
      readonly joint: WaldTest | undefined;
    }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** Tests hypotheses that name coefficients; degrees of freedom are the fewest of those involved. */
export function testHypotheses(
  hypotheses: readonly HypothesisInput[],
  estimates: Estimates,
  at: (place: number) => string,
): HypothesisTests {
  const names = estimates.coefficients.map(({ name }) => name);
  const problems: EvidenceProblem[] = hypotheses.flatMap(({ weights }, place) =>
    Object.keys(weights)
      .filter((name) => !names.includes(name))
      .map((name) => unknownCoefficient(name, names, `${at(place)}/weights`)),
  );
  if (problems.length > 0) return { kind: "refused", problems };
  const rows = hypotheses.map(({ weights }) => names.map((name) => weights[name] ?? 0));
  const values = hypotheses.map(({ value }) => value ?? 0);
  const sums = combined(rows, estimates);
  const tests = hypotheses.map(({ name, weights }, place): HypothesisTest => {
    const df = fewest(rows[place], estimates);
    const estimate = sums.estimates[place];
    const se = Math.sqrt(Math.max(0, sums.covariance[place * rows.length + place]));
    const statistic = standardised(estimate - values[place], se);
    const width = criticalValue(estimates.level, df);
    return {
      name: name ?? sumText(weights),
      value: values[place],
      estimate,
      se,
      statistic,
      df,
      p: twoSidedP(statistic, df),
      ciLower: estimate - width * se,
      ciUpper: estimate + width * se,
    };
  });
  const differences = sums.estimates.map((estimate, place) => estimate - values[place]);
  const df = fewest(
    names.map((_, column) => (rows.some((row) => row[column] !== 0) ? 1 : 0)),
    estimates,
  );
  return { kind: "tested", rows: tests, joint: waldTest(differences, sums.covariance.slice(), df) };
}

/** Joint test that these coefficients are all 0. */
export function testCoefficients(columns: readonly number[], estimates: Estimates): WaldTest | undefined {
  const rows = columns.map((column) => estimates.coefficients.map((_, other) => (other === column ? 1 : 0)));
  const sums = combined(rows, estimates);
  const df = fewest(
    estimates.coefficients.map((_, column) => (columns.includes(column) ? 1 : 0)),
    estimates,
  );
  return waldTest(sums.estimates, sums.covariance, df);
}

export function unknownCoefficient(name: string, known: readonly string[], at: string): EvidenceProblem {
  return { in: "model", at, kind: "unknownCoefficient", name, nearest: nearest(name, known), known };
}

function combined(
  rows: readonly (readonly number[])[],
  { coefficients, vcov }: Estimates,
): { readonly estimates: Float64Array; readonly covariance: Float64Array } {
  const p = coefficients.length;
  const m = rows.length;
  const estimates = Float64Array.from(rows, (row) =>
    row.reduce((sum, weight, column) => sum + weight * coefficients[column].estimate, 0),
  );
  const covariance = new Float64Array(m * m);
  for (let g = 0; g < m; g++) {
    for (let h = 0; h < m; h++) {
      for (let c = 0; c < p; c++) {
        if (rows[g][c] === 0) continue;
        for (let d = 0; d < p; d++) covariance[g * m + h] += rows[g][c] * vcov[c * p + d] * rows[h][d];
      }
    }
  }
  return { estimates, covariance };
}

function fewest(weights: readonly number[], { coefficients }: Estimates): number | undefined {
  return coefficients.reduce<number | undefined>((least, { df }, column) => {
    if (weights[column] === 0 || df === undefined) return least;
    return least === undefined ? df : Math.min(least, df);
  }, undefined);
}

function sumText(weights: Readonly<Record<string, number>>): string {
  return Object.entries(weights)
    .map(([name, weight], place) => {
      const sign = weight < 0 ? "-" : "+";
      const size = Math.abs(weight) === 1 ? "" : `${Math.abs(weight)}*`;
      return `${place === 0 ? (weight < 0 ? "-" : "") : ` ${sign} `}${size}${name}`;
    })
    .join("");
}
