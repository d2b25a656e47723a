import type { Text } from "@materbone/clinical";
import { count, finite, notNegative, onePlaceEach, span, spanOrNone } from "./checked.ts";
import type {
  Prediction,
  Quantity,
  SinglesKept,
  StatisticBadge,
  UntreatedBand,
  ValueSpan,
} from "./evidence-figure-data.ts";

/** One judgement on how a study was done. */
export type AppraisalMark = { readonly domain: Text; readonly judgement: "good" | "unclear" | "poor" };

export type ForestRow = {
  /** Place of the effect in the evidence; one row each. */
  readonly at: string;
  readonly study: string;
  readonly year?: number | undefined;
  readonly women: number;
  /** Time between the two scans; `undefined` when not stated. */
  readonly months?: number | undefined;
  readonly drug: Text;
  /** How the number came about, most telling first. */
  readonly badges: readonly StatisticBadge[];
  readonly estimate: number;
  /** Both or neither: without a variance the study is an open mark with no interval. */
  readonly ciLower?: number | undefined;
  readonly ciUpper?: number | undefined;
  /** Share in the pooled effect, 0 to 100; `undefined` when it is not pooled. */
  readonly weightPercent?: number | undefined;
  /** In the same order of domains for every row. */
  readonly appraisal?: readonly AppraisalMark[] | undefined;
};

export type ForestPooled = ValueSpan & {
  readonly at: string;
  /** "Random effects, with single women". */
  readonly label: Text;
  readonly studies: number;
  readonly women: number;
  readonly singles: SinglesKept;
  readonly estimate: number;
  readonly prediction: Prediction;
};

/** What must agree before effects may be pooled. */
export type ForestStratum = { readonly site: Text; readonly window: Text; readonly metric: Text };

export type ForestGroup = {
  readonly label?: Text | undefined;
  readonly stratum: ForestStratum;
  readonly rows: readonly ForestRow[];
  /** With and without single women, side by side. */
  readonly pooled: readonly ForestPooled[];
  /** Recovery without a bone drug in this stratum. */
  readonly untreated?: UntreatedBand | undefined;
  /** Heterogeneity, tests, exclusions: one sentence each. */
  readonly notes?: readonly Text[] | undefined;
};

export type ForestData = {
  readonly id: string;
  readonly title: Text;
  readonly quantity: Quantity;
  /** Confidence level in percent. */
  readonly level: number;
  readonly groups: readonly ForestGroup[];
  /** Pooled over all groups; only where their strata are alike. */
  readonly overall: readonly ForestPooled[];
  /** Where the upright line stands; default 0. */
  readonly reference?: number | undefined;
  /** Ends of the axis; default: all that is drawn. */
  readonly domain?: readonly [number, number] | undefined;
  readonly notes?: readonly Text[] | undefined;
};

export type StratumPart = keyof ForestStratum;

/** In what the strata of the groups differ; nothing is pooled across it. */
export function unlikeParts(groups: readonly ForestGroup[]): readonly StratumPart[] {
  return (["site", "window", "metric"] as const).filter(
    (part) => new Set(groups.map((group) => group.stratum[part].en)).size > 1,
  );
}

/** The interval of a row, where it has a variance. */
export function rowSpan(row: ForestRow): ValueSpan | undefined {
  return spanOrNone(`interval of ${row.at}`, row.ciLower, row.ciUpper);
}

/**
 * @throws RangeError for a number that is not finite or out of its range
 * @throws TypeError for two data at one place, or an overall effect across unlike strata
 */
export function checkForest(data: ForestData): void {
  finite("level", data.level);
  if (data.reference !== undefined) finite("reference", data.reference);
  if (data.domain !== undefined) span("domain", { lower: data.domain[0], upper: data.domain[1] });
  const unlike = unlikeParts(data.groups);
  if (data.overall.length > 0 && unlike.length > 0) {
    throw new TypeError(`overall effect across unlike strata: ${unlike.join(", ")}`);
  }
  for (const { rows, untreated } of data.groups) {
    rows.forEach(checkRow);
    if (untreated !== undefined) span(`untreated band of ${untreated.at}`, untreated);
    if (untreated?.estimate !== undefined) finite(`estimate of ${untreated.at}`, untreated.estimate);
  }
  const pooled = [...data.groups.flatMap((group) => group.pooled), ...data.overall];
  pooled.forEach(checkPooled);
  onePlaceEach(
    [
      ...data.groups.flatMap(({ rows, untreated }) => [...rows, ...(untreated === undefined ? [] : [untreated])]),
      ...pooled,
    ].map(({ at }) => at),
  );
}

function checkRow(row: ForestRow): void {
  finite(`estimate of ${row.at}`, row.estimate);
  count(`women of ${row.at}`, row.women);
  if (row.year !== undefined) finite(`year of ${row.at}`, row.year);
  if (row.months !== undefined) notNegative(`months of ${row.at}`, row.months);
  rowSpan(row);
  if (row.weightPercent !== undefined && !(row.weightPercent >= 0 && row.weightPercent <= 100)) {
    throw new RangeError(`weight of ${row.at} is not a percentage: ${row.weightPercent}`);
  }
}

function checkPooled(pooled: ForestPooled): void {
  finite(`estimate of ${pooled.at}`, pooled.estimate);
  span(`interval of ${pooled.at}`, pooled);
  count(`studies of ${pooled.at}`, pooled.studies);
  count(`women of ${pooled.at}`, pooled.women);
  if (pooled.prediction.kind === "interval") span(`prediction interval of ${pooled.at}`, pooled.prediction);
}
