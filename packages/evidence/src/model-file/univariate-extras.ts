import type { Terms } from "@materbone/clinical";
import type { MetaFit } from "../meta/meta-fit.ts";
import { type Prediction, predictMeta } from "../meta/predict-meta.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import type { ExtraRequest } from "./extras-schema.ts";
import type { NotDefinedList } from "./not-defined.ts";
import type { Prepared } from "./prepare.ts";

export type ExtraOutput = { readonly kind: string } & Readonly<Record<string, unknown>>;

export type ExtrasRun =
  | { readonly kind: "output"; readonly output: ExtraOutput[] }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** Runs the analyses that a model asks for beside its fit, in their order. */
export function runExtras(prepared: Prepared, fit: MetaFit, terms: Terms, undefineds: NotDefinedList): ExtrasRun {
  const output: ExtraOutput[] = [];
  const problems: EvidenceProblem[] = [];
  (prepared.model.extras ?? []).forEach((asked, place) => {
    const request = typeof asked === "string" ? ({ kind: asked } as ExtraRequest) : asked;
    const context: Context = { prepared, fit, terms, undefineds, at: `/extras/${place}` };
    try {
      output.push(runExtra(request, context));
    } catch (fault) {
      if (!(fault instanceof EvaluationFault)) throw fault;
      problems.push(...fault.at(context.at));
    }
  });
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "output", output };
}

type Context = {
  readonly prepared: Prepared;
  readonly fit: MetaFit;
  readonly terms: Terms;
  readonly undefineds: NotDefinedList;
  readonly at: string;
};

function runExtra(request: ExtraRequest, context: Context): ExtraOutput {
  const { prepared, fit } = context;
  switch (request.kind) {
    case "predict": {
      const rows = prepared.design.rowsFor(request.at);
      return { kind: "predict", rows: predictions(rows, context).map((row, at) => ({ at: request.at[at], ...row })) };
    }
    case "fitted": {
      const rows = predictions(prepared.design.x, context);
      return { kind: "fitted", rows: rows.map((row, at) => ({ ...rowName(prepared, at), ...row })) };
    }
    default:
      throw new EvaluationFault({
        in: "model",
        at: context.at,
        kind: "engine",
        message: `no ${request.kind} of ${fit.k} yet`,
      });
  }
}

/** Row and label of the data that a result is about. */
export function rowName({ rows, labels }: Prepared, at: number): { readonly row: number; readonly label: string } {
  return { row: rows[at], label: labels[at] };
}

function predictions(
  rows: Float64Array,
  { fit, undefineds, at }: Context,
): readonly Readonly<Record<string, number | null>>[] {
  const own = predictMeta(fit, rows, "asTest");
  const riley = predictMeta(fit, rows, "riley");
  return own.map((one, place) => {
    const pointer = `${at}/rows/${place}`;
    return {
      estimate: undefineds.number(one.estimate, `${pointer}/estimate`),
      se: undefineds.number(one.se, `${pointer}/se`),
      ciLower: undefineds.number(one.ciLower, `${pointer}/ciLower`),
      ciUpper: undefineds.number(one.ciUpper, `${pointer}/ciUpper`),
      ...predictionBounds(one, "pi", pointer, undefineds),
      ...predictionBounds(riley[place], "piRiley", pointer, undefineds),
    };
  });
}

function predictionBounds(
  { prediction }: Prediction,
  name: string,
  at: string,
  undefineds: NotDefinedList,
): Readonly<Record<string, number | null>> {
  if (prediction.kind === "interval") return { [`${name}Lower`]: prediction.lower, [`${name}Upper`]: prediction.upper };
  return {
    [`${name}Lower`]: undefineds.nothing(`${at}/${name}Lower`, prediction.reason),
    [`${name}Upper`]: undefineds.nothing(`${at}/${name}Upper`, prediction.reason),
  };
}
