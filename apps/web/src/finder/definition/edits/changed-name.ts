import type { LocalText } from "@materbone/clinical";

/** What a copy that is going to be changed is called, by the name of what it is a copy of. */
export function changedName(name: LocalText): LocalText {
  if (typeof name === "string") return { en: CHANGED.en(name), zh: CHANGED.zh(name) };
  const texts = (["en", "zh"] as const).flatMap((lang) => {
    const text = name[lang];
    return text === undefined ? [] : [[lang, CHANGED[lang](text)] as const];
  });
  return Object.fromEntries(texts);
}

const CHANGED = { en: (name: string): string => `${name}, changed`, zh: (name: string): string => `${name}，已改动` };
