import { type Lang, type LocalText, localText, say, type Terms } from "@materbone/clinical";
import type { EvidenceDocument, EvidenceStudy, Literature, Reading } from "@materbone/evidence";
import { headed, REACHED_WORDS, readingPlace } from "@materbone/report";
import { sayValueAt } from "../../parts/place-words-value.ts";
import { sayChecked, studiesWords as words } from "./studies-words.ts";

/** Who checked what names nobody. */
const OURS = "Materbone";

/** A line of what is known about where a value comes from. */
export type Fact = {
  readonly name: string;
  readonly says: string;
  /** Words of a source behind it, in the language of the source. */
  readonly quotes?: string | undefined;
};

/** Where a value was read, by whom and when, what was noted, and how the study itself is known. */
export function provenance(
  literature: Literature,
  study: EvidenceStudy,
  reading: Reading | undefined,
  terms: Terms,
): readonly Fact[] {
  const { text } = terms;
  const id = reading?.document ?? study.documents[0];
  const document = literature.documents.find((each) => each.id === id);
  const facts: readonly (readonly [name: string, says: string | undefined, quotes?: string])[] = [
    document === undefined ? [text(words.document), id] : [text(words.document), ...documentText(document, terms)],
    [text(words.place), reading?.place === undefined ? undefined : readingPlace(reading.place, terms)],
    [
      text(words.checked),
      reading === undefined
        ? undefined
        : say(sayChecked, { by: reading.checkedBy ?? OURS, on: reading.checked }, terms),
    ],
    [text(words.note), said(reading?.note, terms)],
    [text(words.known), headed(text(REACHED_WORDS[study.reached]))],
  ];
  return facts.flatMap(([name, says, quotes]) => (says === undefined || says === "" ? [] : [{ name, says, quotes }]));
}

/** A document by its short name, or its kind and how much of it was read, and what it is cited as. */
function documentText({ label, kind, reached, cite, doi, pmid }: EvidenceDocument, terms: Terms): [string, string] {
  const wordOf = (place: string, value: string): string =>
    sayValueAt(`/documents/0/${place}`, "literature", value, terms);
  const what = [...new Set([wordOf("kind", kind), wordOf("reached", reached)])].join(terms.lang === "zh" ? "，" : ", ");
  const name = headed(label === undefined ? what : localText(label, terms.lang));
  const ids = [doi === undefined ? undefined : `doi:${doi}`, pmid === undefined ? undefined : `PMID ${pmid}`];
  return [name, [localText(cite, terms.lang), ...ids].filter((part) => part !== undefined).join(" · ")];
}

/** The language that a screen reader takes for words of a source; `undefined` where those of the page will do. */
export function languageOf(quotes: string): "en" | undefined {
  return /\p{Script=Han}/u.test(quotes) ? undefined : "en";
}

/** The name of a document in a list. */
export function documentName({ label, cite }: EvidenceDocument, lang: Lang): string {
  const cited = localText(cite, lang);
  return label === undefined ? cited : `${localText(label, lang)} · ${cited}`;
}

export function said(words: LocalText | undefined, { lang }: Terms): string | undefined {
  return words === undefined ? undefined : localText(words, lang);
}
