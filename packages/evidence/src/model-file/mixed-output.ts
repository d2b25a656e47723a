import type { Terms } from "@materbone/clinical";
import { CovarianceFitError } from "../covariance-model/fit-covariance.ts";
import { UnidentifiedError } from "../covariance-model/identified.ts";
import { CollinearError, TooFewRowsError } from "../meta/meta-error.ts";
import { fitMixed, testMixedSum } from "../mixed/fit-mixed.ts";
import { jointTestOf } from "../mixed/joint-test.ts";
import type { MixedFit } from "../mixed/mixed-fit.ts";
import { type EvidenceProblem, engineProblem } from "./evidence-problem.ts";
import { type AnalysisProgress, rowName } from "./extra-context.ts";
import { EVIDENCE_FIT_SCHEMA } from "./fit-common-shape.ts";
import { coefficientsOutput, excludedOutput, matrixOutput, notDefinedOutput, termTestsOutput } from "./fit-parts.ts";
import type { MixedOutput } from "./fit-shape.ts";
import { sayCovarianceNote } from "./fit-words.ts";
import { mixedExtras } from "./mixed-extras.ts";
import { type NotDefinedList, notDefinedList } from "./not-defined.ts";
import type { PreparedMixed } from "./prepare-mixed.ts";
import { dataOutput, hypothesisOutput, type OutputOf } from "./shared-output.ts";

/** Fits a linear mixed model and lays out its result. */
export function mixedOutput(
  prepared: PreparedMixed,
  terms: Terms,
  onAnalysis?: AnalysisProgress,
): OutputOf<MixedOutput> {
  const fitted = fitPreparedMixed(prepared);
  if (fitted.kind === "refused") return fitted;
  const { fit } = fitted;
  const { model, mixed, design } = prepared;
  const undefineds = notDefinedList();
  const estimates = { ...fit, jointTest: jointTestOf(fit) };
  const tests = hypothesisOutput(prepared, estimates, undefineds);
  if (tests.kind === "refused") return tests;
  const extras = mixedExtras(prepared, fit, undefineds, onAnalysis);
  if (extras.kind === "refused") return extras;
  const { residual } = fit;
  const output: MixedOutput = {
    schema: EVIDENCE_FIT_SCHEMA,
    kind: "mixed",
    ...(model.title === undefined ? {} : { title: model.title }),
    data: dataOutput(prepared),
    model: {
      formula: prepared.formula.text,
      method: fit.method,
      df: fit.df,
      level: fit.level,
      residual: mixed.residual?.structure ?? "independent",
      weights: mixed.weights ?? null,
    },
    n: fit.n,
    p: fit.p,
    coefficients: coefficientsOutput(fit.coefficients, "/coefficients", undefineds),
    vcov: matrixOutput(fit.vcov, fit.p),
    random: fit.random.map(({ group, groups, effects, covariance, sd, correlation }) => ({
      group,
      groups,
      effects: [...effects],
      covariance: matrixOutput(covariance, effects.length),
      sd: Array.from(sd),
      correlation: matrixOutput(correlation, effects.length),
    })),
    residual: {
      variances: residual.variances.map(({ label, variance }) => ({
        group: label ?? null,
        variance,
        sd: Math.sqrt(variance),
      })),
      phi: residual.phi ?? null,
    },
    fitStatistics: {
      logLik: undefineds.number(fit.logLik, "/fitStatistics/logLik"),
      minus2LogLik: undefineds.number(fit.minus2LogLik, "/fitStatistics/minus2LogLik"),
      aic: undefineds.number(fit.aic, "/fitStatistics/aic"),
      bic: undefineds.number(fit.bic, "/fitStatistics/bic"),
    },
    parameters: fit.parameters,
    iterations: fit.iterations,
    termTests: termTestsOutput(design, estimates, undefineds),
    ...withOwnDegrees(prepared, fit, tests.output, undefineds),
    extras: extras.output,
    rows: prepared.places.map((_, at) => rowName(prepared, at)),
    excluded: excludedOutput(prepared.excluded, terms),
    notes: fit.notes.map((note) => ({ kind: note.reason, message: sayCovarianceNote(note, terms) })),
    notDefined: notDefinedOutput(undefineds, terms),
  };
  return { kind: "output", output };
}

type Tests = Pick<MixedOutput, "hypotheses" | "omnibus">;

/** Single hypotheses with the degrees of freedom of their own sums. */
function withOwnDegrees(
  { model, design }: PreparedMixed,
  fit: MixedFit,
  tests: Tests,
  undefineds: NotDefinedList,
): Tests {
  const { hypotheses } = tests;
  if (hypotheses === undefined) return tests;
  const asked = [model.hypotheses ?? []].flat();
  const rows = asked.map(({ weights, value = 0 }, place) => {
    const row = Float64Array.from(design.names, (name) => weights[name] ?? 0);
    const own = testMixedSum(fit, row, hypotheses.rows[place].name);
    const [laid] = coefficientsOutput([own], `/hypotheses/rows/${place}`, undefineds);
    // Tested against another value than 0, the general test stands, with the fewest degrees of freedom.
    return value === 0 ? { ...laid, value } : hypotheses.rows[place];
  });
  return { ...tests, hypotheses: { ...hypotheses, rows } };
}

function fitPreparedMixed({
  model,
  mixed,
  data,
}: PreparedMixed):
  | { readonly kind: "fit"; readonly fit: MixedFit }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] } {
  const at = "/mixed/formula";
  const refuse = (problem: EvidenceProblem) => ({ kind: "refused", problems: [problem] }) as const;
  if (model.method !== undefined && model.method !== "ML" && model.method !== "REML") {
    return refuse({
      in: "model",
      at: "/method",
      kind: "notTogether",
      first: `method ${model.method}`,
      second: "mixed",
    });
  }
  const isRestricted = mixed.reml ?? model.method !== "ML";
  try {
    const fit = fitMixed(data, {
      method: isRestricted ? "REML" : "ML",
      ...(mixed.df === undefined ? {} : { df: mixed.df }),
      ...(model.level === undefined ? {} : { level: model.level }),
    });
    return { kind: "fit", fit };
  } catch (error) {
    if (error instanceof UnidentifiedError) {
      const [component = "", ...others] = error.components;
      return refuse({ in: "model", at, kind: "unidentified", component, others });
    }
    if (error instanceof CovarianceFitError) {
      return refuse({ in: "model", at, kind: "noConvergence", iterations: error.iterations });
    }
    if (error instanceof CollinearError) {
      const [coefficient = "", ...others] = error.columns;
      return refuse({ in: "model", at, kind: "collinear", coefficient, others });
    }
    if (error instanceof TooFewRowsError) {
      return refuse({ in: "model", at, kind: "tooManyCoefficients", p: error.p, k: error.k });
    }
    if (error instanceof RangeError) return refuse(engineProblem(error, "/mixed"));
    throw error;
  }
}
