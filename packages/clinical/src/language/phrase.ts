import type { Terms } from "./terms.ts";
import type { Lang } from "./text.ts";

/** A sentence with facts in it, in both languages by construction; `t` gives terms and numbers of that language. */
export type Phrase<F> = {
  readonly en: (facts: F, t: Terms) => string;
  readonly zh: (facts: F, t: Terms) => string;
};

export function say<F>(phrase: Phrase<F>, facts: F, terms: Terms): string {
  return phrase[terms.lang satisfies Lang](facts, terms);
}
