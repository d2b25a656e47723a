import { createTerms, type Lang, localText, say, type Terms } from "@materbone/clinical";
import {
  type Answer,
  CANDIDATE_NOTICE,
  type Candidate,
  type EvidenceRecord,
  evidenceRecords,
  FUNNEL_NOTE,
  type ResolvedDefinition,
  type RunManifest,
  type ShownFunnel,
  sayAge,
  sayClock,
  sayCount,
  sayLines,
  saySettle,
  sayStage,
  sayStreams,
  sayTiming,
  sayUnused,
  sayWhat,
  sayWhen,
  sayWhy,
  WORKLIST_WORDS,
  wholeCodings,
} from "@materbone/finder";
import { chip } from "../document/chip.ts";
import { type Html, html, NOTHING, trusted } from "../document/html.ts";
import { PAGE_POLICY } from "../document/page-policy.ts";
import { PRINT_STYLE } from "../document/print-style.ts";
import { STYLE } from "../document/style.ts";
import { REPORT_WORDS } from "../document/words.ts";
import { evidenceTimeline } from "./evidence-timeline.ts";
import { WORKLIST_PAGE_WORDS } from "./worklist-page-words.ts";

export type WorklistPage = {
  readonly answer: Answer;
  readonly funnel: ShownFunnel;
  readonly definition: ResolvedDefinition;
  readonly run?: RunManifest;
};

/** What this page has besides the look of the reports. */
const OWN_STYLE = `
.candidate{break-inside:avoid-page}
.candidate h3 .chip{margin-left:.5rem;vertical-align:.1em;white-space:normal}
.candidate h3,.facts{overflow-wrap:anywhere}
.steps{margin:.2rem 0;padding-left:1.2rem}
.steps li{margin:.1rem 0}
#overview th,#overview td,.candidate th,.candidate td code{white-space:nowrap}
#overview td:nth-child(3){white-space:normal;min-width:9rem}
.candidate td:nth-child(2){min-width:7rem}
@media (max-width:600px){.candidate h3 .chip{margin:.15rem .4rem 0 0}.candidate .facts{grid-template-columns:minmax(0,1fr);gap:.1rem}.candidate .facts dd{margin-bottom:.4rem}}
`;

/** The worklist as one HTML page without network, script or further files. It prints on A4; every word of the data is escaped. */
export function worklistHtml(page: WorklistPage, lang: Lang): string {
  const t = createTerms(lang);
  const { answer, definition, funnel, run } = page;
  const words = WORKLIST_PAGE_WORDS;
  const name = localText(definition.name, lang);
  const nav: readonly (readonly [string, string])[] = [
    ["overview", t.text(words.overview)],
    ...definition.tiers.flatMap((tier): readonly (readonly [string, string])[] => {
      const first = answer.candidates.find((candidate) => candidate.tier === tier.id);
      return first === undefined ? [] : [[anchor(first), localText(tier.name, lang)]];
    }),
    ["funnel", t.text(WORKLIST_WORDS.funnel)],
    ...(run === undefined ? [] : [["run", t.text(words.run)] as const]),
  ];
  const body = html`<a class="skip" href="#content">${t.text(words.skip)}</a><header><p class="brand">Materbone <span>${t.text(
    WORKLIST_WORDS.title,
  )}</span></p><h1>${name}</h1><p class="line">${definition.id} ${definition.version}</p><p class="banner">${t.text(
    CANDIDATE_NOTICE,
  )} ${t.text(REPORT_WORDS.banner)}</p><p class="banner synthetic">${t.text(WORKLIST_WORDS.inside)}</p></header><div class="page"><nav aria-label="${t.text(
    words.contents,
  )}"><ul>${nav.map(([target, text]) => html`<li><a href="#${target}">${text}</a></li>`)}</ul></nav><main id="content">${overview(
    page,
    t,
  )}${answer.candidates.map((candidate) => candidateCard(candidate, definition, t))}${funnelSection(funnel, definition, t)}${
    run === undefined ? NOTHING : runSection(run, t)
  }<footer><p>${t.text(CANDIDATE_NOTICE)}</p></footer></main></div>`;
  return `<!doctype html>\n${
    html`<html lang="${lang === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${name}${" \u00b7 Materbone"}</title><style>${trusted(STYLE)}${trusted(PRINT_STYLE[lang])}${trusted(OWN_STYLE)}</style></head><body>${body}</body></html>`
      .markup
  }\n`;
}

function overview({ answer }: WorklistPage, t: Terms): Html {
  const words = WORKLIST_PAGE_WORDS;
  const { candidates } = answer;
  const head = [
    words.rank,
    words.person,
    words.tier,
    words.certainty,
    WORKLIST_WORDS.delivery,
    words.firstPain,
    words.drug,
  ];
  return html`<section id="overview"><h2>${t.text(words.overview)}</h2>${
    candidates.length === 0
      ? html`<p>${t.text(WORKLIST_WORDS.none)}</p>`
      : scroll(
          t.text(words.overview),
          html`<thead><tr>${head.map((word) => html`<th scope="col">${t.text(word)}</th>`)}</tr></thead><tbody>${candidates.map(
            (candidate) =>
              html`<tr><td class="right">${candidate.rank}</td><td><a href="#${anchor(candidate)}">${candidate.sourceId}</a></td><td>${localText(
                candidate.tierName,
                t.lang,
              )}</td><td>${certainty(candidate.isCertain, t)}</td><td>${sayWhen(candidate.delivery.when, t)}</td><td>${firstDay(
                candidate,
                "pain",
                t,
              )}</td><td>${firstDay(candidate, "drug", t)}</td></tr>`,
          )}</tbody>`,
        )
  }</section>`;
}

function candidateCard(candidate: Candidate, definition: ResolvedDefinition, t: Terms): Html {
  const { delivery, evidence, unused, flags, settle } = candidate;
  const words = WORKLIST_WORDS;
  const facts: readonly (readonly [string, Html])[] = [
    [t.text(words.delivery), html`${sayWhen(delivery.when, t)} <code>${delivery.reference}</code>`],
    [t.text(words.age), html`${sayAge(candidate, t)}`],
    [t.text(words.why), list(sayWhy(candidate, definition, t))],
    ...(flags.length === 0
      ? []
      : [
          [
            t.text(words.flags),
            list(flags.map(({ name, isCertain }) => `${localText(name, t.lang)} (${certainty(isCertain, t)})`)),
          ] as const,
        ]),
    [t.text(words.clock), list(candidate.clock.map((reading) => sayClock(reading, delivery.when, t)))],
    [t.text(words.settle), list(settle.map((item) => saySettle(item, candidate, t)))],
    ...(unused.length === 0
      ? []
      : [[t.text(words.unused), list(unused.map((value) => sayUnused(value, definition, delivery.when, t)))] as const]),
  ];
  const figure = html`<figure class="figure full"><div class="wide">${evidenceTimeline(candidate, definition, t, "wide")}</div><div class="narrow">${evidenceTimeline(
    candidate,
    definition,
    t,
    "narrow",
  )}</div></figure>`;
  return html`<section class="card candidate" id="${anchor(candidate)}"><h3>${candidate.rank}. ${candidate.sourceId} <code>${candidate.reference}</code>${chip(
    "question",
    localText(candidate.tierName, t.lang),
  )}${chip(candidate.isCertain ? "good" : "quiet", certainty(candidate.isCertain, t))}</h3><dl class="facts">${facts.map(
    ([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`,
  )}</dl>${evidence.some(({ when }) => when !== undefined) ? figure : NOTHING}<h4>${t.text(words.evidence)}</h4>${evidenceRows(
    candidate,
    definition,
    t,
  )}</section>`;
}

function evidenceRows({ evidence, delivery }: Candidate, definition: ResolvedDefinition, t: Terms): Html {
  const words = WORKLIST_PAGE_WORDS;
  const head = [words.line, words.stream, words.what, words.when, words.certainty, words.reference];
  return scroll(
    t.text(WORKLIST_WORDS.evidence),
    html`<thead><tr>${head.map((word) => html`<th scope="col">${t.text(word)}</th>`)}</tr></thead><tbody>${evidenceRecords(
      evidence,
    ).map(
      (record) =>
        html`<tr><td class="right">${sayLines(record)}</td><td>${sayStreams([record.line, ...record.beside], definition, t)}</td><td class="wraps"${titled(record)}>${sayWhat(
          record.line,
          t,
          record.beside,
        )}</td><td class="wraps">${sayTiming(record.line, delivery.when, t)}</td><td>${certainty(
          [record.line, ...record.beside].some(({ isCertain }) => isCertain),
          t,
        )}</td><td><code>${record.line.sourceRef}</code></td></tr>`,
    )}</tbody>`,
  );
}

/** The codings whole, where they are said shorter. */
function titled({ line, beside }: EvidenceRecord): Html {
  const whole = wholeCodings([line, ...beside]);
  return whole === undefined ? NOTHING : html` title="${whole}"`;
}

function funnelSection(funnel: ShownFunnel, definition: ResolvedDefinition, t: Terms): Html {
  const words = WORKLIST_WORDS;
  return html`<section id="funnel"><h2>${t.text(words.funnel)}</h2>${scroll(
    t.text(words.funnel),
    html`<thead><tr><th scope="col">${t.text(words.step)}</th><th scope="col" class="right">${t.text(words.people)}</th><th scope="col" class="right">${t.text(
      words.episodes,
    )}</th></tr></thead><tbody>${funnel.stages.map(
      ({ id, people, episodes }) =>
        html`<tr><th scope="row" class="wraps">${sayStage(id, definition, t)}</th><td class="right">${sayCount(people, t)}</td><td class="right">${sayCount(
          episodes,
          t,
        )}</td></tr>`,
    )}</tbody>`,
  )}<div class="notes"><p>${say(FUNNEL_NOTE, { smallCell: funnel.smallCell }, t)}</p></div></section>`;
}

function runSection(run: RunManifest, t: Terms): Html {
  const words = WORKLIST_PAGE_WORDS;
  const facts: readonly (readonly [string, string])[] = [
    [t.text(words.definition), `${run.definition.id} ${run.definition.version}`],
    [t.text(words.hash), run.definition.hash],
    [t.text(words.engine), `${run.engine.name} ${run.engine.version}`],
    ...(run.asOf === undefined ? [] : [[t.text(words.asOf), run.asOf] as const]),
    [t.text(words.ended), run.endedAt],
    [t.text(words.program), `Materbone ${run.materbone}`],
  ];
  return html`<section id="run"><h2>${t.text(words.run)}</h2><dl class="methods">${facts.map(
    ([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`,
  )}</dl></section>`;
}

function firstDay(candidate: Candidate, step: "pain" | "drug", t: Terms): string {
  const reading = candidate.clock.find((one) => one.step === step);
  return reading?.kind === "recorded" ? sayWhen(reading.first, t) : t.text(WORKLIST_WORDS.notRecorded);
}

function certainty(isCertain: boolean, t: Terms): string {
  return t.text(isCertain ? WORKLIST_WORDS.certain : WORKLIST_WORDS.possible);
}

function scroll(label: string, table: Html): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table>${table}</table></div>`;
}

function list(items: readonly string[]): Html {
  return html`<ul class="steps">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function anchor(candidate: Candidate): string {
  return `candidate-${candidate.rank}`;
}
