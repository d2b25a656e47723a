import type { Phrase, Text } from "@materbone/clinical";

export const studiesWords = {
  filters: { en: "Which outcomes are shown", zh: "筛选结局" },
  find: { en: "Find", zh: "查找" },
  findHint: { en: "study, drug, document…", zh: "研究、药物、文献等" },
  site: { en: "Site", zh: "部位" },
  treatment: { en: "Treatment", zh: "治疗" },
  metric: { en: "Metric", zh: "指标" },
  window: { en: "Time", zh: "时间" },
  population: { en: "Women", zh: "人群" },
  use: { en: "In a pooled effect?", zh: "是否计入合并" },
  all: { en: "all", zh: "全部" },
  noWindow: { en: "not given, or over several windows", zh: "未给出或跨时间窗" },
  plo: { en: "PLO", zh: "PLO" },
  other: { en: "another disease", zh: "其他疾病" },
  pooled: { en: "yes", zh: "是" },
  alone: { en: "the only study of its stratum", zh: "该层仅此一项研究" },
  unlikeCourses: { en: "beside courses unlike its own, not pooled", zh: "各研究用药过程不同，不作合并" },
  notPooled: { en: "no", zh: "否" },
  conflictOnly: { en: "Only where documents disagree", zh: "仅显示各文献不一致者" },
  clear: { en: "Show all", zh: "显示全部" },
  caption: { en: "Outcomes of the literature", zh: "文献库中的结局" },
  study: { en: "Study", zh: "研究" },
  women: { en: "n", zh: "例数" },
  months: { en: "Months", zh: "月数" },
  change: { en: "Change, %", zh: "变化（%）" },
  source: { en: "Read in", zh: "数值出处" },
  noNumber: { en: "no number", zh: "无数值" },
  conflict: { en: "documents disagree", zh: "文献不一致" },
  chosenHere: { en: "chosen here", zh: "本网址所选" },
  none: {
    en: "No outcome fits. Take a filter away, or search with fewer letters.",
    zh: "没有符合的结局，请减少筛选条件或查找文字。",
  },
  valueHelp: {
    en: "Point at a value or go to it with Tab to see where it was read; press it for everything about it.",
    zh: "指向数值或用Tab键移至数值，可见其出处；点按可查看全部信息。",
  },
  document: { en: "Document", zh: "文献" },
  place: { en: "Place", zh: "位置" },
  checked: { en: "Read by", zh: "核对" },
  note: { en: "Note", zh: "备注" },
  known: { en: "Study known from", zh: "研究来源程度" },
  design: { en: "Design", zh: "研究类型" },
  diagnosis: { en: "Diagnosis", zh: "诊断" },
  regimens: { en: "Given", zh: "用药" },
  cohort: { en: "Women shared with", zh: "病例可能重叠" },
  thisLiterature: { en: "studies of this literature", zh: "本文献库各研究" },
  readings: { en: "Readings", zh: "数值记录" },
  readingsDisagree: {
    en: "The values do not agree. Choosing another reading shows at once what moves; the literature stays as it is until you keep the choice in it.",
    zh: "各条数值不一致。改选后即时显示结果变化；在存入文献库之前，文献库不变。",
  },
  readingsAgree: {
    en: "The values agree. Choosing another reading shows at once what moves; the literature stays as it is until you keep the choice in it.",
    zh: "各条数值一致。改选后即时显示结果变化；在存入文献库之前，文献库不变。",
  },
  inLiterature: { en: "in use in the literature", zh: "文献库采用" },
  because: { en: "because", zh: "理由" },
  keep: { en: "Keep this choice in the literature", zh: "将此选择存入文献库" },
  keepWhy: { en: "Why this reading", zh: "采用理由" },
  kept: { en: "The choice is in the literature now; save to keep it.", zh: "已写入文献库，保存后生效。" },
  moves: { en: "What moves", zh: "合并结果的变化" },
  effect: { en: "Pooled effect", zh: "合并结果" },
  absent: { en: "no study", zh: "无研究" },
  nothingMoves: { en: "No pooled effect moves: the value is in none.", zh: "该数值未计入合并，结果不变。" },
  facts: { en: "The study", zh: "研究信息" },
  value: { en: "The value", zh: "数值" },
} as const satisfies Record<string, Text>;

export const sayShown: Phrase<{ readonly shown: number; readonly all: number }> = {
  en: ({ shown, all }) => (shown === all ? `${all} outcomes` : `${shown} of ${all} outcomes`),
  zh: ({ shown, all }) => (shown === all ? `共${all}项结局` : `${all}项结局中显示${shown}项`),
};

export const sayReading: Phrase<{ readonly position: number; readonly value: string }> = {
  en: ({ position, value }) => `Reading ${position + 1}: ${value}`,
  zh: ({ position, value }) => `记录${position + 1}：${value}`,
};

export const sayChecked: Phrase<{ readonly by: string; readonly on: string }> = {
  en: ({ by, on }) => `${by}, ${on}`,
  zh: ({ by, on }) => `${by}，${on}`,
};

/** What a button of a value does, after the value. */
export const sayOpen: Phrase<{ readonly study: string }> = {
  en: ({ study }) => `${study}: everything about this value`,
  zh: ({ study }) => `${study}：该数值的全部信息`,
};
