import {
  caseFindings,
  createTerms,
  type Finding,
  type Lang,
  localText,
  type Series,
  seriesFindings,
  type Terms,
} from "@materbone/clinical";
import { seriesFigure } from "../figures/series-figure.ts";
import { headed, womanName } from "../figures/time-words.ts";
import { tableHtml } from "../tables/render-html.ts";
import { table1 } from "../tables/table1.ts";
import { table2 } from "../tables/table2.ts";
import { table3 } from "../tables/table3.ts";
import { claimsSection } from "./claims-section.ts";
import { figureBlock } from "./figure-block.ts";
import { findingsSection } from "./findings-section.ts";
import { type Html, html, NOTHING, trusted } from "./html.ts";
import { methodsSection } from "./methods-section.ts";
import { PAGE_POLICY } from "./page-policy.ts";
import { PRINT_STYLE } from "./print-style.ts";
import type { ReportInput } from "./report-input.ts";
import { STYLE } from "./style.ts";
import { summarySection } from "./summary-section.ts";
import { womanAnchor, womanSection } from "./woman-section.ts";
import { REPORT_WORDS } from "./words.ts";

/**
 * The whole series as one HTML page without network, script or further files: findings first, then the claims, every
 * woman, the tables and the methods. It prints on A4. All words of the record are escaped.
 */
export function reportHtml(input: ReportInput, lang: Lang): string {
  const t = createTerms(lang);
  const view = input.series;
  const { series } = view;
  const found: readonly Finding[] = [
    ...seriesFindings(view),
    ...view.cases.flatMap((woman) => caseFindings(woman, series.reviews)),
  ];
  const body = html`<a class="skip" href="#content">${t.text(REPORT_WORDS.skip)}</a>${masthead(series, t)}<div class="page">${contents(
    input,
    t,
  )}<main id="content">${summarySection(input, found, t)}${findingsSection(view, found, t)}${claimsSection(
    view,
    t,
  )}${view.cases.map((woman) => womanSection(woman, input, found, t))}${tablesSection(series, t)}${figureSection(input, t)}${methodsSection(view, input.benchmark.benchmark, found, t)}${footer(
    input,
    t,
  )}</main></div>`;
  return `<!doctype html>\n${
    html`<html lang="${lang === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${localText(
      series.title,
      lang,
    )}${" \u00b7 Materbone"}</title><style>${trusted(STYLE)}${trusted(PRINT_STYLE[lang])}</style></head><body>${body}</body></html>`
      .markup
  }\n`;
}

function masthead(series: Series, t: Terms): Html {
  const zh = t.lang === "zh";
  const years = series.recruitmentYears;
  const facts = [
    ...(series.design === undefined ? [] : [t.word("design", series.design)]),
    ...(series.centre === undefined ? [] : [localText(series.centre, t.lang)]),
    ...(series.department === undefined ? [] : [localText(series.department, t.lang)]),
    ...(years === undefined ? [] : [`${years[0]}\u2013${years[1]}${zh ? "年" : ""}`]),
  ];
  const authors = (series.authors ?? []).map((author) => localText(author.name, t.lang));
  return html`<header><p class="brand">Materbone <span>${t.text(REPORT_WORDS.report)}</span></p><h1>${localText(
    series.title,
    t.lang,
  )}</h1>${authors.length === 0 ? NOTHING : html`<p class="authors">${t.series(authors)}</p>`}<p class="line">${headed(facts.join(" · "))}</p><p class="banner">${t.text(
    REPORT_WORDS.banner,
  )}</p>${isSynthetic(series) ? html`<p class="banner synthetic">${t.text(REPORT_WORDS.synthetic)}</p>` : NOTHING}</header>`;
}

function isSynthetic(series: Series): boolean {
  return series.origin === "synthetic" || series.cases.some((record) => record.origin === "synthetic");
}

function contents({ series: view }: ReportInput, t: Terms): Html {
  const words = REPORT_WORDS;
  const link = (target: string, text: string): Html => html`<li><a href="#${target}">${text}</a></li>`;
  return html`<nav aria-label="${t.text(words.contents)}"><ul>${link("summary", t.text(words.summary))}${link(
    "findings",
    t.text(words.findings),
  )}${link("claims", t.text(words.claims))}${view.cases.map((woman) => link(womanAnchor(woman), womanName(woman.record, t)))}${link(
    "tables",
    t.text(words.tables),
  )}${link("methods", t.text(words.methods))}</ul></nav>`;
}

function figureSection({ series: view }: ReportInput, t: Terms): Html {
  if (view.cases.length === 0) return NOTHING;
  return html`<section id="series-figure"><h2>${t.text(REPORT_WORDS.seriesFigure)}</h2>${figureBlock(
    (layout) => seriesFigure(view, { lang: t.lang, layout }),
    t.lang,
  )}</section>`;
}

function tablesSection(series: Series, t: Terms): Html {
  const tables = [
    table1(series, t.lang),
    table2(series, t.lang),
    ...((series.literature ?? []).length > 0 ? [table3(series, t.lang)] : []),
  ];
  return html`<section id="tables"><h2>${t.text(REPORT_WORDS.tables)}</h2>${tables.map((table) => html`<div class="card print-table">${tableHtml(table)}</div>`)}</section>`;
}

function footer({ program, producedOn }: ReportInput, t: Terms): Html {
  const made = [program ?? "Materbone", ...(producedOn === undefined ? [] : [producedOn])].join(" · ");
  return html`<footer><p>${t.text(REPORT_WORDS.banner)}</p><p>${made}</p></footer>`;
}
