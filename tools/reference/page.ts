import { type Lang, localText, type Source, type Text } from "@materbone/clinical";

/** One reference page, the same in both languages. */
export type Page = {
  /** File name without folder and ending. */
  readonly name: string;
  readonly title: Text;
  /** What stands on it, one sentence, for the list of pages. */
  readonly about: Text;
  readonly body: (lang: Lang) => string;
};

const SOURCE_STATUS: Readonly<Record<Source["status"], Text>> = {
  read: { en: "read", zh: "已查阅" },
  recalled: { en: "recalled", zh: "待核对" },
  assumed: { en: "assumed", zh: "假定" },
};

/** What the three states of a source mean; stands on every page that shows them. */
export const sourceStatusNote: Text = {
  en: "Sources: *read* was checked in the document on the date given; *recalled* is general knowledge still to be confirmed in a document; *assumed* is a choice of this program, with its reason.",
  zh: "来源状态：“已查阅”指在所注日期核对过原文；“待核对”为一般知识，尚待在文献中核实；“假定”为本程序的选择，并附理由。来源条目及其备注按知识库原文（英文）照录。",
};

/** A source, also as a schema types it. */
type CitedSource = Pick<Source, "cite" | "status" | "checked"> & {
  readonly doi?: string | undefined;
  readonly note?: Source["note"] | undefined;
};

/** A source in one line: document, DOI, state, date, note. */
export function sourceText(source: CitedSource, lang: Lang): string {
  const doi = source.doi === undefined ? "" : ` [doi:${source.doi}](https://doi.org/${encodeURI(source.doi)})`;
  const state = `*${SOURCE_STATUS[source.status][lang]}* ${source.checked}`;
  const note = source.note === undefined ? undefined : localText(source.note, lang);
  if (lang === "zh") return `${source.cite}${doi}（${state}）${note === undefined ? "" : `备注：${note}`}`;
  return `${source.cite}${doi} (${state})${note === undefined ? "" : `. Note: ${note}`}`;
}

/** The page as a file. */
export function pageText(page: Page, lang: Lang): string {
  const other = lang === "en" ? `[中文](../zh/${page.name}.md)` : `[English](../en/${page.name}.md)`;
  const made = {
    en: "Generated from the data the program runs on (`npm run reference`); do not edit.",
    zh: "由程序所用数据生成（`npm run reference`），请勿手工修改。",
  }[lang];
  return `# ${page.title[lang]}\n\n${other} · ${made}\n\n${page.body(lang).trim()}\n`;
}
