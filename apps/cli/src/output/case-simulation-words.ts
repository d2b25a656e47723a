import type { Phrase, Text } from "@materbone/clinical";

type Effective = { readonly effective: number };
type Women = {
  readonly women: number;
  readonly seed: number;
  readonly effectiveSampleSize: number;
  readonly acceptanceRate: number;
};

/** Words of one woman's course on the terminal. */
export const caseTextWords = {
  titles: {
    notModelled: { en: "Not in the model:", zh: "未纳入模型：" },
    choices: { en: "Settled where the record leaves it open:", zh: "病例未明确之处的选择：" },
    leftOut: { en: "Scans not in the fit:", zh: "未用于拟合的检查：" },
  } satisfies Record<string, Text>,
  month: { en: "month", zh: "产后月" },
  treated: { en: "with her drugs", zh: "按其用药" },
  untreated: { en: "without drugs", zh: "未用药" },
  scan: { en: "scan", zh: "检查值" },
  percentSinceDelivery: {
    en: ", virtual women, % since delivery: median (95 % band)",
    zh: "，虚拟女性，自分娩起变化 %：中位数（95% 区间带）",
  },
  fittingBand: {
    en: ", virtual women that fit her scans, g/cm²: median (95 % band)",
    zh: "，与其检查相符的虚拟女性，g/cm²：中位数（95% 区间带）",
  },
  neverNursed: { en: "Never nursed.", zh: "未哺乳。" },
  noFit: { en: "No scan to fit.", zh: "无可用于拟合的检查。" },
  fit: { en: "Fit to her scans: estimate (95 % interval)", zh: "按其检查拟合：估计值（95% 区间）" },
  susceptibility: {
    en: "susceptibility, SD from the median woman with PLO",
    zh: "易感性（距 PLO 中位女性的 SD 数）",
  },
  restLevel: { en: "level at rest, g/cm²", zh: "静息水平，g/cm²" },
  posteriorOverPrior: { en: "spread over that before the scans:", zh: "离散度与检查前之比：" },
  notReached: {
    en: "No weights of these women meet the published women who took no drug: all count alike.",
    zh: "任何权重均无法使其符合已发表的未用药女性：各虚拟女性等权。",
  },
  weaned: {
    en: ({ month }, t) => `Weaned in month ${t.months(month)}.`,
    zh: ({ month }, t) => `产后 ${t.months(month)} 个月断乳。`,
  } satisfies Phrase<{ readonly month: number }>,
  population: {
    en: ({ women, seed, effectiveSampleSize, acceptanceRate }, t) =>
      `${women} virtual women of seed ${seed}, ${t.fixed(100 * acceptanceRate, 0)} % of the draws; weighed, they tell as much as ${t.fixed(effectiveSampleSize, 0)}.`,
    zh: ({ women, seed, effectiveSampleSize, acceptanceRate }, t) =>
      `虚拟女性 ${women} 名（随机种子 ${seed}，接受率 ${t.fixed(100 * acceptanceRate, 0)}%）；加权后有效样本量 ${t.fixed(effectiveSampleSize, 0)}。`,
  } satisfies Phrase<Women>,
  effective: {
    en: ({ effective }, t) => `Women that fit: as many as ${t.fixed(effective, 0)} equally weighted ones.`,
    zh: ({ effective }, t) => `相符的虚拟女性：有效样本量 ${t.fixed(effective, 0)}。`,
  } satisfies Phrase<Effective>,
  tooFew: {
    en: ({ effective, needed }, t) =>
      `No band of her own: too few virtual women fit her scans (effective ${t.fixed(effective, 1)}, needed ${needed}). Simulate more with --population; when that does not help, the model does not explain her scans.`,
    zh: ({ effective, needed }, t) =>
      `不给出个体区间带：与其检查相符的虚拟女性过少（有效样本量 ${t.fixed(effective, 1)}，至少需 ${needed}）。可用 --population 增加人数；若仍不足，则模型不能解释其检查结果。`,
  } satisfies Phrase<Effective & { readonly needed: number }>,
} as const;

/** Words of the drawing of one woman's course. */
export const drawnCaseWords = {
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
