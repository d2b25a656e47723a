import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import type { EvidenceLine } from "./answer.ts";
import {
  type DayRange,
  daysBetweenRanges,
  type Elapsed,
  elapsed,
  type IntegerRange,
  insideWindow,
} from "./day-range.ts";

/** The way of a woman to treatment, in the order in which it should go. */
export const CLOCK_STEPS = ["pain", "imaging", "density", "drug"] as const;
export type ClockStep = (typeof CLOCK_STEPS)[number];

export type ClockReading =
  | { readonly kind: "notRecorded"; readonly step: ClockStep; readonly stream: string }
  | {
      readonly kind: "recorded";
      readonly step: ClockStep;
      readonly stream: string;
      /** First day in the clock's window; a range when dates are partial. */
      readonly first: DayRange;
      /** False when the events may lie outside the window. */
      readonly isCertain: boolean;
      readonly sinceDelivery: Elapsed;
      /** Days since the step before it that is recorded; absent for the first. Negative: it came first. */
      readonly sincePrevious?: {
        readonly step: ClockStep;
        readonly days: IntegerRange;
        /** `reversed` when it certainly came first, `perhapsReversed` when the dates leave that open. */
        readonly order: "inOrder" | "reversed" | "perhapsReversed";
      };
    };

/** One reading per step, in the order of `CLOCK_STEPS`. A step that is not recorded has no day, and no 0. */
export type DelayClock = readonly ClockReading[];

/** The first day of each step in the clock's window; events without a date cannot set it. */
export function readClock(
  definition: ResolvedDefinition,
  delivery: DayRange,
  evidence: readonly EvidenceLine[],
): DelayClock {
  const window = definition.windows[definition.clock.window];
  if (window === undefined) {
    throw new RangeError(`window ${definition.clock.window} of a resolved definition is not there`);
  }
  const readings: ClockReading[] = [];
  let previous: { readonly step: ClockStep; readonly first: DayRange } | undefined;
  for (const step of CLOCK_STEPS) {
    const stream = definition.clock[step];
    const days = evidence.flatMap(({ stream: of, when }) => {
      if (of !== stream || when === undefined) return [];
      const { possibly, certainly } = insideWindow(window, delivery, when);
      return possibly ? [{ when, certainly }] : [];
    });
    const first = firstDay(days);
    if (first === undefined) {
      readings.push({ kind: "notRecorded", step, stream });
      continue;
    }
    readings.push({
      kind: "recorded",
      step,
      stream,
      first,
      isCertain: days.some(({ certainly }) => certainly),
      sinceDelivery: elapsed(delivery, first),
      ...(previous === undefined ? {} : { sincePrevious: sincePrevious(previous, first) }),
    });
    previous = { step, first };
  }
  return readings;
}

/** The first of several events happened at the earliest when the first may have, and not after the first must have. */
function firstDay(days: readonly { readonly when: DayRange; readonly certainly: boolean }[]): DayRange | undefined {
  const low = earliest(days.map(({ when }) => when.low));
  const sure = earliest(days.filter(({ certainly }) => certainly).map(({ when }) => when.high));
  const high = sure ?? earliest(days.map(({ when }) => when.high));
  return low === undefined || high === undefined ? undefined : { low, high };
}

function sincePrevious(
  previous: { readonly step: ClockStep; readonly first: DayRange },
  first: DayRange,
): NonNullable<Extract<ClockReading, { kind: "recorded" }>["sincePrevious"]> {
  const days = daysBetweenRanges(previous.first, first);
  const order = days.most < 0 ? "reversed" : days.least < 0 ? "perhapsReversed" : "inOrder";
  return { step: previous.step, days, order };
}

function earliest(days: readonly string[]): string | undefined {
  return days.reduce<string | undefined>((first, day) => (first === undefined || day < first ? day : first), undefined);
}
