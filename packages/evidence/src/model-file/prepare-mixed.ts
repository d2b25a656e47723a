import type { MixedData, MixedEffects, ResidualStructure } from "../mixed/mixed-fit.ts";
import type { Grouping } from "../multilevel/grouping.ts";
import { unknownColumns } from "./column-uses.ts";
import type { DataTable } from "./data-table.ts";
import { type BuiltDesign, buildDesign } from "./design-matrix.ts";
import { numberCells } from "./effects-of.ts";
import { evaluate } from "./evaluate.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import type { Exclusion } from "./exclusion.ts";
import { namesIn } from "./formula-tree.ts";
import { frameOf } from "./frame.ts";
import { type MixedFormula, type RandomPartTerms, readMixedFormula } from "./mixed-formula.ts";
import type { EvidenceModel, MixedInput } from "./model-schema.ts";
import { designProblem } from "./prepare.ts";
import { grouping } from "./random-input.ts";
import { completeRows, pickRows, rowLabels } from "./rows.ts";

/** Data and mixed model brought together. */
export type PreparedMixed = {
  readonly kind: "mixed";
  readonly table: DataTable;
  readonly model: EvidenceModel;
  readonly mixed: MixedInput;
  readonly formula: MixedFormula;
  readonly places: readonly number[];
  readonly labels: readonly string[];
  readonly rows: readonly number[];
  readonly design: BuiltDesign;
  readonly data: MixedData;
  readonly excluded: readonly Exclusion[];
};

export type MixedPreparation =
  | { readonly kind: "prepared"; readonly prepared: PreparedMixed }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** Brings data and a mixed model together, or says everything that keeps them apart. */
export function prepareMixed(model: EvidenceModel, mixed: MixedInput, table: DataTable): MixedPreparation {
  const useless = (["effect", "random", "sampling", "moderators", "tau2", "robust"] as const).flatMap((key) =>
    model[key] === undefined
      ? []
      : [{ in: "model", at: `/${key}`, kind: "notTogether", first: key, second: "mixed" } as const],
  );
  const unknown = unknownColumns(model, table);
  const read = readMixedFormula(mixed.formula, "/mixed/formula");
  if (read.kind === "refused") return refused([...useless, ...read.problems, ...unknown]);
  if (useless.length + unknown.length > 0) return refused([...useless, ...unknown]);
  const { formula } = read;
  const allLabels = rowLabels(table, model.label);
  const picked = pickRows(model.subset, table, allLabels);
  if (picked.kind === "refused") return picked;
  const complete = completeRows(picked.places, columnsOf(formula, mixed), table, allLabels);
  const { places } = complete;
  const excluded = [...picked.excluded, ...complete.excluded].sort((a, b) => a.row - b.row);
  if (places.length === 0) return refused([{ in: "data", kind: "noRowsLeft", read: table.rows.length, excluded }]);
  const problems: EvidenceProblem[] = [];
  const weights = weightsOf(mixed.weights, table, places, problems);
  const residual = residualOf(mixed.residual, table, places, problems);
  if (problems.length > 0) return refused(problems);
  try {
    const frame = frameOf(table, places);
    const settings = model.factors ?? {};
    const response = evaluate(formula.response, frame, {}, new Map());
    if (response.kind !== "numeric") {
      throw new EvaluationFault({
        in: "model",
        at: "",
        kind: "formulaUse",
        text: mixed.formula,
        why: "textWhereNumber",
      });
    }
    const design = buildDesign(formula.fixed, frame, table, settings, "(Intercept)");
    const wrong = designProblem(design, places.length);
    if (wrong !== undefined) return refused([{ ...wrong, ...(wrong.in === "model" ? { at: "/mixed/formula" } : {}) }]);
    const random = formula.random.map((part): MixedEffects => {
      const { names, x } = buildDesign(part.effects, frame, table, settings, "(Intercept)");
      const p = names.length;
      const effects = names.map((name, j) => ({ name, values: Float64Array.from(places, (_, i) => x[i * p + j]) }));
      return { group: groupsOf(part, table, places), effects, correlated: part.correlated };
    });
    const data: MixedData = {
      y: Float64Array.from(response.values),
      design: { names: design.names, x: design.x },
      random,
      ...(weights === undefined ? {} : { weights }),
      ...(residual === undefined ? {} : { residual }),
    };
    const prepared: PreparedMixed = {
      kind: "mixed",
      table,
      model,
      mixed,
      formula,
      places,
      labels: places.map((place) => allLabels[place]),
      rows: places.map((place) => table.rows[place]),
      design,
      data,
      excluded,
    };
    return { kind: "prepared", prepared };
  } catch (fault) {
    if (fault instanceof EvaluationFault) return refused(fault.at("/mixed/formula"));
    throw fault;
  }
}

/** Columns that every record must have. */
function columnsOf({ response, fixed, random }: MixedFormula, mixed: MixedInput): readonly string[] {
  const { residual } = mixed;
  const variables = [fixed, ...random.map(({ effects }) => effects)].flatMap((terms) => terms.variables);
  return [
    ...new Set([
      ...namesIn(response),
      ...variables.flatMap(({ expression }) => namesIn(expression)),
      ...random.flatMap(({ groups }) => groups),
      ...(mixed.weights === undefined ? [] : [mixed.weights]),
      ...(residual?.structure === "CAR1" ? [residual.time] : []),
      ...(residual?.structure === "byGroup" ? [residual.by] : []),
    ]),
  ];
}

function groupsOf({ groups }: RandomPartTerms, table: DataTable, places: readonly number[]): Grouping {
  const levels = groups.map((name) => grouping(name, table, places).labels);
  return { name: groups.join("/"), labels: places.map((_, at) => levels.map((labels) => labels[at]).join("/")) };
}

function weightsOf(
  column: string | undefined,
  table: DataTable,
  places: readonly number[],
  problems: EvidenceProblem[],
): Float64Array | undefined {
  if (column === undefined) return undefined;
  return Float64Array.from(numberCells(column, table, places, problems), (weight, at) => {
    if (weight !== undefined && !(weight > 0)) {
      problems.push({
        in: "data",
        kind: "impossibleNumber",
        row: table.rows[places[at]],
        column,
        value: String(weight),
        must: "positive",
      });
    }
    return weight ?? 0;
  });
}

function residualOf(
  residual: MixedInput["residual"],
  table: DataTable,
  places: readonly number[],
  problems: EvidenceProblem[],
): ResidualStructure | undefined {
  if (residual?.structure === "byGroup") return { kind: "byGroup", by: grouping(residual.by, table, places) };
  if (residual?.structure !== "CAR1") return undefined;
  const time = numberCells(residual.time, table, places, problems).map((value) => value ?? 0);
  return { kind: "CAR1", time: Float64Array.from(time) };
}

function refused(problems: readonly EvidenceProblem[]): MixedPreparation {
  return { kind: "refused", problems };
}
