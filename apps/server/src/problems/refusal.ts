import type { ProblemFacts, ProblemKind } from "./problem-words.ts";

/** One place in what was sent: a JSON Pointer into the body, or the name of a parameter. */
export type PlacedDetail = {
  readonly pointer: string;
  readonly parameter?: string;
  readonly detail: string;
};

/** A request that is refused; `answerProblem` says it in the user's language. */
export class Refusal<K extends ProblemKind = ProblemKind> extends Error {
  override readonly name = "Refusal";
  readonly kind: K;
  readonly facts: ProblemFacts[K];
  readonly problems: readonly PlacedDetail[] | undefined;
  /** Further members of the problem, as the kind defines them. */
  readonly extras: Readonly<Record<string, unknown>>;

  constructor(
    kind: K,
    facts: ProblemFacts[K],
    more: { readonly problems?: readonly PlacedDetail[]; readonly extras?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(kind);
    this.kind = kind;
    this.facts = facts;
    this.problems = more.problems;
    this.extras = more.extras ?? {};
  }
}
