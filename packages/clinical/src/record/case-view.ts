import definitionData from "../../knowledge/definitions.json" with { type: "json" };
import { type LabReading, readLaboratory } from "../laboratory/reading.ts";
import { dayInterval } from "../time/calendar.ts";
import { earliestOf, type Interval, point } from "../time/interval.ts";
import {
  DAYS_PER_MONTH,
  monthsFromTo,
  monthsOf,
  type Placed,
  placed,
  TERM_DAYS,
  type TimeFrame,
} from "../time/time-frame.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Fracture } from "./fracture.ts";
import type { Pregnancy } from "./pregnancy.ts";
import { hasReadings, type Scan, SKELETAL_SITES } from "./scan.ts";
import type { SeriesHead } from "./series.ts";
import type { Treatment } from "./treatment.ts";

/** What of the series a single woman is read with: methods, devices, intervals. An empty one for loose cases. */
export type SeriesContext = Pick<SeriesHead, "methods" | "laboratory" | "comparator" | "recruitmentYears">;

/** An entry of the record with its resolved time (months from index delivery, and days where dated) and its place. */
export type Timed<T> = Placed & {
  readonly entry: T;
  /** JSON Pointer into the case record. */
  readonly at: string;
};

/** One woman with her times resolved to months from the index delivery. Everything on it is derived from `record`. */
export type CaseView = {
  readonly record: CaseRecord;
  readonly context: SeriesContext;
  readonly frame: TimeFrame;
  readonly index: Pregnancy | undefined;
  readonly indexAt: string;
  /** Scans with BMD or scores, in time order; scans without a time keep their place in the file. */
  readonly scans: readonly Timed<Scan>[];
  /**
   * The scan a diagnosis rests on: the first with a Z-score from late pregnancy on, else the first with readings; one
   * without a time only where no other is.
   */
  readonly diagnosticScan: Timed<Scan> | undefined;
  readonly fractures: readonly Timed<Fracture>[];
  /** Given treatments (not the declined ones); `when` is the start, `end` the end. */
  readonly treatments: readonly TimedTreatment[];
  readonly declined: readonly Timed<Treatment>[];
  readonly laboratory: readonly LabReading[];
  readonly symptomOnset: Interval | undefined;
  readonly diagnosis: Interval | undefined;
  readonly weaned: Interval | undefined;
};

export type TimedTreatment = Timed<Treatment> & {
  /** `undefined` when not recorded; equal to `when` for a single dose. */
  readonly end: Interval | undefined;
};

/** Earliest time that a diagnostic scan may have, months from delivery: late pregnancy as the definitions take it. */
const LATE_PREGNANCY_MONTHS = -definitionData.latePregnancy.monthsBeforeDelivery;

/** Reads one woman. Derived parts are computed when first asked for, once. */
export function openCase(record: CaseRecord, context: SeriesContext = {}): CaseView {
  return new LazyCaseView(record, context);
}

/** A class, because streams open thousands of women a second and fields cost less than closures. */
class LazyCaseView implements CaseView {
  readonly record: CaseRecord;
  readonly context: SeriesContext;
  readonly index: Pregnancy | undefined;
  readonly indexAt: string;
  readonly frame: TimeFrame;
  readonly weaned: Interval | undefined;
  #scans: readonly Timed<Scan>[] | undefined;
  #fractures: readonly Timed<Fracture>[] | undefined;
  #treatments: readonly TimedTreatment[] | undefined;
  #laboratory: readonly LabReading[] | undefined;
  // Not known and not yet asked for are both undefined, so these two are kept in a box.
  #symptomOnset: { readonly when: Interval | undefined } | undefined;
  #diagnosis: { readonly when: Interval | undefined } | undefined;

  constructor(record: CaseRecord, context: SeriesContext) {
    const position = indexPregnancy(record);
    this.record = record;
    this.context = context;
    this.index = record.pregnancies?.[position];
    this.indexAt = `/pregnancies/${position}`;
    this.frame = timeFrame(this.index);
    this.weaned = monthsOf(this.index?.lactation?.weaned, this.frame);
  }

  get scans(): readonly Timed<Scan>[] {
    this.#scans ??= timedScans(this.record, this.frame);
    return this.#scans;
  }

  get diagnosticScan(): Timed<Scan> | undefined {
    const timed = this.scans.filter(({ when }) => when !== undefined && when.latest >= LATE_PREGNANCY_MONTHS);
    const untimed = this.scans.filter(({ when }) => when === undefined);
    return timed.find(hasZScore) ?? untimed.find(hasZScore) ?? timed[0] ?? untimed[0];
  }

  get fractures(): readonly Timed<Fracture>[] {
    this.#fractures ??= timed(this.record.fractures, "/fractures", (fracture) => fracture.at, this.frame);
    return this.#fractures;
  }

  get treatments(): readonly TimedTreatment[] {
    this.#treatments ??= timedTreatments(this.record, this.frame);
    return this.#treatments;
  }

  get declined(): readonly Timed<Treatment>[] {
    const all = timed(this.record.treatments, "/treatments", (treatment) => treatment.start, this.frame);
    return all.filter((treatment) => treatment.entry.declined !== undefined);
  }

  get laboratory(): readonly LabReading[] {
    this.#laboratory ??= readLaboratory(this.record, this.context, this.frame);
    return this.#laboratory;
  }

  get symptomOnset(): Interval | undefined {
    this.#symptomOnset ??= { when: firstOfIndex(onsetTimes(this.record, this.frame), this.frame) };
    return this.#symptomOnset.when;
  }

  get diagnosis(): Interval | undefined {
    this.#diagnosis ??= { when: firstOfIndex(diagnosisTimes(this.record, this.frame), this.frame) };
    return this.#diagnosis.when;
  }
}

function onsetTimes(record: CaseRecord, frame: TimeFrame): readonly (Interval | undefined)[] {
  return (record.symptoms ?? []).map((symptom) => monthsOf(symptom.onset, frame));
}

function diagnosisTimes(record: CaseRecord, frame: TimeFrame): readonly (Interval | undefined)[] {
  return (record.events ?? []).filter((event) => event.kind === "diagnosis").map((event) => monthsOf(event.at, frame));
}

/** Position of the index pregnancy; the only one, the one marked, else the first. */
export function indexPregnancy(record: CaseRecord): number {
  return Math.max(0, record.pregnancies?.findIndex((pregnancy) => pregnancy.index === true) ?? 0);
}

function timeFrame(index: Pregnancy | undefined): TimeFrame {
  const gestationalAgeDays = index?.gestationalAgeDays === undefined ? TERM_DAYS : point(index.gestationalAgeDays);
  const date = index?.deliveredAt?.date;
  if (date === undefined) return { gestationalAgeDays };
  const [earliest, latest] = typeof date === "string" ? [date, date] : date;
  if (earliest == null || latest == null) return { gestationalAgeDays };
  return {
    delivery: { earliest: dayInterval(earliest).earliest, latest: dayInterval(latest).latest },
    gestationalAgeDays,
  };
}

function timed<T>(
  entries: readonly T[] | undefined,
  pointer: string,
  time: (entry: T) => Parameters<typeof monthsOf>[0],
  frame: TimeFrame,
): readonly Timed<T>[] {
  return (entries ?? []).map((entry, position) => ({
    entry,
    ...placed(time(entry), frame),
    at: `${pointer}/${position}`,
  }));
}

function timedScans(record: CaseRecord, frame: TimeFrame): readonly Timed<Scan>[] {
  const scans = timed(record.scans, "/scans", (scan) => scan.at, frame).filter((scan) => hasReadings(scan.entry));
  // Scans with a time are ordered among themselves; one without keeps its place in the file.
  const ordered = scans.filter(isPlaced).sort(byTime);
  let next = 0;
  return scans.map((scan) => (isPlaced(scan) ? (ordered[next++] ?? scan) : scan));
}

function isPlaced({ when, days }: Placed): boolean {
  return when !== undefined || days !== undefined;
}

/** By the middle of all lengths that lie between the two; times without a common scale stay as they stand. */
function byTime(a: Placed, b: Placed): number {
  const length = monthsFromTo(a, b);
  if (length === undefined) return 0;
  const middle = length.earliest + length.latest;
  return Number.isNaN(middle) ? 0 : -middle;
}

function hasZScore({ entry }: Timed<Scan>): boolean {
  return SKELETAL_SITES.some((site) => entry.sites[site]?.zScore !== undefined);
}

function timedTreatments(record: CaseRecord, frame: TimeFrame): readonly TimedTreatment[] {
  const treatments: TimedTreatment[] = [];
  record.treatments?.forEach((entry, position) => {
    if (entry.declined !== undefined) return;
    const start = placed(entry.start, frame);
    const end = entry.dose?.per === "once" ? start.when : monthsOf(entry.end, frame);
    treatments.push({ entry, ...start, end, at: `/treatments/${position}` });
  });
  return treatments;
}

/** The earliest time from the index pregnancy on; an earlier episode belongs to another pregnancy unless it is all there is. */
function firstOfIndex(times: readonly (Interval | undefined)[], frame: TimeFrame): Interval | undefined {
  const dated = known(times);
  const conception = -frame.gestationalAgeDays.latest / DAYS_PER_MONTH;
  const ofIndex = dated.filter((time) => time.latest >= conception);
  return earliestOf(ofIndex.length > 0 ? ofIndex : dated);
}

function known(times: readonly (Interval | undefined)[]): readonly Interval[] {
  return times.filter((time) => time !== undefined);
}
