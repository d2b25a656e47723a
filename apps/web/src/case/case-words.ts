import type { Phrase, Text } from "@materbone/clinical";
import type { CasePanel } from "./case-search.ts";

export const caseWords = {
  record: { en: "Record", zh: "病历" },
  follows: { en: "What follows", zh: "分析" },
  sides: { en: "Record or what follows from it", zh: "病历与分析" },
  sections: { en: "Sections of the record", zh: "病历各部分" },
  panels: { en: "What follows from the record", zh: "由病历得出的分析" },
  course: { en: "Course from pregnancy on", zh: "自妊娠起的病程" },
  deletedTitle: { en: "This woman's record was deleted.", zh: "该病例已删除。" },
  restore: { en: "Restore", zh: "恢复" },
  startHere: {
    en: "No pregnancy is recorded yet. Begin with the delivery: give its calendar date, or leave it empty and count every time in months from delivery (0 = delivery).",
    zh: "尚未记录妊娠。请先填写分娩：可填日期，也可留空，以分娩为0、按月数记录所有时间。",
  },
  startDate: { en: "Enter the delivery date", zh: "填写分娩日期" },
  startMonths: { en: "Months only: record the pregnancy", zh: "仅用月数：先记录妊娠" },
} as const satisfies Record<string, Text>;

export const panelWords: Readonly<Record<CasePanel, Text>> = {
  timeline: { en: "Timeline", zh: "时间轴" },
  verdict: { en: "Verdict", zh: "诊断判定" },
  response: { en: "Response", zh: "骨密度变化" },
  options: { en: "Options and safety", zh: "用药与安全" },
  "follow-up": { en: "Follow-up", zh: "随访" },
  findings: { en: "Findings", zh: "疑问" },
};

export const sectionWords = {
  person: { en: "Person", zh: "基本情况" },
  pregnancies: { en: "Pregnancy", zh: "妊娠与哺乳" },
  history: { en: "History", zh: "病史" },
  comorbidities: { en: "Conditions", zh: "合并症" },
  symptoms: { en: "Symptoms", zh: "症状" },
  fractures: { en: "Fractures", zh: "骨折" },
  events: { en: "Events", zh: "临床事件" },
  scans: { en: "Scans", zh: "骨密度" },
  laboratory: { en: "Laboratory", zh: "检验" },
  treatments: { en: "Treatment", zh: "治疗" },
  workup: { en: "Work-up", zh: "鉴别检查" },
  genetics: { en: "Genetics", zh: "基因检测" },
  outcomes: { en: "Outcomes", zh: "不良反应与结局" },
  plan: { en: "Plans", zh: "生育计划" },
  notes: { en: "Notes", zh: "标签与备注" },
} as const satisfies Record<string, Text>;
export type SectionId = keyof typeof sectionWords;

export const ageText: Phrase<{ readonly years: number }> = {
  en: ({ years }) => `${years} years`,
  zh: ({ years }) => `${years}岁`,
};
export const fracturesText: Phrase<{ readonly levels: readonly string[] }> = {
  en: ({ levels }, t) => `fractures ${t.series(levels)}`,
  zh: ({ levels }, t) => `骨折：${t.series(levels)}`,
};
export const diagnosedText: Phrase<{ readonly months: string }> = {
  en: ({ months }) => `diagnosed month ${months}`,
  zh: ({ months }) => `产后${months}个月诊断`,
};
