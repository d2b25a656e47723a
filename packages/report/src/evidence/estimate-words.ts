import type { Text } from "@materbone/clinical";
import type { NoIntervalReason, PooledEstimate, TreatmentPool } from "@materbone/evidence";

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
    zh: "各研究用药过程不同，仅并列显示，不作合并",
  },
};

/** Several studies whose courses are unlike each other: each stands for itself, and no number stands for all. */
export function isUnlike({ withSingles }: Pick<TreatmentPool, "withSingles">): boolean {
  return withSingles.kind === "notPooled" && withSingles.reason === "unlikeCourses";
}
