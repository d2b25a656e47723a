import type { Terms } from "@materbone/clinical";
import type { MetaFit } from "../meta/meta-fit.ts";
import { predictMeta } from "../meta/predict-meta.ts";
import { bayesExtra } from "./bayes-extra.ts";
import { biasExtra } from "./bias-extras.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import {
  type AnalysisProgress,
  type ExtraContext,
  type ExtraOutput,
  type ExtrasRun,
  numbersOf,
  rowName,
  runEach,
} from "./extra-context.ts";
import type { ExtraRequest } from "./extras-schema.ts";
import type { NotDefinedList } from "./not-defined.ts";
import { predictionBounds } from "./prediction-bounds.ts";
import type { Prepared } from "./prepare.ts";
import { sensitivityExtra } from "./sensitivity-extras.ts";
import { subgroupsExtra } from "./subgroups-extra.ts";

/** Runs the analyses that a model asks for beside its fit, in their order. */
export function runExtras(
  prepared: Prepared,
  fit: MetaFit,
  terms: Terms,
  undefineds: NotDefinedList,
  onAnalysis?: AnalysisProgress,
): ExtrasRun {
  return runEach(
    prepared.model.extras ?? [],
    undefineds,
    (request, at) => runExtra(request, { prepared, fit, terms, undefineds, at }),
    onAnalysis,
  );
}

/** Analyses that estimate tau² anew from other rows. */
const ESTIMATE_ANEW: ReadonlySet<ExtraRequest["kind"]> = new Set([
  "leaveOneOut",
  "cumulative",
  "influence",
  "subgroups",
  "permutation",
  "bootstrap",
]);

function runExtra(request: ExtraRequest, context: ExtraContext): ExtraOutput {
  const { prepared } = context;
  if (prepared.model.tau2 !== undefined && ESTIMATE_ANEW.has(request.kind)) {
    throw new EvaluationFault({
      in: "model",
      at: context.at,
      kind: "notTogether",
      first: request.kind,
      second: "tau2",
    });
  }
  switch (request.kind) {
    case "predict": {
      const rows = predictions(prepared.design.rowsFor(request.at), context);
      return { kind: "predict", rows: rows.map((row, at) => ({ at: request.at[at], ...row })) };
    }
    case "fitted": {
      const rows = predictions(prepared.design.x, context);
      return { kind: "fitted", rows: rows.map((row, at) => ({ ...rowName(prepared, at), ...row })) };
    }
    case "shrunkenSlopes":
      throw new EvaluationFault({ in: "model", at: context.at, kind: "needs", what: request.kind, needs: '"mixed"' });
    case "profile":
      context.undefineds.nothing(context.at, "notAvailable");
      return { kind: "profile", intervals: [] };
    case "subgroups":
      return subgroupsExtra(request, context);
    case "bayes":
      return bayesExtra(request, context);
    case "residuals":
    case "leaveOneOut":
    case "cumulative":
    case "influence":
    case "blup":
    case "permutation":
    case "bootstrap":
      return sensitivityExtra(request, context);
    default:
      return biasExtra(request, context);
  }
}

function predictions(
  rows: Float64Array,
  { fit, undefineds, at }: ExtraContext,
): readonly Readonly<Record<string, number | null>>[] {
  const own = predictMeta(fit, rows, "asTest");
  const riley = predictMeta(fit, rows, "riley");
  return own.map((one, place) => {
    const pointer = `${at}/rows/${place}`;
    return {
      ...numbersOf(one, ["estimate", "se", "ciLower", "ciUpper"], pointer, undefineds),
      ...predictionBounds(one.prediction, "pi", pointer, undefineds),
      ...predictionBounds(riley[place].prediction, "piRiley", pointer, undefineds),
    };
  });
}
