import { pointerSteps, type Terms } from "@materbone/clinical";
import { fieldAt, type PlaceOf, placeParts } from "../parts/place-words.ts";

/** An entry of a list as its heading says it: "Symptom 2 (back pain)", "第2项（背痛）". */
export function entryTitle(at: string, terms: Terms, record: unknown, of: PlaceOf = "case"): string {
  const words = placeParts(at, of, terms, record).at(-1) ?? "";
  return words.charAt(0).toLocaleUpperCase("en") + words.slice(1);
}

/** One entry of a list, to be added: "symptom", "症状". */
export function entryNoun(list: string, terms: Terms, of: PlaceOf = "case"): string {
  const words = fieldAt(pointerSteps(list), of);
  if (words?.entry === undefined) return "";
  return terms.text({ en: words.entry.one, zh: words.name?.zh ?? words.entry.one });
}
