import type { Facts, Severity } from "../findings/finding.ts";
import type { Phrase } from "../language/phrase.ts";
import type { ClaimKind, ClaimOf } from "../record/claim.ts";
import type { SeriesView } from "../record/series-view.ts";

/**
 * `supported`: the record bears the claim out; `notSupported`: it does not; `cannotTell`: the record lacks what is
 * needed; `notTested`: kept in words, no test exists.
 */
export type ClaimOutcome = "supported" | "notSupported" | "cannotTell" | "notTested";

/** One claim of the authors against the record. */
export type ClaimResult = {
  readonly claim: string;
  readonly kind: ClaimKind;
  readonly outcome: ClaimOutcome;
  /** Severity of the finding that a claim of this kind raises when it is not supported. */
  readonly severity: Severity;
  readonly facts: Facts;
  /** JSON Pointer into the series. */
  readonly at: string;
};

/** What a test found; `facts` hold everything its sentence says. */
export type Tested<F extends Facts> = { readonly outcome: ClaimOutcome; readonly facts: F };

/** How one kind of claim is tested and told. */
export type ClaimTest<K extends ClaimKind, F extends Facts> = {
  readonly kind: K;
  readonly test: (claim: ClaimOf<K>, view: SeriesView) => Tested<F>;
  readonly sentence: Phrase<Tested<F>>;
};

/** Declares a test; its sentence must accept exactly the facts that `test` yields. */
export function claimTest<K extends ClaimKind, const F extends Facts>(test: ClaimTest<K, F>): ClaimTest<K, F> {
  return test;
}

/**
 * Outcome of a claim about all of something: one exception refutes it, an unknown leaves it open, and nothing to look
 * at leaves it open too.
 */
export function outcomeForAll(looked: number, exceptions: number, unknown: number): ClaimOutcome {
  if (exceptions > 0) return "notSupported";
  return unknown > 0 || looked === 0 ? "cannotTell" : "supported";
}
