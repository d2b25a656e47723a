import { fitMeta } from "../meta/fit-meta.ts";
import { CollinearError, TooFewRowsError } from "../meta/meta-error.ts";
import type { Design, Effects, MetaFit } from "../meta/meta-fit.ts";

/** What is told of a fit to part of the studies. */
export type SubsetFit = Pick<
  MetaFit,
  | "k"
  | "p"
  | "method"
  | "level"
  | "tau2"
  | "i2"
  | "h2"
  | "qe"
  | "qeDf"
  | "qep"
  | "coefficients"
  | "vcov"
  | "varianceFactor"
>;

/** A fit to part of the studies, or why these studies cannot carry the model. */
export type PartialFit =
  | { readonly kind: "fit"; readonly fit: SubsetFit }
  | { readonly kind: "notEstimable"; readonly reason: "tooFewStudies" | "collinear" };

/** Fits the model of `fit`, with its options, to some of its rows. */
export function refitRows(fit: MetaFit, rows: readonly number[]): PartialFit {
  const { method, test, level } = fit;
  try {
    const part = selectRows(fit, rows);
    // Without its data: as many copies as there are parts would fill the memory.
    const {
      effects: _effects,
      design: _design,
      ...found
    } = fitMeta(part.effects, part.design, { method, test, level });
    return { kind: "fit", fit: found };
  } catch (error) {
    if (error instanceof TooFewRowsError) return { kind: "notEstimable", reason: "tooFewStudies" };
    if (error instanceof CollinearError) return { kind: "notEstimable", reason: "collinear" };
    throw error;
  }
}

/** All rows of a fit but one. */
export function rowsWithout(k: number, row: number): number[] {
  const rows: number[] = [];
  for (let i = 0; i < k; i++) if (i !== row) rows.push(i);
  return rows;
}

function selectRows(fit: MetaFit, rows: readonly number[]): { effects: Effects; design: Design | undefined } {
  const { effects, design, p } = fit;
  const n = rows.length;
  const yi = new Float64Array(n);
  const vi = new Float64Array(n);
  const x = new Float64Array(design === undefined ? 0 : n * p);
  for (let i = 0; i < n; i++) {
    yi[i] = effects.yi[rows[i]];
    vi[i] = effects.vi[rows[i]];
    if (design !== undefined) for (let j = 0; j < p; j++) x[i * p + j] = design.x[rows[i] * p + j];
  }
  return { effects: { yi, vi }, design: design === undefined ? undefined : { names: design.names, x } };
}
