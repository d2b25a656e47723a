import type { Phrase, Text } from "@materbone/clinical";

export const deletedWords = {
  restore: { en: "Restore", zh: "恢复" },
  purge: { en: "Purge…", zh: "彻底清除…" },
  purgeLead: {
    en: "Erases every revision and draft. It cannot be undone; the log keeps only that it existed and who purged it.",
    zh: "将清除全部修订版本与草稿，且无法恢复；日志仅保留其曾经存在及清除人。",
  },
  purgeNaming: {
    en: "Claims and decisions on findings that name her leave the series too; earlier revisions of the series keep them.",
    zh: "系列中涉及该病例的论断和疑问处理将一并移除，但系列的旧版本中仍会保留。",
  },
  why: { en: "Reason", zh: "原因" },
  whyHint: { en: "Stands in the log. No patient data.", zh: "将写入日志，请勿填写患者信息。" },
  purgeNow: { en: "Erase for good", zh: "确认彻底清除" },
  cancel: { en: "Cancel", zh: "取消" },
} as const satisfies Record<string, Text>;

export const sayDeleted: Phrase<{ readonly when: string; readonly by: string; readonly why: string }> = {
  en: ({ when, by, why }) => `deleted ${when}${by === "" ? "" : ` by ${by}`}: ${why}`,
  zh: ({ when, by, why }) => `${when} ${by === "" ? "" : `由 ${by} `}删除：${why}`,
};

export const sayTypeId: Phrase<{ readonly id: string }> = {
  en: ({ id }) => `Type “${id}” to confirm`,
  zh: ({ id }) => `请输入“${id}”以确认`,
};
