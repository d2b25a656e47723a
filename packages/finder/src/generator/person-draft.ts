import type { RandomSource } from "@materbone/numerics";
import type { Sex } from "../contract.ts";
import { conceptNumber, conceptOf } from "./knowledge.ts";

/** Most facts that one person can have. */
export const MOST_FACTS = 512;
/** Source identifiers are this plus the number of the person: eight digits, so that their order is that of the numbers. */
export const FIRST_IDENTIFIER = 10_000_000;

/**
 * One person and what was written down about her: columns, used again for the next person. Fact i is fully given by
 * `concept[i]`, `day[i]`, …; a visit is a fact of its own, and `visit[i]` is the number of the fact that is its visit.
 */
export type PersonDraft = {
  number: number;
  sex: Sex | undefined;
  /** Day of birth, days since 1970-01-01; only its year or month is written when `birthPrecision` says so. */
  birthDay: number;
  birthPrecision: "day" | "month" | "year";
  random: RandomSource;
  /** Number of the story, -1 for none, and the day of the delivery that it belongs to, if there is one. */
  story: number;
  storyDelivery: number | undefined;
  deliveries: number;
  length: number;
  readonly concept: Uint8Array;
  /** Day as written, in the place's own offset. */
  readonly day: Int32Array;
  /** Minute of the day as written, and offset from UTC in minutes. */
  readonly minute: Int16Array;
  readonly offset: Int16Array;
  readonly value: Float64Array;
  /** Number of the unit among the concept's, -1 where there is no value. */
  readonly unit: Int8Array;
  readonly visit: Int16Array;
  /** Facts in the order of their days, those of a day in the order in which they were written. */
  readonly order: Int16Array;
};

/** A draft without a person. */
export function emptyDraft(): PersonDraft {
  return {
    number: 0,
    sex: undefined,
    birthDay: 0,
    birthPrecision: "day",
    random: () => 0,
    story: -1,
    storyDelivery: undefined,
    deliveries: 0,
    length: 0,
    concept: new Uint8Array(MOST_FACTS),
    day: new Int32Array(MOST_FACTS),
    minute: new Int16Array(MOST_FACTS),
    offset: new Int16Array(MOST_FACTS),
    value: new Float64Array(MOST_FACTS),
    unit: new Int8Array(MOST_FACTS),
    visit: new Int16Array(MOST_FACTS),
    order: new Int16Array(MOST_FACTS),
  };
}

const VISIT = {
  outpatient: conceptNumber("visit_outpatient"),
  inpatient: conceptNumber("visit_inpatient"),
  emergency: conceptNumber("visit_emergency"),
} as const;
/** Offset of the hospital, UTC+8, minutes. */
const AT_HOME = 480;

/** Begins a visit; the facts written next belong to it and have its time. */
export function openVisit(
  draft: PersonDraft,
  kind: keyof typeof VISIT,
  day: number,
  minute: number = 480 + Math.floor(draft.random() * 540),
  offset: number = AT_HOME,
): void {
  const at = draft.length;
  if (at >= MOST_FACTS) throw new RangeError(`a person has more than ${MOST_FACTS} facts`);
  draft.concept[at] = VISIT[kind];
  draft.day[at] = day;
  draft.minute[at] = minute;
  draft.offset[at] = offset;
  draft.unit[at] = -1;
  draft.visit[at] = at;
  draft.length = at + 1;
}

/** Writes a fact without a value into the visit that is open. */
export function write(draft: PersonDraft, concept: number): void {
  const at = draft.length;
  if (at === 0) throw new RangeError("no visit is open");
  if (at >= MOST_FACTS) throw new RangeError(`a person has more than ${MOST_FACTS} facts`);
  const before = at - 1;
  draft.concept[at] = concept;
  draft.day[at] = draft.day[before] as number;
  draft.minute[at] = draft.minute[before] as number;
  draft.offset[at] = draft.offset[before] as number;
  draft.unit[at] = -1;
  draft.visit[at] = draft.visit[before] as number;
  draft.length = at + 1;
}

/**
 * Writes a value.
 *
 * @param decimals - to which it is rounded, halves away from zero
 * @param unit - number among the units of the concept
 */
export function measure(draft: PersonDraft, concept: number, value: number, decimals: number, unit = 0): void {
  if (!Number.isFinite(value)) throw new RangeError(`a value of ${conceptOf(concept).key} is not a number`);
  write(draft, concept);
  const at = draft.length - 1;
  const factor = 10 ** decimals;
  const magnitude = Math.round(Math.abs(value) * factor) / factor;
  draft.value[at] = value < 0 && magnitude > 0 ? -magnitude : magnitude;
  draft.unit[at] = unit;
}

/** Puts `order` right, by insertion: a person's facts are few. */
export function orderByDay(draft: PersonDraft): void {
  const { day, minute, order } = draft;
  for (let i = 0; i < draft.length; i++) {
    const key = (day[i] as number) * 1440 + (minute[i] as number);
    let at = i;
    while (at > 0) {
      const before = order[at - 1] as number;
      if ((day[before] as number) * 1440 + (minute[before] as number) <= key) break;
      order[at] = before;
      at--;
    }
    order[at] = i;
  }
}
