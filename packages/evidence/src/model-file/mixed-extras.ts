import { testMixedSum } from "../mixed/fit-mixed.ts";
import { mixedEffects } from "../mixed/mixed-effects.ts";
import type { MixedFit } from "../mixed/mixed-fit.ts";
import { profileMixed } from "../mixed/profile-mixed.ts";
import { shrunkenSlopes } from "../mixed/shrunken-slopes.ts";
import { numberCells } from "./effects-of.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
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
import type { PreparedMixed } from "./prepare-mixed.ts";

/** Runs the analyses that a model asks for beside a mixed fit. */
export function mixedExtras(
  prepared: PreparedMixed,
  fit: MixedFit,
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
  prepared: PreparedMixed,
  fit: MixedFit,
  undefineds: NotDefinedList,
  at: string,
): ExtraOutput {
  const { kind } = request;
  switch (kind) {
    case "predict": {
      const x = prepared.design.rowsFor(request.at);
      const rows = request.at.map((asked, place) => {
        const sum = testMixedSum(fit, x.slice(place * fit.p, (place + 1) * fit.p), "");
        const numbers = numbersOf(sum, ["estimate", "se", "ciLower", "ciUpper"], `${at}/rows/${place}`, undefineds);
        return { at: asked, ...numbers, df: sum.df ?? null };
      });
      return { kind, rows };
    }
    case "fitted":
      return { kind, rows: fittedRows(prepared, fit) };
    case "blup": {
      const effects = mixedEffects(fit).map(({ group, effects: names, groups }) => ({
        group,
        effects: names,
        groups: groups.map(({ label, effects: values, se }) => ({
          group: label,
          estimates: Object.fromEntries(names.map((name, place) => [name, values[place]])),
          se: Object.fromEntries(names.map((name, place) => [name, se[place]])),
        })),
      }));
      return { kind, effects };
    }
    case "profile": {
      const intervals = profileMixed(fit).map((one, place) => {
        const pointer = `${at}/intervals/${place}`;
        const own = { parameter: one.kind, of: one.of, estimate: one.estimate };
        const effects = one.kind === "coefficient" ? {} : { effects: one.effects };
        if (one.bounds === undefined) {
          const lower = undefineds.nothing(`${pointer}/lower`, "structure");
          return { ...own, ...effects, lower, upper: undefineds.nothing(`${pointer}/upper`, "structure") };
        }
        return { ...own, ...effects, ...numbersOf(one.bounds, ["lower", "upper"], pointer, undefineds) };
      });
      return { kind, intervals };
    }
    case "shrunkenSlopes":
      return slopesOutput(request, prepared, undefineds, at);
    default:
      throw new EvaluationFault({ in: "model", at, kind: "notTogether", first: kind, second: "mixed" });
  }
}

/** The mean of each row by the coefficients, and with the effects of its groups. */
function fittedRows(prepared: PreparedMixed, fit: MixedFit): readonly Readonly<Record<string, unknown>>[] {
  const { y, random } = fit.data;
  const predicted = mixedEffects(fit);
  const places = random.map(({ group }, t) => {
    const byLabel = new Map(predicted[t].groups.map((one) => [one.label, one] as const));
    return group.labels.map((label) => byLabel.get(label));
  });
  return prepared.places.map((_, i) => {
    const mean = fit.coefficients.reduce(
      (sum, { estimate }, j) => sum + estimate * fit.data.design.x[i * fit.p + j],
      0,
    );
    const withGroups = random.reduce(
      (sum, { effects }, t) =>
        sum + effects.reduce((inner, { values }, a) => inner + values[i] * (places[t][i]?.effects[a] ?? 0), 0),
      mean,
    );
    return { ...rowName(prepared, i), y: y[i], mean, fitted: withGroups, residual: y[i] - withGroups };
  });
}

function slopesOutput(
  request: Extract<ExtraRequest, { kind: "shrunkenSlopes" }>,
  { table, places, data }: PreparedMixed,
  undefineds: NotDefinedList,
  at: string,
): ExtraOutput {
  const { time, measurementSd } = request;
  const problems: EvidenceProblem[] = [];
  const times = numberCells(time, table, places, problems);
  const missing = times.indexOf(undefined);
  if (problems.length > 0) throw new EvaluationFault(...problems);
  if (missing >= 0) throw new EvaluationFault({ in: "model", at, kind: "needs", what: "shrunkenSlopes", needs: time });
  const found = shrunkenSlopes(
    data.random[0].group,
    Float64Array.from(times, (value) => value ?? 0),
    data.y,
    measurementSd,
  );
  if (found.kind === "tooFewPatients") {
    undefineds.nothing(at, "tooFewStudies");
    return { kind: "shrunkenSlopes", patients: [], withoutSlope: [...found.withoutSlope] };
  }
  const { pooled, pooledSe, tau2, withoutSlope } = found;
  const patients = found.patients.map((one) => ({ ...one }));
  return {
    kind: "shrunkenSlopes",
    time,
    measurementSd,
    pooled,
    pooledSe,
    tau2,
    withoutSlope: [...withoutSlope],
    patients,
  };
}
