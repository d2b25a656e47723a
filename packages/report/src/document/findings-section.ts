import {
  type Facts,
  type Finding,
  localText,
  ruleOf,
  SEVERITIES,
  type SeriesView,
  type Severity,
  sayFinding,
  type Terms,
} from "@materbone/clinical";
import { headed, womanName } from "../figures/time-words.ts";
import { SEVERITY_TONE } from "../tables/findings-table.ts";
import { chip } from "./chip.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { citation } from "./source-text.ts";
import { REPORT_WORDS } from "./words.ts";

/** Gravest first. */
const SEVERITY_ORDER: readonly Severity[] = SEVERITIES.toReversed();

/** Findings by severity, and under each severity the series first and then woman by woman. */
export function findingsSection(view: SeriesView, found: readonly Finding[], t: Terms): Html {
  const words = REPORT_WORDS;
  return html`<section id="findings"><h2>${t.text(words.findings)}</h2><p class="lead">${t.text(words.findingsLead)}</p>${
    found.length === 0 ? html`<p>${t.text(words.noFindings)}</p>` : NOTHING
  }${SEVERITY_ORDER.map((severity) => severityGroup(severity, view, found, t))}</section>`;
}

/** Findings of one woman, or of the series with `null`. */
export function findingsOf(found: readonly Finding[], id: string | null): readonly Finding[] {
  return found.filter((finding) => finding.case === id);
}

function severityGroup(severity: Severity, view: SeriesView, found: readonly Finding[], t: Terms): Html {
  const grave = found.filter((finding) => finding.severity === severity);
  if (grave.length === 0) return NOTHING;
  const owners: readonly (readonly [string | null, string])[] = [
    [null, t.text(REPORT_WORDS.seriesAsAWhole)],
    ...view.cases.map((woman) => [woman.record.id, womanName(woman.record, t)] as const),
  ];
  return html`<section class="card severity"><h3>${chip(SEVERITY_TONE[severity], headed(t.word("severity", severity)))} <span class="count">${
    grave.length
  }</span></h3>${owners.map(([id, name]) => {
    const own = findingsOf(grave, id);
    return own.length === 0
      ? NOTHING
      : html`<h4>${name} <span class="count">${own.length}</span></h4><ul class="findings">${own.map((finding) => findingItem(finding, t))}</ul>`;
  })}</section>`;
}

function findingItem(finding: Finding, t: Terms): Html {
  const rule = ruleOf(finding);
  const state = t.word("findingState", finding.state);
  return html`<li class="finding ${finding.severity}"><p class="message">${sayFinding(finding, t)}</p>${
    finding.note === undefined
      ? NOTHING
      : html`<p class="note">${t.text(REPORT_WORDS.readerNote)}${colon(t)}${localText(finding.note, t.lang)}</p>`
  }<details><summary><span class="meta"><span class="word">${state}</span> <code>${finding.rule}</code> <code>${finding.at}</code></span> <span class="more">${t.text(
    REPORT_WORDS.facts,
  )}</span></summary><dl>${
    rule === undefined
      ? NOTHING
      : html`<dt>${t.text(REPORT_WORDS.ruleAsks)}</dt><dd>${t.text(rule.title)}</dd><dt>${t.text(REPORT_WORDS.source)}</dt><dd>${citation(
          rule.source,
          t,
        )}</dd>`
  }${factItems(finding.facts)}</dl></details></li>`;
}

function factItems(facts: Facts): readonly Html[] {
  return Object.entries(facts).map(
    ([name, fact]) => html`<dt><code>${name}</code></dt><dd><code>${factText(fact)}</code></dd>`,
  );
}

/** A fact as it stands in the machine output. */
function factText(fact: Facts[string]): string {
  return typeof fact === "string" ? fact : JSON.stringify(fact);
}

function colon(t: Terms): string {
  return t.lang === "zh" ? "：" : ": ";
}
