import { nearest } from "@materbone/clinical";
import { type Contrast, type Estimates, testContrasts } from "../meta/contrasts.ts";
import type { JointOutcome } from "../meta/wald-test.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import type { HypothesisInput } from "./model-schema.ts";

/** A weighted sum of coefficients, tested against `value`. */
export type HypothesisTest = Contrast & { readonly name: string; readonly value: number };

export type HypothesisTests =
  | {
      readonly kind: "tested";
      readonly rows: readonly HypothesisTest[];
      /** All rows at once. */
      readonly joint: JointOutcome;
    }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/**
 * Tests hypotheses that name coefficients, with the degrees of freedom of `testContrasts`: a mixed model then tests each
 * row against 0 with degrees of freedom of its own.
 */
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
  const weights = hypotheses.flatMap((hypothesis) => names.map((name) => hypothesis.weights[name] ?? 0));
  const values = hypotheses.map(({ value }) => value ?? 0);
  const { contrasts, joint } = testContrasts(estimates, Float64Array.from(weights), Float64Array.from(values));
  const rows = contrasts.map((contrast, place): HypothesisTest => {
    const { name, weights: asked } = hypotheses[place];
    return { name: name ?? sumText(asked), value: values[place], ...contrast };
  });
  return { kind: "tested", rows, joint };
}

/** Joint test that these coefficients are all 0. */
export function testCoefficients(columns: readonly number[], estimates: Estimates): JointOutcome {
  const weights = columns.flatMap((column) => estimates.coefficients.map((_, other) => (other === column ? 1 : 0)));
  return testContrasts(estimates, Float64Array.from(weights)).joint;
}

export function unknownCoefficient(name: string, known: readonly string[], at: string): EvidenceProblem {
  return { in: "model", at, kind: "unknownCoefficient", name, nearest: nearest(name, known), known };
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
