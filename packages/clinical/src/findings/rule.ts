import type { Phrase } from "../language/phrase.ts";
import type { Text } from "../language/text.ts";
import type { CaseView } from "../record/case-view.ts";
import type { SeriesView } from "../record/series-view.ts";
import type { Source } from "../source.ts";
import type { Facts, Severity } from "./finding.ts";

/** What a rule saw at one place; `severity` only where it differs from the rule's own. */
export type Raised<F> = { readonly at: string; readonly facts: F; readonly severity?: Severity };

type RuleText<F> = {
  /** Kebab-case, stable: reviews and documents refer to it. */
  readonly id: string;
  readonly severity: Severity;
  /** Parts of the record it looks at, as field paths for the reference page. */
  readonly reads: readonly string[];
  readonly source: Source;
  /** What the rule asks, one sentence, for the reference page. */
  readonly title: Text;
  readonly message: Phrase<F>;
};

/** Looks at one woman. */
export type CaseRule<F extends Facts = Facts> = RuleText<F> & {
  readonly scope: "case";
  readonly find: (view: CaseView) => readonly Raised<F>[];
};

/** Looks at the series as a whole: its claims, methods and literature. */
export type SeriesRule<F extends Facts = Facts> = RuleText<F> & {
  readonly scope: "series";
  readonly find: (view: SeriesView) => readonly Raised<F>[];
};

/** A rule about one woman with its facts type hidden. */
export type AnyCaseRule = RuleText<never> & {
  readonly scope: "case";
  readonly find: (view: CaseView) => readonly Raised<Facts>[];
};

/** A rule about the series with its facts type hidden. */
export type AnySeriesRule = RuleText<never> & {
  readonly scope: "series";
  readonly find: (view: SeriesView) => readonly Raised<Facts>[];
};

/** A rule as the engine keeps it; its message takes the facts that it raised itself. */
export type AnyRule = AnyCaseRule | AnySeriesRule;

/** Declares a rule about one woman; the message must accept exactly the facts that `find` yields. */
export function caseRule<const F extends Facts>(rule: Omit<CaseRule<F>, "scope">): CaseRule<F> {
  return { ...rule, scope: "case" };
}

/** Declares a rule about the series. */
export function seriesRule<const F extends Facts>(rule: Omit<SeriesRule<F>, "scope">): SeriesRule<F> {
  return { ...rule, scope: "series" };
}
