import { nearest } from "@materbone/clinical";
import type { DataTable } from "./data-table.ts";
import type { EvidenceProblem } from "./evidence-problem.ts";
import { namesIn } from "./formula-tree.ts";
import type { EvidenceModel } from "./model-schema.ts";
import { readFormula } from "./moderators.ts";

/** A column that the model names, and where. */
type Use = { readonly column: string; readonly at: string };

/** Columns that the model names and the data have not, each with the nearest name. */
export function unknownColumns(model: EvidenceModel, table: DataTable): readonly EvidenceProblem[] {
  const known = [...table.columns.keys()];
  return columnUses(model, table)
    .filter(({ column }) => !table.columns.has(column))
    .map(({ column, at }) => ({
      in: "model",
      at,
      kind: "unknownColumn",
      column,
      nearest: nearest(column, known),
      known,
    }));
}

function columnUses(model: EvidenceModel, table: DataTable): readonly Use[] {
  const uses: Use[] = [];
  const add = (column: unknown, at: string): void => {
    if (typeof column === "string") uses.push({ column, at });
  };
  const formula = (text: string, at: string): void => {
    const parsed = readFormula(text, at);
    if (parsed.kind === "parsed")
      for (const name of namesIn(parsed.expression)) if (!CONSTANTS.has(name)) add(name, at);
  };
  add(model.label, "/label");
  effectUses(model, add);
  model.conversions?.forEach((conversion, place) => {
    for (const key of ["min", "q1", "median", "q3", "max", "n"] as const)
      add(conversion[key], `/conversions/${place}/${key}`);
  });
  const { subset, moderators, factors = {}, sampling } = model;
  if (typeof subset === "string") formula(subset, "/subset");
  else if (Array.isArray(subset))
    for (const [place, { column }] of subset.entries()) add(column, `/subset/${place}/column`);
  else add(subset?.column, "/subset/column");
  if (typeof moderators === "string") formula(moderators, "/moderators");
  else
    moderators?.terms.forEach((term, place) => {
      const at = `/moderators/terms/${place}`;
      const parts = typeof term === "object" && "interaction" in term ? term.interaction : [term];
      for (const part of parts) {
        if (typeof part !== "string") add(part.column, `${at}/column`);
        else if (!table.columns.has(part)) formula(part, at);
      }
    });
  for (const column of Object.keys(factors)) add(column, `/factors/${column}`);
  [model.random ?? []].flat().forEach((part, place) => {
    const at = Array.isArray(model.random) ? `/random/${place}` : "/random";
    if (typeof part === "string") formula(part, at);
    else if ("formula" in part) formula(part.formula, `${at}/formula`);
    else if ("nested" in part)
      for (const [level, column] of part.nested.entries()) add(column, `${at}/nested/${level}`);
    else {
      add(part.inner, `${at}/inner`);
      add(part.outer, `${at}/outer`);
    }
  });
  if (sampling !== undefined) {
    if ("columns" in sampling)
      for (const [place, column] of sampling.columns.entries()) add(column, `/sampling/columns/${place}`);
    if ("cluster" in sampling) add(sampling.cluster, "/sampling/cluster");
  }
  add(model.robust?.cluster, "/robust/cluster");
  if (model.mixed !== undefined) {
    formula(model.mixed.formula, "/mixed/formula");
    add(model.mixed.weights, "/mixed/weights");
    const { residual } = model.mixed;
    if (residual?.structure === "CAR1") add(residual.time, "/mixed/residual/time");
    if (residual?.structure === "byGroup") add(residual.by, "/mixed/residual/by");
  }
  model.extras?.forEach((extra, place) => {
    const at = `/extras/${place}`;
    if (extra.kind === "cumulative") add(extra.orderBy, `${at}/orderBy`);
    if (extra.kind === "egger") add(extra.ni, `${at}/ni`);
    if (extra.kind === "shrunkenSlopes") add(extra.time, `${at}/time`);
    if (extra.kind === "subgroups") add(extra.column, `${at}/column`);
    if (extra.kind === "predict")
      extra.at.forEach((point, one) => {
        for (const column of Object.keys(point)) add(column, `${at}/at/${one}/${column}`);
      });
  });
  return uses;
}

/** Words of contrasts in `C(x, sum)`, which are no columns. */
const CONSTANTS: ReadonlySet<string> = new Set([
  "treatment",
  "sum",
  "helmert",
  "poly",
  "contr.treatment",
  "contr.sum",
  "contr.helmert",
  "contr.poly",
]);

function effectUses({ effect }: EvidenceModel, add: (column: unknown, at: string) => void): void {
  if (effect === undefined) return;
  if ("measure" in effect) {
    for (const [input, column] of Object.entries(effect.columns ?? {})) add(column, `/effect/columns/${input}`);
    return;
  }
  add(effect.yi, "/effect/yi");
  if ("vi" in effect) add(effect.vi, "/effect/vi");
  else if ("sei" in effect) add(effect.sei, "/effect/sei");
}
