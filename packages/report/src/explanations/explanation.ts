/** How a derived number was computed, in words of one language. */
export type Explanation = {
  /** What the number is: "Change of BMD, total hip". */
  readonly title: string;
  /** The formula with the numbers put in, step by step. */
  readonly steps: readonly string[];
  /** The facts that went in, each with its place in the record where it has one. */
  readonly facts: readonly ExplainedFact[];
  /** What the record or the source leaves open about it. */
  readonly notes: readonly string[];
  /** Where the rule comes from, as one line. */
  readonly source: string | undefined;
};

export type ExplainedFact = { readonly words: string; readonly at: string | undefined };
