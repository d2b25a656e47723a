import type { Text, Vocabulary } from "@materbone/clinical";

/** Where a field stands: among what is always visible, or behind "more". */
type Placing = { readonly isMore?: true };

/** One field of the record and the control it gets; its label and unit come from the words of places. */
export type LeafSpec = Placing & { readonly key: string } & (
    | { readonly kind: "number"; readonly decimals?: number }
    /** A number as printed, with its digits and a detection limit. */
    | { readonly kind: "printed" }
    /** A number or a range. */
    | { readonly kind: "amount" }
    /** A sentence in one language or in both. */
    | { readonly kind: "text" }
    /** Text that means the same in every language: an id, a document and line. */
    | { readonly kind: "plain"; readonly suggest?: "doseUnit" | "device" }
    /** Short texts, parted by commas. */
    | { readonly kind: "words" }
    | { readonly kind: "choice"; readonly vocabulary: Vocabulary; readonly isNumber?: true }
    | {
        readonly kind: "options";
        readonly options: readonly { readonly value: string; readonly text: Text }[];
        /** The record takes other values of the same form too; one that it holds is shown as it is. */
        readonly isOpen?: true;
        readonly isNumber?: true;
      }
    | { readonly kind: "several"; readonly vocabulary: Vocabulary; readonly values?: readonly string[] }
    | { readonly kind: "flag" }
    | { readonly kind: "answer" }
    | { readonly kind: "when" }
  );

/** An object of the record. `needs` are the fields that it cannot be without: one opens it, several are kept together. */
export type GroupSpec = Placing & {
  readonly kind: "group";
  readonly key: string;
  readonly fields: readonly FieldSpec[];
  readonly needs?: readonly string[];
  /** Short fields that stand side by side, as they are printed. */
  readonly isInline?: true;
};

/** A list of objects. `opens` are the fields that an entry is added with. */
export type ListSpec = Placing & {
  readonly kind: "list";
  readonly key: string;
  readonly fields: readonly FieldSpec[];
  readonly opens: readonly string[];
  /** What an added entry holds besides. */
  readonly start?: Readonly<Record<string, unknown>>;
};

export type FieldSpec = LeafSpec | GroupSpec | ListSpec;

type Leaf<K extends LeafSpec["kind"]> = Extract<LeafSpec, { kind: K }>;

export function number(key: string, decimals?: number): Leaf<"number"> {
  return decimals === undefined ? { kind: "number", key } : { kind: "number", key, decimals };
}
export function text(key: string): Leaf<"text"> {
  return { kind: "text", key };
}
export function plain(key: string, suggest?: "doseUnit" | "device"): Leaf<"plain"> {
  return suggest === undefined ? { kind: "plain", key } : { kind: "plain", key, suggest };
}
export function choice(key: string, vocabulary: Vocabulary): Leaf<"choice"> {
  return { kind: "choice", key, vocabulary };
}
export function flag(key: string): Leaf<"flag"> {
  return { kind: "flag", key };
}
export function answer(key: string): Leaf<"answer"> {
  return { kind: "answer", key };
}
export function when(key: string): Leaf<"when"> {
  return { kind: "when", key };
}
export function more<T extends FieldSpec>(spec: T): T & { readonly isMore: true } {
  return { ...spec, isMore: true };
}

/** Every entry may carry a note and the place it was taken from. */
export const noted: readonly LeafSpec[] = [more(text("note")), more(plain("source"))];
