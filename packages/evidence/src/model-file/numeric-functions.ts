import type { BinaryOperator } from "./formula-tree.ts";

/** Functions of one number. */
export const ELEMENTWISE: Readonly<Record<string, (value: number) => number>> = {
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  exp: Math.exp,
  expm1: Math.expm1,
  sqrt: Math.sqrt,
  abs: Math.abs,
};

type Summary = (values: readonly number[]) => number;

const mean: Summary = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

const sd: Summary = (values) => {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
};

const median: Summary = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1] + sorted[half]) / 2 : sorted[Math.floor(half)];
};

/** Functions of a whole column, over the rows of the fit. */
export const SUMMARIES: Readonly<Record<"mean" | "sd", Summary>> & Readonly<Record<string, Summary>> = {
  mean,
  sd,
  median,
  min: (values) => values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
  max: (values) => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
};

/** What an operator does with two numbers; comparisons give 1 or 0. `undefined` for operators of model terms. */
export function binaryNumber(operator: BinaryOperator): ((a: number, b: number) => number) | undefined {
  return BINARY[operator];
}

const BINARY: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => number>>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
  // The remainder has the sign of the divisor, and the quotient is rounded down.
  "%%": (a, b) => a - Math.floor(a / b) * b,
  "%/%": (a, b) => Math.floor(a / b),
  "==": (a, b) => Number(a === b),
  "!=": (a, b) => Number(a !== b),
  "<": (a, b) => Number(a < b),
  ">": (a, b) => Number(a > b),
  "<=": (a, b) => Number(a <= b),
  ">=": (a, b) => Number(a >= b),
  "&": (a, b) => Number(a !== 0 && b !== 0),
  "|": (a, b) => Number(a !== 0 || b !== 0),
};
