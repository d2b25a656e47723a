import type { Terms } from "@materbone/clinical";
import { fitMeta } from "../meta/fit-meta.ts";
import { heterogeneityInterval } from "../meta/heterogeneity-interval.ts";
import { CollinearError, ConvergenceError } from "../meta/meta-error.ts";
import type { MetaFit } from "../meta/meta-fit.ts";
import { type PredictionKind, predictionInterval } from "../meta/predict-meta.ts";
import { studyWeights } from "../meta/study-weights.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import {
  coefficientsOutput,
  excludedOutput,
  matrixOutput,
  notDefinedOutput,
  rowsOutput,
  waldOutput,
} from "./fit-parts.ts";
import { EVIDENCE_FIT_SCHEMA, type UnivariateOutput } from "./fit-shape.ts";
import { sayMetaNote } from "./fit-words.ts";
import { type Estimates, testCoefficients, testHypotheses, unknownCoefficient } from "./linear-hypotheses.ts";
import { type NotDefinedList, notDefinedList } from "./not-defined.ts";
import { engineDesign, type Prepared } from "./prepare.ts";
import { runExtras } from "./univariate-extras.ts";

export type OutputOf<T> =
  | { readonly kind: "output"; readonly output: T }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** Fits a univariate model and lays out its result, with the sentences of the language of `terms`. */
export function univariateOutput(prepared: Prepared, terms: Terms): OutputOf<UnivariateOutput> {
  const fitted = fitPrepared(prepared);
  if (fitted.kind === "refused") return fitted;
  const { fit } = fitted;
  const { model, design } = prepared;
  const undefineds = notDefinedList();
  const estimates: Estimates = fit;
  const tests = hypothesisOutput(prepared, estimates, undefineds);
  if (tests.kind === "refused") return tests;
  const extras = runExtras(prepared, fit, terms, undefineds);
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
    coefficients: coefficientsOutput(fit.coefficients, "/coefficients", undefineds),
    vcov: matrixOutput(fit.vcov, fit.p),
    tau2: fit.tau2,
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
    termTests: design.terms.map(({ name, columns }, place) => {
      const test = testCoefficients(columns, estimates);
      const at = `/termTests/${place}`;
      const wald =
        test === undefined
          ? {
              statistic: undefineds.nothing(`${at}/statistic`, "singular"),
              df: [columns.length, null] as [number, null],
              p: undefineds.nothing(`${at}/p`, "singular"),
            }
          : waldOutput(test, at, undefineds);
      return { term: name, coefficients: columns.map((column) => design.names[column]), ...wald };
    }),
    ...tests.output,
    extras: extras.output,
    rows: rowsOutput(prepared, fit.level, studyWeights(fit), terms),
    excluded: excludedOutput(prepared.excluded, terms),
    notes: fit.notes.map((note) => ({ kind: note.kind, message: sayMetaNote(note, terms) })),
    notDefined: notDefinedOutput(undefineds, terms),
  };
  return { kind: "output", output };
}

export function dataOutput({ table, excluded, places }: Prepared): UnivariateOutput["data"] {
  return { rows: table.rows.length, used: places.length, excluded: excluded.length };
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
    throw error;
  }
}

function refused(problem: EvidenceProblem): {
  readonly kind: "refused";
  readonly problems: readonly EvidenceProblem[];
} {
  return { kind: "refused", problems: [problem] };
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
): "tau2Given" | "commonEffect" | "noModerators" | "noTau2Without" {
  if (fit.design === undefined) return "noModerators";
  if (given !== undefined) return "tau2Given";
  return fit.method === "FE" ? "commonEffect" : "noTau2Without";
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

/** Hypotheses and the omnibus test that the model asks for. */
export function hypothesisOutput(
  { model, design }: Pick<Prepared, "model" | "design">,
  estimates: Estimates,
  undefineds: NotDefinedList,
): OutputOf<Pick<UnivariateOutput, "hypotheses" | "omnibus">> {
  const isList = Array.isArray(model.hypotheses);
  const asked = [model.hypotheses ?? []].flat();
  const { names } = design;
  const wrong = (model.omnibus ?? []).flatMap((name, place) =>
    names.includes(name) || design.terms.some((term) => term.name === name)
      ? []
      : [unknownCoefficient(name, names, `/omnibus/${place}`)],
  );
  const tests =
    asked.length === 0
      ? undefined
      : testHypotheses(asked, estimates, (place) => (isList ? `/hypotheses/${place}` : "/hypotheses"));
  if (tests?.kind === "refused" || wrong.length > 0) {
    return { kind: "refused", problems: [...wrong, ...(tests?.kind === "refused" ? tests.problems : [])] };
  }
  const columns = [
    ...new Set(
      (model.omnibus ?? []).flatMap((name) => {
        const term = design.terms.find((one) => one.name === name);
        return names.includes(name) ? [names.indexOf(name)] : (term?.columns ?? []);
      }),
    ),
  ];
  const omnibus = columns.length === 0 ? undefined : testCoefficients(columns, estimates);
  return {
    kind: "output",
    output: {
      ...(tests === undefined
        ? {}
        : {
            hypotheses: {
              rows: tests.rows.map((row, place) => ({
                ...coefficientsOutput([row], `/hypotheses/rows/${place}`, undefineds)[0],
                value: row.value,
              })),
              joint:
                tests.joint === undefined
                  ? undefineds.nothing("/hypotheses/joint", "singular")
                  : waldOutput(tests.joint, "/hypotheses/joint", undefineds),
            },
          }),
      ...(omnibus === undefined
        ? {}
        : {
            omnibus: {
              coefficients: columns.map((column) => names[column]),
              ...waldOutput(omnibus, "/omnibus", undefineds),
            },
          }),
    },
  };
}
