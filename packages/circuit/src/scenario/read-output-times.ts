import { runSpan } from "./run-span.ts";
import { report, type ScenarioReading, timeAt, timeText } from "./scenario-reading.ts";
import type { OutputsEntry, TimeText } from "./scenario-schema.ts";
import { modelTime, TIME_UNITS, timeUnitOf } from "./time-unit.ts";

/** Most rows of one run: hourly for eleven years. */
export const MOST_ROWS = 100_000;

type TimesEntry = OutputsEntry["times"][number];
type Grid = Extract<TimesEntry, { every: unknown }>;

/**
 * The times of the rows, ascending, each moment once.
 *
 * @param entries - those that could be read, with their places
 * @returns `undefined` when there is none
 */
export function readOutputTimes(
  reading: ScenarioReading,
  at: string,
  entries: readonly (readonly [at: string, entry: TimesEntry])[],
): Float64Array | undefined {
  const all: number[] = [];
  let total = 0;
  for (const [place, entry] of entries) {
    const series = seriesOf(reading, place, entry);
    if (series === undefined) continue;
    total += series.count;
    if (total > MOST_ROWS) return report(reading, at, { kind: "tooManyRows", count: total, limit: MOST_ROWS });
    for (let k = 0; k < series.count; k++) all.push(series.time(k));
  }
  if (all.length === 0) return undefined;
  all.sort((a, b) => a - b);
  const { moment } = runSpan(all[0] ?? 0, all.at(-1) ?? 0);
  return Float64Array.from(all.filter((time, place) => place === 0 || time - (all[place - 1] ?? 0) > moment));
}

type TimeSeries = { readonly count: number; readonly time: (k: number) => number };

function seriesOf(reading: ScenarioReading, at: string, entry: TimesEntry): TimeSeries | undefined {
  if (typeof entry === "object" && "every" in entry) return gridOf(reading, at, entry);
  if (typeof entry === "object" && "at" in entry) {
    const { kernel, modelYearHours } = reading.model;
    const unit = timeUnitOf(entry.unit);
    if (unit === undefined) {
      return report(reading, `${at}/unit`, { kind: "timeUnit", value: entry.unit, known: TIME_UNITS });
    }
    const { at: times } = entry;
    if (times.length === 0) return report(reading, `${at}/at`, { kind: "emptyList", what: "times", name: "at" });
    const clock = { timeUnit: kernel.timeUnit, modelYearHours };
    return { count: times.length, time: (k) => modelTime(times[k] ?? 0, unit, clock) };
  }
  const time = timeAt(reading, at, entry satisfies TimeText);
  return time === undefined ? undefined : { count: 1, time: () => time };
}

function gridOf(reading: ScenarioReading, at: string, { from, to, every }: Grid): TimeSeries | undefined {
  const first = timeAt(reading, `${at}/from`, from);
  const last = timeAt(reading, `${at}/to`, to);
  const step = timeAt(reading, `${at}/every`, every);
  if (first === undefined || last === undefined || step === undefined) return undefined;
  if (!(step > 0)) {
    return report(reading, `${at}/every`, { kind: "notPositive", key: "every", value: timeText(reading, step) });
  }
  if (!(last > first)) {
    const times = { from: timeText(reading, first), to: timeText(reading, last) };
    return report(reading, at, { kind: "gridBackwards", ...times });
  }
  const { moment } = runSpan(first, last);
  const whole = Math.floor((last - first + moment) / step);
  // The end is a row of its own where the interval does not reach it.
  const hasRest = last - (first + whole * step) > moment;
  const count = whole + 1 + (hasRest ? 1 : 0);
  return { count, time: (k) => (k > whole ? last : first + k * step) };
}
