import { pointerSteps, type Terms } from "@materbone/clinical";
import { fieldAt, placeParts } from "../../parts/place-words.ts";

/** An entry of a list as its heading says it: "Symptom 2 (back pain)", "第2项（背痛）". */
export function entryTitle(at: string, terms: Terms, record: unknown): string {
  const words = placeParts(at, "case", terms, record).at(-1) ?? "";
  return words.charAt(0).toLocaleUpperCase("en") + words.slice(1);
}

/** One entry of a list, to be added: "symptom", "症状". */
export function entryNoun(list: string, terms: Terms): string {
  const words = fieldAt(pointerSteps(list), "case");
  if (words?.entry === undefined) return "";
  return terms.text({ en: words.entry.one, zh: words.name?.zh ?? words.entry.one });
}
