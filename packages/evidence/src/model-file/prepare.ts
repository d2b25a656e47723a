import { MEDIAN_METHODS } from "../conversion/convert-median.ts";
import type { EffectOrigin } from "../effect-size/effect-origin.ts";
import type { Measure } from "../effect-size/measures.ts";
import type { Design, Effects } from "../meta/meta-fit.ts";
import { collinearColumn } from "./collinear.ts";
import { unknownColumns } from "./column-uses.ts";
import { type ConvertedRow, convertedInputs } from "./converted-inputs.ts";
import type { DataTable } from "./data-table.ts";
import { type BuiltDesign, buildDesign } from "./design-matrix.ts";
import { effectsOf } from "./effects-of.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import type { Exclusion, NoMedian } from "./exclusion.ts";
import { namesIn } from "./formula-tree.ts";
import { frameOf } from "./frame.ts";
import type { EvidenceModel } from "./model-schema.ts";
import { moderatorTerms } from "./moderators.ts";
import { type RandomNames, randomColumns, readRandom } from "./random-input.ts";
import { completeRows, pickRows, rowLabels } from "./rows.ts";
import { givenCovariance, type ReadCovariance } from "./sampling-input.ts";

/** Data and model brought together: what an engine needs, and which rows of the file it is about. */
export type Prepared = {
  readonly table: DataTable;
  readonly model: EvidenceModel;
  readonly measure: Measure | undefined;
  /** Places in the table of the k records of the fit. */
  readonly places: readonly number[];
  /** Their labels and rows of the file, length k. */
  readonly labels: readonly string[];
  readonly rows: readonly number[];
  readonly effects: Effects;
  readonly ni: readonly (number | undefined)[];
  readonly origins: readonly (readonly EffectOrigin[])[];
  readonly design: BuiltDesign;
  /** The moderators as R prints them, with the tilde. */
  readonly formula: string;
  readonly conversions: readonly ConvertedRow[];
  readonly random: readonly RandomNames[];
  readonly covariance: ReadCovariance;
  readonly excluded: readonly Exclusion[];
};

export type Preparation =
  | { readonly kind: "prepared"; readonly prepared: Prepared }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** Brings data and model of a meta-analysis together, or says everything that keeps them apart. */
export function prepare(model: EvidenceModel, table: DataTable): Preparation {
  const unknown = unknownColumns(model, table);
  if (unknown.length > 0) return refused(unknown);
  const allLabels = rowLabels(table, model.label);
  const picked = pickRows(model.subset, table, allLabels);
  if (picked.kind === "refused") return picked;
  const converted = convertedInputs(model.conversions ?? [], table, picked.places);
  if (converted.kind === "refused") return converted;
  if (asksConversionsOnly(model, table)) {
    return { kind: "prepared", prepared: conversionsOnly(model, table, picked.excluded, converted.rows) };
  }
  const covariance = givenCovariance(model.sampling, table);
  if (covariance.kind === "refused") return covariance;
  const random = readRandom(model.random, model.struct);
  if (random.kind === "refused") return random;
  const variances = covariance.kind === "given" ? (place: number) => covariance.covariance(place, place) : undefined;
  const effects = effectsOf(model.effect, table, picked.places, allLabels, converted.inputs, variances);
  const moderators = moderatorTerms(model.moderators, model.factors ?? {}, table.columns.keys(), "/moderators");
  const problems = [
    ...(effects.kind === "refused" ? effects.problems : []),
    ...(moderators.kind === "refused" ? moderators.problems : []),
  ];
  if (effects.kind === "refused" || moderators.kind === "refused") return refused(problems);
  const needed = [
    ...new Set([
      ...moderators.terms.variables.flatMap(({ expression }) => namesIn(expression)),
      ...groupColumns(model),
      ...randomColumns(random.parts),
    ]),
  ].filter((name) => table.columns.has(name));
  const complete = completeRows(effects.places, needed, table, allLabels);
  const withoutEffect = withMedians(effects.excluded, converted.rows, model, table);
  const excluded = [...picked.excluded, ...withoutEffect, ...complete.excluded].sort((a, b) => a.row - b.row);
  const { places } = complete;
  if (places.length === 0) return refused([{ in: "data", kind: "noRowsLeft", read: table.rows.length, excluded }]);
  let design: BuiltDesign;
  try {
    design = buildDesign(moderators.terms, frameOf(table, places), table, moderators.settings, "intrcpt");
  } catch (fault) {
    if (fault instanceof EvaluationFault) return refused(fault.at("/moderators"));
    throw fault;
  }
  const wrong = designProblem(design, places.length);
  if (wrong !== undefined) return refused([wrong]);
  const position = new Map(effects.places.map((place, at) => [place, at] as const));
  const order = places.map((place) => position.get(place) ?? 0);
  return {
    kind: "prepared",
    prepared: {
      table,
      model,
      measure: effects.measure,
      places,
      labels: places.map((place) => allLabels[place]),
      rows: places.map((place) => table.rows[place]),
      effects: {
        yi: Float64Array.from(order, (at) => effects.yi[at]),
        vi: Float64Array.from(order, (at) => effects.vi[at]),
      },
      ni: order.map((at) => effects.ni[at]),
      origins: order.map((at) => effects.origins[at]),
      design,
      formula: `~ ${moderators.formula}`,
      conversions: converted.rows,
      random: random.parts,
      covariance,
      excluded,
    },
  };
}

/** Means and SDs are wanted, and no effects. */
function asksConversionsOnly(model: EvidenceModel, table: DataTable): boolean {
  return (
    model.model === "effects" &&
    model.effect === undefined &&
    model.conversions !== undefined &&
    !table.columns.has("yi")
  );
}

/** Rows without an effect, with the medians that were to fill their numbers and could not. */
function withMedians(
  excluded: readonly Exclusion[],
  conversions: readonly ConvertedRow[],
  { conversions: asked = [] }: EvidenceModel,
  table: DataTable,
): readonly Exclusion[] {
  const mediansByRow = new Map<number, NoMedian[]>();
  for (const { place, conversion, result } of conversions) {
    if (result.kind === "converted") continue;
    const row = table.rows[place];
    const median = { method: asked[conversion].method ?? MEDIAN_METHODS[0], result };
    mediansByRow.set(row, [...(mediansByRow.get(row) ?? []), median]);
  }
  return excluded.map((one) => {
    const medians = mediansByRow.get(one.row);
    if (one.reason.kind !== "noEffect" || medians === undefined) return one;
    return { ...one, reason: { ...one.reason, medians } };
  });
}

function conversionsOnly(
  model: EvidenceModel,
  table: DataTable,
  excluded: readonly Exclusion[],
  conversions: readonly ConvertedRow[],
): Prepared {
  const none = new Float64Array(0);
  return {
    table,
    model,
    measure: undefined,
    places: [],
    labels: [],
    rows: [],
    effects: { yi: none, vi: none },
    ni: [],
    origins: [],
    design: { names: [], x: none, terms: [], rowsFor: () => none },
    formula: "~ 1",
    conversions,
    random: [],
    covariance: { kind: "none" },
    excluded,
  };
}

/** The design as the engines take it; `undefined` for an intercept alone, which they fit faster. */
export function engineDesign({ names, x }: BuiltDesign): Design | undefined {
  return names.length === 1 && names[0] === "intrcpt" ? undefined : { names, x };
}

/** Why no coefficients can be estimated from a design: none asked for, more than records, or one that follows from others. */
export function designProblem({ names, x }: BuiltDesign, k: number): EvidenceProblem | undefined {
  const p = names.length;
  if (p === 0) return { in: "model", at: "/moderators", kind: "formulaUse", text: "~ 0", why: "argumentCount" };
  const dependent = collinearColumn(x, k, Math.min(p, k + 1));
  if (dependent !== undefined && !(p > k && dependent.column >= k)) {
    return {
      in: "model",
      at: "/moderators",
      kind: "collinear",
      coefficient: names[dependent.column],
      others: dependent.others.map((column) => names[column]),
    };
  }
  return p > k ? { in: "model", at: "/moderators", kind: "tooManyCoefficients", p, k } : undefined;
}

/** Columns of groups that every record must have. */
function groupColumns(model: EvidenceModel): readonly string[] {
  const { sampling, robust } = model;
  return [
    ...(sampling !== undefined && "cluster" in sampling && sampling.cluster !== undefined ? [sampling.cluster] : []),
    ...(robust === undefined ? [] : [robust.cluster]),
  ];
}

function refused(problems: readonly EvidenceProblem[]): Preparation {
  return { kind: "refused", problems };
}
