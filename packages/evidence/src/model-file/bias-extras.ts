import { EGGER_FEWEST, type EggerPredictor, eggerTest } from "../bias/egger-test.ts";
import { excessSignificance } from "../bias/excess-significance.ts";
import { failsafeN } from "../bias/failsafe-n.ts";
import { henmiCopas } from "../bias/henmi-copas.ts";
import { rankTest } from "../bias/rank-test.ts";
import { TRIM_FEWEST, trimAndFill } from "../bias/trim-and-fill.ts";
import { CollinearError } from "../meta/meta-error.ts";
import type { MetaOptions } from "../meta/meta-fit.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import { engineProblem } from "./evidence-problem.ts";
import { type ExtraContext, type ExtraOutput, numbersOf, requirePooled } from "./extra-context.ts";
import type { ExtraRequest } from "./extras-schema.ts";
import { coefficientsOutput } from "./fit-parts.ts";

type Request = Extract<
  ExtraRequest,
  { kind: "egger" | "rankTest" | "trimAndFill" | "failsafe" | "henmiCopas" | "excessSignificance" }
>;

/** Fewest studies of each test. */
const FEWEST: Readonly<Record<Request["kind"], number>> = {
  egger: EGGER_FEWEST,
  rankTest: 2,
  trimAndFill: TRIM_FEWEST,
  failsafe: 1,
  henmiCopas: 2,
  excessSignificance: 1,
};

/** Small-study effects of a pooled fit. */
export function biasExtra(request: Request, context: ExtraContext): ExtraOutput {
  const { fit, undefineds, at } = context;
  const { kind } = request;
  requirePooled(kind, context);
  if (fit.k < FEWEST[kind]) {
    undefineds.nothing(at, "tooFewStudies");
    return { kind, k: fit.k };
  }
  switch (kind) {
    case "egger":
      return eggerOutput(request, context);
    case "rankTest": {
      const test = rankTest(fit.effects, request.exact ?? true);
      if (test === undefined) {
        undefineds.nothing(at, "samePredictor");
        return { kind, k: fit.k };
      }
      return { kind, tau: test.tau, p: test.p, distribution: test.kind };
    }
    case "trimAndFill": {
      const { side, estimator, precision = "metafor" } = request;
      const result = trimAndFill(fit.effects, optionsOf(context), estimator, side, precision);
      return {
        kind,
        side: result.side,
        estimator: result.estimator,
        precision,
        k0: result.k0,
        seK0: undefineds.number(result.seK0, `${at}/seK0`),
        pK0: undefineds.number(result.pK0, `${at}/pK0`, "otherEstimator"),
        k: result.fit.k,
        ...numbersOf(result.fit, ["tau2", "i2", "h2", "qe", "qep"], at, undefineds),
        coefficients: coefficientsOutput(result.fit.coefficients, `${at}/coefficients`, undefineds),
        filled: Array.from(result.filled.yi, (yi, place) => ({ yi, vi: result.filled.vi[place] })),
      };
    }
    case "failsafe": {
      const { method = "Rosenthal", alpha, target } = request;
      const result = refusing(context, () => failsafeN(fit.effects, method, alpha, target));
      return {
        kind,
        method,
        n: result.n,
        p: undefineds.number(result.p, `${at}/p`, "otherEstimator"),
        target: result.target,
      };
    }
    case "henmiCopas": {
      const { precision = "metafor" } = request;
      return { kind, precision, ...henmiCopas(fit.effects, fit.level, precision) };
    }
    case "excessSignificance": {
      const { observed, expected, power, p } = excessSignificance(fit, request.alpha, request.alternative);
      return { kind, observed, expected, p, power: Array.from(power) };
    }
  }
}

/** Method, test and level of the fit. */
function optionsOf({ fit, prepared }: ExtraContext): MetaOptions {
  const { method, test, level } = fit;
  return { method, test, level, ...(prepared.model.tau2 === undefined ? {} : { tau2: prepared.model.tau2 }) };
}

function eggerOutput(request: Extract<Request, { kind: "egger" }>, context: ExtraContext): ExtraOutput {
  const { fit, undefineds, at } = context;
  const { predictor = "sei", model = "rma" } = request;
  try {
    const sizes = predictor === "sei" || predictor === "vi" ? undefined : sizesOf(request.ni, predictor, context);
    const test = refusing(context, () => eggerTest(fit.effects, predictor, model, optionsOf(context), sizes));
    return {
      kind: "egger",
      predictor,
      model,
      ...numbersOf(test, ["slope", "se", "statistic"], at, undefineds),
      df: test.df ?? null,
      p: undefineds.number(test.p, `${at}/p`),
      limit: test.limit === undefined ? undefineds.nothing(`${at}/limit`, "noLimit") : { ...test.limit },
    };
  } catch (error) {
    if (!(error instanceof CollinearError)) throw error;
    undefineds.nothing(at, "samePredictor");
    return { kind: "egger", predictor, model, k: fit.k };
  }
}

/** Sample sizes from the column asked for, else from the raw columns of the effects, else from a column `ni`. */
function sizesOf(column: string | undefined, predictor: EggerPredictor, { prepared, at }: ExtraContext): Float64Array {
  const { table, places, ni, rows } = prepared;
  const name = column ?? (ni.some((size) => size === undefined) ? "ni" : undefined);
  const cells = name === undefined ? undefined : table.columns.get(name)?.cells;
  if (name !== undefined && cells === undefined) {
    throw new EvaluationFault({ in: "model", at, kind: "needs", what: `egger ${predictor}`, needs: '"ni"' });
  }
  return Float64Array.from(places, (place, record) => {
    const size = cells === undefined ? ni[record] : cells[place]?.number;
    if (size !== undefined && size > 0) return size;
    throw new EvaluationFault({
      in: "data",
      kind: "impossibleNumber",
      row: rows[record],
      column: name ?? "ni",
      value: cells?.[place]?.text ?? "NA",
      must: "positive",
    });
  });
}

/** A choice that the engine refuses is a problem of the model. */
function refusing<T>({ at }: ExtraContext, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof CollinearError || !(error instanceof RangeError)) throw error;
    throw new EvaluationFault(engineProblem(error, at));
  }
}
