import type { Interval, SkeletalSite, Text } from "@materbone/clinical";
import { finite, notNegative, onePlaceEach, span } from "../evidence/checked.ts";

/** A computed course: values at months, ascending; both of one length. */
export type MonthCourse = { readonly months: ArrayLike<number>; readonly values: ArrayLike<number> };

/** Where most women of a population lie at each month, with their median; all of one length. */
export type MonthBand = {
  readonly months: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly median?: ArrayLike<number> | undefined;
};

/** The model behind a course. */
export type SimulatedModel = { readonly title: Text; readonly version: string };

/** Percent change since the time named by the figure, or BMD in g/cm² where the woman's level is known. */
export type SimulatedQuantity = "percent" | "gPerCm2";

/** What month 0 is. */
export type MonthOrigin = "delivery" | "start";

/** One scan of the woman at one site, in the quantity of the figure. */
export type SimulatedScan = {
  /** JSON Pointer of the reading. */
  readonly at: string;
  /** "before treatment". */
  readonly name: Text;
  readonly months: Interval;
  readonly value: number;
  /** Half the length of the error bar. */
  readonly half?: number | undefined;
  /** Why the scan is not in the fit; it is drawn hollow. */
  readonly leftOut?: Text | undefined;
};

/** A further scenario, kept for comparison. */
export type PinnedCourse = { readonly id: string; readonly name: Text; readonly course: MonthCourse };

/** A skeletal site that the model may show, or why it does not. */
export type SimulatedSite =
  | {
      readonly kind: "shown";
      readonly site: SkeletalSite;
      /** Absent where no drug is given: the untreated course is then the whole answer. */
      readonly treated?: MonthCourse | undefined;
      readonly untreated: MonthCourse;
      readonly treatedBand?: MonthBand | undefined;
      readonly untreatedBand?: MonthBand | undefined;
      readonly scans?: readonly SimulatedScan[] | undefined;
      readonly pinned?: readonly PinnedCourse[] | undefined;
    }
  | { readonly kind: "notShown"; readonly site: SkeletalSite; readonly reason: Text };

/** Part of the course, months, ends included. */
type Stretch = { readonly fromMonth: number; readonly toMonth: number };

/** Nursing of one intensity: 1 is full. */
export type NursingStretch = Stretch & { readonly intensity: number };

/** One drug of a course, with its doses at months, ascending. */
export type DrugLane = {
  readonly id: string;
  readonly name: Text;
  /** "5 mg, IV infusion". */
  readonly detail: Text;
  readonly doseMonths: readonly number[];
  /** Last day of a drug taken daily or given steadily. */
  readonly toMonth?: number | undefined;
};

/** Where the model is used beyond what its parameters rest on. */
export type ExtrapolatedStretch = Stretch & { readonly reason: Text };

/** What every figure of simulated courses says of itself. */
export type SimulationFrame = {
  /** Names the figure in a document. */
  readonly id: string;
  readonly model: SimulatedModel;
  readonly since: MonthOrigin;
  /** Months that the axis covers. */
  readonly span: readonly [number, number];
  /** Months that the table prints and the keyboard goes to; default: steps of the house. */
  readonly shownMonths?: readonly number[] | undefined;
  readonly nursing?: readonly NursingStretch[] | undefined;
  readonly weaned?: Interval | undefined;
  readonly drugs?: readonly DrugLane[] | undefined;
  readonly extrapolated?: readonly ExtrapolatedStretch[] | undefined;
  /** Sentences under the figure. */
  readonly notes?: readonly Text[] | undefined;
};

export type SimulationFigureData = SimulationFrame & {
  /** Whose course it is. */
  readonly subject?: Text | undefined;
  readonly quantity: SimulatedQuantity;
  /** In the order of their panels. */
  readonly sites: readonly SimulatedSite[];
  /** What the error bars of the scans are: "least significant change", "precision of the centre". */
  readonly errorBars?: Text | undefined;
};

/**
 * @throws RangeError for an empty span, a number that is not finite, or months that do not ascend
 * @throws TypeError for arrays of different lengths, or two data at one place
 */
export function checkSimulation(data: SimulationFigureData): void {
  checkFrame(data);
  onePlaceEach(data.sites.map(({ site }) => site));
  for (const site of data.sites) {
    if (site.kind === "notShown") continue;
    for (const course of [site.untreated, ...(site.treated === undefined ? [] : [site.treated])]) checkCourse(course);
    for (const band of [site.untreatedBand, site.treatedBand]) if (band !== undefined) checkBand(band);
    for (const scan of site.scans ?? []) {
      finite("value of a scan", scan.value);
      notNegative("error bar of a scan", scan.half ?? 0);
      span("months of a scan", { lower: scan.months.earliest, upper: scan.months.latest });
    }
    for (const { course } of site.pinned ?? []) checkCourse(course);
    onePlaceEach((site.pinned ?? []).map(({ id }) => id));
    onePlaceEach((site.scans ?? []).map(({ at }) => at));
  }
}

/** The same for what all figures of simulated courses share. */
export function checkFrame(frame: SimulationFrame): void {
  const [first, last] = frame.span;
  if (!(first < last) || !Number.isFinite(last - first)) throw new RangeError(`not a span: ${first} to ${last}`);
  for (const each of [...(frame.nursing ?? []), ...(frame.extrapolated ?? [])]) {
    span("stretch of months", { lower: each.fromMonth, upper: each.toMonth });
  }
  for (const { intensity } of frame.nursing ?? []) notNegative("nursing intensity", intensity);
  for (const { doseMonths } of frame.drugs ?? []) checkAscending(doseMonths);
  onePlaceEach((frame.drugs ?? []).map(({ id }) => id));
}

export function checkCourse({ months, values }: MonthCourse): void {
  checkAscending(months);
  checkLength(values, months);
  for (let at = 0; at < values.length; at++) finite("value of a course", values[at] ?? Number.NaN);
}

export function checkBand({ months, lower, upper, median }: MonthBand): void {
  checkAscending(months);
  for (const values of [lower, upper, ...(median === undefined ? [] : [median])]) checkLength(values, months);
  for (let at = 0; at < months.length; at++) {
    span("band", { lower: lower[at] ?? Number.NaN, upper: upper[at] ?? Number.NaN });
    finite("median", median?.[at] ?? 0);
  }
}

function checkAscending(months: ArrayLike<number>): void {
  for (let at = 0; at < months.length; at++) {
    const month = finite("month", months[at] ?? Number.NaN);
    if (month < (months[at - 1] ?? Number.NEGATIVE_INFINITY)) throw new RangeError(`months do not ascend at ${month}`);
  }
}

function checkLength(values: ArrayLike<number>, months: ArrayLike<number>): void {
  if (values.length !== months.length) throw new TypeError(`${values.length} values at ${months.length} months`);
}
