import type { Facts } from "../findings/finding.ts";
import { type Phrase, say } from "../language/phrase.ts";
import type { Terms } from "../language/terms.ts";
import { densityReasons } from "./density-reasons.ts";
import { exclusionReasons } from "./exclusion-reasons.ts";
import { fractureReasons } from "./fracture-reasons.ts";
import { signalReasons } from "./signal-reasons.ts";
import { timingReasons } from "./timing-reasons.ts";

/** Every sentence that a verdict or a signal can give, in both languages. */
const reasonPhrases = {
  ...timingReasons,
  ...fractureReasons,
  ...densityReasons,
  ...exclusionReasons,
  ...signalReasons,
} as const;

type Catalogue = typeof reasonPhrases;
export type ReasonKey = keyof Catalogue;
type FactsOf<K extends ReasonKey> = Catalogue[K] extends Phrase<infer F> ? F : never;

/** A fact behind a verdict: which sentence, and the raw numbers and places in it. */
export type Reason = { readonly key: ReasonKey; readonly facts: Facts };

/** Builds a reason; the facts must be those of its sentence. */
export function reason<K extends ReasonKey>(key: K, facts: FactsOf<K> & Facts): Reason {
  return { key, facts };
}

export const reasonKeys: readonly ReasonKey[] = Object.keys(reasonPhrases) as ReasonKey[];

/** The reason as a sentence of the language of `terms`. */
export function sayReason(reason: Reason, terms: Terms): string {
  // `reason()` is the only maker of reasons and binds the facts to the key.
  return say(reasonPhrases[reason.key] as Phrase<never>, reason.facts as never, terms);
}
