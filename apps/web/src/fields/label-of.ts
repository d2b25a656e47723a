import { pointerSteps, type Terms } from "@materbone/clinical";
import { fieldAt, type PlaceOf } from "../parts/place-words.ts";

/** How a field is labelled: "Age (years)", "年龄（岁）". Empty where the fields around it say it all. */
export function labelOf(at: string, terms: Terms, of: PlaceOf = "case"): string {
  const words = fieldAt(pointerSteps(at), of);
  if (words?.name === undefined) return "";
  const name = terms.text(words.name);
  const label = name.charAt(0).toLocaleUpperCase("en") + name.slice(1);
  if (words.unit === undefined) return label;
  return terms.text({ en: `${label} (${words.unit.en})`, zh: `${label}（${words.unit.zh}）` });
}
