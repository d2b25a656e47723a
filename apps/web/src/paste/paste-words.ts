import type { Phrase, Text } from "@materbone/clinical";

export const pasteWords = {
  understood: { en: "Understood", zh: "已识别" },
  leftovers: { en: "Not understood; stays here and is not taken over", zh: "未识别，保留在此，不会录入" },
  cancel: { en: "Close", zh: "关闭" },
  nothing: { en: "Nothing is understood yet. Paste a block above.", zh: "尚未识别到内容，请在上方粘贴。" },
  isNew: { en: "new", zh: "新增" },
  unitsNeeded: { en: "Choose a unit for each value first.", zh: "请先为每项选择单位。" },
} as const satisfies Record<string, Text>;

export const takeScans: Phrase<{ readonly count: number }> = {
  en: ({ count }, t) => `Take over ${count} ${t.count(count, "scan", "scans")}`,
  zh: ({ count }) => `录入 ${count} 次检查`,
};
export const takeValues: Phrase<{ readonly count: number }> = {
  en: ({ count }, t) => `Take over ${count} ${t.count(count, "value", "values")}`,
  zh: ({ count }) => `录入 ${count} 项结果`,
};
export const takenScans: Phrase<{ readonly count: number }> = {
  en: ({ count }, t) => `${count} ${t.count(count, "scan", "scans")} taken over. Ctrl+Z takes all of it back.`,
  zh: ({ count }) => `已录入 ${count} 次检查，按 Ctrl+Z 可整体撤销。`,
};
export const takenValues: Phrase<{ readonly count: number }> = {
  en: ({ count }, t) => `${count} ${t.count(count, "value", "values")} taken over. Ctrl+Z takes all of it back.`,
  zh: ({ count }) => `已录入 ${count} 项结果，按 Ctrl+Z 可整体撤销。`,
};
