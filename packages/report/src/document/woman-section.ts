import { type AgentId, type CaseView, type Finding, isBoneActive, SEVERITIES, type Terms } from "@materbone/clinical";
import { bandSiteOf } from "../benchmark/band-site.ts";
import { bandOfWoman } from "../benchmark/woman-band.ts";
import { bmdTrendFigure } from "../figures/bmd-trend-figure.ts";
import { laboratoryFigure } from "../figures/laboratory-figure.ts";
import { spineFigure } from "../figures/spine-figure.ts";
import { headed, womanName } from "../figures/time-words.ts";
import { zLadderFigure } from "../figures/z-ladder-figure.ts";
import { delayTable } from "../tables/delay-table.ts";
import { exposureTable } from "../tables/exposure-table.ts";
import { SEVERITY_TONE } from "../tables/findings-table.ts";
import { followUpTable } from "../tables/follow-up-table.ts";
import { laboratoryTable } from "../tables/laboratory-table.ts";
import { readinessTable } from "../tables/readiness-table.ts";
import { tableHtml } from "../tables/render-html.ts";
import { workupTable } from "../tables/workup-table.ts";
import { chip } from "./chip.ts";
import { figureBlock } from "./figure-block.ts";
import { findingsOf } from "./findings-section.ts";
import { type Html, html, NOTHING } from "./html.ts";
import type { ReportInput } from "./report-input.ts";
import { responseView } from "./response-view.ts";
import { signalsView } from "./signals-view.ts";
import { verdictView } from "./verdict-view.ts";
import { summaryLine } from "./woman-facts.ts";
import { REPORT_WORDS } from "./words.ts";

/** Everything about one woman, from the summary line to the follow-up plan. */
export function womanSection(view: CaseView, input: ReportInput, found: readonly Finding[], t: Terms): Html {
  const words = REPORT_WORDS;
  return html`<section class="woman" id="${womanAnchor(view)}"><h2>${womanName(view.record, t)}</h2><p class="line">${summaryLine(
    view,
    t,
  )}</p>${findingCounts(findingsOf(found, view.record.id), t)}${figures(view, input, t)}${verdictView(view, t)}${signalsView(
    view,
    t,
  )}${responseView(view, input, findingsOf(found, view.record.id), t)}<section><h3>${t.text(words.therapy)}</h3>${treatment(view, t)}${tableHtml(
    delayTable(view, t.lang),
  )}</section><section><h3>${t.text(words.workup)}</h3>${disclosure(tableHtml(workupTable(view, t.lang)), workupTable(view, t.lang).title)}${boneAgents(
    view,
  ).map((agent) => {
    const table = readinessTable(view, agent, t.lang);
    return disclosure(tableHtml(table), table.title);
  })}${
    view.laboratory.length === 0
      ? NOTHING
      : disclosure(tableHtml(laboratoryTable(view, t.lang)), laboratoryTable(view, t.lang).title)
  }</section><section><h3>${t.text(words.followUp)}</h3>${tableHtml(
    followUpTable(view, t.lang, input.asOfMonths),
  )}</section></section>`;
}

/** Name of the woman's part of the page. */
export function womanAnchor(view: CaseView): string {
  return `woman-${view.record.id}`;
}

/** How many questions the rules raised about her, with the way to them. */
export function findingCounts(own: readonly Finding[], t: Terms): Html {
  if (own.length === 0) return NOTHING;
  return html`<p class="counts">${SEVERITIES.toReversed().map((severity) => {
    const count = own.filter((finding) => finding.severity === severity).length;
    return count === 0 ? NOTHING : chip(SEVERITY_TONE[severity], `${t.word("severity", severity)} ${count}`);
  })}</p>`;
}

function figures(view: CaseView, input: ReportInput, t: Terms): Html {
  const { lang } = t;
  const benchmark = bandOfWoman(view, bandSiteOf(view), input.benchmark.benchmark);
  return html`<div class="figures">${figureBlock(
    (layout) => bmdTrendFigure(view, { lang, layout, lsc: input.lsc, quantity: "percent", benchmark }),
    lang,
  )}${figureBlock((layout) => zLadderFigure(view, { lang, layout }), lang, "third")}${figureBlock(
    (layout) => laboratoryFigure(view, { lang, layout }),
    lang,
    "third",
  )}${figureBlock((layout) => spineFigure(view, { lang, layout }), lang, "third")}</div>`;
}

function treatment(view: CaseView, t: Terms): Html {
  if ((view.record.treatments ?? []).length === 0) return html`<p class="lead">${t.text(REPORT_WORDS.noTreatment)}</p>`;
  return tableHtml(exposureTable(view, t.lang));
}

/** Antiresorptive and anabolic agents that she was given or offered. */
function boneAgents(view: CaseView): readonly AgentId[] {
  const agents = (view.record.treatments ?? []).map((entry) => entry.agent).filter(isBoneActive);
  return [...new Set(agents)];
}

function disclosure(content: Html, title: string): Html {
  return html`<details class="print-open block titled"><summary>${headed(title)}</summary>${content}</details>`;
}
