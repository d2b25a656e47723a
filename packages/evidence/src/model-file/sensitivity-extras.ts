import { createRandom } from "@materbone/numerics";
import { parametricBootstrap } from "../sensitivity/bootstrap.ts";
import { influence } from "../sensitivity/influence.ts";
import { cumulativeMeta, leaveOneOut } from "../sensitivity/leave-one-out.ts";
import type { PartialFit } from "../sensitivity/partial-fit.ts";
import { exactArrangements, type PermutationPlan, permutationTest } from "../sensitivity/permutation-test.ts";
import { shrunkenEffects, standardisedResiduals } from "../sensitivity/residuals.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import { engineProblem } from "./evidence-problem.ts";
import { type ExtraContext, type ExtraOutput, numbersOf, rowName } from "./extra-context.ts";
import { DRAWS, MOST_EXACT, SEED } from "./extra-defaults.ts";
import type { ExtraRequest } from "./extras-schema.ts";
import { coefficientsOutput } from "./fit-parts.ts";
import { compareLevels } from "./level-order.ts";
import type { Prepared } from "./prepare.ts";

type Request = Extract<
  ExtraRequest,
  { kind: "residuals" | "leaveOneOut" | "cumulative" | "influence" | "blup" | "permutation" | "bootstrap" }
>;

/** What single rows, their sequence, chance and resampling do to a univariate fit. */
export function sensitivityExtra(request: Request, context: ExtraContext): ExtraOutput {
  const { prepared, fit, undefineds, at } = context;
  const { kind } = request;
  switch (kind) {
    case "residuals": {
      const rows = standardisedResiduals(fit).map((one, place) => ({
        ...rowName(prepared, place),
        ...numbersOf(one, ["residual", "se", "z"], `${at}/rows/${place}`, undefineds),
      }));
      return { kind, rows };
    }
    case "leaveOneOut":
      return { kind, rows: partialRows(leaveOneOut(fit), (place) => rowName(prepared, place), context) };
    case "cumulative": {
      const order = orderOf(request.orderBy, prepared);
      const rows = partialRows(cumulativeMeta(fit, order), (place) => rowName(prepared, order[place]), context);
      return { kind, orderBy: request.orderBy ?? null, rows };
    }
    case "influence":
      return { kind, rows: influence(fit).map((one, place) => influenceRow(one, place, context)) };
    case "blup": {
      const rows = shrunkenEffects(fit).map((one, place) => ({
        ...rowName(prepared, place),
        estimate: one.estimate,
        se: one.se,
        piLower: one.lower,
        piUpper: one.upper,
        ownShare: one.ownShare,
      }));
      return { kind, rows };
    }
    case "permutation":
      return permutationOutput(request, context);
    case "bootstrap": {
      const { n = DRAWS, seed = SEED } = request;
      const { tau2Interval, coefficientIntervals, failed } = parametricBootstrap(fit, n, createRandom(seed));
      return {
        kind,
        n,
        seed,
        failed,
        tau2: { ...tau2Interval },
        coefficients: fit.coefficients.map(({ name }, place) => ({ name, ...coefficientIntervals[place] })),
      };
    }
  }
}

function partialRows(
  parts: readonly PartialFit[],
  name: (place: number) => { readonly row: number; readonly label: string },
  { fit, undefineds, at }: ExtraContext,
): readonly Readonly<Record<string, unknown>>[] {
  return parts.map((part, place) => {
    const pointer = `${at}/rows/${place}`;
    if (part.kind === "notEstimable") {
      undefineds.nothing(`${pointer}/fit`, "cannotCarryModel");
      return { ...name(place), fit: null };
    }
    const partial = part.fit;
    const coefficients = coefficientsOutput(partial.coefficients, `${pointer}/coefficients`, undefineds);
    const heterogeneity = numbersOf(partial, ["tau2", "i2", "h2", "qe", "qep"], pointer, undefineds);
    if (fit.p > 1) return { ...name(place), k: partial.k, coefficients, ...heterogeneity };
    const [{ name: _, ...mean }] = coefficients;
    return { ...name(place), k: partial.k, ...mean, ...heterogeneity };
  });
}

function influenceRow(
  { hat, weight, deletion, flagged }: ReturnType<typeof influence>[number],
  place: number,
  { prepared, fit, undefineds, at }: ExtraContext,
): Readonly<Record<string, unknown>> {
  const pointer = `${at}/rows/${place}`;
  const own = { ...rowName(prepared, place), hat, weight, flagged };
  if (deletion.kind === "notEstimable") {
    undefineds.nothing(`${pointer}/rstudent`, "cannotCarryModel");
    const none = { rstudent: null, dffits: null, cookD: null, covR: null, tau2Del: null, qeDel: null, dfbs: null };
    return { ...own, ...none };
  }
  return {
    ...own,
    ...numbersOf(deletion, ["rstudent", "dffits", "cookD", "covR"], pointer, undefineds),
    tau2Del: undefineds.number(deletion.tau2, `${pointer}/tau2Del`),
    qeDel: undefineds.number(deletion.qe, `${pointer}/qeDel`),
    dfbs: Object.fromEntries(
      fit.coefficients.map(({ name }, j) => [name, undefineds.number(deletion.dfbs[j], `${pointer}/dfbs/${name}`)]),
    ),
  };
}

/** Places of the rows in the order of a column, missing values last; in that of the file without one. */
function orderOf(column: string | undefined, { table, places }: Prepared): readonly number[] {
  const order = places.map((_, at) => at);
  const cells = column === undefined ? undefined : table.columns.get(column)?.cells;
  if (cells === undefined) return order;
  return order.sort((a, b) => {
    const [left, right] = [cells[places[a]], cells[places[b]]];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined) || a - b;
    const difference =
      left.number !== undefined && right.number !== undefined
        ? left.number - right.number
        : compareLevels(left.text, right.text);
    return difference || a - b;
  });
}

function permutationOutput(
  request: Extract<ExtraRequest, { kind: "permutation" }>,
  { fit, at }: ExtraContext,
): ExtraOutput {
  const arrangements = exactArrangements(fit);
  const isExact = request.exact ?? (request.n === undefined && arrangements <= MOST_EXACT);
  const { n = DRAWS, seed = SEED } = request;
  const plan: PermutationPlan = isExact
    ? { kind: "exact" }
    : { kind: "random", iterations: n, random: createRandom(seed) };
  try {
    const test = permutationTest(fit, plan);
    return {
      kind: "permutation",
      exact: isExact,
      arrangements: test.arrangements,
      ...(isExact ? {} : { seed }),
      coefficients: fit.coefficients.map(({ name, p }, place) => ({ name, p: test.p[place], asymptoticP: p })),
      omnibusP: test.omnibusP,
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EvaluationFault(engineProblem(error, at));
  }
}
