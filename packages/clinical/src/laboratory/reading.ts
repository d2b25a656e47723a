import type { CaseRecord } from "../record/case-record.ts";
import type { SeriesContext } from "../record/case-view.ts";
import type { LaboratoryPanel, LaboratoryResult } from "../record/laboratory.ts";
import type { Interval } from "../time/interval.ts";
import { monthsOf, type TimeFrame } from "../time/time-frame.ts";
import { convert } from "../units/convert.ts";
import { analyteKnowledge } from "./analyte.ts";
import { applicableIntervals, type PreparedInterval, prepare, type Sampling } from "./interval-index.ts";
import { stateAtSampling } from "./physiological-state.ts";
import { type PrintedValue, printedValue } from "./printed-value.ts";
import { possibleSeasons } from "./season.ts";
import type { Analyte, Season } from "./vocabulary.ts";

/** Where a value lies on an interval, both limits inside. */
export type Flag = "low" | "inRange" | "high";

/**
 * `undetermined`: the intervals that may apply disagree, or a censored value straddles;
 * `noInterval`: none is recorded, or none in a unit that the value converts to.
 */
export type LabFlag = Flag | "undetermined" | "noInterval";

/** An interval that may apply, and where the value lies on it. */
export type AppliedInterval = PreparedInterval & {
  /** The value in the interval's unit. */
  readonly value: number;
  /** `undetermined` for a censored value that reaches over a limit. */
  readonly flag: Flag | "undetermined";
};

/** One laboratory value against every interval that may apply to it. */
export type LabReading = {
  readonly analyte: Analyte;
  readonly value: PrintedValue;
  readonly unit: string;
  /** In the analyte's canonical unit; `undefined` when the unit cannot be read or converted. */
  readonly canonical: number | undefined;
  /** Season of sampling where it is known. */
  readonly season: Season | undefined;
  readonly applied: readonly AppliedInterval[];
  readonly flag: LabFlag;
  readonly when: Interval | undefined;
  /** JSON Pointer of the result in the case record. */
  readonly at: string;
};

/** All laboratory values of a woman in the order of the record. */
export function readLaboratory(record: CaseRecord, context: SeriesContext, frame: TimeFrame): readonly LabReading[] {
  const readings: LabReading[] = [];
  record.laboratory?.forEach((panel, panelPosition) => {
    const when = monthsOf(panel.at, frame);
    const sampling = samplingOf(panel, when, record, frame);
    panel.results.forEach((result, position) => {
      readings.push(readResult(result, context, sampling, when, `/laboratory/${panelPosition}/results/${position}`));
    });
  });
  return readings;
}

function samplingOf(
  panel: LaboratoryPanel,
  when: Interval | undefined,
  record: CaseRecord,
  frame: TimeFrame,
): Sampling {
  return {
    seasons: possibleSeasons(panel, frame),
    state: stateAtSampling(panel, when, record, frame),
    laboratory: panel.laboratory,
  };
}

function readResult(
  result: LaboratoryResult,
  context: SeriesContext,
  sampling: Sampling,
  when: Interval | undefined,
  at: string,
): LabReading {
  const { analyte, unit } = result;
  const value = printedValue(result.value);
  const applied: AppliedInterval[] = [];
  const apply = ({ interval, low, high }: PreparedInterval): void => {
    const converted = convert(value.value, unit, analyte, interval.unit);
    if (converted === undefined || (low === undefined && high === undefined)) return;
    applied.push({ interval, low, high, value: converted, flag: flagOf(converted, value, low, high) });
  };
  if (result.interval === undefined) applicableIntervals(context, analyte, sampling).forEach(apply);
  else apply(prepare({ low: result.interval.low, high: result.interval.high, unit }));
  return {
    analyte,
    value,
    unit,
    canonical: convert(value.value, unit, analyte, analyteKnowledge(analyte).canonicalUnit),
    season: sampling.seasons.length === 1 ? sampling.seasons[0] : undefined,
    applied,
    flag: agreed(applied),
    when,
    at,
  };
}

/** A censored value is flagged only where every number it may stand for lies on the same side. */
function flagOf(
  value: number,
  { censored, limitIncluded }: PrintedValue,
  low: PrintedValue | undefined,
  high: PrintedValue | undefined,
): Flag | "undetermined" {
  const lowest = low?.value ?? Number.NEGATIVE_INFINITY;
  const highest = high?.value ?? Number.POSITIVE_INFINITY;
  if (censored === undefined) return value < lowest ? "low" : value > highest ? "high" : "inRange";
  if (censored === "<") {
    if (value < lowest || (value === lowest && limitIncluded !== true)) return "low";
    // Nothing is measured below zero.
    return lowest <= 0 && value <= highest ? "inRange" : "undetermined";
  }
  if (value > highest || (value === highest && limitIncluded !== true)) return "high";
  return highest === Number.POSITIVE_INFINITY && value >= lowest ? "inRange" : "undetermined";
}

function agreed(applied: readonly AppliedInterval[]): LabFlag {
  const first = applied[0];
  if (first === undefined) return "noInterval";
  return applied.every((other) => other.flag === first.flag) ? first.flag : "undetermined";
}
