import type { Phrase, Text } from "@materbone/clinical";

export const graphWords = {
  scope: { en: "Arrows", zh: "箭头范围" },
  paper: { en: "of the paper", zh: "论文所述" },
  model: { en: "of the equations", zh: "方程所含" },
  course: { en: "Values of", zh: "数值取自" },
  treated: { en: "the course", zh: "当前病程" },
  untreated: { en: "the course without drugs", zh: "未用药病程" },
  month: { en: "Month postpartum", zh: "产后月数" },
  play: { en: "Play", zh: "播放" },
  pause: { en: "Pause", zh: "暂停" },
  earlier: { en: "−1 month", zh: "−1 个月" },
  later: { en: "+1 month", zh: "+1 个月" },
  node: { en: "If this rises…", zh: "若以下一项升高…" },
  noNode: { en: "show values of the course", zh: "显示病程数值" },
  rises: { en: "Rises", zh: "升高" },
  falls: { en: "Falls", zh: "降低" },
  either: { en: "Either way: arrows of both signs lead there", zh: "方向不定：两种方向的通路均可到达" },
  none: { en: "No arrow leads on from here.", zh: "由此无后续箭头。" },
  bySigns: {
    en: "By the signs of the arrows alone; sizes and times are not in it.",
    zh: "仅依箭头符号推得，不含大小与时间。",
  },
  arrows: { en: "Arrows that begin here", zh: "由此出发的箭头" },
  clickNote: {
    en: "Press a box to see what follows when it rises; point at an arrow for its reference.",
    zh: "点击方框可查看其升高后的变化；指向箭头可见参考文献。",
  },
  up: { en: "rises", zh: "升高" },
  down: { en: "falls", zh: "降低" },
  both: { en: "either way", zh: "不定" },
} as const satisfies Record<string, Text>;

export const sayMoment: Phrase<{ readonly month: number; readonly isTreated: boolean }> = {
  en: ({ month, isTreated }, t) =>
    `Month ${t.fixed(month, 1)} postpartum${isTreated ? "" : ", without drugs"}; times rest before delivery (×0.30 is 30% of it), or the value where rest is 0`,
  zh: ({ month, isTreated }, t) =>
    `产后第 ${t.fixed(month, 1)} 个月${isTreated ? "" : "（未用药）"}；以分娩前稳态值的倍数表示（×0.30即为其30%），稳态为0者给出数值`,
};

export const sayArrow: Phrase<{ readonly to: string; readonly isRise: boolean; readonly certainty: string }> = {
  en: ({ to, isRise, certainty }) => `${isRise ? "raises" : "lowers"} ${to} (${certainty})`,
  zh: ({ to, isRise, certainty }) => `${isRise ? "升高" : "降低"}${to}（${certainty}）`,
};

export const sayMonth: Phrase<{ readonly month: number }> = {
  en: ({ month }, t) => `month ${t.fixed(month, 2)}`,
  zh: ({ month }, t) => `第 ${t.fixed(month, 2)} 个月`,
};
