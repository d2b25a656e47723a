import type { Phrase, Text } from "@materbone/clinical";

export const fractureWords = {
  computed: { en: "Grade that follows", zh: "据此得出的分度" },
  fromLoss: { en: "from the height loss", zh: "根据椎体高度下降" },
  fromHeights: { en: "from the three heights", zh: "根据三处高度" },
  takeOver: { en: "Take it over", zh: "采用" },
  rule: { en: "Rule of the series", zh: "本系列判定标准" },
  asRecorded: { en: "It is the grade recorded above.", zh: "与上方记录的分度一致。" },
} as const satisfies Record<string, Text>;

export const differs: Phrase<{ readonly grade: string }> = {
  en: ({ grade }) => `The grade recorded above is ${grade}.`,
  zh: ({ grade }) => `上方记录的分度为${grade}。`,
};
export const lossText: Phrase<{ readonly percent: string }> = {
  en: ({ percent }) => `Largest height loss ${percent}%`,
  zh: ({ percent }) => `最大高度下降 ${percent}%`,
};
export const shapeFollows: Phrase<{ readonly shape: string }> = {
  en: ({ shape }) => `shape: ${shape}`,
  zh: ({ shape }) => `形态：${shape}`,
};
