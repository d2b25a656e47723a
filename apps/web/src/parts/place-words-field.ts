import type { Text, Vocabulary } from "@materbone/clinical";

/** How a field of a record is named on the screen. */
export type FieldWords = {
  /** Absent: the step says nothing, the ones around it do. */
  readonly name?: Text;
  /** How one entry of the list is counted: "scan 2", "第2次". */
  readonly entry?: { readonly one: string; readonly counter: string };
  /** The field of an entry that says which one it is, such as the agent of a treatment. */
  readonly by?: string;
  /** Where the words for the value are found. */
  readonly vocabulary?: Vocabulary;
  /** Words for values that no vocabulary of the record holds. */
  readonly values?: Readonly<Record<string, Text>>;
  /** The value is the id of an entry of another list, which is said by one of its fields. */
  readonly refersTo?: { readonly list: string; readonly name: string };
  /** Printed behind the value. */
  readonly unit?: Text;
};

type More = Omit<FieldWords, "name">;

/** A field that is named. English is lower case; the first step of a place is capitalised where it is said. */
export function field(en: string, zh: string, more: More = {}): FieldWords {
  return { name: { en, zh }, ...more };
}

/** A field that holds one of the words of a vocabulary. */
export function choice(en: string, zh: string, vocabulary: Vocabulary): FieldWords {
  return { name: { en, zh }, vocabulary };
}

/** A field with a number in a unit that both languages print alike. */
export function quantity(en: string, zh: string, unit: string, zhUnit: string = unit): FieldWords {
  return { name: { en, zh }, unit: { en: unit, zh: zhUnit } };
}

/** A list: its name, how an entry is counted, and the field that names an entry. */
export function list(en: string, zh: string, one: string, counter: string, by?: string): FieldWords {
  return { name: { en, zh }, entry: { one, counter }, ...(by === undefined ? {} : { by }) };
}

/** A step that is understood from the ones around it. */
export const SILENT: FieldWords = {};
