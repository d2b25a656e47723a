import { type Lang, type LocalText, localText, say, type Terms } from "@materbone/clinical";
import type { EvidenceDocument, EvidenceStudy, Literature, Reading } from "@materbone/evidence";
import { headed, REACHED_WORDS } from "@materbone/report";
import { sayChecked, studiesWords as words } from "./studies-words.ts";

/** A line of what is known about where a value comes from. */
/** Who checked what names nobody. */
const OURS = "Materbone";

export type Fact = { readonly name: string; readonly says: string };

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
  const facts: readonly (readonly [name: string, says: string | undefined])[] = [
    [text(words.document), document === undefined ? id : documentText(document, terms)],
    [text(words.place), reading?.place],
    [
      text(words.checked),
      reading === undefined
        ? undefined
        : say(sayChecked, { by: reading.checkedBy ?? OURS, on: reading.checked }, terms),
    ],
    [text(words.note), said(reading?.note, terms)],
    [text(words.known), headed(text(REACHED_WORDS[study.reached]))],
  ];
  return facts.flatMap(([name, says]) => (says === undefined || says === "" ? [] : [{ name, says }]));
}

/** A document by its short name, with what it is cited as. */
export function documentText({ label, cite, doi, pmid }: EvidenceDocument, { lang }: Terms): string {
  const name = label === undefined ? undefined : localText(label, lang);
  const ids = [doi === undefined ? undefined : `doi:${doi}`, pmid === undefined ? undefined : `PMID ${pmid}`];
  return [name, cite, ...ids].filter((part) => part !== undefined && part !== "").join(" · ");
}

/** The name of a document in a list. */
export function documentName({ label, cite }: EvidenceDocument, lang: Lang): string {
  return label === undefined ? cite : `${localText(label, lang)} · ${cite}`;
}

export function said(words: LocalText | undefined, { lang }: Terms): string | undefined {
  return words === undefined ? undefined : localText(words, lang);
}
