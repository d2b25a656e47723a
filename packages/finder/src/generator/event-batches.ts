import { dayInterval } from "@materbone/clinical";
import type { EventKind } from "../contract.ts";
import type { HospitalOptions } from "./answer-key.ts";
import { CONCEPTS, type Concept } from "./knowledge.ts";
import { makePerson } from "./make-person.ts";
import { emptyDraft, FIRST_IDENTIFIER, MOST_FACTS, type PersonDraft } from "./person-draft.ts";
import { birthText } from "./person-text.ts";

/**
 * Rows of the contract's tables in columns, whole persons only. Event i is of person `personId[i]` with the code
 * `BATCH_CODES[code[i]]`; its value counts where `unit[i]` is not -1.
 */
export type EventBatch = {
  readonly persons: number;
  readonly events: number;
  readonly person: {
    readonly id: Float64Array;
    readonly isFemale: Uint8Array;
    /** Days since 1970-01-01, first and last day that the birth may have been on. */
    readonly birthLow: Int32Array;
    readonly birthHigh: Int32Array;
  };
  readonly personId: Float64Array;
  readonly code: Uint8Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  readonly value: Float64Array;
  readonly unit: Int8Array;
  /** Number of the record, unique in the hospital: `source_ref` is `event/` and this. */
  readonly record: Float64Array;
};

/** Kind, system and code of a row: the OMOP concept where there is one, else the last coding, else the hospital's own. */
export type BatchCode = {
  readonly kind: EventKind;
  readonly system: string;
  readonly code: string;
  readonly units: readonly string[];
  readonly site: string | null;
};

/** What `EventBatch.code` stands for. */
export const BATCH_CODES: readonly BatchCode[] = CONCEPTS.map((concept: Concept) => {
  const coding = concept.codings.at(-1);
  const [system, code] =
    concept.omopConcept !== undefined
      ? ["OMOP", String(concept.omopConcept)]
      : coding !== undefined
        ? [coding.system, coding.code]
        : ["local", concept.local.code];
  return { kind: concept.kind, system, code, units: concept.units ?? [], site: concept.site ?? null };
});

/**
 * The hospital as batches of rows, without any text: one row per fact, for benches of engines.
 *
 * @param persons - persons per batch, at least 1
 * @param first - number of the first person, so that several may work on one hospital
 */
export function* eventBatches(options: HospitalOptions, persons: number, first = 1): Generator<EventBatch> {
  if (!(Number.isInteger(persons) && persons >= 1))
    throw new RangeError(`a batch has at least one person, not ${persons}`);
  const draft = emptyDraft();
  for (let from = first; from <= options.persons; from += persons) {
    yield batch(options.seed, from, Math.min(options.persons, from + persons - 1), draft);
  }
}

type Columns = Pick<EventBatch, "personId" | "code" | "day" | "value" | "unit" | "record">;

function columns(length: number): Columns {
  return {
    personId: new Float64Array(length),
    code: new Uint8Array(length),
    day: new Int32Array(length),
    value: new Float64Array(length),
    unit: new Int8Array(length),
    record: new Float64Array(length),
  };
}

function batch(seed: number, from: number, to: number, draft: PersonDraft): EventBatch {
  const persons = to - from + 1;
  const person = {
    id: new Float64Array(persons),
    isFemale: new Uint8Array(persons),
    birthLow: new Int32Array(persons),
    birthHigh: new Int32Array(persons),
  };
  let rows = columns(persons * 32 + MOST_FACTS);
  let events = 0;
  for (let i = 0; i < persons; i++) {
    makePerson(seed, from + i, draft);
    if (events + draft.length > rows.day.length) rows = grown(rows, 2 * rows.day.length + MOST_FACTS);
    person.id[i] = FIRST_IDENTIFIER + draft.number;
    person.isFemale[i] = draft.sex === "female" ? 1 : 0;
    const { low, high } = birthDays(draft);
    person.birthLow[i] = low;
    person.birthHigh[i] = high;
    const record = draft.number * MOST_FACTS;
    for (let k = 0; k < draft.length; k++) {
      const at = draft.order[k] as number;
      const unit = draft.unit[at] as number;
      rows.personId[events] = FIRST_IDENTIFIER + draft.number;
      rows.code[events] = draft.concept[at] as number;
      rows.day[events] = draft.day[at] as number;
      rows.value[events] = unit < 0 ? 0 : (draft.value[at] as number);
      rows.unit[events] = unit;
      rows.record[events] = record + at;
      events++;
    }
  }
  return { persons, events, person, ...cut(rows, events) };
}

function grown(rows: Columns, length: number): Columns {
  const wider = columns(length);
  wider.personId.set(rows.personId);
  wider.code.set(rows.code);
  wider.day.set(rows.day);
  wider.value.set(rows.value);
  wider.unit.set(rows.unit);
  wider.record.set(rows.record);
  return wider;
}

function cut(rows: Columns, length: number): Columns {
  return {
    personId: rows.personId.subarray(0, length),
    code: rows.code.subarray(0, length),
    day: rows.day.subarray(0, length),
    value: rows.value.subarray(0, length),
    unit: rows.unit.subarray(0, length),
    record: rows.record.subarray(0, length),
  };
}

/** The days that the birth may have been on. */
export function birthDays(draft: PersonDraft): { readonly low: number; readonly high: number } {
  if (draft.birthPrecision === "day") return { low: draft.birthDay, high: draft.birthDay };
  const { earliest, latest } = dayInterval(birthText(draft));
  return { low: earliest, high: latest };
}
