/** What is wrong with a file, as data; `problem-words.ts` says it. `value` is what stands there, shortened. */
export type Problem = { readonly at: string } & ProblemKind;

export type ProblemKind =
  | { readonly kind: "unknownKey"; readonly key: string; readonly nearest: string | undefined }
  | { readonly kind: "missing"; readonly key: string }
  | { readonly kind: "wrongType"; readonly expected: readonly string[]; readonly value: string }
  | {
      readonly kind: "notOneOf";
      readonly value: string;
      readonly allowed: readonly string[];
      readonly nearest: string | undefined;
    }
  | {
      readonly kind: "outOfRange";
      readonly key: string;
      readonly value: string;
      readonly low: number | undefined;
      readonly high: number | undefined;
    }
  /** A BMD that can only be milligrams. */
  | { readonly kind: "bmdInMilligrams"; readonly value: string; readonly inGrams: string }
  | { readonly kind: "tooFew"; readonly minimum: number }
  | { readonly kind: "tooMany"; readonly maximum: number }
  | { readonly kind: "badFormat"; readonly key: string; readonly value: string }
  | { readonly kind: "impossibleDate"; readonly value: string }
  | { readonly kind: "twoTimes" }
  | { readonly kind: "timeOrder"; readonly value: string }
  | { readonly kind: "noLanguage" }
  | { readonly kind: "noLimit" }
  | { readonly kind: "nameNeeded"; readonly key: string }
  | { readonly kind: "rangeOrder"; readonly value: string }
  /** An interval of equal ends. */
  | { readonly kind: "noBreadth"; readonly value: string }
  /** A value that its own spread rules out. */
  | { readonly kind: "outsideSpread"; readonly value: string; readonly low: number; readonly high: number }
  | { readonly kind: "notAnObject"; readonly value: string }
  | { readonly kind: "tooDeep"; readonly maximum: number }
  | { readonly kind: "noSchema"; readonly expected: string }
  | { readonly kind: "otherSchema"; readonly value: string; readonly expected: string }
  | { readonly kind: "newerSchema"; readonly value: string; readonly expected: string }
  | {
      readonly kind: "duplicateId";
      readonly what: "case" | "scan" | "densitometer" | "claim" | "study" | "document" | "arm" | "outcome";
      readonly id: string;
    }
  | {
      readonly kind: "unknownReference";
      /** `study` and `document` are of a literature, the others of a series. */
      readonly what: "case" | "scan" | "densitometer" | "study" | "document";
      readonly id: string;
      readonly nearest: string | undefined;
    }
  | { readonly kind: "twoIndexPregnancies" }
  | { readonly kind: "noIndexPregnancy" };

/** The longest piece of a wrong value that a message repeats. */
const SHOWN = 60;

/** A value as a message shows it: JSON, shortened. A number too large for JSON shows as what it was read as. */
export function shown(value: unknown): string {
  if (typeof value === "number") return String(value);
  return shortened(value === undefined ? "undefined" : (JSON.stringify(value) ?? String(value)));
}

/** A key or id of the file as a message shows it. */
export function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
