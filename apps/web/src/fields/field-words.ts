import type { Phrase, Text } from "@materbone/clinical";

export const fieldWords = {
  notRecorded: { en: "not recorded", zh: "未记录" },
  choose: { en: "choose", zh: "请选择" },
  basisAbsent: { en: "basis?", zh: "依据？" },
  more: { en: "More", zh: "更多" },
  remove: { en: "Remove", zh: "移除" },
  close: { en: "Close", zh: "关闭" },
  note: { en: "Note", zh: "备注" },
  oneText: { en: "One text", zh: "合为一段" },
  bothLanguages: { en: "zh / en separately", zh: "中英文分写" },
  english: { en: "in English", zh: "英文" },
  chinese: { en: "in Chinese", zh: "中文" },
  inDates: { en: "As dates", zh: "换算为日期" },
  inMonths: { en: "As months", zh: "换算为月数" },
  timeNote: { en: "Note and source of this time", zh: "时间的备注与出处" },
} as const satisfies Record<string, Text>;

export const filledIn: Phrase<{ readonly count: number }> = {
  en: ({ count }) => `${count} filled in`,
  zh: ({ count }) => `已填 ${count} 项`,
};

export const removedEntry: Phrase<{ readonly entry: string }> = {
  en: ({ entry }) => `${entry}: removed. Ctrl+Z brings it back.`,
  zh: ({ entry }) => `已移除：${entry}。按 Ctrl+Z 可恢复。`,
};

export const notRemoved: Phrase<{ readonly entry: string; readonly why: string }> = {
  en: ({ entry, why }) => `${entry}: not removed. ${why}`,
  zh: ({ entry, why }) => `未移除：${entry}。${why}`,
};

export const basisOf: Phrase<{ readonly label: string }> = {
  en: ({ label }) => `${label}: how it is known`,
  zh: ({ label }) => `${label}：时间依据`,
};

export const removeWord: Phrase<{ readonly entry: string }> = {
  en: ({ entry }) => `Remove ${entry}`,
  zh: ({ entry }) => `移除：${entry}`,
};

export const addTo: Phrase<{ readonly one: string }> = {
  en: ({ one }) => `Add ${one}`,
  zh: ({ one }) => `添加${one}`,
};

export const noteOn: Phrase<{ readonly label: string }> = {
  en: ({ label }) => `Note: ${label}`,
  zh: ({ label }) => `备注：${label}`,
};

export const sourceOf: Phrase<{ readonly label: string }> = {
  en: ({ label }) => `Taken from: ${label}`,
  zh: ({ label }) => `出处：${label}`,
};

export const moreOn: Phrase<{ readonly label: string; readonly isNoted: boolean }> = {
  en: ({ label, isNoted }) => `${label}: note, source, conversion${isNoted ? " (filled in)" : ""}`,
  zh: ({ label, isNoted }) => `${label}：备注、出处与换算${isNoted ? "（已填）" : ""}`,
};
