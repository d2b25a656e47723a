import type { Phrase, Text } from "@materbone/clinical";
import type { Asymmetry } from "./asymmetry.ts";

export const smallWords = {
  nothing: {
    en: "Nothing is pooled in this stratum, so no study can decide it.",
    zh: "该层未作合并，无从分析各研究的影响。",
  },
  funnel: { en: "Funnel plot", zh: "漏斗图" },
  baujat: { en: "Baujat plot", zh: "Baujat图" },
  galbraith: { en: "Galbraith plot", zh: "Galbraith图（星状图）" },
  influence: { en: "Influence of each study", zh: "各研究的影响" },
  influenceTooFew: {
    en: "Two studies are pooled: without one of them nothing is left to pool, so each decides. Influence is shown from three studies on.",
    zh: "仅合并2项研究，去除任一项即无从合并，故每项都起决定作用。影响分析需3项及以上研究。",
  },
  alike: {
    en: "Asymmetry is not tested: all studies have the same standard error.",
    zh: "各研究标准误相同，不作不对称检验。",
  },
} as const satisfies Record<string, Text>;

export const sayTooFew: Phrase<{ readonly studies: number; readonly fewest: number }> = {
  en: ({ studies, fewest }) =>
    `Asymmetry is not tested: ${studies} studies, and below ${fewest} a test cannot tell chance from bias.`,
  zh: ({ studies, fewest }) => `共${studies}项研究，少于${fewest}项时无法区分机遇与偏倚，不作不对称检验。`,
};

export const sayTested: Phrase<Extract<Asymmetry, { readonly kind: "tested" }>> = {
  en: ({ egger, rank, trimmed }, t) =>
    [
      `Regression on the standard error (Egger): slope ${t.signed(egger.slope, 2)}, p ${pText(egger.p, t.fixed)}.`,
      rank === undefined ? "" : `Rank correlation (Begg): τ ${t.signed(rank.tau, 2)}, p ${pText(rank.p, t.fixed)}.`,
      `Trim and fill adds ${trimmed.filled} ${t.count(trimmed.filled, "study", "studies")}: ${t.signed(trimmed.estimate, 1)}% (95% CI ${t.signed(trimmed.lower, 1)} to ${t.signed(trimmed.upper, 1)}).`,
      "Unlike studies make a funnel asymmetric too; none of these shows that reports are missing.",
    ]
      .filter((part) => part !== "")
      .join(" "),
  zh: ({ egger, rank, trimmed }, t) =>
    [
      `标准误回归（Egger）：斜率${t.signed(egger.slope, 2)}，P ${pText(egger.p, t.fixed)}。`,
      rank === undefined ? "" : `秩相关（Begg）：τ ${t.signed(rank.tau, 2)}，P ${pText(rank.p, t.fixed)}。`,
      `剪补法补入${trimmed.filled}项研究：${t.signed(trimmed.estimate, 1)}%（95%CI ${t.signed(trimmed.lower, 1)}～${t.signed(trimmed.upper, 1)}）。`,
      "研究间异质性同样可致漏斗图不对称，以上均不能证明存在未发表的研究。",
    ].join(""),
};

function pText(p: number, fixed: (value: number, decimals: number) => string): string {
  return p < 0.001 ? "< 0.001" : `= ${fixed(p, 3)}`;
}
