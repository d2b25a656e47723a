import type { Terms } from "@materbone/clinical";
import type * as z from "zod";
import type { NoEffectReason } from "../effect-size/effect-size-row.ts";
import type { Estimates } from "../meta/contrasts.ts";
import type { Coefficient } from "../meta/meta-fit.ts";
import { criticalValue } from "../meta/reference-distribution.ts";
import type { JointOutcome, WaldTest } from "../meta/wald-test.ts";
import type { BuiltDesign } from "./design-matrix.ts";
import type { Exclusion } from "./exclusion.ts";
import type { coefficientShape, waldShape } from "./fit-fields.ts";
import type { excludedShape, noEffectShape, rowShape } from "./fit-rows-shape.ts";
import { sayExclusion, sayNotDefined, sayOrigin } from "./fit-words.ts";
import { testCoefficients } from "./linear-hypotheses.ts";
import type { NotDefinedList, NotDefinedReason } from "./not-defined.ts";
import type { Prepared } from "./prepare.ts";

/** The rows of the fit with their own intervals. */
export function rowsOutput(
  { rows, labels, effects, origins }: Prepared,
  level: number,
  weights: ArrayLike<number> | undefined,
  terms: Terms,
): z.infer<typeof rowShape>[] {
  const width = criticalValue(level, undefined);
  return rows.map((row, at) => {
    const yi = effects.yi[at];
    const sei = Math.sqrt(effects.vi[at]);
    return {
      row,
      label: labels[at],
      yi,
      vi: effects.vi[at],
      sei,
      ciLower: yi - width * sei,
      ciUpper: yi + width * sei,
      ...(weights === undefined ? {} : { weight: weights[at] }),
      ...(origins[at].length === 0
        ? {}
        : { origins: origins[at].map((origin) => ({ ...origin, message: sayOrigin(origin, terms) })) }),
    };
  });
}

export function excludedOutput(excluded: readonly Exclusion[], terms: Terms): z.infer<typeof excludedShape>[] {
  return excluded.map(({ row, label, reason }) => ({
    row,
    label,
    reason: reason.kind,
    ...(reason.kind === "missing" ? { columns: [...reason.columns] } : {}),
    ...(reason.kind === "noEffect" ? { details: reason.reasons.map(detailOutput) } : {}),
    message: sayExclusion(reason, terms),
  }));
}

function detailOutput(reason: NoEffectReason): z.infer<typeof noEffectShape> {
  return reason.kind === "tooFew" ? { ...reason, columns: [...reason.columns] } : { ...reason };
}

export function coefficientsOutput(
  coefficients: readonly Coefficient[],
  at: string,
  undefineds: NotDefinedList,
): z.infer<typeof coefficientShape>[] {
  return coefficients.map((one, place) => {
    const number = (key: "estimate" | "se" | "statistic" | "p" | "ciLower" | "ciUpper"): number | null =>
      undefineds.number(one[key], `${at}/${place}/${key}`);
    return {
      name: one.name,
      estimate: number("estimate"),
      se: number("se"),
      statistic: number("statistic"),
      df: one.df ?? null,
      p: number("p"),
      ciLower: number("ciLower"),
      ciUpper: number("ciUpper"),
    };
  });
}

export function waldOutput(
  { statistic, df, p }: WaldTest,
  at: string,
  undefineds: NotDefinedList,
): z.infer<typeof waldShape> {
  return {
    statistic: undefineds.number(statistic, `${at}/statistic`),
    df: [df[0], df[1] ?? null],
    p: undefineds.number(p, `${at}/p`),
  };
}

/** A joint test of m coefficients; its numbers are null, with the reason, where it is not defined. */
export function jointOutput(
  joint: JointOutcome,
  m: number,
  at: string,
  undefineds: NotDefinedList,
): z.infer<typeof waldShape> {
  if (joint.kind === "tested") return waldOutput(joint.test, at, undefineds);
  const statistic = undefineds.nothing(`${at}/statistic`, joint.reason);
  return { statistic, df: [m, null], p: undefineds.nothing(`${at}/p`, joint.reason) };
}

/** Joint test of the columns of each term. */
export function termTestsOutput(
  design: BuiltDesign,
  estimates: Estimates,
  undefineds: NotDefinedList,
): (z.infer<typeof waldShape> & { term: string; coefficients: string[] })[] {
  return design.terms.map(({ name, columns }, place) => {
    const joint = testCoefficients(columns, estimates);
    const coefficients = columns.map((column) => design.names[column]);
    return {
      term: name,
      coefficients,
      ...jointOutput(joint, columns.length, `/termTests/${place}`, undefineds),
    };
  });
}

/** A p x p matrix as rows. */
export function matrixOutput(matrix: Float64Array, p: number): number[][] {
  return Array.from({ length: p }, (_, row) => Array.from(matrix.subarray(row * p, (row + 1) * p)));
}

export function notDefinedOutput(
  undefineds: NotDefinedList,
  terms: Terms,
): { at: string; reason: NotDefinedReason; message: string }[] {
  return undefineds.list().map(({ at, reason }) => ({ at, reason, message: sayNotDefined(reason, terms) }));
}
