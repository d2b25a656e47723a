import type { Terms } from "@materbone/clinical";
import type { DataTable } from "./data-table.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import type { AnalysisProgress } from "./extra-context.ts";
import { EVIDENCE_FIT_SCHEMA } from "./fit-common-shape.ts";
import { excludedOutput, rowsOutput } from "./fit-parts.ts";
import type { EffectsOutput, MixedOutput, MultilevelOutput, UnivariateOutput } from "./fit-shape.ts";
import { mixedOutput } from "./mixed-output.ts";
import { modelKind } from "./model-kind.ts";
import type { EvidenceModel } from "./model-schema.ts";
import { multilevelOutput } from "./multilevel-output.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { type PreparedMixed, prepareMixed } from "./prepare-mixed.ts";
import { conversionsOutput, dataOutput, type OutputOf } from "./shared-output.ts";
import { univariateOutput } from "./univariate-output.ts";

export type EvidenceFit = UnivariateOutput | MultilevelOutput | MixedOutput | EffectsOutput;

export type ModelRun =
  | { readonly kind: "output"; readonly output: EvidenceFit; readonly prepared: Prepared | PreparedMixed }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/**
 * Runs the model of a file on the data of a file. Sentences in the result are in the language of `terms`.
 *
 * @param onAnalysis - hears how many of the analyses beside the fit are done
 */
export function runModel(
  model: EvidenceModel,
  table: DataTable,
  terms: Terms,
  onAnalysis?: AnalysisProgress,
): ModelRun {
  const run = runUnsorted(model, table, terms, onAnalysis);
  if (run.kind !== "refused") return run;
  const rowOf = (problem: EvidenceProblem): number => (problem.in === "data" && "row" in problem ? problem.row : 0);
  return { kind: "refused", problems: run.problems.toSorted((a, b) => rowOf(a) - rowOf(b)) };
}

function runUnsorted(
  model: EvidenceModel,
  table: DataTable,
  terms: Terms,
  onAnalysis: AnalysisProgress | undefined,
): ModelRun {
  const kind = modelKind(model);
  if (kind === "mixed") return runMixed(model, table, terms, onAnalysis);
  if (kind === "multilevel" && model.random === undefined && model.sampling === undefined) {
    return {
      kind: "refused",
      problems: [{ in: "model", at: "", kind: "needs", what: "multilevel", needs: '"random"' }],
    };
  }
  const preparation = prepare(model, table);
  if (preparation.kind === "refused") return preparation;
  const { prepared } = preparation;
  const result = outputOf(prepared, terms, onAnalysis);
  return result.kind === "refused" ? result : { ...result, prepared };
}

function runMixed(
  model: EvidenceModel,
  table: DataTable,
  terms: Terms,
  onAnalysis: AnalysisProgress | undefined,
): ModelRun {
  if (model.mixed === undefined) {
    return { kind: "refused", problems: [{ in: "model", at: "", kind: "needs", what: "mixed", needs: '"mixed"' }] };
  }
  const preparation = prepareMixed(model, model.mixed, table);
  if (preparation.kind === "refused") return preparation;
  const { prepared } = preparation;
  const result = mixedOutput(prepared, terms, onAnalysis);
  return result.kind === "refused" ? result : { ...result, prepared };
}

function outputOf(prepared: Prepared, terms: Terms, onAnalysis: AnalysisProgress | undefined): OutputOf<EvidenceFit> {
  switch (modelKind(prepared.model)) {
    case "effects":
      return { kind: "output", output: effectsOutput(prepared, terms) };
    case "multilevel":
      return multilevelOutput(prepared, terms, onAnalysis);
    default:
      return univariateOutput(prepared, terms, onAnalysis);
  }
}

function effectsOutput(prepared: Prepared, terms: Terms): EffectsOutput {
  const { model } = prepared;
  return {
    schema: EVIDENCE_FIT_SCHEMA,
    kind: "effects",
    ...(model.title === undefined ? {} : { title: model.title }),
    data: dataOutput(prepared),
    model: { measure: prepared.measure ?? null },
    k: prepared.places.length,
    ...conversionsOutput(prepared, terms),
    rows: rowsOutput(prepared, model.level ?? 95, undefined, terms),
    excluded: excludedOutput(prepared.excluded, terms),
    notes: [],
    notDefined: [],
  };
}
