import type { Text } from "./text.ts";

/** One word per value of a vocabulary: a value without a word in both languages does not compile. */
export type WordTable<Value extends string> = Readonly<Record<Value, Text>>;

/** A word in both languages. */
export function word(en: string, zh: string): Text {
  return { en, zh };
}
