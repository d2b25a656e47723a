import { bmdResponses, type CaseView, type Finding, type LscSource, type Terms } from "@materbone/clinical";
import { type BenchmarkStatement, benchmarkStatements } from "../benchmark/benchmark-statement.ts";
import { BENCHMARK_WORDS } from "../benchmark/benchmark-words.ts";
import { headed } from "../figures/time-words.ts";
import { scanName } from "../scan-name.ts";
import { benchmarkTable } from "../tables/benchmark-table.ts";
import { lscName } from "../tables/lsc-sentence.ts";
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
  return html`<section><h3>${t.text(REPORT_WORDS.responses)}</h3>${tableHtml(
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
  const name = lscName(other, view.context, t);
  if (changes.length === 0)
    return zh ? `${t.text(REPORT_WORDS.notSwitched)}${name}。` : `${t.text(REPORT_WORDS.notSwitched)} ${name}.`;
  return zh
    ? `${t.text(REPORT_WORDS.switchedLead)}${name}：${changes.join("；")}。`
    : `${t.text(REPORT_WORDS.switchedLead)} ${name}: ${changes.join("; ")}.`;
}
