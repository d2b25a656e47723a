import { say } from "../../language/phrase.ts";
import { createTerms } from "../../language/terms.ts";
import type { Lang } from "../../language/text.ts";
import { CASE_SCHEMA, type CaseRecord, caseRecordSchema } from "../../record/case-record.ts";
import { openCase, type SeriesContext } from "../../record/case-view.ts";
import type { Scan } from "../../record/scan.ts";
import type { Facts } from "../finding.ts";
import type { CaseRule, Raised } from "../rule.ts";

/** Parts of a record; everything else is not recorded. */
export type Parts = Partial<Omit<CaseRecord, "schema" | "id">>;

/**
 * What a rule raises in a woman of whom only `parts` are recorded. Every message is said in both languages on the way.
 *
 * @throws Error when a part does not fit the schema or a sentence holds a value that was not filled in
 */
export function found<F extends Facts>(
  rule: CaseRule<F>,
  parts: Parts,
  context: SeriesContext = {},
): readonly Raised<F>[] {
  const record = caseRecordSchema.parse({ schema: CASE_SCHEMA, id: "woman", ...parts });
  const raised = rule.find(openCase(record, context));
  for (const one of raised) {
    for (const lang of ["en", "zh"] as const) {
      const text = sentence(rule, one, lang);
      if (/undefined|NaN|null|\[object/.test(text)) throw new Error(`${rule.id} says: ${text}`);
    }
  }
  return raised;
}

export function sentence<F extends Facts>(rule: CaseRule<F>, raised: Raised<F>, lang: Lang): string {
  return say(rule.message, raised.facts, createTerms(lang));
}

/** A scan at a month with one Z-score or BMD per site. */
export function scanAt(months: number, sites: Scan["sites"], more: Partial<Scan> = {}): Scan {
  return { id: `month-${months}`, at: { months, basis: "stated" }, sites, ...more };
}
