import type { Phrase } from "@materbone/clinical";

/** Words of the drawing of one woman's course. */
export const CASE_COURSE_WORDS = {
  precision: { en: "precision error of one scan (one SD)", zh: "单次检查的精密度误差（1个SD）" },
  notValidated: {
    en: "the model has not passed its own check at this site.",
    zh: "模型在该部位未通过自身验证。",
  },
  noScan: { en: "no scan of this site is in the fit.", zh: "该部位无检查用于拟合。" },
  fitting: {
    en: "Lines: median of the virtual women that fit her scans; shaded: 95% of them.",
    zh: "曲线：与其检查相符的虚拟女性的中位数；色带：其中95%所在范围。",
  },
  allWomen: {
    en: "Lines: median of all virtual women; none is fitted to her, and her scans are not drawn.",
    zh: "曲线：全部虚拟女性的中位数；未按其检查拟合，故未绘出其检查。",
  },
  treatedIfWeaned: {
    en: ({ month }) => `with treatment, weaned at month ${month}`,
    zh: ({ month }) => `用药，产后${month}个月停止哺乳`,
  } as Phrase<{ readonly month: string }>,
  untreatedIfWeaned: {
    en: ({ month }) => `without a drug, weaned at month ${month}`,
    zh: ({ month }) => `未用药，产后${month}个月停止哺乳`,
  } as Phrase<{ readonly month: string }>,
} as const;
