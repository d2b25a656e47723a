import type { Terms } from "@materbone/clinical";
import type { Estimates } from "../meta/contrasts.ts";
import { fitMeta } from "../meta/fit-meta.ts";
import { heterogeneityInterval } from "../meta/heterogeneity-interval.ts";
import { CollinearError, ConvergenceError, EffectRowError } from "../meta/meta-error.ts";
import type { MetaFit } from "../meta/meta-fit.ts";
import { type PredictionKind, predictionInterval } from "../meta/predict-meta.ts";
import { studyWeights } from "../meta/study-weights.ts";
import { type EvidenceProblem, engineProblem } from "./evidence-problem.ts";
import type { AnalysisProgress } from "./extra-context.ts";
import { EVIDENCE_FIT_SCHEMA } from "./fit-common-shape.ts";
import {
  coefficientsOutput,
  excludedOutput,
  matrixOutput,
  notDefinedOutput,
  rowsOutput,
  termTestsOutput,
} from "./fit-parts.ts";
import type { UnivariateOutput } from "./fit-shape.ts";
import { sayMetaNote } from "./fit-words.ts";
import { fitData, robustOutput } from "./multilevel-engine.ts";
import { type NotDefinedList, notDefinedList } from "./not-defined.ts";
import { engineDesign, type Prepared } from "./prepare.ts";
import { conversionsOutput, dataOutput, hypothesisOutput, type OutputOf } from "./shared-output.ts";
import { runExtras } from "./univariate-extras.ts";

/** Fits a univariate model and lays out its result, with the sentences of the language of `terms`. */
export function univariateOutput(
  prepared: Prepared,
  terms: Terms,
  onAnalysis?: AnalysisProgress,
): OutputOf<UnivariateOutput> {
  const fitted = fitPrepared(prepared);
  if (fitted.kind === "refused") return fitted;
  const { fit } = fitted;
  const { model, design } = prepared;
  const undefineds = notDefinedList();
  const estimates: Estimates = fit;
  const tests = hypothesisOutput(prepared, estimates, undefineds);
  if (tests.kind === "refused") return tests;
  const robust = univariateRobust(prepared, fit, undefineds);
  if (robust.kind === "refused") return robust;
  const extras = runExtras(prepared, fit, terms, undefineds, onAnalysis);
  if (extras.kind === "refused") return extras;
  const output: UnivariateOutput = {
    schema: EVIDENCE_FIT_SCHEMA,
    kind: "univariate",
    ...(model.title === undefined ? {} : { title: model.title }),
    data: dataOutput(prepared),
    model: {
      measure: prepared.measure ?? null,
      formula: prepared.formula,
      method: fit.method,
      test: fit.test,
      level: fit.level,
      tau2Given: model.tau2 !== undefined,
    },
    k: fit.k,
    p: fit.p,
    coefficients: testedOutput(fit, undefineds),
    vcov: matrixOutput(fit.vcov, fit.p),
    tau2: standInTau2(fit, model.tau2, undefineds),
    seTau2: undefineds.number(fit.seTau2, "/seTau2", seTau2Reason(fit, model.tau2)),
    tau: Math.sqrt(fit.tau2),
    i2: undefineds.number(fit.i2, "/i2"),
    h2: undefineds.number(fit.h2, "/h2"),
    r2: undefineds.number(fit.r2, "/r2", r2Reason(fit, model.tau2)),
    qe: undefineds.number(fit.qe, "/qe"),
    qeDf: fit.qeDf,
    qep: undefineds.number(fit.qep, "/qep"),
    qm: undefineds.number(fit.qm, "/qm"),
    qmDf: [fit.qmDf[0], fit.qmDf[1] ?? null],
    qmp: undefineds.number(fit.qmp, "/qmp"),
    heterogeneityInterval: heterogeneityOutput(fit, undefineds),
    predictionInterval: predictionOutput(fit, "asTest", "/predictionInterval", undefineds),
    predictionIntervalRiley: predictionOutput(fit, "riley", "/predictionIntervalRiley", undefineds),
    fitStatistics: {
      logLik: undefineds.number(fit.logLik, "/fitStatistics/logLik"),
      deviance: undefineds.number(fit.deviance, "/fitStatistics/deviance"),
      aic: undefineds.number(fit.aic, "/fitStatistics/aic"),
      bic: undefineds.number(fit.bic, "/fitStatistics/bic"),
      aicc: undefineds.number(fit.aicc, "/fitStatistics/aicc"),
    },
    iterations: fit.iterations,
    termTests: termTestsOutput(design, estimates, undefineds),
    ...tests.output,
    ...robust.output,
    ...conversionsOutput(prepared, terms),
    extras: extras.output,
    rows: rowsOutput(prepared, fit.level, studyWeights(fit), terms),
    excluded: excludedOutput(prepared.excluded, terms),
    notes: fit.notes.map((note) => ({ kind: note.kind, message: sayMetaNote(note, terms) })),
    notDefined: notDefinedOutput(undefineds, terms),
  };
  return { kind: "output", output };
}

/** Runs the engine; what it refuses becomes a problem with the place in data or model. */
export function fitPrepared(
  prepared: Prepared,
):
  | { readonly kind: "fit"; readonly fit: MetaFit }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] } {
  const { model, effects, design } = prepared;
  const method = model.method ?? "REML";
  try {
    const fit = fitMeta(effects, engineDesign(design), {
      method,
      test: model.test ?? (method === "FE" ? "z" : "adhoc"),
      ...(model.level === undefined ? {} : { level: model.level }),
      ...(model.tau2 === undefined ? {} : { tau2: model.tau2 }),
    });
    return { kind: "fit", fit };
  } catch (error) {
    if (error instanceof ConvergenceError) {
      return refused({ in: "model", at: "/method", kind: "noConvergence", iterations: error.iterations });
    }
    if (error instanceof CollinearError) {
      const [coefficient = "", ...others] = error.columns;
      return refused({ in: "model", at: "/moderators", kind: "collinear", coefficient, others });
    }
    if (error instanceof EffectRowError) {
      const { row, field, value } = error;
      const must = field === "vi" ? "positive" : "finite";
      const problem = {
        in: "data",
        kind: "impossibleNumber",
        row: prepared.rows[row],
        column: field,
        value: String(value),
        must,
      } as const;
      return refused(problem);
    }
    if (error instanceof RangeError) return refused(engineProblem(error, ""));
    throw error;
  }
}

function refused(problem: EvidenceProblem): {
  readonly kind: "refused";
  readonly problems: readonly EvidenceProblem[];
} {
  return { kind: "refused", problems: [problem] };
}

/** Coefficients; where `knha` or `adhoc` was asked for and cannot be had, each says so at its degrees of freedom. */
function testedOutput(fit: MetaFit, undefineds: NotDefinedList): UnivariateOutput["coefficients"] {
  const coefficients = coefficientsOutput(fit.coefficients, "/coefficients", undefineds);
  if (fit.test !== "z") {
    for (const [place, { df }] of coefficients.entries()) {
      if (df === null) undefineds.nothing(`/coefficients/${place}/df`, "normalInstead");
    }
  }
  return coefficients;
}

/** tau²; where it was to be estimated and no degrees of freedom are left, the 0 that stands in for it is named as such. */
function standInTau2(fit: MetaFit, given: number | undefined, undefineds: NotDefinedList): number {
  if (fit.method !== "FE" && given === undefined && fit.k === fit.p) undefineds.nothing("/tau2", "zeroInstead");
  return fit.tau2;
}

function seTau2Reason(
  fit: MetaFit,
  given: number | undefined,
): "tau2Given" | "commonEffect" | "noDegreesOfFreedom" | "estimatorHasNone" {
  if (given !== undefined) return "tau2Given";
  if (fit.method === "FE") return "commonEffect";
  return fit.k - fit.p === 0 ? "noDegreesOfFreedom" : "estimatorHasNone";
}

function r2Reason(
  fit: MetaFit,
  given: number | undefined,
): "tau2Given" | "noDegreesOfFreedom" | "noModerators" | "noIntercept" {
  if (fit.design === undefined) return "noModerators";
  if (given !== undefined) return "tau2Given";
  return fit.k - fit.p === 0 ? "noDegreesOfFreedom" : "noIntercept";
}

function heterogeneityOutput(fit: MetaFit, undefineds: NotDefinedList): UnivariateOutput["heterogeneityInterval"] {
  const interval = heterogeneityInterval(fit);
  const at = "/heterogeneityInterval";
  if (interval.kind !== "interval") {
    return undefineds.nothing(at, interval.kind === "emptySet" ? "emptySet" : interval.reason);
  }
  const { tau2, i2, h2, lowerAtZero } = interval;
  return {
    tau2: { ...tau2 },
    tau: { lower: Math.sqrt(tau2.lower), upper: Math.sqrt(tau2.upper) },
    i2: { ...i2 },
    h2: { ...h2 },
    lowerAtZero,
  };
}

function predictionOutput(
  fit: MetaFit,
  kind: PredictionKind,
  at: string,
  undefineds: NotDefinedList,
): UnivariateOutput["predictionInterval"] {
  if (fit.design !== undefined) return undefineds.nothing(at, "hasModerators");
  const interval = predictionInterval(fit, kind);
  if (interval.kind === "notDefined") return undefineds.nothing(at, interval.reason);
  return { lower: interval.lower, upper: interval.upper };
}

/** Cluster-robust tests of a univariate fit: a multilevel fit with the variance of each row known. */
function univariateRobust(
  prepared: Prepared,
  fit: MetaFit,
  undefineds: NotDefinedList,
): OutputOf<Pick<UnivariateOutput, "robust">> {
  if (prepared.model.robust === undefined) return { kind: "output", output: {} };
  const { effects, design, rows } = prepared;
  const random = [{ kind: "nested", levels: [{ name: "row", labels: rows.map(String) }] }] as const;
  const known = fitData(
    { yi: effects.yi, v: effects.vi, design: engineDesign(design), random },
    { test: "z", level: fit.level, variances: { row: fit.tau2 } },
  );
  if (known.kind === "refused") return known;
  const robust = robustOutput(prepared, known.fit, undefineds);
  return { kind: "output", output: robust === undefined ? {} : { robust } };
}
