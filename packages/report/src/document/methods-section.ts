import {
  definitions,
  type Finding,
  localText,
  precisionKnowledge,
  ruleOf,
  type Series,
  type SeriesView,
  type Source,
  type Terms,
} from "@materbone/clinical";
import type { Benchmark } from "@materbone/evidence";
import { BENCHMARK_WORDS } from "../benchmark/benchmark-words.ts";
import { sayBand, sayPoint } from "../benchmark/say-band.ts";
import { headed } from "../figures/time-words.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { sourceText } from "./source-text.ts";
import { COMPUTED, REPORT_WORDS } from "./words.ts";

/** How the data were measured, how numbers were computed, and what knowledge they were judged with. */
export function methodsSection(view: SeriesView, benchmark: Benchmark, found: readonly Finding[], t: Terms): Html {
  const words = REPORT_WORDS;
  return html`<section id="methods"><h2>${t.text(words.methods)}</h2><div class="card"><dl class="methods">${seriesMethods(
    view.series,
    t,
  )}</dl></div><h3>${t.text(words.howComputed)}</h3><ul class="card computed">${COMPUTED.map((rule) => html`<li>${t.text(rule)}</li>`)}</ul><h3>${t.text(
    words.knowledge,
  )}</h3>${knowledge(benchmark, found, t)}</section>`;
}

function seriesMethods(series: Series, t: Terms): readonly Html[] {
  const words = REPORT_WORDS;
  const zh = t.lang === "zh";
  const devices = (series.methods?.densitometers ?? []).map((device) => {
    const precision = (device.precision ?? []).map((stated) => {
      const bound = stated.bound === "atMost" ? "≤" : "=";
      const site = stated.site === undefined ? "" : `${t.site(stated.site)} `;
      return `${site}CV ${bound} ${stated.cvPercent}%${zh ? "，" : ", "}${t.word("precisionKind", stated.kind)}`;
    });
    const country = device.country === undefined ? [] : [device.country];
    const note = device.note === undefined ? [] : [localText(device.note, t.lang)];
    return [[device.manufacturer, device.model].join(" "), ...country, ...precision, ...note].join(zh ? "；" : "; ");
  });
  const assays = (series.methods?.assays ?? []).map((assay) => {
    const names = t.series(assay.analytes.map((analyte) => t.analyte(analyte)));
    const tools = [assay.analyser, assay.reagents].filter((part) => part !== undefined).join(zh ? "；" : "; ");
    return `${headed(names)}${zh ? "：" : ": "}${tools}`;
  });
  const rule = series.methods?.vertebralFractureRule;
  const modality = series.methods?.vertebralFractureModality;
  const fracture =
    rule === undefined
      ? []
      : [
          [t.word("fractureRule", rule), ...(modality === undefined ? [] : [t.word("modality", modality)])]
            .map(headed)
            .join(zh ? "；" : "; "),
        ];
  const ethics = series.ethics;
  const left = (series.screenedOut ?? []).map((entry) => localText(entry.what, t.lang));
  return [
    entry(words.densitometry, devices.length === 0 ? [t.text(words.noDevice)] : devices, t),
    entry(words.fractureRule, fracture, t),
    entry(words.assays, assays, t),
    entry(
      words.comparator,
      series.comparator === undefined ? [] : [headed(t.word("comparator", series.comparator))],
      t,
    ),
    entry(
      words.ethics,
      ethics === undefined
        ? [headed(t.text(words.notRecorded))]
        : [`${t.word("approval", ethics.approval)}${zh ? "；" : "; "}${t.word("consent", ethics.consent)}`],
      t,
    ),
    entry(words.literatureScreen, left, t),
  ];
}

function entry(name: { readonly en: string; readonly zh: string }, texts: readonly string[], t: Terms): Html {
  if (texts.length === 0) return NOTHING;
  return html`<dt>${t.text(name)}</dt>${texts.map((text) => html`<dd>${text}</dd>`)}`;
}

function knowledge(benchmark: Benchmark, found: readonly Finding[], t: Terms): Html {
  const words = REPORT_WORDS;
  const definitionItems = definitions.map(
    (definition) =>
      html`<li><strong>${t.text(definition.name)}</strong> <code>${definition.id}</code>${t.lang === "zh" ? "，" : ", "}${t.text(words.version)} ${definition.version}${
        t.lang === "zh" ? "。" : ". "
      }${sourceText(definition.source, t)}</li>`,
  );
  const limits: readonly (readonly [string, Source])[] = [
    [
      `LSC = ${precisionKnowledge.multiplier.value} × ${t.lang === "zh" ? "精密度误差" : "precision error"}`,
      precisionKnowledge.multiplier.source,
    ],
    ...precisionKnowledge.minimum.map(
      (minimum) =>
        [
          `${headed(t.site(minimum.site))}: CV ${t.fixed(minimum.cvPercent, 1)}%, LSC ${t.fixed(minimum.lscPercent, 1)}%`,
          minimum.source,
        ] as const,
    ),
    [
      `CV ${precisionKnowledge.stated.cvPercent}%, LSC ${precisionKnowledge.stated.lscPercent}%`,
      precisionKnowledge.stated.source,
    ],
    [`Z ≤ ${t.fixed(precisionKnowledge.zScore.belowExpectedRange, 1)}`, precisionKnowledge.zScore.source],
  ];
  const raised = [...new Set(found.map((finding) => ruleOf(finding)).filter((rule) => rule !== undefined))];
  return html`${disclosure(t.text(words.definitions), definitionItems)}${disclosure(
    t.text(words.limits),
    limits.map(
      ([what, source]) =>
        html`<li><strong>${what}</strong>${t.lang === "zh" ? "。" : ". "}${sourceText(source, t)}</li>`,
    ),
  )}${disclosure(
    headed(t.text(BENCHMARK_WORDS.name)),
    Object.values(benchmark).flatMap((site) => [
      html`<li><strong>${headed(t.site(site.site))}</strong>${t.lang === "zh" ? "。" : ". "}${sayBand(site, t)}</li>`,
      ...site.points.map((point) => html`<li>${sayPoint(point, t)}</li>`),
    ]),
  )}${disclosure(
    t.text(words.rules),
    raised.map((rule) => html`<li><code>${rule.id}</code> ${t.text(rule.title)} ${sourceText(rule.source, t)}</li>`),
  )}`;
}

function disclosure(title: string, items: readonly Html[]): Html {
  if (items.length === 0) return NOTHING;
  return html`<details class="print-open card sources"><summary>${title} <span class="count">${items.length}</span></summary><ul>${items}</ul></details>`;
}
