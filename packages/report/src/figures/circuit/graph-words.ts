import type { Phrase, Text } from "@materbone/clinical";

type GraphWord =
  | "paperTitle"
  | "modelTitle"
  | "hypothesis"
  | "raises"
  | "lowers"
  | "measured"
  | "shown"
  | "open"
  | "arrow"
  | "from"
  | "effect"
  | "to"
  | "certainty"
  | "carried"
  | "yes"
  | "no"
  | "references"
  | "raisesShort"
  | "lowersShort"
  | "phone";

export const GRAPH_WORDS: Readonly<Record<GraphWord, Text>> = {
  paperTitle: { en: "The circuit: arrows of the paper", zh: "调控环路：论文所述各环节" },
  modelTitle: { en: "The circuit: arrows that the equations carry", zh: "调控环路：方程所含各环节" },
  hypothesis: { en: "Hypothesis, not a finding about a woman.", zh: "假说，并非对任何病例的结论。" },
  raises: { en: "raises (arrowhead)", zh: "促进（箭头）" },
  lowers: { en: "lowers (bar)", zh: "抑制（短横）" },
  measured: { en: "measured in women, or in a published model", zh: "女性实测或已发表模型" },
  shown: { en: "animals, cells, or stated by the paper", zh: "动物或细胞实验，或论文所述" },
  open: { en: "assumed, contested or one reading", zh: "假设、有争议或作者解读" },
  arrow: { en: "Arrow", zh: "环节" },
  from: { en: "From", zh: "起点" },
  effect: { en: "Effect", zh: "作用" },
  to: { en: "To", zh: "终点" },
  certainty: { en: "Rests on", zh: "依据" },
  carried: { en: "In the equations", zh: "是否计入方程" },
  yes: { en: "yes", zh: "是" },
  no: { en: "direction only", zh: "仅保留方向" },
  references: { en: "References", zh: "文献" },
  raisesShort: { en: "raises", zh: "促进" },
  lowersShort: { en: "lowers", zh: "抑制" },
  phone: {
    en: "The chain from nursing to bone; the table has every arrow.",
    zh: "此图为哺乳至骨的主链；全部环节见表。",
  },
};

export const ARROW_SENTENCE: Phrase<{
  readonly from: string;
  readonly to: string;
  readonly isRise: boolean;
  readonly certainty: string;
  readonly sources: string;
}> = {
  en: ({ from, to, isRise, certainty, sources }) =>
    `${from} ${isRise ? "raises" : "lowers"} ${to}: ${certainty}. ${sources}`,
  zh: ({ from, to, isRise, certainty, sources }) => `${from}${isRise ? "促进" : "抑制"}${to}：${certainty}。${sources}`,
};

export const GRAPH_SUMMARY: Phrase<{ readonly nodes: number; readonly arrows: number; readonly carried: number }> = {
  en: ({ nodes, arrows, carried }) =>
    `${nodes} parts and ${arrows} arrows between them, ${carried} of them in the equations; the table lists every arrow with its references.`,
  zh: ({ nodes, arrows, carried }) =>
    `共${nodes}个组成部分、${arrows}条环节，其中${carried}条计入方程；各环节及其文献见表。`,
};
