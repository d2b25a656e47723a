import type { LiteratureCsvProblem } from "./literature-csv-problem.ts";
import type { Spread } from "./literature-record.ts";

type Cells = Readonly<Record<string, number>>;

/** Columns of two ends that are given together. */
const PAIRS = [
  ["low", "high"],
  ["ciLower", "ciUpper"],
  ["lowerQuartile", "upperQuartile"],
  ["minimum", "maximum"],
] as const;

/** Columns by the spread that they tell of, the ends of a pair together. */
const SPREADS: readonly (readonly string[])[] = [["sd"], ["se"], ...PAIRS.slice(1)];

/** The spread that a line tells of; `undefined` when none is given. */
export function spreadOf({ sd, se, ciLower, ciUpper, ...cells }: Cells): Spread | undefined {
  const { lowerQuartile, upperQuartile, minimum, maximum } = cells;
  if (sd !== undefined && sd > 0) return { kind: "sd", value: sd };
  if (se !== undefined && se > 0) return { kind: "se", value: se };
  if (ciLower !== undefined && ciUpper !== undefined) return { kind: "ci95", lower: ciLower, upper: ciUpper };
  if (lowerQuartile !== undefined && upperQuartile !== undefined) {
    return { kind: "quartiles", lower: lowerQuartile, upper: upperQuartile };
  }
  if (minimum === undefined || maximum === undefined) return undefined;
  return { kind: "range", lower: minimum, upper: maximum };
}

/** The cells that hold a spread, as `spreadOf` reads them. */
export function spreadCells(spread: Spread | undefined): Cells {
  switch (spread?.kind) {
    case undefined:
      return {};
    case "sd":
      return { sd: spread.value };
    case "se":
      return { se: spread.value };
    case "ci95":
      return { ciLower: spread.lower, ciUpper: spread.upper };
    case "quartiles":
      return { lowerQuartile: spread.lower, upperQuartile: spread.upper };
    case "range":
      return { minimum: spread.lower, maximum: spread.upper };
  }
}

/** Half a pair, a pair that runs backwards, two spreads of one value, and a value that its own spread rules out. */
export function spreadProblems(
  row: number,
  { statistic }: Readonly<Record<string, string>>,
  numbers: Cells,
): readonly LiteratureCsvProblem[] {
  const given = SPREADS.filter((columns) => columns.some((column) => numbers[column] !== undefined));
  const [one, ...others] = given.map((columns) => columns.find((column) => numbers[column] !== undefined) ?? "");
  return [
    ...PAIRS.flatMap(([first, second]) => pairProblems(row, first, second, numbers)),
    ...others.map(
      (column): LiteratureCsvProblem => ({
        row,
        kind: "twoSpreads",
        column,
        value: String(numbers[column]),
        other: one ?? "",
      }),
    ),
    ...outside(row, "minimum", "maximum", numbers),
    // A mean may lie outside the quartiles, a median may not.
    ...(statistic === "median" ? outside(row, "lowerQuartile", "upperQuartile", numbers) : []),
  ];
}

function pairProblems(row: number, first: string, second: string, numbers: Cells): readonly LiteratureCsvProblem[] {
  const [low, high] = [numbers[first], numbers[second]];
  if (low === undefined && high === undefined) return [];
  if (low === undefined) return [{ row, kind: "halfARange", column: first, value: "", other: second }];
  if (high === undefined) return [{ row, kind: "halfARange", column: second, value: "", other: first }];
  if (low <= high) return [];
  return [{ row, kind: "rangeOrder", column: first, value: String(low), other: second, otherValue: high }];
}

function outside(row: number, first: string, second: string, numbers: Cells): readonly LiteratureCsvProblem[] {
  const [low, high, value] = [numbers[first], numbers[second], numbers.value];
  if (low === undefined || high === undefined || value === undefined || low > high) return [];
  if (value >= low && value <= high) return [];
  return [{ row, kind: "outsideSpread", column: "value", value: String(value), first, second, low, high }];
}
