import type { Phrase, Text } from "@materbone/clinical";

export const compareWords = {
  title: { en: "Pinned courses", zh: "固定的病程" },
  noPins: {
    en: "Nothing is pinned yet. Set the inputs and press “Pin this course”, change them, and pin again: all stand side by side here, with the course at hand.",
    zh: "尚未固定病程。设定输入后点击“固定此病程”，更改后可再次固定；固定的病程与当前病程在此并列。",
  },
  now: { en: "At hand", zh: "当前" },
  untreated: { en: "At hand, without drugs", zh: "当前（未用药）" },
  take: { en: "Take these inputs", zh: "采用此输入" },
  unpin: { en: "Unpin", zh: "取消固定" },
  numbers: { en: "Numbers at months", zh: "各月数值" },
  change: { en: "Lumbar spine: change of BMD since delivery, %", zh: "腰椎骨密度较分娩时变化，%" },
  companions: { en: "Companion models, side by side", zh: "对照模型（并列）" },
  companionsText: {
    en: "Published models of other groups on the same engine, each for its own population, never blended with the circuit. Percent change of lumbar-spine BMD since the first dose.",
    zh: "其他研究组已发表的模型，同一引擎运行，各适用于自身人群，绝不与环路模型混合。为腰椎骨密度较首次用药的百分变化。",
  },
  companionsNone: {
    en: "The companion models shown here know zoledronate alone: give it, and no other bone drug, to see them.",
    zh: "此处的对照模型仅适用于唑来膦酸：仅用该药（不用其他骨药）时显示。",
  },
  notJorg: {
    en: "Jörg 2022 is not run here: it gives total-hip BMD after the menopause under alendronate or denosumab; it knows neither nursing nor zoledronate nor the spine, so that these inputs cannot drive it. The command runs it by itself (examples/simulate/k04-jorg-alendronate.json).",
    zh: "此处不运行 Jörg 2022：该模型给出绝经后使用阿仑膦酸钠或地舒单抗时的全髋骨密度，不含哺乳、唑来膦酸与腰椎，无法由此处的输入驱动。可用命令行单独运行（examples/simulate/k04-jorg-alendronate.json）。",
  },
  monthsAfter: { en: "Months after the first dose", zh: "首次用药后月数" },
  circuit: {
    en: "This circuit from the first dose, recovery after weaning included",
    zh: "本环路模型（自首次用药起，含停止哺乳后的恢复）",
  },
  plo: { en: "PLO", zh: "PLO" },
  healthy: { en: "healthy mother", zh: "健康产妇" },
} as const satisfies Record<string, Text>;

export const sayMonthHead: Phrase<{ readonly month: number }> = {
  en: ({ month }, t) => `month ${t.months(month)}`,
  zh: ({ month }, t) => `第 ${t.months(month)} 个月`,
};

/** What tells a course from another, in one line. */
export const sayCourse: Phrase<{
  readonly woman: string;
  readonly weaned: number;
  readonly isPartial: boolean;
  readonly infants: number;
  /** Of the diet, mg/day; absent where the model rests. */
  readonly calcium: number | undefined;
  readonly given: readonly string[];
}> = {
  en: ({ woman, weaned, isPartial, infants, calcium, given }, t) =>
    [
      woman,
      weaned === 0 ? "no nursing" : `weaned at ${t.months(weaned)} months${isPartial ? " (partly nursed)" : ""}`,
      ...(infants === 1 ? [] : [`${infants} infants`]),
      ...(calcium === undefined ? [] : [`diet ${calcium} mg calcium/day`]),
      given.length === 0 ? "nothing given" : t.series(given),
    ].join("; "),
  zh: ({ woman, weaned, isPartial, infants, calcium, given }, t) =>
    [
      woman,
      weaned === 0 ? "未哺乳" : `${t.months(weaned)} 个月停止哺乳${isPartial ? "（含部分哺乳）" : ""}`,
      ...(infants === 1 ? [] : [`${infants} 名婴儿`]),
      ...(calcium === undefined ? [] : [`膳食钙 ${calcium} mg/日`]),
      given.length === 0 ? "未用药" : t.series(given),
    ].join("；"),
};

export const sayGiven: Phrase<{ readonly agent: string; readonly dose: string; readonly month: number }> = {
  en: ({ agent, dose, month }, t) => `${agent} ${dose} from month ${t.months(month)}`,
  zh: ({ agent, dose, month }, t) => `第 ${t.months(month)} 个月起${agent} ${dose}`,
};
