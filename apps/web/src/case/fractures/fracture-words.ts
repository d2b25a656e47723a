import type { Phrase, Text } from "@materbone/clinical";

export const fractureWords = {
  computed: { en: "Grade that follows", zh: "据此得出的分度" },
  takeOver: { en: "Take it over", zh: "采用" },
  asRecorded: { en: "It is the grade recorded above.", zh: "与上方记录的分度一致。" },
} as const satisfies Record<string, Text>;

export const differs: Phrase<{ readonly grade: string }> = {
  en: ({ grade }) => `The grade recorded above is ${grade}.`,
  zh: ({ grade }) => `上方记录的分度为${grade}。`,
};
export const shapeFollows: Phrase<{ readonly shape: string }> = {
  en: ({ shape }) => `(shape: ${shape})`,
  zh: ({ shape }) => `（形态：${shape}）`,
};
