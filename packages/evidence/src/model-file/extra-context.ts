import type { Terms } from "@materbone/clinical";
import { SolverError } from "@materbone/numerics";
import { CovarianceFitError } from "../covariance-model/fit-covariance.ts";
import { ConvergenceError } from "../meta/meta-error.ts";
import type { MetaFit } from "../meta/meta-fit.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import { type EvidenceProblem, engineProblem } from "./evidence-problem.ts";
import type { ExtraRequest } from "./extras-schema.ts";
import type { NotDefinedList } from "./not-defined.ts";
import type { Prepared } from "./prepare.ts";

export type ExtraOutput = { readonly kind: string } & Readonly<Record<string, unknown>>;

export type ExtrasRun =
  | { readonly kind: "output"; readonly output: ExtraOutput[] }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** What an analysis beside a univariate fit works with. */
export type ExtraContext = {
  readonly prepared: Prepared;
  readonly fit: MetaFit;
  readonly terms: Terms;
  readonly undefineds: NotDefinedList;
  /** JSON Pointer to the request in the model, and to its result. */
  readonly at: string;
};

/** An iteration that did not settle leaves its analysis without a result, and the fit as it is. */
function isNotSettled(fault: unknown): boolean {
  return fault instanceof ConvergenceError || fault instanceof CovarianceFitError || fault instanceof SolverError;
}

/** Is told how many analyses beside the fit are done, before the first and after each. */
export type AnalysisProgress = (done: number, total: number) => void;

/** Runs one function for each request; faults of all are collected. */
export function runEach(
  extras: readonly ExtraRequest[],
  undefineds: NotDefinedList,
  run: (request: ExtraRequest, at: string) => ExtraOutput,
  onAnalysis: AnalysisProgress | undefined,
): ExtrasRun {
  const output: ExtraOutput[] = [];
  const problems: EvidenceProblem[] = [];
  extras.forEach((request, place) => {
    onAnalysis?.(place, extras.length);
    const at = `/extras/${place}`;
    try {
      output.push(run(request, at));
    } catch (fault) {
      if (fault instanceof EvaluationFault) problems.push(...fault.at(at));
      else if (isNotSettled(fault)) {
        undefineds.nothing(at, "noConvergence");
        output.push({ kind: request.kind });
      } else if (fault instanceof RangeError) {
        problems.push(engineProblem(fault, at));
      } else throw fault;
    }
  });
  if (extras.length > 0) onAnalysis?.(extras.length, extras.length);
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "output", output };
}

/** Row and label of the data that a result is about. */
export function rowName(
  { rows, labels }: Pick<Prepared, "rows" | "labels">,
  at: number,
): { readonly row: number; readonly label: string } {
  return { row: rows[at], label: labels[at] };
}

/** Refuses an analysis of a pooled effect where there are moderators. */
export function requirePooled(kind: string, { fit, at }: ExtraContext): void {
  if (fit.design === undefined) return;
  throw new EvaluationFault({ in: "model", at, kind: "notTogether", first: kind, second: "moderators" });
}

/** Some numbers of an object, each null with its reason where it is none. */
export function numbersOf<T extends object, const K extends readonly (keyof T & string)[]>(
  record: T,
  keys: K,
  at: string,
  undefineds: NotDefinedList,
): { readonly [key in K[number]]: number | null } {
  const entries = keys.map((key) => {
    const value = record[key];
    const number = typeof value === "number" ? value : undefined;
    return [key, undefineds.number(number, `${at}/${key}`, "notAvailable")] as const;
  });
  return Object.fromEntries(entries) as { readonly [key in K[number]]: number | null };
}
