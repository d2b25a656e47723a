import {
  assess,
  type CaseView,
  type CriterionResult,
  definitionById,
  type Reason,
  sayReason,
  type Terms,
  type Verdict,
} from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { tableHtml } from "../tables/render-html.ts";
import { sensitivityTable } from "../tables/sensitivity-table.ts";
import { OUTCOME_TONE, STATUS_TONE } from "../tables/table-cells.ts";
import { verdictTable } from "../tables/verdict-table.ts";
import { chip } from "./chip.ts";
import { type Html, html, NOTHING, trusted } from "./html.ts";
import { REPORT_WORDS } from "./words.ts";

/** The two readings of the source paper's definition. */
export const PAPER_DEFINITIONS = ["paper-any-site", "paper-all-sites"] as const;

type PaperDefinition = (typeof PAPER_DEFINITIONS)[number];

/**
 * Both readings of the paper criterion by criterion, a criterion that both judge alike once, then every other definition
 * and window in a disclosure.
 */
export function verdictView(view: CaseView, t: Terms): Html {
  const verdicts = PAPER_DEFINITIONS.map((id) => ({ id, verdict: assess(view, definitionById(id)) }));
  const outcomes = verdicts.map(
    ({ id, verdict }) =>
      html`<span class="reading">${headed(readingName(id, t))}${t.lang === "zh" ? "：" : ": "}${chip(
        OUTCOME_TONE[verdict.outcome],
        t.word("outcome", verdict.outcome),
      )}</span>`,
  );
  const [any, all] = verdicts;
  const items = (any?.verdict.criteria ?? []).map((criterion, position) =>
    criterionItem(criterion, all?.verdict.criteria[position], t),
  );
  return html`<section><h3>${t.text(REPORT_WORDS.verdicts)}</h3><p class="lead">${t.text(
    REPORT_WORDS.verdictsLead,
  )}</p><div class="card verdict"><p class="outcomes">${outcomes}</p><ul>${items}</ul></div><details class="print-open block"><summary>${t.text(
    REPORT_WORDS.otherDefinitions,
  )}</summary>${tableHtml({
    ...verdictTable({ cases: [view] }, t.lang),
    id: `verdicts-${view.record.id}`,
  })}${tableHtml(sensitivityTable(view, t.lang))}</details></section>`;
}

/** What an outcome that is not "consistent" rests on: "not met: bone density", "hangs on: other causes excluded". */
export function decidingCriteria(verdict: Verdict, t: Terms): string {
  if (verdict.outcome === "consistent") return "";
  const isRefused = verdict.outcome === "notConsistent";
  const names = verdict.criteria
    .filter((criterion) => criterion.status === (isRefused ? "notMet" : "undecided"))
    .map((criterion) => t.word("criterion", criterion.id));
  const lead = isRefused ? t.word("criterionStatus", "notMet") : t.text(REPORT_WORDS.hangsOn);
  return `${lead}${t.lang === "zh" ? "：" : ": "}${t.series(names)}`;
}

/** "any site", "任一部位". */
export function readingName(id: PaperDefinition, t: Terms): string {
  return t.text(id === "paper-any-site" ? REPORT_WORDS.anySite : REPORT_WORDS.allSites);
}

function criterionItem(any: CriterionResult, all: CriterionResult | undefined, t: Terms): Html {
  const isShared = all === undefined || JSON.stringify(any) === JSON.stringify(all);
  const readings = isShared
    ? [{ name: "", criterion: any }]
    : [
        { name: readingName("paper-any-site", t), criterion: any },
        { name: readingName("paper-all-sites", t), criterion: all },
      ];
  const name = headed(t.word("criterion", any.id));
  return html`<li>${readings.map(
    (reading) =>
      html`<p><strong>${name}</strong>${reading.name === "" ? "" : t.lang === "zh" ? `（${reading.name}）` : `, ${reading.name}`} ${chip(
        STATUS_TONE[reading.criterion.status],
        t.word("criterionStatus", reading.criterion.status),
      )}</p>${reasons(reading.criterion.because, t.text(REPORT_WORDS.used), t)}${reasons(
        reading.criterion.missing,
        t.text(REPORT_WORDS.missing),
        t,
      )}`,
  )}</li>`;
}

function reasons(some: readonly Reason[], heading: string, t: Terms): Html {
  if (some.length === 0) return NOTHING;
  return html`<div class="reasons"><span class="word">${heading}</span><ul${trusted(some.length > 4 ? ' class="many"' : "")}>${some.map((reason) => html`<li>${sayReason(reason, t)}</li>`)}</ul></div>`;
}
