import type { Spread } from "@materbone/evidence";
import { numberCodec, type Reading } from "../../fields/codec.ts";

/** A spread as it is typed: its kind, and the text of its one number or of its two ends. */
export type TypedSpread = { readonly kind: Spread["kind"]; readonly texts: readonly string[] };

export const SPREAD_KINDS: readonly Spread["kind"][] = ["sd", "se", "ci95", "quartiles", "range"];

const codec = numberCodec();

export function isPair(kind: Spread["kind"]): boolean {
  return kind !== "sd" && kind !== "se";
}

export function typedOf(spread: Spread): TypedSpread {
  return spread.kind === "sd" || spread.kind === "se"
    ? { kind: spread.kind, texts: [String(spread.value)] }
    : { kind: spread.kind, texts: [String(spread.lower), String(spread.upper)] };
}

/** The spread that was typed; `undefined` while a number is not there, an SD or SE is not above zero, or the ends run backwards. */
export function spreadOf({ kind, texts }: TypedSpread): Spread | undefined {
  const [first, second] = texts.map((each) => {
    const read = codec.read(each);
    return read.kind === "value" ? Number(read.value) : undefined;
  });
  if (first === undefined) return undefined;
  if (kind === "sd" || kind === "se") return first > 0 ? { kind, value: first } : undefined;
  return second === undefined || first > second ? undefined : { kind, lower: first, upper: second };
}

/** A typed spread as the one text that a form keeps of a field. */
export function spreadText(typed: TypedSpread | undefined): string {
  return typed === undefined ? "" : [typed.kind, ...typed.texts].join("\n");
}

export function typedFrom(text: string): TypedSpread | undefined {
  const [first, ...texts] = text.split("\n");
  const kind = SPREAD_KINDS.find((each) => each === first);
  return kind === undefined ? undefined : { kind, texts };
}

/** What the text of a spread says. */
export function readSpread(text: string): Reading {
  const typed = typedFrom(text);
  if (typed === undefined) return { kind: "empty" };
  const value = spreadOf(typed);
  if (value !== undefined) return { kind: "value", value };
  return { kind: "refused", problem: { kind: "wrongType", expected: ["number"], value: JSON.stringify(typed.texts) } };
}
