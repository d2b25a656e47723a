import { addMonths, wholeMonthsBetween } from "@materbone/clinical";
import { BLANKS } from "../ir/blanks.ts";
import { dayOfIso, dayOfParts, isoOfDay } from "../ir/day-number.ts";
import type { Expression } from "../ir/expression.ts";
import { type Columns, typeOf } from "../ir/expression-type.ts";
import { compareValues, type Tuple, type Value } from "./tuple.ts";

export type CompiledExpression = (tuple: Tuple) => Value;

/** Where each column stands in a tuple, and its type. */
export type Layout = { readonly columns: Columns; readonly places: ReadonlyMap<string, number> };

const MAX_INTEGER = 2 ** 53 - 1;

/** A function over tuples that gives the value of a checked expression. */
export function compileExpression(expression: Expression, layout: Layout): CompiledExpression {
  const compile = (inner: Expression): CompiledExpression => compileExpression(inner, layout);
  switch (expression.kind) {
    case "column": {
      const place = layout.places.get(expression.name) ?? 0;
      return (tuple) => tuple[place] ?? null;
    }
    case "text":
    case "integer":
    case "double":
    case "boolean":
      return constant(expression.value);
    case "date":
      return constant(dayOfIso(expression.value));
    case "null":
      return constant(null);
    case "compare":
      return compileCompare(
        expression.op,
        compile(expression.left),
        compile(expression.right),
        typeOf(expression.left, layout.columns, "compare") === "text",
      );
    case "and":
      return compileKleene(expression.of.map(compile), false);
    case "or":
      return compileKleene(expression.of.map(compile), true);
    case "not": {
      const of = compile(expression.of);
      return (tuple) => {
        const value = of(tuple);
        return value === null ? null : value === false;
      };
    }
    case "isNull": {
      const of = compile(expression.of);
      return (tuple) => of(tuple) === null;
    }
    case "isIn": {
      const isDate = typeOf(expression.of, layout.columns, "isIn") === "date";
      const values = new Set<Value>(
        expression.values.map((value) => (isDate && typeof value === "string" ? dayOfIso(value) : value)),
      );
      return onValue(compile(expression.of), (value) => values.has(value));
    }
    case "startsWith":
      return onText(compile(expression.of), (value) => value.startsWith(expression.prefix));
    case "part": {
      const from = expression.start - 1;
      return onText(compile(expression.of), (value) => [...value].slice(from, from + expression.length).join(""));
    }
    case "trimmed":
      return onText(compile(expression.of), withoutBlanks);
    case "addMonths":
      return onNumber(compile(expression.date), (day) => addMonths(day, expression.months));
    case "addDays":
      return onNumber(compile(expression.date), (day) => day + expression.days);
    case "makeDate": {
      const [year, month, day] = [compile(expression.year), compile(expression.month), compile(expression.day)];
      return (tuple) => {
        const [y, m, d] = [year(tuple), month(tuple), day(tuple)];
        return typeof y === "number" && typeof m === "number" && typeof d === "number"
          ? (dayOfParts(y, m, d) ?? null)
          : null;
      };
    }
    case "daysBetween":
      return onNumbers(compile(expression.from), compile(expression.to), (from, to) => to - from);
    case "completedMonths":
      return onNumbers(compile(expression.from), compile(expression.to), wholeMonthsBetween);
    case "completedYears":
      return onNumbers(compile(expression.from), compile(expression.to), (from, to) =>
        Math.floor(wholeMonthsBetween(from, to) / 12),
      );
    case "add":
      return onNumbers(compile(expression.left), compile(expression.right), (a, b) => a + b);
    case "subtract":
      return onNumbers(compile(expression.left), compile(expression.right), (a, b) => a - b);
    case "multiply":
      return onNumbers(compile(expression.left), compile(expression.right), (a, b) => a * b);
    case "printed": {
      const scale = 10 ** expression.decimals;
      const limit = MAX_INTEGER / scale;
      return onNumber(compile(expression.of), (x) =>
        Math.abs(x) < limit ? (x < 0 ? -1 : 1) * Math.floor(Math.abs(x) * scale + 0.5) : null,
      );
    }
    case "case":
      return compileCase(
        expression.when.map((branch) => ({ if: compile(branch.if), value: compile(branch.then) })),
        expression.otherwise === undefined ? constant(null) : compile(expression.otherwise),
      );
    case "concat": {
      const parts = expression.of.map(compile);
      return (tuple) => {
        const texts = parts.map((part) => part(tuple));
        return texts.includes(null) ? null : texts.join("");
      };
    }
    case "coalesce": {
      const parts = expression.of.map(compile);
      return (tuple) => {
        for (const part of parts) {
          const value = part(tuple);
          if (value !== null) {
            return value;
          }
        }
        return null;
      };
    }
    case "least":
      return compileExtreme(expression.of.map(compile), -1);
    case "greatest":
      return compileExtreme(expression.of.map(compile), 1);
    case "asText":
      return typeOf(expression.of, layout.columns, "asText") === "date"
        ? onNumber(compile(expression.of), textOfDay)
        : onNumber(compile(expression.of), (value) => String(value));
    case "asDouble":
      return compile(expression.of);
    case "asInteger":
      return onValue(compile(expression.of), (value) => (value === true ? 1 : 0));
  }
}

export function isGreater(value: Value, best: Value): boolean {
  return value !== null && (best === null || compareValues(value, best) > 0);
}

export function isLess(value: Value, best: Value): boolean {
  return value !== null && (best === null || compareValues(value, best) < 0);
}

function constant(value: Value): CompiledExpression {
  return () => value;
}

function compileCompare(
  op: Extract<Expression, { kind: "compare" }>["op"],
  left: CompiledExpression,
  right: CompiledExpression,
  isText: boolean,
): CompiledExpression {
  const test = isText ? TEXT_COMPARISONS[op] : COMPARISONS[op];
  return (tuple) => {
    const a = left(tuple);
    if (a === null) {
      return null;
    }
    const b = right(tuple);
    return b === null ? null : test(a, b);
  };
}

type Operand = string | number | boolean;
type Comparisons = Readonly<
  Record<Extract<Expression, { kind: "compare" }>["op"], (a: Operand, b: Operand) => boolean>
>;

/** Of numbers, days and booleans, which JavaScript orders by itself. */
const COMPARISONS: Comparisons = {
  "=": (a, b) => a === b,
  "<>": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

const TEXT_COMPARISONS: Comparisons = {
  "=": (a, b) => a === b,
  "<>": (a, b) => a !== b,
  "<": (a, b) => compareValues(a, b) < 0,
  "<=": (a, b) => compareValues(a, b) <= 0,
  ">": (a, b) => compareValues(a, b) > 0,
  ">=": (a, b) => compareValues(a, b) >= 0,
};

/** `decisive` anywhere decides; else a NULL leaves it open. */
function compileKleene(parts: readonly CompiledExpression[], decisive: boolean): CompiledExpression {
  return (tuple) => {
    let open = false;
    for (const part of parts) {
      const value = part(tuple);
      if (value === decisive) {
        return decisive;
      }
      open ||= value === null;
    }
    return open ? null : !decisive;
  };
}

function compileCase(
  branches: readonly { readonly if: CompiledExpression; readonly value: CompiledExpression }[],
  otherwise: CompiledExpression,
): CompiledExpression {
  return (tuple) => {
    for (const branch of branches) {
      if (branch.if(tuple) === true) {
        return branch.value(tuple);
      }
    }
    return otherwise(tuple);
  };
}

function compileExtreme(parts: readonly CompiledExpression[], sign: -1 | 1): CompiledExpression {
  const better = sign < 0 ? isLess : isGreater;
  return (tuple) => {
    let best: Value = null;
    for (const part of parts) {
      const value = part(tuple);
      if (better(value, best)) {
        best = value;
      }
    }
    return best;
  };
}

function onValue(of: CompiledExpression, then: (value: string | number | boolean) => Value): CompiledExpression {
  return (tuple) => {
    const value = of(tuple);
    return value === null ? null : then(value);
  };
}

function onText(of: CompiledExpression, then: (value: string) => Value): CompiledExpression {
  return (tuple) => {
    const value = of(tuple);
    return typeof value === "string" ? then(value) : null;
  };
}

function onNumber(of: CompiledExpression, then: (value: number) => Value): CompiledExpression {
  return (tuple) => {
    const value = of(tuple);
    return typeof value === "number" ? then(value) : null;
  };
}

function onNumbers(
  left: CompiledExpression,
  right: CompiledExpression,
  then: (left: number, right: number) => Value,
): CompiledExpression {
  return (tuple) => {
    const a = left(tuple);
    const b = right(tuple);
    return typeof a === "number" && typeof b === "number" ? then(a, b) : null;
  };
}

const BLANK_ENDS = new RegExp(`^[${BLANKS}]+|[${BLANKS}]+$`, "gu");

function withoutBlanks(value: string): string {
  return value.replace(BLANK_ENDS, "");
}

function textOfDay(day: number): string {
  const iso = isoOfDay(day);
  if (iso === undefined) {
    throw new RangeError("a date outside years 0001 to 9999 has no text");
  }
  return iso;
}
