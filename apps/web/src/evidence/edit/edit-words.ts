import type { Phrase, Text } from "@materbone/clinical";

export const editWords = {
  close: { en: "Close", zh: "关闭" },
  done: { en: "Done", zh: "完成" },
  cancel: { en: "Cancel", zh: "取消" },
  edit: { en: "Edit…", zh: "编辑…" },
  editTitle: { en: "Edit", zh: "编辑" },
  editText: {
    en: "What is typed here is in the work at once and moves the page; it is saved with “Save” above.",
    zh: "所填内容即时生效并更新页面，点上方“保存”后存入文献库。",
  },
  addReading: { en: "Add a reading…", zh: "添加数值记录…" },
  addOutcome: { en: "Add an outcome…", zh: "添加结局…" },
  addStudy: { en: "Add a study…", zh: "添加研究…" },
  addReadingTitle: { en: "Another reading of this value", zh: "为该数值再添加一条记录" },
  addOutcomeTitle: { en: "Another outcome of this study", zh: "添加该研究的另一结局" },
  addStudyTitle: { en: "A study with its first value", zh: "添加研究及其首个数值" },
  add: { en: "Add", zh: "添加" },
  added: { en: "Added; save to keep it.", zh: "已添加，保存后生效。" },
  removed: { en: "Taken out; undo brings it back.", zh: "已移除，可撤销恢复。" },
  removeReading: { en: "Take this reading out", zh: "移除此数值记录" },
  removeOutcome: { en: "Take this outcome out", zh: "移除此结局" },
  removeStudy: { en: "Take the whole study out", zh: "移除整项研究" },
  partOutcome: { en: "The outcome", zh: "结局" },
  partArm: { en: "The group of women", zh: "组别" },
  partStudy: { en: "The study", zh: "研究" },
  partReading: { en: "The reading", zh: "数值记录" },
  partDocuments: { en: "Documents of the readings", zh: "数值记录所用文献" },
  newDocument: { en: "another document…", zh: "其他文献…" },
  newArm: { en: "another group of women…", zh: "其他组别…" },
  agent: { en: "Drug", zh: "药物" },
  needed: { en: "Needed.", zh: "必填。" },
  choose: { en: "choose…", zh: "请选择…" },
  notRecorded: { en: "not recorded", zh: "未记录" },
  spreadNone: { en: "none", zh: "无" },
  spreadHalf: {
    en: "Not in the literature yet: give every number, above zero for an SD or SE, the lower end first.",
    zh: "尚未写入文献库：请填全数值，标准差和标准误须大于0，区间下限在前。",
  },
  refused: { en: "Not added:", zh: "未添加：" },
  months: {
    en: "Months from the reference scan: 12, or 12-48.",
    zh: "距基线检查的月数：12，或12-48。",
  },
  valueOrRange: {
    en: "Give a value, or the two ends of a range without a middle.",
    zh: "填写数值；仅有范围时填写下限与上限。",
  },
} as const satisfies Record<string, Text>;

export const sayReadingNumber: Phrase<{ readonly position: number }> = {
  en: ({ position }) => `Reading ${position + 1}`,
  zh: ({ position }) => `记录${position + 1}`,
};
