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
  partDocuments: { en: "Documents of the study and its readings", zh: "研究及数值记录所用文献" },
  partReport: { en: "The report", zh: "报告" },
  partDocument: { en: "The document", zh: "文献" },
  diseaseNeeded: { en: "Not in the literature yet: name the disease.", zh: "尚未写入文献库：请填写疾病名称。" },
  remove: { en: "Take out", zh: "移除" },
  anotherDocument: { en: "Another document", zh: "添加文献" },
  addedDocument: { en: "Added to the study.", zh: "已加入该研究。" },
  documents: { en: "Documents…", zh: "文献…" },
  documentsTitle: { en: "Documents of the literature", zh: "文献库所含文献" },
  documentsText: {
    en: "Every document that a value was read in or a study is known from. One that is named can be changed, not taken out.",
    zh: "数值出处及研究来源的全部文献。被引用的文献可修改，不可移除。",
  },
  whichDocument: { en: "Which document", zh: "选择文献" },
  usedByNone: { en: "No study names it.", zh: "没有研究引用该文献。" },
  addDocument: { en: "Add a document…", zh: "添加文献…" },
  addDocumentTitle: { en: "A document", zh: "添加文献" },
  removeDocument: { en: "Take this document out", zh: "移除此文献" },
  screening: { en: "Screening log…", zh: "筛选记录…" },
  screeningTitle: { en: "Screening log", zh: "文献筛选记录" },
  screeningText: {
    en: "What became of each report that was found, and why. The flow diagram of the summary is counted from it.",
    zh: "每篇检得报告的处理结果及原因；概要中的流程图据此计数。",
  },
  whichReport: { en: "Which report", zh: "选择报告" },
  removeReport: { en: "Take this report out", zh: "移除此报告" },
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
  spreadWhole: {
    en: "Give every number, above zero for an SD or SE, the lower end first; or choose none.",
    zh: "请填全数值，标准差和标准误须大于0，区间下限在前；或选“无”。",
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

export const sayUsedBy: Phrase<{ readonly studies: string }> = {
  en: ({ studies }) => `Named by ${studies}.`,
  zh: ({ studies }) => `引用该文献的研究：${studies}。`,
};

export const sayReadingNumber: Phrase<{ readonly position: number }> = {
  en: ({ position }) => `Reading ${position + 1}`,
  zh: ({ position }) => `记录${position + 1}`,
};
