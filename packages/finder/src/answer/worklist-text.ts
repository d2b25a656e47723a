import { localText, say, type Terms } from "@materbone/clinical";
import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import type { Answer, Candidate } from "./answer.ts";
import { CANDIDATE_NOTICE, FUNNEL_NOTE, WORKLIST_WORDS } from "./answer-words.ts";
import { evidenceRecords } from "./evidence-line.ts";
import {
  sayAge,
  sayClock,
  sayCount,
  sayEvidence,
  sayLines,
  saySettle,
  sayStage,
  sayUnused,
  sayWhy,
} from "./say-answer.ts";
import { sayWhen } from "./say-time.ts";
import type { ShownFunnel } from "./suppress-funnel.ts";

/** The worklist for a terminal: each candidate as a paragraph, the funnel last. Lines are not wrapped. */
export function worklistText(
  answer: Answer,
  funnel: ShownFunnel,
  definition: ResolvedDefinition,
  terms: Terms,
): string {
  const lines = [
    `${terms.text(WORKLIST_WORDS.title)}${terms.lang === "zh" ? "：" : ": "}${localText(definition.name, terms.lang)} (${definition.id} ${definition.version})`,
    terms.text(CANDIDATE_NOTICE),
    terms.text(WORKLIST_WORDS.inside),
    "",
    ...(answer.candidates.length === 0 ? [terms.text(WORKLIST_WORDS.none), ""] : []),
    ...answer.candidates.flatMap((candidate) => [...candidateText(candidate, definition, terms), ""]),
    ...funnelText(funnel, definition, terms),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** One candidate, heading first. */
export function candidateText(candidate: Candidate, definition: ResolvedDefinition, terms: Terms): readonly string[] {
  const { delivery, flags } = candidate;
  const colon = terms.lang === "zh" ? "：" : ": ";
  const certainty = terms.text(candidate.isCertain ? WORKLIST_WORDS.certain : WORKLIST_WORDS.possible);
  const when = delivery.when;
  const block = (title: keyof typeof WORKLIST_WORDS, items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [`   ${terms.text(WORKLIST_WORDS[title])}`, ...items.map((item) => `     ${item}`)];
  return [
    `${candidate.rank}. ${candidate.sourceId} [${candidate.reference}] ${localText(candidate.tierName, terms.lang)} (${certainty})`,
    `   ${terms.text(WORKLIST_WORDS.delivery)}${colon}${sayWhen(when, terms)} [${delivery.reference}]; ${terms.text(WORKLIST_WORDS.age)}${colon}${sayAge(candidate, terms)}`,
    ...block("why", sayWhy(candidate, definition, terms)),
    ...block(
      "flags",
      flags.map(
        ({ name, isCertain }) =>
          `${localText(name, terms.lang)} (${terms.text(isCertain ? WORKLIST_WORDS.certain : WORKLIST_WORDS.possible)})`,
      ),
    ),
    ...block(
      "evidence",
      evidenceRecords(candidate.evidence).map(
        (record) => `${sayLines(record)}  ${sayEvidence(record.line, definition, when, terms, record.beside)}`,
      ),
    ),
    ...block(
      "unused",
      candidate.unused.map((value) => sayUnused(value, definition, when, terms)),
    ),
    ...block(
      "clock",
      candidate.clock.map((reading) => sayClock(reading, when, terms)),
    ),
    ...block(
      "settle",
      candidate.settle.map((item) => saySettle(item, candidate, terms)),
    ),
  ];
}

/** The steps with their counts, people before deliveries. */
export function funnelText(funnel: ShownFunnel, definition: ResolvedDefinition, terms: Terms): readonly string[] {
  const rows = funnel.stages.map(({ id, people, episodes }) => ({
    name: sayStage(id, definition, terms),
    people: sayCount(people, terms),
    episodes: sayCount(episodes, terms),
  }));
  const people = terms.text(WORKLIST_WORDS.people);
  const episodes = terms.text(WORKLIST_WORDS.episodes);
  const width = Math.max(12, ...rows.map((row) => row.people.length));
  const second = Math.max(12, ...rows.map((row) => row.episodes.length));
  const line = (a: string, b: string, name: string): string => `${pad(a, width)}${pad(b, second)}  ${name}`;
  return [
    terms.text(WORKLIST_WORDS.funnel),
    line(people, episodes, terms.text(WORKLIST_WORDS.step)),
    ...rows.map((row) => line(row.people, row.episodes, row.name)),
    say(FUNNEL_NOTE, { smallCell: funnel.smallCell }, terms),
  ];
}

/** Right-aligned; a Chinese character takes two columns of a terminal. */
function pad(text: string, width: number): string {
  const columns = [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
  return `${" ".repeat(Math.max(0, width - columns))}${text}`;
}
