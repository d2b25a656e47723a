import type { AnchorReached, CourseDose, CourseRate } from "@materbone/circuit";
import type { Phrase, Text } from "@materbone/clinical";

type Effective = { readonly effective: number };
type Women = {
  readonly women: number;
  readonly seed: number;
  readonly effectiveSampleSize: number;
  readonly acceptanceRate: number;
};

type Anchor = Pick<AnchorReached, "use" | "mean" | "reachedMean" | "reachedSd"> & {
  readonly sd: number;
  readonly site: string;
  readonly months: number;
  readonly women: number;
};

/** Words of one woman's course on the terminal. */
export const caseTextWords = {
  titles: {
    modelled: { en: "In the model (months post partum):", zh: "纳入模型的治疗（产后月数）：" },
    notModelled: { en: "Not in the model:", zh: "未纳入模型：" },
    choices: { en: "Settled where the record leaves it open:", zh: "病例未明确之处的选择：" },
    withCare: { en: "To be read with care:", zh: "解读宜慎重：" },
    leftOut: { en: "Scans not in the fit:", zh: "未用于拟合的检查：" },
  } satisfies Record<string, Text>,
  month: { en: "months post partum", zh: "产后月数" },
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
  fit: { en: "Fitted to her scans: estimate (95 % interval)", zh: "按其检查拟合：估计值（95% 区间）" },
  bandMeaning: {
    en: "Band: 95 % of the virtual women lie in it at each time; it is no range for fractures and does not hold measurement error.",
    zh: "区间带：各时间点 95% 的虚拟女性位于其间；与骨折风险无关，亦不含测量误差。",
  },
  openTime: {
    en: "? a scan whose month is not exact: it stands at each month that it may be of.",
    zh: "? 检查月份不精确，列于各可能月份。",
  },
  notReached: {
    en: "No weights of these women meet the published women who took no drug: all count alike.",
    zh: "任何权重均无法使其符合已发表的未用药女性：各虚拟女性等权。",
  },
  weaned: {
    en: ({ month }, t) => `Weaned in month ${t.months(month)} post partum.`,
    zh: ({ month }, t) => `产后 ${t.months(month)} 个月停止哺乳。`,
  } satisfies Phrase<{ readonly month: number }>,
  population: {
    en: ({ women, seed, effectiveSampleSize, acceptanceRate }, t) =>
      `${women} virtual women (seed ${seed}; ${t.fixed(100 * acceptanceRate, 0)} % of those drawn kept), weighed to published women without a drug: effective sample size ${t.fixed(effectiveSampleSize, 0)}.`,
    zh: ({ women, seed, effectiveSampleSize, acceptanceRate }, t) =>
      `虚拟女性 ${women} 名（随机种子 ${seed}，接受率 ${t.fixed(100 * acceptanceRate, 0)}%），按已发表的未用药女性加权，有效样本量 ${t.fixed(effectiveSampleSize, 0)}。`,
  } satisfies Phrase<Women>,
  effective: {
    en: ({ effective }, t) => `Virtual women that fit her scans: effective sample size ${t.fixed(effective, 0)}.`,
    zh: ({ effective }, t) => `与其检查相符的虚拟女性：有效样本量 ${t.fixed(effective, 0)}。`,
  } satisfies Phrase<Effective>,
  range: {
    en: ({ low, high }) => `${low} to ${high}`,
    zh: ({ low, high }) => `${low}～${high}`,
  } satisfies Phrase<{ readonly low: string; readonly high: string }>,
  told: {
    en: ({ name, value, share }, t) =>
      `${name}: ${value}; the scans narrow it to ${t.fixed(100 * share, 0)} % of the spread before them`,
    zh: ({ name, value, share }, t) => `${name}：${value}；检查后离散度降至检查前的 ${t.fixed(100 * share, 0)}%`,
  } satisfies Phrase<{ readonly name: string; readonly value: string; readonly share: number }>,
  anchor: {
    en: ({ use, site, months, women, mean, sd, reachedMean, reachedSd }, t) =>
      `Without a drug, ${t.site(site)}, ${months} months after weaning: virtual women +${t.fixed(reachedMean, 1)} % (SD ${t.fixed(reachedSd, 1)}), ${women} published women +${t.fixed(mean, 1)} % (SD ${t.fixed(sd, 1)} less measurement error; ${use === "weigh" ? "weighed to" : "compared only"}).`,
    zh: ({ use, site, months, women, mean, sd, reachedMean, reachedSd }, t) =>
      `未用药，${t.site(site)}，停止哺乳后 ${months} 个月：虚拟女性 +${t.fixed(reachedMean, 1)}%（SD ${t.fixed(reachedSd, 1)}），已发表 ${women} 例 +${t.fixed(mean, 1)}%（扣除测量误差后 SD ${t.fixed(sd, 1)}；${use === "weigh" ? "用于加权" : "仅作对照"}）。`,
  } satisfies Phrase<Anchor>,
  dose: {
    en: ({ agent, amountMg, firstMonth, everyDays, untilMonth }, t) =>
      everyDays === undefined
        ? `${t.agent(agent)}: ${digits(amountMg)} mg in month ${t.months(firstMonth)}`
        : `${t.agent(agent)}: ${digits(amountMg)} mg every ${digits(everyDays)} days from month ${t.months(firstMonth)}${untilMonth === undefined ? "" : ` to ${t.months(untilMonth)}`}`,
    zh: ({ agent, amountMg, firstMonth, everyDays, untilMonth }, t) =>
      everyDays === undefined
        ? `${t.agent(agent)}：第 ${t.months(firstMonth)} 个月 ${digits(amountMg)} mg`
        : `${t.agent(agent)}：自第 ${t.months(firstMonth)} 个月起${untilMonth === undefined ? "" : `至第 ${t.months(untilMonth)} 个月`}，每 ${digits(everyDays)} 天 ${digits(amountMg)} mg`,
  } satisfies Phrase<CourseDose>,
  rate: {
    en: ({ substance, mgPerDay, fromMonth, untilMonth }, t) =>
      `${t.agent(substance)}: ${digits(mgPerDay)} mg a day from month ${t.months(fromMonth)}${untilMonth === undefined ? "" : ` to ${t.months(untilMonth)}`}`,
    zh: ({ substance, mgPerDay, fromMonth, untilMonth }, t) =>
      `${t.agent(substance)}：自第 ${t.months(fromMonth)} 个月起${untilMonth === undefined ? "" : `至第 ${t.months(untilMonth)} 个月`}，每日 ${digits(mgPerDay)} mg`,
  } satisfies Phrase<CourseRate>,
  tooFew: {
    en: ({ effective, needed }, t) =>
      `No band of her own: too few virtual women fit her scans (effective ${t.fixed(effective, 1)}, needed ${needed}). Simulate more with --population; when that does not help, the model does not explain her scans.`,
    zh: ({ effective, needed }, t) =>
      `不给出个体区间带：与其检查相符的虚拟女性过少（有效样本量 ${t.fixed(effective, 1)}，至少需 ${needed}）。可用 --population 增加人数；若仍不足，则模型不能解释其检查结果。`,
  } satisfies Phrase<Effective & { readonly needed: number }>,
  tooFewAtLimit: {
    en: ({ effective, needed }, t) =>
      `No band of her own: too few virtual women fit her scans (effective ${t.fixed(effective, 1)}, needed ${needed}), and her fit lies at the limit of the prior: the model does not explain her scans.`,
    zh: ({ effective, needed }, t) =>
      `不给出个体区间带：与其检查相符的虚拟女性过少（有效样本量 ${t.fixed(effective, 1)}，至少需 ${needed}），且拟合值已达先验上限：模型不能解释其检查结果。`,
  } satisfies Phrase<Effective & { readonly needed: number }>,
} as const;

/** Without the noise of a sum: 304.4, 70, 0.25. */
function digits(value: number): string {
  return String(Number(value.toPrecision(4)));
}
