import type { Terms } from "@materbone/clinical";
import type { MultilevelData, MultilevelFit } from "../multilevel/multilevel-fit.ts";
import { multilevelI2 } from "../multilevel/multilevel-i2.ts";
import { predictMultilevel } from "../multilevel/predict-multilevel.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
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
import type { MultilevelOutput } from "./fit-shape.ts";
import { sayCovarianceNote } from "./fit-words.ts";
import { type FittedMultilevel, fitData, refused, robustOutput } from "./multilevel-engine.ts";
import { multilevelExtras } from "./multilevel-extras.ts";
import { type NotDefinedList, notDefinedList } from "./not-defined.ts";
import { engineDesign, type Prepared } from "./prepare.ts";
import { randomTerms, randomText } from "./random-input.ts";
import { samplingOf } from "./sampling-input.ts";
import { conversionsOutput, dataOutput, hypothesisOutput, type OutputOf } from "./shared-output.ts";

/** Fits a multilevel or multivariate model and lays out its result. */
export function multilevelOutput(
  prepared: Prepared,
  terms: Terms,
  onAnalysis?: AnalysisProgress,
): OutputOf<MultilevelOutput> {
  const { model, design } = prepared;
  const unfit = unfitKeys(prepared);
  if (unfit.length > 0) return { kind: "refused", problems: unfit };
  const fitted = fitPreparedMultilevel(prepared);
  if (fitted.kind === "refused") return fitted;
  const { fit } = fitted;
  const undefineds = notDefinedList();
  const tests = hypothesisOutput(prepared, fit, undefineds);
  if (tests.kind === "refused") return tests;
  const robust = robustOutput(prepared, fit, undefineds);
  const i2 = multilevelI2(fit);
  const extras = multilevelExtras(prepared, fit, undefineds, onAnalysis);
  if (extras.kind === "refused") return extras;
  const output: MultilevelOutput = {
    schema: EVIDENCE_FIT_SCHEMA,
    kind: "multilevel",
    ...(model.title === undefined ? {} : { title: model.title }),
    data: dataOutput(prepared),
    model: {
      measure: prepared.measure ?? null,
      formula: prepared.formula,
      method: fit.method,
      test: fit.test,
      dfs: fit.test === "z" ? null : (model.dfs ?? "contain"),
      level: fit.level,
      random: prepared.random.map(randomText),
      sampling: prepared.covariance.kind === "given" ? "given" : model.sampling === undefined ? "independent" : "rho",
    },
    k: fit.k,
    p: fit.p,
    coefficients: coefficientsOutput(fit.coefficients, "/coefficients", undefineds),
    vcov: matrixOutput(fit.vcov, fit.p),
    variances: fit.variances.map(({ name, groups, variance }) => ({
      name,
      groups,
      sigma2: variance,
      sigma: Math.sqrt(variance),
    })),
    structured: fit.structured.map(({ name, structure, groups, inner, tau2, correlation, covariance }) => ({
      name,
      struct: structure,
      groups,
      inner: [...inner],
      tau2: Array.from(tau2),
      rho: matrixOutput(correlation, inner.length),
      covariance: matrixOutput(covariance, inner.length),
    })),
    i2:
      i2 === undefined
        ? undefineds.nothing("/i2", "structuredEffects")
        : {
            total: undefineds.number(i2.total, "/i2/total"),
            byLevel: i2.byLevel.map(({ name, percent }, place) => ({
              name,
              percent: undefineds.number(percent, `/i2/byLevel/${place}/percent`),
            })),
          },
    qe: undefineds.number(fit.qe, "/qe"),
    qeDf: fit.qeDf,
    qep: undefineds.number(fit.qep, "/qep"),
    qm: undefineds.number(fit.qm, "/qm"),
    qmDf: [fit.qmDf[0], fit.qmDf[1] ?? null],
    qmp: undefineds.number(fit.qmp, "/qmp"),
    predictionInterval: predictionOutput(prepared, fit, undefineds),
    fitStatistics: {
      logLik: undefineds.number(fit.logLik, "/fitStatistics/logLik"),
      deviance: undefineds.number(fit.deviance, "/fitStatistics/deviance"),
      aic: undefineds.number(fit.aic, "/fitStatistics/aic"),
      bic: undefineds.number(fit.bic, "/fitStatistics/bic"),
      aicc: undefineds.number(fit.aicc, "/fitStatistics/aicc"),
    },
    parameters: fit.parameters,
    iterations: fit.iterations,
    termTests: termTestsOutput(design, fit, undefineds),
    ...tests.output,
    ...(robust === undefined ? {} : { robust }),
    ...conversionsOutput(prepared, terms),
    extras: extras.output,
    rows: rowsOutput(prepared, fit.level, undefined, terms),
    excluded: excludedOutput(prepared.excluded, terms),
    notes: fit.notes.map((note) => ({ kind: note.reason, message: sayCovarianceNote(note, terms) })),
    notDefined: notDefinedOutput(undefineds, terms),
  };
  return { kind: "output", output };
}

/** Keys of the model that a multilevel fit has no use for. */
function unfitKeys({ model }: Prepared): readonly EvidenceProblem[] {
  const second = model.random === undefined ? "sampling" : "random";
  const problem = (first: string, at: string): EvidenceProblem => ({
    in: "model",
    at,
    kind: "notTogether",
    first,
    second,
  });
  const { method, test, tau2 } = model;
  return [
    ...(method === undefined || method === "REML" || method === "ML" ? [] : [problem(`method ${method}`, "/method")]),
    ...(test === undefined || test === "t" || test === "z" ? [] : [problem(`test ${test}`, "/test")]),
    ...(tau2 === undefined ? [] : [problem("tau2", "/tau2")]),
  ];
}

function fitPreparedMultilevel(prepared: Prepared): FittedMultilevel {
  const { model, effects, design, table, places, random, covariance } = prepared;
  let v: MultilevelData["v"];
  try {
    v = samplingOf(model.sampling, covariance, table, places, effects.vi);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused({ in: "model", at: "/sampling", kind: "matrixNotPositive" });
  }
  const data: MultilevelData = {
    yi: effects.yi,
    v,
    design: engineDesign(design),
    random: randomTerms(random, table, places),
  };
  return fitData(data, {
    method: model.method === "ML" ? "ML" : "REML",
    test: model.test === "z" ? "z" : "t",
    ...(model.dfs === undefined ? {} : { dfs: model.dfs }),
    ...(model.level === undefined ? {} : { level: model.level }),
  });
}

function predictionOutput(
  { design }: Prepared,
  fit: MultilevelFit,
  undefineds: NotDefinedList,
): MultilevelOutput["predictionInterval"] {
  const at = "/predictionInterval";
  if (engineDesign(design) !== undefined) return undefineds.nothing(at, "hasModerators");
  if (fit.structured.some(({ tau2 }) => tau2.some((one) => one !== tau2[0]))) {
    return undefineds.nothing(at, "structuredEffects");
  }
  const { prediction } = predictMultilevel(fit, { x: Float64Array.of(1) });
  if (prediction.kind === "notDefined") return undefineds.nothing(at, prediction.reason);
  return { lower: prediction.lower, upper: prediction.upper };
}
