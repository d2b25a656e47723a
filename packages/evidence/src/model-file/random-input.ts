import type { Grouping } from "../multilevel/grouping.ts";
import type { RandomTerm } from "../multilevel/random-term.ts";
import type { DataTable } from "./data-table.ts";
import type { EvidenceProblem, FormulaFault } from "./evidence-problem.ts";
import { type Expression, expressionText, numberText } from "./formula-tree.ts";
import type { RandomPart } from "./model-schema.ts";
import { readFormula, rightSide } from "./moderators.ts";

type Struct = "UN" | "CS" | "HCS" | "DIAG" | "ID";

/** A random part by the names of its columns. */
export type RandomNames =
  | { readonly kind: "nested"; readonly levels: readonly string[] }
  | { readonly kind: "structured"; readonly inner: string; readonly outer: string; readonly structure: Struct };

export type ReadRandom =
  | { readonly kind: "read"; readonly parts: readonly RandomNames[] }
  | { readonly kind: "refused"; readonly problems: readonly EvidenceProblem[] };

/** The structure where the model names none, as in metafor's rma.mv. */
const DEFAULT_STRUCT: Struct = "CS";

/** Reads the random part of a model: `~ 1 | district/school`, `~ outcome | trial`, or their columns by name; one or several. */
export function readRandom(
  random: RandomPart | readonly RandomPart[] | undefined,
  struct: Struct | undefined,
): ReadRandom {
  const isList = Array.isArray(random);
  const problems: EvidenceProblem[] = [];
  const parts = [random ?? []].flat().flatMap((part, place): readonly RandomNames[] => {
    const at = isList ? `/random/${place}` : "/random";
    if (typeof part === "string") return fromFormula(part, struct, at, problems);
    if ("formula" in part) return fromFormula(part.formula, part.struct ?? struct, `${at}/formula`, problems);
    if ("nested" in part) return [{ kind: "nested", levels: part.nested }];
    const structure = part.struct ?? struct ?? DEFAULT_STRUCT;
    return [{ kind: "structured", inner: part.inner, outer: part.outer, structure }];
  });
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", parts };
}

function fromFormula(
  text: string,
  struct: Struct | undefined,
  at: string,
  problems: EvidenceProblem[],
): readonly RandomNames[] {
  const parsed = readFormula(text, at);
  if (parsed.kind === "refused") {
    problems.push(...parsed.problems);
    return [];
  }
  let bar = rightSide(parsed.expression);
  while (bar.kind === "parenthesis") bar = bar.inner;
  const wrong = (part: Expression, why: FormulaFault): readonly RandomNames[] => {
    problems.push({ in: "model", at, kind: "formulaUse", text: expressionText(part), why });
    return [];
  };
  if (bar.kind !== "binary" || bar.operator !== "|") return wrong(bar, "noBar");
  const groups = slashed(bar.right);
  if (groups === undefined) return wrong(bar.right, "numberWhereName");
  if (bar.left.kind === "number" && bar.left.value === 1) return [{ kind: "nested", levels: groups }];
  const inner = plainName(bar.left);
  if (inner === undefined || groups.length !== 1) return wrong(bar, "numberWhereName");
  return [{ kind: "structured", inner, outer: groups[0], structure: struct ?? DEFAULT_STRUCT }];
}

/** The names in `district/school`, outermost first. */
function slashed(expression: Expression): readonly string[] | undefined {
  if (expression.kind === "binary" && expression.operator === "/") {
    const [left, right] = [slashed(expression.left), plainName(expression.right)];
    return left === undefined || right === undefined ? undefined : [...left, right];
  }
  const name = plainName(expression);
  return name === undefined ? undefined : [name];
}

/** A name, alone or in `factor()` or brackets. */
function plainName(expression: Expression): string | undefined {
  if (expression.kind === "name") return expression.name;
  if (expression.kind === "parenthesis") return plainName(expression.inner);
  const isFactor = expression.kind === "call" && (expression.name === "factor" || expression.name === "as.factor");
  return isFactor && expression.arguments.length === 1 ? plainName(expression.arguments[0].value) : undefined;
}

/** Columns that the random part groups by. */
export function randomColumns(parts: readonly RandomNames[]): readonly string[] {
  return parts.flatMap((part) => (part.kind === "nested" ? part.levels : [part.inner, part.outer]));
}

/** The random part with the labels of the records. */
export function randomTerms(
  parts: readonly RandomNames[],
  table: DataTable,
  places: readonly number[],
): readonly RandomTerm[] {
  return parts.map((part) => {
    if (part.kind === "nested") {
      return { kind: "nested", levels: part.levels.map((name) => grouping(name, table, places)) };
    }
    const { inner, outer, structure } = part;
    return {
      kind: "structured",
      inner: grouping(inner, table, places),
      outer: grouping(outer, table, places),
      structure,
    };
  });
}

/** The groups of a column; numbers by their value, so that 1 and 1.0 are one group. */
export function grouping(name: string, table: DataTable, places: readonly number[]): Grouping {
  const column = table.columns.get(name);
  const labels = places.map((place) => {
    const cell = column?.cells[place];
    return column?.kind === "number" && cell?.number !== undefined ? numberText(cell.number) : (cell?.text ?? "");
  });
  return { name, labels };
}

/** The random part as metafor's `random` argument has it. */
export function randomText(part: RandomNames): string {
  return part.kind === "nested" ? `~ 1 | ${part.levels.join("/")}` : `~ ${part.inner} | ${part.outer}`;
}
