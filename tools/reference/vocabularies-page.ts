import { createTerms, type Lang, type Vocabulary, vocabularies } from "@materbone/clinical";
import { code, table } from "./markdown.ts";
import type { Page } from "./page.ts";

export const vocabulariesPage: Page = {
  name: "vocabularies",
  title: { en: "Vocabularies", zh: "词表" },
  about: {
    en: "Every word list of the record and of what is derived from it.",
    zh: "记录及其派生结果所用的全部词表。",
  },
  body: (lang) =>
    [
      {
        en: "A record holds the code; screens and documents show the words of the language. A code that is not in its list is refused with the nearest known one.",
        zh: "记录中保存代码，界面与文档显示相应语言的词语。不在词表中的代码会被拒绝，并给出最接近的已知代码。",
      }[lang],
      ...(Object.keys(vocabularies) as Vocabulary[]).map((name) => vocabularySection(name, lang)),
    ].join("\n\n"),
};

/** One list of words as a section with an anchor. */
export function vocabularySection(name: Vocabulary, lang: Lang): string {
  const terms = createTerms(lang);
  const other = createTerms(lang === "en" ? "zh" : "en");
  const headings = { en: ["Code", "English", "中文"], zh: ["代码", "中文", "English"] }[lang];
  const rows = Object.keys(vocabularies[name]).map((value) => [
    code(value),
    terms.word(name, value),
    other.word(name, value),
  ]);
  return `### <a id="vocabulary-${name}"></a>${name}\n\n${table(headings, rows)}`;
}
