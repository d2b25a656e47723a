import type { Text } from "@materbone/clinical";

/** Words of a population on the terminal. */
export const populationWords = {
  hypothesis: {
    en: "Hypothesis: virtual women of a model, none of them measured. It gives no probability of fracture and no advice on doses.",
    zh: "假说：模型中的虚拟女性，并非实测人群。不给出骨折概率，也不提供用药剂量建议。",
  },
  treated: { en: "with the drugs", zh: "用药" },
  untreated: { en: "without drugs", zh: "未用药" },
  band: { en: "median (95 % band)", zh: "中位数（95% 区间带）" },
  ofMedian: {
    en: "Warnings are those of the median woman in the course with its drugs; single virtual women may cross a threshold that she does not.",
    zh: "提示取自中位女性的用药病程；个别虚拟女性可能超过她未超过的界值。",
  },
  notEnough: {
    en: "Fewer than 400 women count: each end of a band hangs on fewer than ten. Simulate more with --population.",
    zh: "有效人数少于 400：区间带每端所依据的不足 10 人。请用 --population 增加人数。",
  },
} as const satisfies Record<string, Text>;
