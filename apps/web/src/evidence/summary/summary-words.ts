import type { Phrase, Text } from "@materbone/clinical";
import type { LiteratureCounts } from "./literature-counts.ts";

export const summaryWords = {
  says: { en: "What the literature says now", zh: "现有文献的结论" },
  paper: { en: "What the paper concluded from its Table 3", zh: "论文据表3所作结论" },
  paperSaid: { en: "The paper (Zhang et al., discussion)", zh: "论文（Zhang等，讨论）" },
  now: { en: "This literature now", zh: "现有文献库" },
  flow: { en: "From reports found to studies included", zh: "文献筛选流程" },
  moves: {
    en: "Built from the numbers: every sentence changes with the literature and with the choices of the reader.",
    zh: "各句由数值生成，随文献库及所作选择而变。",
  },
} as const satisfies Record<string, Text>;

export const sayCounts: Phrase<LiteratureCounts> = {
  en: ({ studies, documents, outcomes, conflicts, pooled, searchedOn, version }, t) =>
    `${studies} ${t.count(studies, "study", "studies")} known from ${documents} ${t.count(documents, "document", "documents")}, collected until ${searchedOn}: ${outcomes} ${t.count(outcomes, "outcome", "outcomes")}, of which ${pooled} ${t.count(pooled, "is", "are")} in a pooled effect. About ${conflicts} the documents disagree. Version ${version}.`,
  zh: ({ studies, documents, outcomes, conflicts, pooled, searchedOn, version }) =>
    `共${studies}项研究，来自${documents}篇文献（收集至${searchedOn}）；结局${outcomes}项，其中${pooled}项计入合并，${conflicts}项各文献数值不一致。版本${version}。`,
};

export const sayAlone: Phrase<{ readonly count: number }> = {
  en: ({ count }, t) =>
    `${count} ${t.count(count, "treatment", "treatments")} with one study, or with courses unlike each other: not pooled`,
  zh: ({ count }) => `仅1项研究或各研究用药过程不同、不作合并者${count}项`,
};
