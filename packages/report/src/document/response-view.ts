import {
  type BmdResponse,
  bmdResponses,
  type CaseView,
  type Finding,
  type LscSource,
  lscBasis,
  type SeriesContext,
  SKELETAL_SITES,
  type SkeletalSite,
  type Terms,
} from "@materbone/clinical";
import { type BenchmarkStatement, benchmarkStatements } from "../benchmark/benchmark-statement.ts";
import { BENCHMARK_WORDS } from "../benchmark/benchmark-words.ts";
import { headed } from "../figures/time-words.ts";
import { LSC_BASIS } from "../lsc-basis-words.ts";
import { scanName } from "../scan-name.ts";
import { benchmarkTable } from "../tables/benchmark-table.ts";
import { tableHtml } from "../tables/render-html.ts";
import { responseTable } from "../tables/response-table.ts";
import { type Html, html, NOTHING } from "./html.ts";
import type { ReportInput } from "./report-input.ts";
import { REPORT_WORDS } from "./words.ts";

/**
 * Every pair of scans with the LSC in use named, and what another LSC would change; then every change beside the change that is
 * expected without a drug, and what is said of it.
 *
 * @param own - findings of the woman
 */
export function responseView(view: CaseView, input: ReportInput, own: readonly Finding[], t: Terms): Html {
  const { lsc, benchmark } = input;
  const responses = bmdResponses(view, lsc);
  if (responses.length === 0) {
    return html`<section><h3>${t.text(REPORT_WORDS.responses)}</h3><p class="lead">${t.text(REPORT_WORDS.noResponses)}</p></section>`;
  }
  const statements = benchmarkStatements(view, lsc, benchmark, own, t);
  return html`<section><h3>${t.text(REPORT_WORDS.responses)}</h3><p class="lead">${lscSentence(responses, lsc, view.context, t)}</p>${tableHtml(
    responseTable(view, lsc, t.lang),
  )}<p class="switch">${switchedSentence(view, lsc, t)}</p></section><section><h3>${t.text(BENCHMARK_WORDS.title)}</h3>${statements.map(
    statementBlock,
  )}${tableHtml(benchmarkTable(view, lsc, benchmark.benchmark, t.lang))}</section>`;
}

function statementBlock({ sentence, cautions }: BenchmarkStatement): Html {
  return html`<p class="beside">${sentence}</p>${
    cautions.length === 0
      ? NOTHING
      : html`<ul class="cautions">${cautions.map((caution) => html`<li>${caution}</li>`)}</ul>`
  }`;
}

/** "Least significant change in use: lumbar spine 5.3%, ... (minimum acceptable in-vivo precision)." */
export function lscSentence(
  responses: readonly BmdResponse[],
  lsc: LscSource,
  context: SeriesContext,
  t: Terms,
): string {
  const zh = t.lang === "zh";
  const limits = SKELETAL_SITES.flatMap((site) => {
    const limit = limitOf(responses, site, t);
    return limit === undefined ? [] : [`${t.site(site)} ${limit}`];
  });
  const name = nameOf(lsc, context, t);
  if (limits.length === 0) return `${t.text(REPORT_WORDS.lscInUse)}${zh ? "：" : ": "}${name}${zh ? "。" : "."}`;
  return zh
    ? `${t.text(REPORT_WORDS.lscInUse)}：${limits.join("，")}（${name}）。`
    : `${t.text(REPORT_WORDS.lscInUse)}: ${limits.join(", ")} (from ${name}).`;
}

function limitOf(responses: readonly BmdResponse[], site: SkeletalSite, t: Terms): string | undefined {
  const limits = responses.flatMap((response) =>
    response.site === site && response.lscPercent !== undefined ? [t.fixed(response.lscPercent, 2)] : [],
  );
  const different = [...new Set(limits)];
  return different.length === 0 ? undefined : `${different.join("/")}%`;
}

/** Which verdicts would be others under the LSC that is not in use. */
function switchedSentence(view: CaseView, lsc: LscSource, t: Terms): string {
  const other: LscSource = lsc.kind === "minimum" ? { kind: "paper" } : { kind: "minimum" };
  const responses = bmdResponses(view, lsc);
  const others = bmdResponses(view, other);
  const zh = t.lang === "zh";
  const changes = responses.flatMap((response, position) => {
    const changed = others[position];
    if (changed === undefined || changed.verdict === response.verdict) return [];
    const site = headed(t.site(response.site));
    const pair = `${scanName(response.from, t)} → ${scanName(response.to, t)}`;
    const limit =
      changed.lscPercent === undefined
        ? ""
        : zh
          ? `，LSC ${t.fixed(changed.lscPercent, 2)}%`
          : `, LSC ${t.fixed(changed.lscPercent, 2)}%`;
    const from = t.word("response", response.verdict);
    const to = t.word("response", changed.verdict);
    return [
      zh
        ? `${site}（${pair}${limit}）由“${from}”变为“${to}”`
        : `${site} (${pair}${limit}) goes from “${from}” to “${to}”`,
    ];
  });
  const name = nameOf(other, view.context, t);
  if (changes.length === 0)
    return zh ? `${t.text(REPORT_WORDS.notSwitched)}${name}。` : `${t.text(REPORT_WORDS.notSwitched)} ${name}.`;
  return zh
    ? `${t.text(REPORT_WORDS.switchedLead)}${name}：${changes.join("；")}。`
    : `${t.text(REPORT_WORDS.switchedLead)} ${name}: ${changes.join("; ")}.`;
}

function nameOf(lsc: LscSource, context: SeriesContext, t: Terms): string {
  if (lsc.kind === "centre" && lsc.name !== undefined) return lsc.name;
  return t.text(LSC_BASIS[lscBasis(lsc, context)]);
}
