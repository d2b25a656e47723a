import type { Text } from "@materbone/clinical";

export const figureWords = {
  showTable: { en: "The same as a table", zh: "以表格显示" },
  hideTable: { en: "Hide the table", zh: "收起表格" },
} as const satisfies Record<string, Text>;
