import { CovarianceFitError } from "../covariance-model/fit-covariance.ts";
import { UnidentifiedError } from "../covariance-model/identified.ts";
import { CollinearError, TooFewRowsError } from "../meta/meta-error.ts";
import { clusterRobust } from "../multilevel/cluster-robust.ts";
import { fitMultilevel } from "../multilevel/fit-multilevel.ts";
import type { MultilevelData, MultilevelFit, MultilevelOptions } from "../multilevel/multilevel-fit.ts";
import { type EvidenceProblem, engineProblem } from "./evidence-problem.ts";
import { coefficientsOutput, waldOutput } from "./fit-parts.ts";
import type { MultilevelOutput } from "./fit-shape.ts";
import type { NotDefinedList } from "./not-defined.ts";
import type { Prepared } from "./prepare.ts";
import { grouping } from "./random-input.ts";

export type FittedMultilevel =
  | { readonly kind: "fit"; readonly fit: MultilevelFit }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** Runs the engine; what it refuses becomes a problem with the place in the model. */
export function fitData(data: MultilevelData, options: MultilevelOptions): FittedMultilevel {
  try {
    return { kind: "fit", fit: fitMultilevel(data, options) };
  } catch (error) {
    if (error instanceof UnidentifiedError) {
      const [component = "", ...others] = error.components;
      return refused({ in: "model", at: "/random", kind: "unidentified", component, others });
    }
    if (error instanceof CovarianceFitError) {
      return refused({ in: "model", at: "/random", kind: "noConvergence", iterations: error.iterations });
    }
    if (error instanceof CollinearError) {
      const [coefficient = "", ...others] = error.columns;
      return refused({ in: "model", at: "/moderators", kind: "collinear", coefficient, others });
    }
    if (error instanceof TooFewRowsError) {
      return refused({ in: "model", at: "/moderators", kind: "tooManyCoefficients", p: error.p, k: error.k });
    }
    if (error instanceof RangeError && error.message.includes("positive definite")) {
      return refused({ in: "model", at: "/sampling", kind: "matrixNotPositive" });
    }
    if (error instanceof RangeError) return refused(engineProblem(error, ""));
    throw error;
  }
}

export function refused(problem: EvidenceProblem): FittedMultilevel {
  return { kind: "refused", problems: [problem] };
}

/** Cluster-robust tests of the coefficients of a fit. */
export function robustOutput(
  { model, table, places }: Prepared,
  fit: MultilevelFit,
  undefineds: NotDefinedList,
): MultilevelOutput["robust"] {
  if (model.robust === undefined) return undefined;
  const { cluster, type = "CR2" } = model.robust;
  const result = clusterRobust(fit, grouping(cluster, table, places), type);
  if (result.kind === "notDefined") {
    const omnibus = undefineds.nothing("/robust/coefficients", result.reason);
    return { type, cluster, clusters: result.clusters, coefficients: [], omnibus };
  }
  return {
    type,
    cluster,
    clusters: result.clusters,
    coefficients: coefficientsOutput(result.coefficients, "/robust/coefficients", undefineds),
    omnibus:
      result.omnibus === undefined
        ? undefineds.nothing("/robust/omnibus", "notAvailable")
        : waldOutput(result.omnibus, "/robust/omnibus", undefineds),
  };
}
