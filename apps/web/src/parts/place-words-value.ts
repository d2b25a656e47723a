import { jsonPointer, localText, MINUS, pointerSteps, type Terms, type Text, vocabularies } from "@materbone/clinical";
import { fieldAt, type PlaceOf } from "./place-words.ts";

/**
 * A value of a record in words: its term, its unit, a time as a time, a list as a list. Digits stay as recorded.
 * An absent value was not recorded.
 */
export function sayValueAt(pointer: string, of: PlaceOf, value: unknown, terms: Terms): string {
  if (value === undefined || value === null) return terms.text(NOT_RECORDED);
  if (typeof value === "boolean") return terms.text(value ? YES : NO);
  if (Array.isArray(value)) return listText(pointer, of, value, terms);
  if (typeof value === "object") return objectText(pointer, of, value as Readonly<Record<string, unknown>>, terms);
  const words = fieldAt(pointerSteps(pointer), of);
  const key = String(value);
  const table: Readonly<Record<string, Text>> | undefined =
    words?.values ?? (words?.vocabulary === undefined ? undefined : vocabularies[words.vocabulary]);
  const word = table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
  if (word !== undefined) return terms.text(word);
  return withUnit(typeof value === "number" ? key.replace("-", MINUS) : key, words?.unit, terms);
}

function withUnit(text: string, unit: Text | undefined, terms: Terms): string {
  if (unit === undefined) return text;
  return terms.text(unit) === "%" ? `${text}%` : `${text} ${terms.text(unit)}`;
}

function listText(pointer: string, of: PlaceOf, value: readonly unknown[], terms: Terms): string {
  const words = fieldAt(pointerSteps(pointer), of);
  const isPair = value.length === 2 && words?.entry === undefined && value.every((end) => !isPlain(end));
  if (isPair) return pairText(pointer, of, value, terms);
  const entries = value.map((entry) => sayValueAt(pointer, of, entry, terms));
  if (entries.length === 0) return terms.text(EMPTY);
  if (!value.some(isPlain)) return terms.series(entries);
  return entries.map((entry, position) => `${position + 1}. ${entry}`).join("\n");
}

/** `[earliest, latest]`, `null` for an open end. */
function pairText(pointer: string, of: PlaceOf, [low, high]: readonly unknown[], terms: Terms): string {
  if (low === null) return terms.text({ en: "up to ", zh: "至 " }) + sayValueAt(pointer, of, high, terms);
  if (high === null) return terms.text({ en: "from ", zh: "自 " }) + sayValueAt(pointer, of, low, terms);
  const from = typeof low === "number" ? String(low).replace("-", MINUS) : String(low);
  return `${from}${terms.text({ en: " to ", zh: " 至 " })}${sayValueAt(pointer, of, high, terms)}`;
}

function objectText(pointer: string, of: PlaceOf, value: Readonly<Record<string, unknown>>, terms: Terms): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return terms.text(EMPTY);
  if (keys.every((key) => key === "en" || key === "zh")) return localText(value, terms.lang);
  const parts = keys.map((key) => {
    const at = pointer + jsonPointer([key]);
    const said = sayValueAt(at, of, value[key], terms);
    const name = fieldAt(pointerSteps(at), of)?.name;
    if (name === undefined || TIMES.has(key)) return said;
    return terms.text({ en: `${terms.text(name)}: ${said}`, zh: `${terms.text(name)}：${said}` });
  });
  return parts.join(terms.text({ en: "; ", zh: "；" }));
}

function isPlain(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** Fields of a time and of a dose that need no name beside their value. */
const TIMES: ReadonlySet<string> = new Set(["months", "date", "gestationalWeeks", "basis", "amount", "unit"]);
const NOT_RECORDED: Text = { en: "not recorded", zh: "未记录" };
const EMPTY: Text = { en: "empty", zh: "空" };
const YES: Text = { en: "yes", zh: "是" };
const NO: Text = { en: "no", zh: "否" };
