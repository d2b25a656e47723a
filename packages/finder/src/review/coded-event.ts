import { localText, monthsBetween, type Text, type When } from "@materbone/clinical";
import type { DayRange } from "../answer/day-range.ts";
import { rangeOf } from "../answer/evidence-line.ts";
import { EVENT_KINDS, type EventKind } from "../contract.ts";
import { conceptLibrary } from "../definition/concept-library.ts";
import type { ConceptRule } from "../definition/definition-schema.ts";
import { laterVisitsAmong } from "../definition/later-visit.ts";
import { dayOfIso } from "../ir/day-number.ts";
import type { Cell, Row } from "../ir/relation.ts";

/** An event of the contract as one of the library's concepts, its time in months from the delivery. Nothing else of it is kept. */
export type CodedEvent = {
  readonly concept: string;
  readonly rule: ConceptRule;
  readonly kind: string;
  /** The code itself, to be compared with codes only: what a hospital puts behind a code may say anything. */
  readonly code: string;
  /** Whether its record is of a later visit or a sequela: something broke, but not then. */
  readonly isLaterVisit: boolean;
  readonly when: When;
  /** Months from the delivery, the earliest it may have been. */
  readonly months: number;
  readonly days: DayRange;
  /** Same for two events of one day, or of one month or year where no more is known. */
  readonly dayKey: string;
  /** Same for two events that were made together: on one day, or, where the day is not known, in one record. Only to be compared. */
  readonly visitKey: string;
  readonly value?: number;
  /** As given; to be compared with a form only, such as "L1-L4". */
  readonly site?: string;
  /** As given; to be compared with known units only. */
  readonly unit?: string;
};

/** What is left of an event without a date. */
export type UndatedEvent = Pick<CodedEvent, "concept" | "rule" | "isLaterVisit">;
/** Events that a record does not take, by why. */
export type LeftOutEvents = {
  readonly undated: number;
  /** Longer before or after the delivery than a record goes. */
  readonly tooFar: number;
  /** Of codes that no concept of the library names, by kind. */
  readonly unnamed: readonly { readonly kind: EventKind; readonly count: number }[];
};

/** Decimals of months in a record: a hundredth is a third of a day. */
const MONTH_DECIMALS = 100;
/** What a record takes, months from the delivery. */
const EARLIEST = -120;
const LATEST = 720;

/** Which concepts of the library a code belongs to; each with the longest code that takes it in. */
export function conceptsOf(
  system: string,
  code: string,
  isBelow: (system: string, ancestor: string, code: string) => boolean,
): readonly { readonly concept: string; readonly rule: ConceptRule }[] {
  return Object.entries(conceptLibrary.sets).flatMap(([concept, set]) => {
    const fitting = set.include.filter(
      (rule) =>
        rule.system === system &&
        (rule.code === code ||
          (rule.match === "prefix" && code.startsWith(rule.code)) ||
          (rule.match === "descendants" && isBelow(system, rule.code, code))),
    );
    const [best] = [...fitting].sort(
      (a, b) => Number(b.code === code) - Number(a.code === code) || b.code.length - a.code.length,
    );
    return best === undefined ? [] : [{ concept, rule: best }];
  });
}

/**
 * The events that the library knows, by time; an event of two concepts stands under each.
 *
 * @returns `undated` are those without a date, which no part of a record can hold
 */
export function codedEvents(
  events: readonly Row[],
  ancestors: readonly Row[],
  delivery: DayRange,
): {
  readonly coded: readonly CodedEvent[];
  readonly undated: readonly UndatedEvent[];
  readonly leftOut: LeftOutEvents;
} {
  const below = new Set(
    ancestors.map((row) => pairKey(text(row.system), text(row.ancestor_code), text(row.descendant_code))),
  );
  const isBelow = (system: string, ancestor: string, code: string): boolean =>
    below.has(pairKey(system, ancestor, code));
  const isLater = laterVisitsAmong(events);
  const coded: CodedEvent[] = [];
  const undated: UndatedEvent[] = [];
  let undatedEvents = 0;
  let tooFar = 0;
  const unnamed: string[] = [];
  for (const row of events) {
    const range = rangeOf(textOrNull(row.date_low), textOrNull(row.date_high));
    const found = conceptsOf(text(row.system), text(row.code), isBelow);
    if (found.length === 0) {
      unnamed.push(text(row.kind));
      continue;
    }
    if (range === undefined) {
      undatedEvents += 1;
      undated.push(...found.map((one) => ({ ...one, isLaterVisit: isLater(row) })));
      continue;
    }
    const time = monthsFrom(delivery, range);
    if (time === undefined) {
      tooFar += 1;
      continue;
    }
    for (const { concept, rule } of found) {
      coded.push({
        concept,
        rule,
        kind: text(row.kind),
        code: text(row.code),
        isLaterVisit: isLater(row),
        ...time,
        days: range,
        dayKey: `${range.low}/${range.high}`,
        visitKey: range.low === range.high ? range.low : JSON.stringify([range, row.source_ref]),
        ...(typeof row.value === "number" && Number.isFinite(row.value) ? { value: row.value } : {}),
        ...(typeof row.site === "string" ? { site: row.site } : {}),
        ...(typeof row.unit === "string" ? { unit: row.unit } : {}),
      });
    }
  }
  const sorted = coded.sort((a, b) => a.months - b.months || compare(eventKey(a), eventKey(b)));
  const byKind = EVENT_KINDS.map((kind) => ({ kind, count: unnamed.filter((one) => one === kind).length }));
  return {
    coded: sorted,
    undated,
    leftOut: { undated: undatedEvents, tooFar, unnamed: byKind.filter(({ count }) => count > 0) },
  };
}

/** Where an entry came from: the code that the library names, never what the source wrote. */
export function fromCode({ concept, rule }: CodedEvent, more?: Text): Text {
  const isExact = rule.match === "exact";
  const beyond = isExact ? "" : " or below";
  const zhBeyond = isExact ? "" : "或其下位";
  const name = rule.display === undefined ? "" : `, ${rule.display}`;
  const set = conceptLibrary.sets[concept]?.name;
  return {
    en: `Coded in the source: ${rule.system} ${rule.code}${beyond}${name} (${concept}).${more === undefined ? "" : ` ${more.en}`}`,
    // The library has names of codes in English only; the concept has one in both.
    zh: `来源编码：${rule.system} ${rule.code}${zhBeyond}（${set === undefined ? "" : `${localText(set, "zh")}，`}${concept}）。${more?.zh ?? ""}`,
  };
}

/** Notes one after another. */
export function together(texts: readonly Text[]): Text {
  const join = (lang: "en" | "zh", space: string): string => texts.map((text) => text[lang]).join(space);
  return { en: join("en", " "), zh: join("zh", "") };
}

/** A time as a record takes it, open where it may be earlier than a record goes; `undefined` when it is later than that. */
export function recordTime(delivery: DayRange, when: DayRange): When | undefined {
  const { earliest, latest } = monthBounds(delivery, when);
  if (!(latest <= LATEST)) return undefined;
  if (earliest >= EARLIEST) return whenOf(earliest, latest);
  return { months: [null, Math.max(EARLIEST, latest)], basis: "derived" };
}

/** Months from the delivery to a day, of a record's precision. */
export function monthsTo(delivery: DayRange, day: string): number {
  return rounded(monthsBetween(dayOfIso(delivery.low), dayOfIso(day)));
}

function monthsFrom(delivery: DayRange, when: DayRange): { readonly when: When; readonly months: number } | undefined {
  const { earliest, latest } = monthBounds(delivery, when);
  if (!(earliest >= EARLIEST && latest <= LATEST)) return undefined;
  return { when: whenOf(earliest, latest), months: earliest };
}

function monthBounds(delivery: DayRange, when: DayRange): { readonly earliest: number; readonly latest: number } {
  return {
    earliest: rounded(monthsBetween(dayOfIso(delivery.high), dayOfIso(when.low))),
    latest: rounded(monthsBetween(dayOfIso(delivery.low), dayOfIso(when.high))),
  };
}

function whenOf(earliest: number, latest: number): When {
  return { months: earliest === latest ? earliest : [earliest, latest], basis: "derived" };
}

function rounded(months: number): number {
  // Adding 0 turns -0 into 0.
  return Math.round(months * MONTH_DECIMALS) / MONTH_DECIMALS + 0;
}

function eventKey({ concept, rule, kind, code, value, unit, site }: CodedEvent): string {
  return JSON.stringify([concept, rule.system, rule.code, kind, code, value ?? null, unit ?? null, site ?? null]);
}

function pairKey(...parts: readonly string[]): string {
  return parts.join("\u0000");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function text(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell);
}

function textOrNull(cell: Cell | undefined): string | null {
  return typeof cell === "string" ? cell : null;
}
