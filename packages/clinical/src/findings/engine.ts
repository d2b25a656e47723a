import { type Phrase, say } from "../language/phrase.ts";
import type { Terms } from "../language/terms.ts";
import type { CaseRecord } from "../record/case-record.ts";
import { type CaseView, openCase, type SeriesContext } from "../record/case-view.ts";
import type { Review, Series } from "../record/series.ts";
import { openSeries, type SeriesView } from "../record/series-view.ts";
import type { Facts, Finding, Severity } from "./finding.ts";
import type { AnyRule, Raised } from "./rule.ts";
import { caseRules } from "./rules/case-rules.ts";
import { seriesRules } from "./rules/series-rules.ts";

/** Every rule, rules of one woman first. A rule id may have a part of each scope. */
export const rules: readonly AnyRule[] = [...caseRules, ...seriesRules];

/** All findings of a series: those of the series itself first, then woman by woman in the order of the file. */
export function findings(series: Series): readonly Finding[] {
  const view = openSeries(series);
  return [...seriesFindings(view), ...view.cases.flatMap((woman) => caseFindings(woman, series.reviews))];
}

/** Findings about the series as a whole: its claims, methods and literature. */
export function seriesFindings(view: SeriesView): readonly Finding[] {
  const found: Finding[] = [];
  for (const rule of seriesRules) {
    for (const raised of rule.find(view)) found.push(finding(rule, raised, null, view.series.reviews));
  }
  return found;
}

/** Findings about one woman. */
export function caseFindings(view: CaseView, reviews?: readonly Review[]): readonly Finding[] {
  const found: Finding[] = [];
  for (const rule of caseRules) {
    for (const raised of rule.find(view)) found.push(finding(rule, raised, view.record.id, reviews));
  }
  return found;
}

/** Findings about one woman outside a series, as in a stream of case records. */
export function looseCaseFindings(
  record: CaseRecord,
  context: SeriesContext & Pick<Series, "reviews"> = {},
): readonly Finding[] {
  return caseFindings(openCase(record, context), context.reviews);
}

/** The finding as a question in the language of `terms`. */
export function sayFinding(found: Finding, terms: Terms): string {
  const rule = ruleOf(found);
  if (rule === undefined) return found.rule;
  // A finding carries the facts of the rule that raised it, which is what its message takes.
  return say(rule.message as Phrase<Facts>, found.facts, terms);
}

/** The rule that raised a finding, in the scope it was raised in. */
export function ruleOf(found: Pick<Finding, "rule" | "case">): AnyRule | undefined {
  const scope = found.case === null ? "series" : "case";
  return rules.find((rule) => rule.id === found.rule && rule.scope === scope);
}

function finding(
  rule: { readonly id: string; readonly severity: Severity },
  raised: Raised<Facts>,
  caseId: string | null,
  reviews: readonly Review[] | undefined,
): Finding {
  const review = reviews?.find(
    (candidate) =>
      candidate.rule === rule.id &&
      (candidate.case ?? null) === caseId &&
      (candidate.at === undefined || candidate.at === raised.at),
  );
  return {
    rule: rule.id,
    severity: raised.severity ?? rule.severity,
    case: caseId,
    at: raised.at,
    facts: raised.facts,
    state: review?.state ?? "open",
    ...(review === undefined ? {} : { note: review.note }),
  };
}
