import {
  type AppliedInterval,
  analyteKnowledge,
  type CaseView,
  type LabFlag,
  type LabReading,
  localText,
  type PrintedValue,
  type Terms,
} from "@materbone/clinical";
import { headed, isTimed, monthsText } from "./time-words.ts";
import { WORDS } from "./words.ts";

/** One interval of a result as a bar. */
export type LabBar = {
  /** Place of the value along the bar: 0 at the left end, 1/3 the lower limit, 2/3 the upper limit, 1 the right end. */
  readonly share: number;
  /** Does the value lie beyond the end of the bar? */
  readonly isBeyond: boolean;
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
  readonly flag: LabFlag;
  /** "summer 15.7–60.3". */
  readonly words: string;
};

export type LabRow = {
  readonly name: string;
  /** Empty when the analyte of the series' panel was not reported. */
  readonly value: string;
  readonly unit: string;
  readonly flag: LabFlag | "notReported";
  readonly bars: readonly LabBar[];
  /** JSON Pointer of the result; absent when it was not reported. */
  readonly at?: string;
};

type LabGroup = { readonly heading: string; readonly rows: readonly LabRow[] };

/** Results occasion by occasion; analytes of the series' panel that a woman lacks stand in her first occasion. */
export function laboratoryGroups(view: CaseView, terms: Terms): readonly LabGroup[] {
  const panels = view.record.laboratory ?? [];
  return panels.map((panel, position) => {
    const readings = view.laboratory.filter((reading) => reading.at.startsWith(`/laboratory/${position}/`));
    const missing =
      position > 0
        ? []
        : (view.context.laboratory?.panel ?? []).filter((analyte) =>
            readings.every((each) => each.analyte !== analyte),
          );
    const rows = [
      ...readings.map((reading) => rowOf(reading, terms)),
      ...missing.map((analyte) => ({
        name: nameOf(analyte, terms),
        value: "",
        unit: "",
        flag: "notReported" as const,
        bars: [],
      })),
    ];
    const [first] = readings;
    const when = first?.when;
    const occasion = panel.occasion === undefined ? [] : [localText(panel.occasion, terms.lang)];
    const time = isTimed(when) ? [AT[terms.lang](monthsText(when, panel.at, terms))] : [];
    const words = [...occasion, ...time];
    const heading =
      words.length === 0 ? terms.text(WORDS.timeNotRecorded) : words.join(terms.lang === "zh" ? "，" : ", ");
    return { heading: headed(heading), rows };
  });
}

const AT = {
  en: (months: string): string => `month ${months} postpartum`,
  zh: (months: string): string => `产后${months}个月`,
};

/** "<0.1" or "43.70": the digits that were printed. */
function printedText({ value, censored, decimals, limitIncluded }: PrintedValue, terms: Terms): string {
  const sign = censored === undefined ? "" : limitIncluded === true ? (censored === "<" ? "≤" : "≥") : censored;
  return `${sign}${terms.fixed(value, decimals)}`;
}

/** "8.53–64.32", "≥20" or "≤100". */
function intervalText(applied: Pick<AppliedInterval, "low" | "high">, terms: Terms): string {
  const { low, high } = applied;
  if (low !== undefined && high !== undefined) return `${printedText(low, terms)}–${printedText(high, terms)}`;
  if (low !== undefined) return `≥${printedText(low, terms)}`;
  return high === undefined ? "" : `≤${printedText(high, terms)}`;
}

function rowOf(reading: LabReading, terms: Terms): LabRow {
  return {
    name: nameOf(reading.analyte, terms),
    value: printedText(reading.value, terms),
    unit: reading.unit,
    flag: reading.flag,
    bars: reading.applied.map((applied) => barOf(applied, reading, terms)),
    at: reading.at,
  };
}

function nameOf(analyte: LabReading["analyte"], terms: Terms): string {
  return headed(terms.text(analyteKnowledge(analyte).symbol));
}

function barOf(applied: AppliedInterval, reading: LabReading, terms: Terms): LabBar {
  const share = shareOf(applied.value, applied.low?.value, applied.high?.value);
  const { interval } = applied;
  const conditions = [
    ...(interval.season === undefined ? [] : [terms.season(interval.season)]),
    ...(interval.state === undefined ? [] : [terms.word("state", interval.state)]),
  ];
  const unit = interval.unit === reading.unit ? "" : ` ${interval.unit}`;
  const limits = `${intervalText(applied, terms)}${unit}`;
  return {
    share: Math.min(1, Math.max(0, share)),
    isBeyond: share < 0 || share > 1,
    hasLow: applied.low !== undefined,
    hasHigh: applied.high !== undefined,
    flag: applied.flag,
    words: [...conditions, limits].join(" "),
  };
}

/** The interval fills the middle third, so its own width is the unit of distance; with one limit, the limit is. */
function shareOf(value: number, low: number | undefined, high: number | undefined): number {
  if (low !== undefined && high !== undefined && high > low) return 1 / 3 + (value - low) / (high - low) / 3;
  if (low !== undefined && low > 0) return value / low / 3;
  if (high !== undefined && high > 0) return ((value / high) * 2) / 3;
  return 0.5;
}
