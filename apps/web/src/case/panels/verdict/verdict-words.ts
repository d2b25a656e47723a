import type { CriterionStatus, Text, WorkupStatus } from "@materbone/clinical";

export const verdictWords = {
  title: { en: "PLO by each definition", zh: "各定义下的PLO判定" },
  lead: {
    en: "A research classification against published definitions, not a diagnosis. What is not documented leaves a criterion undecided, never excluded.",
    zh: "按已发表定义作出的研究性归类，并非诊断。未记录的项目使条件无法判定，不等于已排除。",
  },
  paper: { en: "The source paper's definition", zh: "来源论文的定义" },
  asPaper: { en: "As the paper has it.", zh: "与论文一致。" },
  moved: { en: "Moved away from the paper by the switches:", zh: "已通过选项偏离论文定义：" },
  back: { en: "Back to the paper's", zh: "恢复论文定义" },
  sites: { en: "Z-score at", zh: "Z值部位" },
  any: { en: "any site", zh: "任一部位" },
  all: { en: "all sites", zh: "全部部位" },
  window: { en: "Window to month", zh: "时间窗至产后（月）" },
  operator: { en: "Limit", zh: "界值" },
  atMost: { en: "Z ≤ −2.0", zh: "Z ≤ −2.0" },
  below: { en: "Z < −2.0", zh: "Z < −2.0" },
  used: { en: "Facts used", zh: "所用事实" },
  missing: { en: "Facts missing", zh: "缺失事实" },
  howRead: { en: "How it was read: ", zh: "读法：" },
  definitions: { en: "Every definition", zh: "全部定义" },
  definitionsLead: {
    en: "The paper's two readings first, then the other definitions of the literature. Open one for its criteria, facts and source.",
    zh: "先列论文的两种读法，再列文献中的其他定义；展开可见条件、事实与来源。",
  },
  strip: { en: "How the verdict moves", zh: "判定随口径的变化" },
  stripGrid: { en: "Windows, site rules and limits", zh: "时间窗、部位规则与界值一览" },
  stripLead: {
    en: "Timing and density together for each window, site rule and limit; fragility and exclusion do not move. Press a place to switch to it.",
    zh: "各时间窗、部位规则与界值下“时间＋骨密度”的判定；骨折性质及排除诊断不变。点选即可切换。",
  },
  stripTable: { en: "The same as a table", zh: "以表格显示" },
  hideTable: { en: "Hide the table", zh: "收起表格" },
  chosen: { en: "chosen", zh: "当前" },
  rule: { en: "Rule", zh: "口径" },
  siteRuleMatters: {
    en: "Any site and all sites give different answers.",
    zh: "“任一部位”与“全部部位”结论不同。",
  },
  siteRuleSame: { en: "Any site and all sites agree.", zh: "“任一部位”与“全部部位”结论一致。" },
  operatorMatters: { en: "≤ and < give different answers.", zh: "“≤”与“<”结论不同。" },
  operatorSame: { en: "≤ and < agree.", zh: "“≤”与“<”结论一致。" },
  consider: { en: "Consider instead", zh: "需鉴别的其他情况" },
  considerLead: {
    en: "Facts of the record that another condition could explain. They keep exclusion open and never change another criterion.",
    zh: "记录中可能由其他疾病解释的线索；它们使“排除其他病因”保持未定，不改变其他条件。",
  },
  noSignals: {
    en: "The record raises no such signal. That excludes nothing that was not looked for.",
    zh: "记录中未见此类线索；未检查的项目不能视为已排除。",
  },
  ruleAsks: { en: "Rule: ", zh: "规则：" },
  workup: { en: "Work-up for secondary causes", zh: "继发性病因排查" },
  workupLead: {
    en: "What was looked for in this record. A missing item leads to its place.",
    zh: "本记录中的排查情况；点缺项可跳到相应位置。",
  },
  tier1: { en: "For every woman", zh: "所有患者" },
  tier2: { en: "If indicated", zh: "必要时" },
  why: { en: "Why, and source", zh: "意义与来源" },
  record: { en: "Record it", zh: "去记录" },
  see: { en: "See the record", zh: "查看记录" },
  beforePregnancy: {
    en: "done before this pregnancy, which says nothing of now",
    zh: "于本次妊娠前检查，不能代表目前",
  },
} as const satisfies Record<string, Text>;

/** The shape says the same as the word. */
export const STATUS_SHAPE: Readonly<Record<CriterionStatus, string>> = { met: "✓", notMet: "✕", undecided: "?" };

export const WORKUP_SHAPE: Readonly<Record<WorkupStatus, string>> = {
  normal: "✓",
  abnormal: "!",
  done: "•",
  notDone: "✕",
  notDocumented: "?",
};
