import type { Phrase, Text } from "@materbone/clinical";
import type { EventKind } from "@materbone/finder";
import type { TimelineLaneKind } from "./woman-records.ts";

export const LANE_WORDS: Readonly<Record<Exclude<TimelineLaneKind, "asked">, Text>> = {
  delivery: { en: "Delivery", zh: "分娩" },
  pain: { en: "Pain", zh: "疼痛" },
  imaging: { en: "Imaging", zh: "影像检查" },
  density: { en: "Bone density", zh: "骨密度" },
  drug: { en: "Drug", zh: "用药" },
  exclusion: { en: "May exclude", zh: "可能应排除" },
  other: { en: "Everything else", zh: "其他记录" },
};

/** Of events that the definition does not ask for. */
export const KIND_WORDS: Readonly<Record<EventKind, Text>> = {
  condition: { en: "Diagnosis", zh: "诊断" },
  procedure: { en: "Procedure", zh: "操作" },
  measurement: { en: "Measurement", zh: "检验检查" },
  drug: { en: "Drug", zh: "用药" },
  imaging: { en: "Imaging", zh: "影像检查" },
  visit: { en: "Visit", zh: "就诊" },
  pregnancy: { en: "Pregnancy", zh: "妊娠" },
};

export const WOMAN_TIMELINE_WORDS = {
  title: { en: "Her records around the delivery", zh: "分娩前后的病历记录" },
  axis: { en: "months from delivery", zh: "距分娩月数" },
  key: {
    en: "Ring: evidence for the tier. Shaded: where the definition looks. Dotted: a date that is not exact. Arrow: further away. ×: records of one date.",
    zh: "圆环：该层级的依据。底色：定义所查的时间窗。虚线：日期不确切。箭头：更早或更晚。×：同一日期的记录数。",
  },
  empty: { en: "Nothing with a date is recorded.", zh: "没有带日期的记录。" },
  event: { en: "Event", zh: "事件" },
  what: { en: "Code and value", zh: "编码与数值" },
  when: { en: "When", zh: "时间" },
  source: { en: "In the source", zh: "来源位置" },
  evidence: { en: "Evidence", zh: "依据" },
  isEvidence: { en: "yes", zh: "是" },
  undated: { en: "without a date", zh: "无日期" },
} as const;

/** Beside a record whose mark stands for several. */
export const OF_DAY: Phrase<{ readonly count: number }> = {
  en: ({ count }) => `${count} records of this date`,
  zh: ({ count }) => `该日期共 ${count} 条`,
};

/** What the drawing shows, in one sentence a lane. */
export const LANE_SENTENCE: Phrase<{ readonly lane: string; readonly count: number; readonly evidence: number }> = {
  en: ({ lane, count, evidence }) => `${lane}: ${count}${evidence === 0 ? "" : `, evidence ${evidence}`}.`,
  zh: ({ lane, count, evidence }) => `${lane}：${count} 条${evidence === 0 ? "" : `，其中依据 ${evidence} 条`}。`,
};
