import { localText } from "@materbone/clinical";
import { conceptLibrary, sayWindow } from "@materbone/finder";
import { useTerms } from "../../../language/language.tsx";
import { bracketed } from "../../../language/punctuation.ts";
import { useEditing } from "../editing-context.tsx";
import type { Option } from "./Pick.tsx";

/** The streams, windows or concept sets that a part may name, as choices. A window is called by what it is. */
export function useNameOptions(part: "streams" | "windows" | "concepts"): readonly Option[] {
  const terms = useTerms();
  const { definition } = useEditing();
  if (part === "windows") {
    return Object.entries(definition.windows).map(([value, window]) => ({
      value,
      text: bracketed(sayWindow(window, terms), localText(window.name, terms.lang), terms.lang),
    }));
  }
  const own = Object.entries(definition[part] ?? {}).map(([value, { name }]) => ({
    value,
    text: localText(name, terms.lang),
  }));
  if (part === "streams") return own;
  const library = Object.entries(conceptLibrary.sets)
    .filter(([name]) => own.every(({ value }) => value !== name))
    .map(([value, { name }]) => ({ value, text: terms.text(name) }));
  return [...own, ...library];
}
