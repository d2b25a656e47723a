import type { Phrase, Text } from "@materbone/clinical";

export const summaryWords = {
  inside: { en: "For use inside the hospital", zh: "仅限院内使用" },
  insideText: {
    en: "All counts in full. A small one can point to one woman: this part does not leave the hospital.",
    zh: "全部计数均完整显示。过小的计数可能指向某一名患者，本部分不得带出医院。",
  },
  leaving: { en: "What may leave the hospital", zh: "可对外提供" },
  progress: { en: "How far the review is", zh: "核查进度" },
  reviewers: { en: "Reviewers", zh: "核查者" },
  nobody: {
    en: "Named when both have decided on a woman.",
    zh: "双方对同一名候选者均作出判断后显示姓名。",
  },
  half: {
    en: "The review is not complete: candidates stand by tier, the surest first, so that this PPV is no estimate for the whole list.",
    zh: "核查尚未完成：候选者按层级排列、最确定者在前，故此阳性预测值不能代表整个清单。",
  },
  agreement: { en: "Agreement of the two reviewers", zh: "两名核查者的一致性" },
  agreementText: {
    en: "On the decisions as they stood when the second reviewer first decided.",
    zh: "以第二名核查者首次判断时双方的判断为准。",
  },
  table: { en: "First reviewer by row, second by column", zh: "行：第一名核查者；列：第二名核查者" },
  overall: { en: "All tiers together", zh: "各层级合计" },
  byTier: { en: "Positive predictive value by tier", zh: "各层级的阳性预测值" },
  byTierLeaving: { en: "Positive predictive value, as it may leave", zh: "可对外提供的阳性预测值" },
  byCriterion: { en: "Positive predictive value by criterion", zh: "各判定条件的阳性预测值" },
  criterionText: {
    en: "Each woman stands under every criterion that spoke for her: rows overlap and do not add up.",
    zh: "每名患者计入支持其入选的每一条件，各行有重叠，不可相加。",
  },
  tier: { en: "Tier", zh: "层级" },
  criterion: { en: "Criterion", zh: "判定条件" },
  candidates: { en: "Candidates", zh: "候选者" },
  ppv: { en: "PPV of those settled (95 % interval)", zh: "已有结论者的阳性预测值（95% 区间）" },
  none: { en: "none settled", zh: "尚无结论" },
  noKappa: { en: "not defined: chance alone would agree wholly", zh: "无法计算：机遇一致率已达 100%" },
  notTwice: { en: "nobody was decided on twice yet", zh: "尚无两人均已判断的候选者" },
  overallHidden: {
    en: "Overall counts: hidden, because one of them is small or the funnel hides how many candidates there are.",
    zh: "总体计数：因其中有小计数，或筛选漏斗隐藏候选者数而隐藏。",
  },
  tiersHidden: {
    en: "Tiers: hidden all together, because one count of one tier is small or hidden in the funnel; the others would give it away.",
    zh: "各层级：因某层级有小计数或在筛选漏斗中隐藏而全部隐藏，否则可由其余推算。",
  },
  agreementHidden: {
    en: "Agreement: hidden, because a count is small or, beside the verdicts, would give one away.",
    zh: "一致性：因有小计数，或与结论并列可推算小计数而隐藏。",
  },
  reviewHidden: {
    en: "The review itself: withheld, because a small count or one that the funnel hides could be read from it.",
    zh: "核查文件：因可由其得知小计数或筛选漏斗所隐藏的计数，不予提供。",
  },
  criteriaHidden: {
    en: "Criteria never leave: they overlap, and the difference of two may be one woman. The table of agreement leaves only with the review itself.",
    zh: "各判定条件绝不对外提供：条件相互重叠，两者之差可能仅为一人。一致性交叉表仅随核查文件对外提供。",
  },
  download: { en: "Download what may leave (JSON)", zh: "下载可对外提供的汇总（JSON）" },
  downloadReview: {
    en: "Download the review without names, reasons and notes (JSON)",
    zh: "下载去除姓名、理由与备注的核查文件（JSON）",
  },
  reviewText: {
    en: "Verdicts that stand, by place in the worklist, of candidates that both have decided on, with R1 and R2 for the reviewers and R3 for a third person.",
    zh: "按清单序号列出双方均已判断者的现行判断，以 R1、R2 代替两名核查者，R3 代替第三人。",
  },
  downloadInside: { en: "Download all figures (JSON), for use inside", zh: "下载全部数据（JSON），仅限院内" },
  print: { en: "Print", zh: "打印" },
} as const satisfies Readonly<Record<string, Text>>;

export const sayThreshold: Phrase<{ readonly smallCell: number }> = {
  en: ({ smallCell }) => `Only where no count of 1 to ${smallCell - 1} is among the figures or follows from them.`,
  zh: ({ smallCell }) => `仅当数据中不含、也推算不出 1 至 ${smallCell - 1} 的计数时显示。`,
};

export const sayProportion: Phrase<{
  readonly percent: string;
  readonly low: string;
  readonly high: string;
  readonly count: number;
  readonly total: number;
}> = {
  en: ({ percent, low, high, count, total }) => `${percent} % (${low} to ${high}), ${count} of ${total}`,
  zh: ({ percent, low, high, count, total }) => `${percent}%（${low} 至 ${high}），${count}/${total}`,
};

/** Of whom a predictive value is, and what that leaves open of the whole list. */
export const sayDenominator: Phrase<{
  readonly settled: number;
  readonly rest: number;
  readonly least: string;
  readonly most: string;
}> = {
  en: ({ settled, rest, least, most }) =>
    rest === 0
      ? `Of all ${settled} women of the list.`
      : `Of the ${settled} settled as PLO or not, of ${settled + rest} on the list. Of the whole list, ${least} % to ${most} % are PLO, whatever the other ${rest} turn out to be.`,
  zh: ({ settled, rest, least, most }) =>
    rest === 0
      ? `分母为清单中全部 ${settled} 人。`
      : `分母为已判定是或非 PLO 的 ${settled} 人，清单共 ${settled + rest} 人。其余 ${rest} 人不论结果如何，整个清单中 PLO 占 ${least}% 至 ${most}%。`,
};

/** All the same, or one category alone: the standard error of large samples is 0, and an interval without width would promise too much. */
export const sayKappaAlone: Phrase<{ readonly kappa: string }> = {
  en: ({ kappa }) => `${kappa} (no interval of large samples can be given for these decisions)`,
  zh: ({ kappa }) => `${kappa}（现有判断无法给出大样本置信区间）`,
};

export const sayKappa: Phrase<{ readonly kappa: string; readonly low: string; readonly high: string }> = {
  en: ({ kappa, low, high }) => `${kappa} (95 % interval ${low} to ${high})`,
  zh: ({ kappa, low, high }) => `${kappa}（95% 区间 ${low} 至 ${high}）`,
};
