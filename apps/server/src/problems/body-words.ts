import type { Phrase, Text } from "@materbone/clinical";

/** What is wrong with a body, or with one place in it. */
export const bodyWords = {
  notJson: { en: "The body is not complete JSON.", zh: "正文不是完整的 JSON。" },
  notUtf8: { en: "The body is not UTF-8.", zh: "正文不是 UTF-8 编码。" },
  otherId: {
    en: "Purging is confirmed by repeating the id, and this is another one.",
    zh: "清除前须重复填写编号以确认；所填编号不符。",
  },
} as const satisfies Record<string, Text>;

export const sayTooDeep: Phrase<{ readonly levels: number }> = {
  en: ({ levels }) => `The body is nested more than ${levels} levels deep, which no record needs.`,
  zh: ({ levels }) => `正文嵌套超过 ${levels} 层，病例记录不会如此。`,
};
