import { type CaseView, considerInstead, sayReason, type Terms } from "@materbone/clinical";
import { chip } from "./chip.ts";
import { type Html, html } from "./html.ts";
import { sourceText } from "./source-text.ts";
import { REPORT_WORDS } from "./words.ts";

/** Other conditions that facts of the record could belong to, each with its rule and source. */
export function signalsView(view: CaseView, t: Terms): Html {
  const signals = considerInstead(view);
  return html`<section><h3>${t.text(REPORT_WORDS.considerInstead)}</h3>${
    signals.length === 0
      ? html`<p class="lead">${t.text(REPORT_WORDS.noSignals)}</p>`
      : html`<p class="lead">${t.text(REPORT_WORDS.considerLead)}</p><ul class="card signals">${signals.map(
          (signal) =>
            html`<li><p>${chip("question", t.text(signal.condition))}</p><ul>${signal.because.map(
              (reason) => html`<li>${sayReason(reason, t)}</li>`,
            )}</ul><p class="meta">${t.text(REPORT_WORDS.ruleAsks)}${t.lang === "zh" ? "：" : ": "}${t.text(signal.rule)}</p><p class="meta">${t.text(
              REPORT_WORDS.source,
            )}${t.lang === "zh" ? "：" : ": "}${sourceText(signal.source, t)}</p></li>`,
        )}</ul>`
  }</section>`;
}
