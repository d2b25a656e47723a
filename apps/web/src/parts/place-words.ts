import { localText, pointerSteps, type Terms, type Text, valueAt, vocabularies } from "@materbone/clinical";
import { caseFieldWords } from "./place-words-case.ts";
import type { FieldWords } from "./place-words-field.ts";
import { literatureFieldWords } from "./place-words-literature.ts";
import { seriesFieldWords } from "./place-words-series.ts";

/** What a pointer points into: one woman's record, the head of a series, or the literature. */
export type PlaceOf = "case" | "series" | "literature";

/**
 * A place of a record in words, for findings, conflicts and the history: "Scans › scan 2 › total hip › BMD",
 * "骨密度检查 › 第2次 › 全髋 › BMD". With the document at hand an entry of a list says what it is: "treatment 2 (zoledronic acid)".
 * A key that no version of the format knows stands as it is.
 */
export function placeWords(pointer: string, of: PlaceOf, terms: Terms, document?: unknown): string {
  const words = placeParts(pointer, of, terms, document).join(" › ");
  if (words === "") return terms.text(WHOLE[of]);
  return words.charAt(0).toLocaleUpperCase("en") + words.slice(1);
}

/** The words of each step of a place, from the outside in; steps that say nothing are left out. */
export function placeParts(pointer: string, of: PlaceOf, terms: Terms, document?: unknown): readonly string[] {
  const steps = pointerSteps(pointer);
  const parts: string[] = [];
  for (const [depth, step] of steps.entries()) {
    const path = steps.slice(0, depth + 1);
    const said = POSITION.test(step)
      ? entryWords(path, of, terms, document)
      : nameWords(step, fieldAt(path, of), terms);
    if (said !== undefined) parts.push(said);
  }
  return parts;
}

/** What is known of the field that a path ends in; a position in a list counts as its list. */
export function fieldAt(path: readonly string[], of: PlaceOf): FieldWords | undefined {
  const names = path.filter((step) => !POSITION.test(step));
  const key = names.at(-1);
  if (key === undefined) return undefined;
  const parent = names.at(-2) ?? of;
  if (of === "literature") {
    const words = own(literatureFieldWords, `${parent}/${key}`) ?? own(literatureFieldWords, key);
    if (words !== undefined) return words;
  }
  return own(seriesFieldWords, `${parent}/${key}`) ?? own(caseFieldWords, `${parent}/${key}`) ?? generalWords(key, of);
}

function generalWords(key: string, of: PlaceOf): FieldWords | undefined {
  const found =
    of === "case"
      ? (own(caseFieldWords, key) ?? own(seriesFieldWords, key))
      : (own(seriesFieldWords, key) ?? own(caseFieldWords, key));
  if (found !== undefined) return found;
  const history = own<Text>(vocabularies.history, key);
  if (history !== undefined) return { name: history, vocabulary: "answer" };
  const site = own<Text>(vocabularies.skeletalSite, key);
  return site === undefined ? undefined : { name: site };
}

function nameWords(step: string, words: FieldWords | undefined, terms: Terms): string | undefined {
  if (words === undefined) return `“${step}”`;
  return words.name === undefined ? undefined : terms.text(words.name);
}

/** A position: an entry of a list counted from 1, or an end of a pair. */
function entryWords(path: readonly string[], of: PlaceOf, terms: Terms, document: unknown): string | undefined {
  const position = Number(path.at(-1));
  const words = fieldAt(path, of);
  if (words?.entry === undefined) {
    if (position > 1) return terms.text({ en: `number ${position + 1}`, zh: `第${position + 1}个` });
    return terms.text(position === 0 ? FIRST : SECOND);
  }
  const { one, counter } = words.entry;
  const counted = terms.text({ en: `${one} ${position + 1}`, zh: `第${position + 1}${counter}` });
  const name = words.by === undefined ? undefined : entryName(path, words.by, of, terms, document);
  if (name === undefined) return counted;
  return terms.text({ en: `${counted} (${name})`, zh: `${counted}（${name}）` });
}

function entryName(
  path: readonly string[],
  by: string,
  of: PlaceOf,
  terms: Terms,
  document: unknown,
): string | undefined {
  const at = [...path, by];
  const value = valueAt(document, at.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""));
  if (typeof value === "object" && value !== null) return localText(value as { en?: string; zh?: string }, terms.lang);
  if (typeof value !== "string" || value === "") return undefined;
  const { vocabulary, values, refersTo } = fieldAt(at, of) ?? {};
  const word = vocabulary === undefined ? own<Text>(values ?? {}, value) : own<Text>(vocabularies[vocabulary], value);
  if (word !== undefined) return terms.text(word);
  return refersTo === undefined ? value : (nameIn(document, refersTo, value, terms) ?? value);
}

/** Name of the entry with an id in a list of the document. */
function nameIn(
  document: unknown,
  { list, name }: NonNullable<FieldWords["refersTo"]>,
  id: string,
  terms: Terms,
): string | undefined {
  const entries = valueAt(document, list);
  const entry: unknown = Array.isArray(entries) ? entries.find((each) => valueAt(each, "/id") === id) : undefined;
  const said = valueAt(entry, `/${name}`);
  if (typeof said === "object" && said !== null) return localText(said as { en?: string; zh?: string }, terms.lang);
  return typeof said === "string" ? said : undefined;
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

const POSITION = /^\d+$/;
const WHOLE: Readonly<Record<PlaceOf, Text>> = {
  case: { en: "The whole record", zh: "整份记录" },
  series: { en: "The whole series", zh: "整个系列" },
  literature: { en: "The whole literature", zh: "整个文献库" },
};
const FIRST: Text = { en: "lower or earlier end", zh: "下限或最早" };
const SECOND: Text = { en: "upper or later end", zh: "上限或最晚" };
