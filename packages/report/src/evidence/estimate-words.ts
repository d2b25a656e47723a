import type { Text } from "@materbone/clinical";
import type { NoIntervalReason, PooledEstimate } from "@materbone/evidence";

export const NO_PREDICTION_WORDS: Readonly<Record<NoIntervalReason, Text>> = {
  fewerThanThreeStudies: { en: "fewer than three studies", zh: "研究少于3项" },
  commonEffect: { en: "the common-effect model predicts no other study", zh: "共同效应模型不预测其他研究" },
  noDegreesOfFreedom: { en: "no degrees of freedom are left", zh: "自由度不足" },
};

export const NOT_POOLED_WORDS: Readonly<Record<Extract<PooledEstimate, { kind: "notPooled" }>["reason"], Text>> = {
  noStudy: { en: "no study can be pooled", zh: "无可合并的研究" },
  oneStudy: { en: "one study, nothing to pool", zh: "仅1项研究，不作合并" },
  unlikeCourses: {
    en: "courses unlike each other, shown side by side and not pooled",
    zh: "用药过程各不相同，仅并列显示，不作合并",
  },
};
