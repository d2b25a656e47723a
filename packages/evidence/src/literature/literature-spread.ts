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

/** What a spread cannot be, alone or beside its value. */
export type SpreadFault =
  | { readonly kind: "backwards"; readonly lower: number; readonly upper: number }
  /** An interval of equal ends. */
  | { readonly kind: "noBreadth"; readonly lower: number; readonly upper: number }
  | { readonly kind: "outside"; readonly lower: number; readonly upper: number; readonly value: number };

/**
 * The fault of a spread: ends out of order, an interval without breadth, or a mean or median that is not within. An SD and a
 * standard error have none here; that they are above zero is checked where they are read.
 */
export function spreadFault(
  spread: Spread,
  { value, statistic }: { readonly value?: number | undefined; readonly statistic?: string | undefined },
): SpreadFault | undefined {
  if (spread.kind === "sd" || spread.kind === "se") return undefined;
  const { lower, upper } = spread;
  if (!(lower <= upper)) return { kind: "backwards", lower, upper };
  if (spread.kind === "ci95" && lower === upper) return { kind: "noBreadth", lower, upper };
  // A mean may lie outside the quartiles of skewed values, a median may not; neither lies outside all values.
  const isHeld = spread.kind !== "quartiles" || statistic === "median";
  if (value === undefined || !isHeld || (lower <= value && value <= upper)) return undefined;
  return { kind: "outside", lower, upper, value };
}

/** The spread that a line tells of; `undefined` when none is given. */
export function spreadOf(cells: Cells): Spread | undefined {
  return spreadsOf(cells)[0];
}

function spreadsOf({ sd, se, ciLower, ciUpper, ...cells }: Cells): readonly Spread[] {
  const { lowerQuartile, upperQuartile, minimum, maximum } = cells;
  return [
    ...(sd === undefined ? [] : [{ kind: "sd", value: sd } as const]),
    ...(se === undefined ? [] : [{ kind: "se", value: se } as const]),
    ...ends("ci95", ciLower, ciUpper),
    ...ends("quartiles", lowerQuartile, upperQuartile),
    ...ends("range", minimum, maximum),
  ];
}

function ends(
  kind: "ci95" | "quartiles" | "range",
  lower: number | undefined,
  upper: number | undefined,
): readonly Spread[] {
  return lower === undefined || upper === undefined ? [] : [{ kind, lower, upper }];
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

/** Half a pair, ends out of order, two spreads of one value, and what `spreadFault` finds, by column. */
export function spreadProblems(
  row: number,
  { statistic }: Readonly<Record<string, string>>,
  numbers: Cells,
): readonly LiteratureCsvProblem[] {
  const given = SPREADS.filter((columns) => columns.some((column) => numbers[column] !== undefined));
  const [one, ...others] = given.map((columns) => columns.find((column) => numbers[column] !== undefined) ?? "");
  const { low, high, value } = numbers;
  return [
    ...PAIRS.flatMap(([first, second]) => halfProblems(row, first, second, numbers)),
    ...(low === undefined || high === undefined || low <= high ? [] : [rangeOrder(row, "low", "high", low, high)]),
    ...others.map(
      (column): LiteratureCsvProblem => ({
        row,
        kind: "twoSpreads",
        column,
        value: String(numbers[column]),
        other: one ?? "",
      }),
    ),
    ...spreadsOf(numbers).flatMap((spread) => {
      const fault = spreadFault(spread, { value, statistic });
      const [first = "", second = ""] = Object.keys(spreadCells(spread));
      return fault === undefined ? [] : [faultProblem(row, first, second, fault)];
    }),
  ];
}

function halfProblems(row: number, first: string, second: string, numbers: Cells): readonly LiteratureCsvProblem[] {
  const [low, high] = [numbers[first], numbers[second]];
  if ((low === undefined) === (high === undefined)) return [];
  const [column, other] = low === undefined ? [first, second] : [second, first];
  return [{ row, kind: "halfARange", column, value: "", other }];
}

function faultProblem(row: number, first: string, second: string, fault: SpreadFault): LiteratureCsvProblem {
  const { lower: low, upper: high } = fault;
  switch (fault.kind) {
    case "backwards":
      return rangeOrder(row, first, second, low, high);
    case "noBreadth":
      return { row, kind: "noBreadth", column: first, value: String(low), other: second };
    case "outside":
      return { row, kind: "outsideSpread", column: "value", value: String(fault.value), first, second, low, high };
  }
}

function rangeOrder(row: number, column: string, other: string, low: number, high: number): LiteratureCsvProblem {
  return { row, kind: "rangeOrder", column, value: String(low), other, otherValue: high };
}
