import type { MultilevelFit } from "../multilevel/multilevel-fit.ts";
import { type PredictionPoint, predictMultilevel } from "../multilevel/predict-multilevel.ts";
import { profileIntervals } from "../multilevel/profile-multilevel.ts";
import { randomEffects } from "../multilevel/random-effects.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import { engineProblem } from "./evidence-problem.ts";
import {
  type AnalysisProgress,
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
import { grouping } from "./random-input.ts";

/** Runs the analyses that a model asks for beside a multilevel fit. */
export function multilevelExtras(
  prepared: Prepared,
  fit: MultilevelFit,
  undefineds: NotDefinedList,
  onAnalysis?: AnalysisProgress,
): ExtrasRun {
  return runEach(
    prepared.model.extras ?? [],
    undefineds,
    (request, at) => runExtra(request, prepared, fit, undefineds, at),
    onAnalysis,
  );
}

function runExtra(
  request: ExtraRequest,
  prepared: Prepared,
  fit: MultilevelFit,
  undefineds: NotDefinedList,
  at: string,
): ExtraOutput {
  const { design, table, places } = prepared;
  switch (request.kind) {
    case "predict": {
      const x = design.rowsFor(request.at);
      const rows = request.at.map((asked, place) => ({
        at: asked,
        ...predicted(
          x,
          place,
          innerOf(prepared, fit, (name) => asked[name]),
          fit,
          `${at}/rows/${place}`,
          undefineds,
        ),
      }));
      return { kind: "predict", rows };
    }
    case "fitted": {
      const rows = places.map((_, place) => {
        const level = (name: string): string => grouping(name, table, places).labels[place];
        return {
          ...rowName(prepared, place),
          ...predicted(design.x, place, innerOf(prepared, fit, level), fit, `${at}/rows/${place}`, undefineds),
        };
      });
      return { kind: "fitted", rows };
    }
    case "profile":
      return { kind: "profile", intervals: profileRows(fit, at, undefineds) };
    case "blup": {
      const effects = randomEffects(fit).map(({ name, inner, groups }) => ({
        name,
        groups: groups.flatMap((group) =>
          (inner ?? [undefined]).map((level, place) => ({
            group: group.label,
            ...(level === undefined ? {} : { inner: level }),
            estimate: group.effects[place],
            se: group.se[place],
          })),
        ),
      }));
      return { kind: "blup", effects };
    }
    default:
      throw new EvaluationFault({
        in: "model",
        at,
        kind: "notTogether",
        first: request.kind,
        second: prepared.random.length > 0 ? "random" : "sampling",
      });
  }
}

/** Inner levels of structured effects, as the values of their columns say. */
function innerOf(
  { random }: Prepared,
  fit: MultilevelFit,
  value: (name: string) => string | number | undefined,
): Readonly<Record<string, string>> {
  const inner: Record<string, string> = {};
  for (const part of random) {
    if (part.kind !== "structured") continue;
    const level = value(part.inner);
    const name = fit.structured.find((one) => one.name === `${part.inner} | ${part.outer}`)?.name;
    if (level !== undefined && name !== undefined) inner[name] = String(level);
  }
  return inner;
}

function predicted(
  x: Float64Array,
  place: number,
  inner: PredictionPoint["inner"],
  fit: MultilevelFit,
  at: string,
  undefineds: NotDefinedList,
): Readonly<Record<string, number | null>> {
  const point = { x: x.slice(place * fit.p, (place + 1) * fit.p), ...(inner === undefined ? {} : { inner }) };
  try {
    const found = predictMultilevel(fit, point);
    return {
      ...numbersOf(found, ["estimate", "se", "ciLower", "ciUpper"], at, undefineds),
      ...predictionBounds(found.prediction, "pi", at, undefineds),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EvaluationFault(engineProblem(error, ""));
  }
}

function profileRows(
  fit: MultilevelFit,
  at: string,
  undefineds: NotDefinedList,
): readonly Readonly<Record<string, unknown>>[] {
  return profileIntervals(fit).map(({ component, inner, parameter, estimate, bounds }, place) => {
    const pointer = `${at}/intervals/${place}`;
    const own = { component, ...(inner === undefined ? {} : { inner }), parameter, estimate };
    if ("kind" in bounds) {
      const reason = bounds.reason === "known" ? "knownVariance" : bounds.reason;
      return {
        ...own,
        lower: undefineds.nothing(`${pointer}/lower`, reason),
        upper: undefineds.nothing(`${pointer}/upper`, reason),
      };
    }
    const { lowerAtBound, upperAtBound } = bounds;
    return { ...own, ...numbersOf(bounds, ["lower", "upper"], pointer, undefineds), lowerAtBound, upperAtBound };
  });
}
