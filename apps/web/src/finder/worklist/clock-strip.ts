import { DAYS_PER_MONTH } from "@materbone/clinical";
import { CLOCK_STEPS, type ClockStep, type DelayClock } from "@materbone/finder";

/** Months that a strip reaches; what lies beyond stands at its ends. */
const FROM = -3;
const TO = 24;

export const STRIP = { width: 240, height: 22, edge: 8 } as const;

/** A step of the delay clock on its strip; a step that is not recorded has no place. */
export type StripMark = {
  readonly step: ClockStep;
  readonly x: number;
  readonly x2: number;
  readonly isCertain: boolean;
};

export const STRIP_DELIVERY: number = at(0);

/** Places of the recorded steps, in the order of the clock. */
export function clockStrip(clock: DelayClock): readonly StripMark[] {
  return CLOCK_STEPS.flatMap((step) => {
    const reading = clock.find((one) => one.step === step);
    if (reading?.kind !== "recorded") return [];
    const { days } = reading.sinceDelivery;
    return [
      { step, x: at(days.least / DAYS_PER_MONTH), x2: at(days.most / DAYS_PER_MONTH), isCertain: reading.isCertain },
    ];
  });
}

function at(months: number): number {
  const share = (Math.min(TO, Math.max(FROM, months)) - FROM) / (TO - FROM);
  return STRIP.edge + share * (STRIP.width - 2 * STRIP.edge);
}
