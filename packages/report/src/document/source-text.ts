import { localText, type Source, type Terms } from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { REPORT_WORDS, SOURCE_STATUS } from "./words.ts";

/** A source in one line without its note, which may speak of other women than those of this report. */
export function citation({ note: _note, ...source }: Source, t: Terms): string {
  return sourceText(source, t);
}

/** A source in one line: document, DOI, how far it was checked and when, and its note. */
export function sourceText(source: Source, t: Terms): string {
  const doi = source.doi === undefined ? [] : [`doi:${source.doi}`];
  const checked = `${t.text(SOURCE_STATUS[source.status])}${t.lang === "zh" ? "，" : ", "}${t.text(REPORT_WORDS.checkedOn)} ${source.checked}`;
  const note = source.note === undefined ? [] : [headed(localText(source.note, t.lang))];
  return t.lang === "zh"
    ? `${[source.cite, ...doi].join("，")}（${checked}）${note.map((text) => `。${text}`).join("")}`
    : `${[source.cite, ...doi].join(", ")} (${checked})${note.map((text) => `. ${text}`).join("")}`;
}
