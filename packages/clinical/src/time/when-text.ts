import type { Lang } from "../language/text.ts";
import { isPartialDate } from "./calendar.ts";
import { DAYS_PER_MONTH } from "./time-frame.ts";
import { type When, whenSchema } from "./when.ts";

/** The part of a `When` that says the time itself. */
export type WhenTime = Pick<When, "months" | "date" | "gestationalWeeks" | "readings">;

/** What a line of text says about a time. */
export type WhenReading =
  | {
      readonly kind: "read";
      readonly time: WhenTime;
      /** `derived` when the text was converted (weeks, days or years after delivery), `ambiguous` for separate readings. */
      readonly basis: "stated" | "derived" | "ambiguous";
    }
  | { readonly kind: "empty" }
  | { readonly kind: "refused"; readonly reason: "notUnderstood" | "impossibleDate" | "timeOrder" | "outOfRange" };

/**
 * Reads a time as a clinician types it: `15`, `-2`, `39-51`, `39 or 51`, `>12`, `<6` (months from delivery), `2019-05-04`,
 * `2019-05..2019-07`, `2019年5月`, `34w`, `34+2w`, `28-34w`, `孕34周`, `产后3个月`, `产前2个月`, `产后6周`, `2 years`, `分娩`,
 * in half- or full-width characters. Weeks, days and years after delivery become months, rounded to 0.01.
 */
export function readWhen(text: string): WhenReading {
  const plain = normalised(text);
  if (plain === "") return { kind: "empty" };
  const reading = readReadings(plain) ?? readSpan(plain) ?? readOne(plain);
  if (reading === undefined) {
    const isDate = /^\d{4}-\d{1,2}(-\d{1,2})?$/.test(dashed(plain));
    return { kind: "refused", reason: isDate ? "impossibleDate" : "notUnderstood" };
  }
  if (isBackwards(reading.time)) return { kind: "refused", reason: "timeOrder" };
  const checked = whenSchema.safeParse(reading.time);
  return checked.success ? { kind: "read", ...reading } : { kind: "refused", reason: "outOfRange" };
}

/** The text that `readWhen` reads back to the same time, in either language; empty for a time that is not known. */
export function printWhen(when: When | undefined, lang: Lang = "en"): string {
  if (when === undefined) return "";
  const { months, date, gestationalWeeks, readings } = when;
  if (gestationalWeeks !== undefined) {
    return typeof gestationalWeeks === "number"
      ? `${weeksText(gestationalWeeks)}w`
      : `${weeksText(gestationalWeeks[0])}w..${weeksText(gestationalWeeks[1])}w`;
  }
  if (date !== undefined) return typeof date === "string" ? date : spanText(date, (day) => day, "..");
  if (months === undefined) return readings === undefined ? "" : readings.map(numberText).join(OR[lang]);
  const isNegative = JSON.stringify(months).includes("-");
  const span = typeof months === "number" ? numberText(months) : spanText(months, numberText, isNegative ? ".." : "–");
  if (readings === undefined) return span;
  const separate = readings.map(numberText).join(OR[lang]);
  return isSpanOf(months, readings) ? separate : `${span} (${separate})`;
}

const OR: Readonly<Record<Lang, string>> = { en: " or ", zh: "或" };

type Read = Extract<WhenReading, { kind: "read" }>;
type Reading = Pick<Read, "time" | "basis">;

/** Half-width, lower case, one kind of minus, no spaces that mean nothing. */
function normalised(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2212\u2010\u2011]/g, "-")
    .replace(/[—―～〜]/g, "~")
    .replace(/\s+/g, " ")
    .trim();
}

/** `39 or 51`, `39或51`: separate readings of one time; with a range before them, `39..60 (39 or 51)`. */
function readReadings(text: string): Reading | undefined {
  const match = /^(?:(.+?) ?\(([^()]+)\)|([^()]+))$/.exec(text);
  const listed = match?.[2] ?? match?.[3];
  const parts = listed?.split(/ ?(?:\bor\b|或) ?/);
  if (parts === undefined || parts.length < 2) return undefined;
  const last = parts.at(-1) ?? "";
  // The unit may stand once, behind the last reading or before the first.
  const readings = parts.map((part) => monthsOfText(part) ?? monthsOfText(part + unitBehind(last)));
  if (!readings.every((month) => month !== undefined)) return undefined;
  const range: WhenTime["months"] = [Math.min(...readings), Math.max(...readings)];
  if (match?.[1] === undefined) return { time: { months: range, readings: [...readings] }, basis: "ambiguous" };
  const whole = readSpan(match[1]) ?? readOne(match[1]);
  if (whole?.time.months === undefined) return undefined;
  return { time: { months: whole.time.months, readings: [...readings] }, basis: "ambiguous" };
}

function unitBehind(text: string): string {
  return /[\d.](\D*)$/.exec(text)?.[1] ?? "";
}

const SEPARATORS = [/ ?\.\. ?/, / ?[–~至到] ?/, / to /, / - /];

/** Two ends, or one open end. */
function readSpan(text: string): Reading | undefined {
  const open = /^([<>≤≥]) ?(.+)$/.exec(text) ?? openByWord(text);
  if (open !== null) return openSpan(open[2] ?? "", open[1] === "<" || open[1] === "≤");
  for (const separator of SEPARATORS) {
    const parts = text.split(separator);
    if (parts.length !== 2) continue;
    const [from = "", to = ""] = parts;
    if (from === "" && to !== "") return openSpan(to, true);
    if (to === "" && from !== "") return openSpan(from, false);
    return joined(from, to);
  }
  // A hyphen may also belong to a date or a minus: every place to part the text is tried.
  for (const match of text.matchAll(/(?<=[\dw月年日周天])-(?=[\d-])/g)) {
    const from = text.slice(0, match.index);
    const to = text.slice(match.index + 1);
    if (isDateLike(from) !== isDateLike(to)) continue;
    const whole = joined(from, to);
    if (whole !== undefined && readDate(text) === undefined) return whole;
  }
  return undefined;
}

/** `before 6`, `12个月后`, `早于6`: an array like that of the signs, or null. */
function openByWord(text: string): readonly string[] | null {
  const match = /^(before|after|早于|晚于) ?(.+)$/.exec(text);
  if (match === null) return null;
  const isBefore = match[1] === "before" || match[1] === "早于";
  return readOne(match[2] ?? "") === undefined ? null : ["", isBefore ? "<" : ">", match[2] ?? ""];
}

function openSpan(text: string, isBefore: boolean): Reading | undefined {
  const read = readOne(text);
  if (read === undefined) return undefined;
  const { months, date } = read.time;
  if (typeof months === "number") {
    return { time: { months: isBefore ? [null, months] : [months, null] }, basis: read.basis };
  }
  if (typeof date === "string") return { time: { date: isBefore ? [null, date] : [date, null] }, basis: read.basis };
  return undefined;
}

function joined(from: string, to: string): Reading | undefined {
  const prefix = /^(?:孕|妊娠|产后|产前|分娩前|ga ?)/.exec(from)?.[0] ?? "";
  const first = readOne(from) ?? undefined;
  const second = readOne(prefix !== "" && !to.startsWith(prefix) ? prefix + to : to) ?? readOne(to);
  // The unit may stand only behind the second number: 28-34w, 产后15~18个月.
  const unit = isDateLike(from) ? "" : (/\d ?((?!e[-+\d])[^\d\s.+-].*)$/.exec(to)?.[1] ?? "");
  const start = unit !== "" && !/\D$/.test(from) ? (readOne(from + unit) ?? first) : first;
  if (start === undefined || second === undefined) return undefined;
  const basis = start.basis === "derived" || second.basis === "derived" ? "derived" : "stated";
  const { time: a } = start;
  const { time: b } = second;
  if (typeof a.months === "number" && typeof b.months === "number") {
    // 产前2~1个月 and 产前1~2个月 mean the same two months.
    const isCountedBack = /^(?:产前|分娩前)/.test(from);
    const pair: [number, number] = [a.months, b.months];
    return { time: { months: isCountedBack ? [Math.min(...pair), Math.max(...pair)] : pair }, basis };
  }
  if (typeof a.date === "string" && typeof b.date === "string") return { time: { date: [a.date, b.date] }, basis };
  if (typeof a.gestationalWeeks === "number" && typeof b.gestationalWeeks === "number") {
    return { time: { gestationalWeeks: [a.gestationalWeeks, b.gestationalWeeks] }, basis };
  }
  return undefined;
}

function readOne(text: string): Reading | undefined {
  const part = text.trim();
  const date = readDate(part);
  if (date !== undefined) return { time: { date }, basis: "stated" };
  const weeks = readGestation(part);
  if (weeks !== undefined) return { time: { gestationalWeeks: weeks }, basis: "stated" };
  const months = monthsOfText(part);
  if (months !== undefined) return { time: { months }, basis: "stated" };
  const converted = convertedMonths(part);
  return converted === undefined ? undefined : { time: { months: converted }, basis: "derived" };
}

/** ISO text of `2019`, `2019-5`, `2019/5/4`, `2019.5.4`, `2019年5月4日`. */
function readDate(text: string): string | undefined {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(dashed(text));
  if (match === null) return undefined;
  const [, year, month, day] = match;
  const iso = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter((part) => part !== undefined).join("-");
  return isPartialDate(iso) ? iso : undefined;
}

function dashed(text: string): string {
  const isChinese = /^\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?$/.test(text);
  return isChinese ? text.replace(/[年月]/g, "-").replace(/-?[日号]?$/, "") : text.replace(/(?<=^\d{4}.*)[/.]/g, "-");
}

function isDateLike(text: string): boolean {
  return /^\d{4}/.test(text);
}

const NUMBER = String.raw`[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?`;

/** `34w`, `34+2w`, `34w2d`, `孕34周`, `34 weeks of gestation`, `ga 34`; weeks. A bare "weeks" is not gestation. */
function readGestation(text: string): number | undefined {
  const match =
    /^(?:孕|妊娠|孕期) ?(\d+(?:\.\d+)?)(?: ?\+ ?(\d)| ?周 ?(\d) ?天)? ?周?$/.exec(text) ??
    /^(?:ga ?)(\d+(?:\.\d+)?)(?: ?\+ ?(\d))?(?: ?w(?:eeks?|k)?)?$/.exec(text) ??
    /^(\d+(?:\.\d+)?(?:e-?\d+)?)(?: ?\+ ?(\d))? ?w(?: ?(\d) ?d)?$/.exec(text) ??
    /^(\d+(?:\.\d+)?)(?: ?\+ ?(\d))? ?w(?:ee)?ks?(?: of)? (?:gestation|pregnan\w*)$/.exec(text) ??
    /^(\d+) ?\+ ?(\d) ?(?:周|w(?:ee)?ks?)$/.exec(text);
  if (match === null) return undefined;
  const days = Number(match[2] ?? match[3] ?? 0);
  if (days > 6) return undefined;
  return Number(match[1]) + days / 7;
}

const AFTER = "(?:post ?-?partum|pp|after (?:the )?(?:delivery|birth))";
const BEFORE = "(?:ante ?-?partum|before (?:the )?(?:delivery|birth))";
const MONTHS = new RegExp(
  `^(产后 ?|产前 ?|分娩前 ?|分娩后 ?|m ?)?(${NUMBER}) ?(?:m|mo|mos|months?|个?月)?(?: (${AFTER}|${BEFORE}))?$`,
);

/** Months from delivery, negative before it. */
function monthsOfText(text: string): number | undefined {
  const part = text.trim();
  if (/^(?:分娩|分娩时|产时|(?:at )?(?:delivery|birth))$/.test(part)) return 0;
  const match = MONTHS.exec(part);
  if (match === null) return undefined;
  const months = Number(match[2]);
  return isBefore(match[1], match[3]) ? 0 - months : months;
}

const CONVERTED = new RegExp(
  `^(产后 ?|产前 ?|分娩前 ?|分娩后 ?)?(\\d+(?:\\.\\d+)?) ?(w(?:ee)?ks?|周|d(?:ays?)?|天|日|y(?:ears?|rs?)?|年)(半)?(?: (${AFTER}|${BEFORE}))?$`,
);

/** Weeks, days and years after or before delivery, as months. */
function convertedMonths(text: string): number | undefined {
  if (/^产后 ?半年$/.test(text)) return 6;
  const match = CONVERTED.exec(text);
  if (match === null) return undefined;
  const [, before, digits, unit = "", half, after] = match;
  const isYears = unit.startsWith("y") || unit === "年";
  // 周 alone could be gestation: it needs to say which side of delivery it is counted on.
  if (!isYears && before === undefined && after === undefined) return undefined;
  if (half !== undefined && !isYears) return undefined;
  const count = Number(digits) + (half === undefined ? 0 : 0.5);
  const isWeeks = unit.startsWith("w") || unit === "周";
  const months = isYears ? count * 12 : (count * (isWeeks ? 7 : 1)) / DAYS_PER_MONTH;
  const rounded = Number(months.toFixed(2));
  return isBefore(before, after) ? 0 - rounded : rounded;
}

function isBefore(prefix: string | undefined, suffix: string | undefined): boolean {
  return /^(?:产前|分娩前)/.test(prefix ?? "") || /^(?:ante|before)/.test(suffix ?? "");
}

function isBackwards({ months, date, gestationalWeeks }: WhenTime): boolean {
  const checked = whenSchema.safeParse(
    months !== undefined ? { months } : date !== undefined ? { date } : { gestationalWeeks },
  );
  return !checked.success && checked.error.issues.some((issue) => issue.message === "timeOrder");
}

function isSpanOf(months: WhenTime["months"], readings: readonly number[]): boolean {
  if (!Array.isArray(months)) return false;
  return months[0] === Math.min(...readings) && months[1] === Math.max(...readings);
}

function spanText<T>(bounds: readonly (T | null)[], show: (value: T) => string, dash: string): string {
  const [from = null, to = null] = bounds;
  if (from === null) return to === null ? "" : `<${show(to)}`;
  return to === null ? `>${show(from)}` : show(from) + dash + show(to);
}

function numberText(value: number): string {
  return String(value);
}

function weeksText(weeks: number): string {
  const whole = Math.floor(weeks);
  const days = Math.round((weeks - whole) * 7);
  return days > 0 && days < 7 && whole + days / 7 === weeks ? `${whole}+${days}` : String(weeks);
}
