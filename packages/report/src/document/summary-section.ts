import {
  assess,
  bmdResponses,
  type CaseView,
  countFracturedVertebrae,
  definitionById,
  type Finding,
  firstToLast,
  roiLevels,
  roiName,
  SEVERITIES,
  type SeriesView,
  type Terms,
  testClaims,
} from "@materbone/clinical";
import { sayPlaceOf } from "../benchmark/say-benchmark.ts";
import { headed, womanName } from "../figures/time-words.ts";
import { scanName } from "../scan-name.ts";
import { sayComparability } from "../tables/comparability.ts";
import { SEVERITY_TONE } from "../tables/findings-table.ts";
import { OUTCOME_TONE, RESPONSE_TONE } from "../tables/table-cells.ts";
import { chip } from "./chip.ts";
import { findingsOf } from "./findings-section.ts";
import { type Html, html, NOTHING } from "./html.ts";
import type { ReportInput } from "./report-input.ts";
import { decidingCriteria, PAPER_DEFINITIONS, readingName } from "./verdict-view.ts";
import { fractureSites, lowestZ, shortLine } from "./woman-facts.ts";
import { findingCounts, womanAnchor } from "./woman-section.ts";
import { REPORT_WORDS } from "./words.ts";

/** The report in ten minutes: counts, then one card per woman with her verdicts and her spine. */
export function summarySection(input: ReportInput, found: readonly Finding[], t: Terms): Html {
  const view = input.series;
  return html`<section id="summary"><h2>${t.text(REPORT_WORDS.summary)}</h2><ul class="tiles">${tiles(view, found, t)}</ul><div class="cards">${view.cases.map(
    (woman) => womanCard(woman, input, found, t),
  )}</div></section>`;
}

function tiles(view: SeriesView, found: readonly Finding[], t: Terms): readonly Html[] {
  const words = REPORT_WORDS;
  const { least, isExact } = countFracturedVertebrae(view.cases);
  const vertebrae = t.text(least === 1 ? words.vertebralFracture : words.vertebralFractures);
  const open = found.filter((finding) => finding.state === "open");
  const claims = testClaims(view);
  const notSupported = claims.filter((result) => result.outcome === "notSupported").length;
  const bySeverity = SEVERITIES.toReversed().map((severity) => {
    const count = open.filter((finding) => finding.severity === severity).length;
    return chip(SEVERITY_TONE[severity], `${t.word("severity", severity)} ${count}`);
  });
  return [
    tile(view.cases.length, t.text(view.cases.length === 1 ? words.woman : words.women)),
    isExact ? tile(least, vertebrae) : tile(`≥ ${least}`, `${vertebrae}${t.text(words.levelNotStated)}`),
    tile(open.length, t.text(words.openFindings), bySeverity, "#findings"),
    claims.length === 0 ? NOTHING : tile(notSupported, t.text(words.claimsNotSupported), [], "#claims"),
  ];
}

function tile(count: number | string, words: string, chips: readonly Html[] = [], target?: string): Html {
  const label = target === undefined ? html`${words}` : html`<a href="${target}">${words}</a>`;
  return html`<li><span class="big">${count}</span> <span>${label}</span>${chips.length === 0 ? NOTHING : html`<span class="chips">${chips}</span>`}</li>`;
}

function womanCard(view: CaseView, input: ReportInput, found: readonly Finding[], t: Terms): Html {
  const words = REPORT_WORDS;
  const sites = fractureSites(view, t);
  return html`<article class="card mini"><h3><a href="#${womanAnchor(view)}">${womanName(view.record, t)}</a></h3><p class="line">${shortLine(
    view,
    t,
  )}</p>${spineChange(view, input, t)}<dl class="facts"><dt>${t.text(words.fractures)}</dt><dd>${
    sites.length === 0
      ? t.text(words.noFractures)
      : html`<span class="fracture"><span aria-hidden="true">✕</span> ${t.series(sites)}</span>`
  }</dd><dt>${t.text(words.lowestZ)}</dt><dd>${lowestText(view, t)}</dd>${PAPER_DEFINITIONS.map((id) => paperLine(view, id, t))}</dl>${findingCounts(
    findingsOf(found, view.record.id),
    t,
  )}</article>`;
}

/** Lumbar spine from first to last scan, with the verdict and why there may be none. */
function spineChange(view: CaseView, input: ReportInput, t: Terms): Html {
  const response = firstToLast(bmdResponses(view, input.lsc), "lumbarSpine");
  if (response === undefined)
    return html`<p class="change quiet">${headed(t.site("lumbarSpine"))}${joint(t)}${t.text(REPORT_WORDS.oneScan)}</p>`;
  const region = roiName(roiLevels(response.to.entry.sites.lumbarSpine) ?? [], "\u2013");
  const reasons = response.reasons.map((reason) => sayComparability(reason, t));
  return html`<p class="change"><span class="big">${t.signed(response.percent, 2)}%</span> <span>${
    region === "" ? headed(t.site("lumbarSpine")) : region
  }${t.lang === "zh" ? "，" : ", "}${scanName(response.from, t)} → ${scanName(response.to, t)}</span></p><p>${chip(
    RESPONSE_TONE[response.verdict],
    t.word("response", response.verdict),
  )} <span class="why">${reasons.join(t.lang === "zh" ? "；" : "; ")}</span></p><p class="why">${headed(
    sayPlaceOf(view, response, input.benchmark.benchmark, t),
  )}</p>`;
}

function lowestText(view: CaseView, t: Terms): string {
  const lowest = lowestZ(view);
  if (lowest === undefined) return t.text(REPORT_WORDS.notRecorded);
  if (lowest === "tOnly") return t.text(REPORT_WORDS.tOnly);
  const value = t.fixed(lowest.zScore, 1);
  return t.lang === "zh" ? `${value}（${t.site(lowest.site)}）` : `${value} (${t.site(lowest.site)})`;
}

/** "PLO, any site: undecided, hangs on: other causes excluded". */
function paperLine(view: CaseView, id: (typeof PAPER_DEFINITIONS)[number], t: Terms): Html {
  const verdict = assess(view, definitionById(id));
  const deciding = decidingCriteria(verdict, t);
  const reading = readingName(id, t);
  return html`<dt>${t.lang === "zh" ? `PLO（${reading}）` : `PLO, ${reading}`}</dt><dd>${chip(
    OUTCOME_TONE[verdict.outcome],
    t.word("outcome", verdict.outcome),
  )}${deciding === "" ? NOTHING : html` <span class="why">${deciding}</span>`}</dd>`;
}

function joint(t: Terms): string {
  return t.lang === "zh" ? "：" : ": ";
}
