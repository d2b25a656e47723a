import { nearest } from "@materbone/clinical";
import {
  CONTRASTS,
  type ContrastKind,
  type OrthogonalPolynomial,
  orthogonalPolynomials,
  polynomialsAt,
} from "./contrasts.ts";
import type { Column } from "./data-table.ts";
import { EvaluationFault } from "./evaluation-fault.ts";
import type { Argument, Expression } from "./formula-tree.ts";
import { expressionText, numberText } from "./formula-tree.ts";
import type { Frame } from "./frame.ts";
import { sortedLevels } from "./level-order.ts";
import { binaryNumber, ELEMENTWISE, SUMMARIES } from "./numeric-functions.ts";

/** How a column is to be used as a factor. */
export type FactorSetting = {
  readonly contrast?: ContrastKind | undefined;
  readonly reference?: string | undefined;
  readonly levels?: readonly string[] | undefined;
};

/** A factor over the records of a frame. */
export type Factor = {
  readonly kind: "factor";
  readonly levels: readonly string[];
  /** Place of the level of each record. */
  readonly codes: readonly number[];
  readonly contrast: ContrastKind;
  readonly reference: number;
};

/** What a variable of a formula is worth on a frame: one number per record, several, or groups. */
export type Values =
  | { readonly kind: "numeric"; readonly values: readonly number[] }
  | { readonly kind: "matrix"; readonly columns: readonly (readonly number[])[] }
  | Factor;

/** What evaluation learnt from the data of the fit (means, levels), so that predictions use the same. */
export type Memory = Map<string, unknown>;

type Context = {
  readonly frame: Frame;
  readonly settings: Readonly<Record<string, FactorSetting>>;
  readonly memory: Memory;
};

const FACTOR_CALLS = ["factor", "as.factor", "ordered", "relevel", "C"] as const;
const KNOWN: readonly string[] = [
  "I",
  ...FACTOR_CALLS,
  ...Object.keys(ELEMENTWISE),
  ...Object.keys(SUMMARIES),
  "pmin",
  "pmax",
  "scale",
  "poly",
  "as.numeric",
];

/**
 * Evaluates one variable of a formula on the records of a frame.
 *
 * @param memory - filled by the first evaluation; later ones on other frames read it
 * @throws EvaluationFault with the problem, for what the data or the model is to be mended
 */
export function evaluate(
  expression: Expression,
  frame: Frame,
  settings: Readonly<Record<string, FactorSetting>>,
  memory: Memory,
): Values {
  const context = { frame, settings, memory };
  const values = valuesOf(expression, context);
  if (values.kind === "numeric") requireFinite(values.values, expression, frame);
  if (values.kind === "matrix") for (const column of values.columns) requireFinite(column, expression, frame);
  return values;
}

function valuesOf(expression: Expression, context: Context): Values {
  if (expression.kind === "name") {
    const column = columnOf(expression.name, context);
    const isFactor = column.kind === "text" || expression.name in context.settings;
    return isFactor ? factorOf(expression, [], context) : numericValues(expression, context);
  }
  if (expression.kind === "call") {
    const { name, arguments: given } = expression;
    if (name === "I" && given.length === 1) {
      const [{ value }] = given as [Argument];
      return isLogical(value) ? logicalFactor(value, context) : numericValues(value, context);
    }
    if (name === "poly") return polynomial(expression, context);
    if (isFactorCall(name)) return factorCall(expression, context);
  }
  return numericValues(expression, context);
}

function isFactorCall(name: string): boolean {
  return FACTOR_CALLS.some((known) => known === name);
}

// Numbers

function numericValues(expression: Expression, context: Context): Values {
  return { kind: "numeric", values: numbers(expression, context) };
}

/** One number per record. */
function numbers(expression: Expression, context: Context): readonly number[] {
  const { frame } = context;
  switch (expression.kind) {
    case "number":
      return frame.rows.map(() => expression.value);
    case "truth":
      return frame.rows.map(() => Number(expression.value));
    case "parenthesis":
      return numbers(expression.inner, context);
    case "name":
      return columnNumbers(columnOf(expression.name, context), frame);
    case "unary": {
      const operand = numbers(expression.operand, context);
      if (expression.operator === "~") throw badUse(expression, "argument");
      return operand.map((value) =>
        expression.operator === "-" ? -value : expression.operator === "!" ? Number(value === 0) : value,
      );
    }
    case "binary":
      return binaryValues(expression, context);
    case "call":
      return callNumbers(expression, context);
    default:
      throw badUse(expression, "textWhereNumber");
  }
}

function binaryValues(expression: Extract<Expression, { kind: "binary" }>, context: Context): readonly number[] {
  const { operator, left, right } = expression;
  if (operator === "==" || operator === "!=") {
    const same = textComparison(left, right, context) ?? textComparison(right, left, context);
    if (same !== undefined) return same.map((is) => Number(is === (operator === "==")));
  }
  const compute = binaryNumber(operator);
  if (compute === undefined) throw badUse(expression, "argument");
  const a = numbers(left, context);
  const b = numbers(right, context);
  return a.map((value, record) => compute(value, b[record]));
}

/** `alloc == "random"`: is the text of the column that text? `undefined` when no text is compared. */
function textComparison(name: Expression, text: Expression, context: Context): readonly boolean[] | undefined {
  if (name.kind !== "name" || text.kind !== "text") return undefined;
  return columnOf(name.name, context).cells.map((cell) => cell?.text === text.value);
}

function callNumbers(expression: Extract<Expression, { kind: "call" }>, context: Context): readonly number[] {
  const { name, arguments: given } = expression;
  const { frame, memory } = context;
  const first = given[0]?.value;
  if (first === undefined) throw badUse(expression, "argumentCount");
  const summary = SUMMARIES[name];
  if (summary !== undefined && given.length === 1) {
    const value = remembered(memory, expressionText(expression), () => summary(numbers(first, context)));
    return frame.rows.map(() => value);
  }
  const elementwise = ELEMENTWISE[name];
  if ((elementwise !== undefined || name === "I" || name === "as.numeric") && given.length === 1) {
    return numbers(first, context).map(elementwise ?? ((value) => value));
  }
  if (name === "log" && given.length === 2) {
    const base = numbers((given[1] as Argument).value, context);
    return numbers(first, context).map((value, record) => Math.log(value) / Math.log(base[record]));
  }
  if (name === "pmin" || name === "pmax") {
    const all = given.map(({ value }) => numbers(value, context));
    const pick = name === "pmin" ? Math.min : Math.max;
    return frame.rows.map((_, record) => pick(...all.map((list) => list[record])));
  }
  if (name === "scale") return scaled(expression, context);
  if (KNOWN.includes(name)) throw badUse(expression, "argumentCount");
  throw new EvaluationFault({
    in: "model",
    at: "",
    kind: "formulaFunction",
    name,
    nearest: nearest(name, KNOWN),
    known: KNOWN,
  });
}

function scaled(expression: Extract<Expression, { kind: "call" }>, context: Context): readonly number[] {
  const [first, ...options] = expression.arguments;
  const truth = (name: string): boolean => {
    const option = options.find((one) => one.name === name)?.value;
    if (option !== undefined && option.kind !== "truth") throw badUse(expression, "argument");
    return option?.value ?? true;
  };
  if (options.some(({ name }) => name !== "center" && name !== "scale")) throw badUse(expression, "argument");
  const values = numbers((first as Argument).value, context);
  const { centre, spread } = remembered(context.memory, expressionText(expression), () => ({
    centre: truth("center") ? SUMMARIES.mean(values) : 0,
    spread: truth("scale") ? SUMMARIES.sd(values) : 1,
  }));
  return values.map((value) => (value - centre) / spread);
}

function polynomial(expression: Extract<Expression, { kind: "call" }>, context: Context): Values {
  const [variable, degreeArgument, ...options] = expression.arguments;
  const degree = degreeArgument?.value.kind === "number" ? degreeArgument.value.value : Number.NaN;
  const raw = options.find(({ name }) => name === "raw")?.value;
  const isGood = Number.isInteger(degree) && degree >= 1 && degree <= 10 && (raw === undefined || raw.kind === "truth");
  if (variable === undefined || !isGood || options.length > 1) throw badUse(expression, "argument");
  const values = numbers(variable.value, context);
  if (raw?.kind === "truth" && raw.value) {
    return {
      kind: "matrix",
      columns: Array.from({ length: degree }, (_, power) => values.map((value) => value ** (power + 1))),
    };
  }
  const polynomials = remembered(context.memory, expressionText(expression), (): readonly OrthogonalPolynomial[] => {
    if (new Set(values).size <= degree) throw badUse(expression, "argument");
    return orthogonalPolynomials(values, degree);
  });
  const rows = values.map((value) => polynomialsAt(polynomials, value));
  return { kind: "matrix", columns: polynomials.map((_, column) => rows.map((row) => row[column])) };
}

function columnNumbers(column: Column, frame: Frame): readonly number[] {
  const wrong = column.cells.flatMap((cell, record) =>
    cell !== undefined && cell.number === undefined
      ? [{ in: "data", kind: "mixedColumn", row: frame.rows[record], column: column.name, value: cell.text } as const]
      : [],
  );
  if (wrong.length > 0) throw new EvaluationFault(...wrong);
  return column.cells.map((cell) => {
    if (cell?.number !== undefined) return cell.number;
    throw new EvaluationFault({ in: "model", at: "", kind: "predictionValue", column: column.name });
  });
}

// Factors

function isLogical(expression: Expression): boolean {
  if (expression.kind === "parenthesis") return isLogical(expression.inner);
  if (expression.kind === "unary") return expression.operator === "!";
  return expression.kind === "binary" && ["==", "!=", "<", ">", "<=", ">=", "&", "|"].includes(expression.operator);
}

function logicalFactor(expression: Expression, context: Context): Factor {
  const truths = numbers(expression, context);
  const levels = remembered(context.memory, `logical ${expressionText(expression)}`, () =>
    ["FALSE", "TRUE"].filter((level) => truths.some((truth) => (truth !== 0) === (level === "TRUE"))),
  );
  const codes = truths.map((truth) => levels.indexOf(truth === 0 ? "FALSE" : "TRUE"));
  return { kind: "factor", levels, codes, contrast: "treatment", reference: 0 };
}

function factorCall(expression: Extract<Expression, { kind: "call" }>, context: Context): Factor {
  const { name, arguments: given } = expression;
  const [first, ...options] = given;
  if (first === undefined) throw badUse(expression, "argumentCount");
  if (name === "factor" || name === "as.factor" || name === "ordered") {
    const base = factorOf(first.value, levelsArgument(expression, options), context);
    return name === "ordered" ? { ...base, contrast: "polynomial" } : base;
  }
  const base = valuesOf(first.value, context);
  if (base.kind !== "factor" || options.length !== 1) throw badUse(expression, "argument");
  const option = (options[0] as Argument).value;
  if (name === "relevel") {
    const wanted = option.kind === "text" ? option.value : option.kind === "number" ? numberText(option.value) : "";
    const place = base.levels.indexOf(wanted);
    if (place < 0) throw unknownLevel(expressionText(first.value), wanted, base.levels);
    const order = [place, ...base.levels.map((_, at) => at).filter((at) => at !== place)];
    return {
      ...base,
      levels: order.map((at) => base.levels[at]),
      codes: base.codes.map((code) => order.indexOf(code)),
      reference: 0,
    };
  }
  const wanted = option.kind === "name" || option.kind === "call" ? option.name.replace(/^contr\./, "") : "";
  const contrast = CONTRASTS.find((kind) => kind === (wanted === "poly" ? "polynomial" : wanted));
  if (contrast === undefined) throw badUse(expression, "argument");
  return { ...base, contrast };
}

/** Levels in `factor(x, levels = c("b", "a"))`; none when not given. */
function levelsArgument(expression: Expression, options: readonly Argument[]): readonly string[] {
  const [option, ...more] = options;
  if (option === undefined) return [];
  const { name, value } = option;
  if (more.length > 0 || (name !== undefined && name !== "levels") || value.kind !== "call" || value.name !== "c") {
    throw badUse(expression, "argument");
  }
  return value.arguments.map(({ value: level }) => {
    if (level.kind === "text") return level.value;
    if (level.kind === "number") return numberText(level.value);
    throw badUse(expression, "argument");
  });
}

function factorOf(expression: Expression, levels: readonly string[], context: Context): Factor {
  const setting = expression.kind === "name" ? (context.settings[expression.name] ?? {}) : {};
  const texts = groupTexts(expression, context);
  const name = expressionText(expression);
  const given = levels.length > 0 ? levels : (setting.levels ?? []);
  const known = remembered(context.memory, `levels ${name} ${given.join("\n")}`, () => {
    if (given.length > 0) return given.filter((level) => texts.includes(level));
    return sortedLevels(texts);
  });
  const reference = setting.reference === undefined ? 0 : known.indexOf(setting.reference);
  if (reference < 0) throw unknownLevel(name, setting.reference ?? "", known);
  const codes = texts.map((text) => {
    const code = known.indexOf(text);
    if (code < 0) throw unknownLevel(name, text, known);
    return code;
  });
  return { kind: "factor", levels: known, codes, contrast: setting.contrast ?? "treatment", reference };
}

function groupTexts(expression: Expression, context: Context): readonly string[] {
  if (expression.kind !== "name") {
    const values = isLogical(expression) ? logicalFactor(expression, context) : valuesOf(expression, context);
    if (values.kind === "matrix") throw badUse(expression, "argument");
    return values.kind === "factor" ? values.codes.map((code) => values.levels[code]) : values.values.map(numberText);
  }
  const column = columnOf(expression.name, context);
  return column.cells.map((cell) => {
    if (cell === undefined)
      throw new EvaluationFault({ in: "model", at: "", kind: "predictionValue", column: column.name });
    return column.kind === "number" && cell.number !== undefined ? numberText(cell.number) : cell.text;
  });
}

// Helpers

function columnOf(name: string, { frame }: Context): Column {
  const column = frame.column(name);
  if (column !== undefined) return column;
  throw new EvaluationFault({
    in: "model",
    at: "",
    kind: "unknownColumn",
    column: name,
    nearest: undefined,
    known: [],
  });
}

function requireFinite(values: readonly number[], expression: Expression, frame: Frame): void {
  const record = values.findIndex((value) => !Number.isFinite(value));
  if (record < 0) return;
  throw new EvaluationFault({
    in: "data",
    kind: "noValue",
    row: frame.rows[record],
    column: expressionText(expression),
    value: String(values[record]),
    of: expressionText(expression),
  });
}

function badUse(expression: Expression, why: "textWhereNumber" | "argumentCount" | "argument"): EvaluationFault {
  return new EvaluationFault({ in: "model", at: "", kind: "formulaUse", text: expressionText(expression), why });
}

function unknownLevel(column: string, level: string, levels: readonly string[]): EvaluationFault {
  return new EvaluationFault({ in: "model", at: "", kind: "unknownLevel", column, level, levels });
}

function remembered<T>(memory: Memory, key: string, compute: () => T): T {
  if (memory.has(key)) return memory.get(key) as T;
  const value = compute();
  memory.set(key, value);
  return value;
}
