import type { Phrase, Text } from "@materbone/clinical";

export const spineWords = {
  name: {
    en: "Spine, T4 to L5: choose a vertebra to record or open its fracture",
    zh: "脊柱（T4～L5）：选择椎体以记录或打开骨折",
  },
  hint: {
    en: "Arrow keys move; Enter records or opens a fracture.",
    zh: "方向键移动，回车记录或打开骨折。",
  },
  roi: { en: "DXA", zh: "DXA测量区" },
  none: { en: "no fracture recorded", zh: "未记录骨折" },
  gradeUnknown: { en: "fractured, grade not recorded", zh: "骨折，分度未记录" },
  noLevel: {
    en: "A vertebral fracture without a level is recorded; the picture does not show it.",
    zh: "已记录一处节段未说明的椎体骨折，图中不显示。",
  },
  inRoi: { en: "inside the DXA region", zh: "位于DXA测量区" },
} as const satisfies Record<string, Text>;

export const levelLabel: Phrase<{ readonly level: string; readonly facts: readonly string[] }> = {
  en: ({ level, facts }) => `${level}: ${facts.join(", ")}`,
  zh: ({ level, facts }) => `${level}：${facts.join("，")}`,
};
export const fracturedWith: Phrase<{ readonly grade: string }> = {
  en: ({ grade }) => `fractured, ${grade}`,
  zh: ({ grade }) => `骨折，${grade}`,
};
export const notFracturedWith: Phrase<{ readonly grade: string }> = {
  en: ({ grade }) => `not fractured, ${grade}`,
  zh: ({ grade }) => `无骨折，${grade}`,
};
