import { changesBetween, type Divergence, type Terms } from "@materbone/clinical";
import { labelled } from "../../language/punctuation.ts";
import { type PlaceOf, placeParts } from "../../parts/place-words.ts";
import { sayValueAt } from "../../parts/place-words-value.ts";
import { conflictWords } from "./conflict-words.ts";

/**
 * What one side made of a place, in words. An entry of a list that is there or not is said as added or taken out, since its
 * place names it; beside one that was taken out, the other side says what it changed in it.
 */
export function saySide(divergence: Divergence, side: "base" | "mine" | "theirs", of: PlaceOf, terms: Terms): string {
  const { at, base } = divergence;
  const value = divergence[side];
  const isEntry = /\/\d+$/.test(at) && [base, divergence.mine, divergence.theirs].some(isObject);
  if (!isEntry || side === "base") return sayValueAt(at, of, isEntry ? undefined : value, terms);
  if (value === undefined) return terms.text(conflictWords.removed);
  if (base === undefined) return terms.text(conflictWords.added);
  const changes = changesBetween(base, value).map((change) => {
    const place = placeParts(at + change.at, of, terms, undefined).slice(placeParts(at, of, terms, undefined).length);
    return labelled(place.join(" › "), sayValueAt(at + change.at, of, change.after, terms), terms.lang);
  });
  return changes.length === 0 ? terms.text(conflictWords.kept) : changes.join("\n");
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
