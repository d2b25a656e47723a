import type { Phrase, Text } from "@materbone/clinical";
import type { DoseInterval } from "./dose-intervals.ts";

export const simulatorWords = {
  title: { en: "Simulator", zh: "模拟器" },
  hypothesis: { en: "Hypothesis", zh: "假说" },
  notForecast: {
    en: "Computed by a model of the brain-breast-bone circuit; no forecast for one woman. It gives no probability of fracture and no advice on drugs or doses.",
    zh: "由脑—乳腺—骨环路模型计算得出，并非对个体的预测；不给出骨折概率，也不提供用药或剂量建议。",
  },
  effect: {
    en: "One woman's drug effect at 12 months is known to about ±12 percentage points: women without drugs differ by an SD of 5.7 points, and a change between two scans has an error of 2 (1.96 × √(5.7² + 2²) ≈ 12).",
    zh: "个体 12 个月时的药物效应只能估计到约 ±12 个百分点：未用药女性之间的标准差为 5.7 个百分点，两次检查间变化的误差为 2 个百分点（1.96×√(5.7²+2²)≈12）。",
  },
  kinds: { en: "What is shown", zh: "显示内容" },
  course: { en: "Course", zh: "病程" },
  fit: { en: "Fit to her scans", zh: "按其检查拟合" },
  graph: { en: "Circuit", zh: "环路" },
  markers: { en: "Hormones and markers", zh: "激素与骨转换标志物" },
  compare: { en: "Compare", zh: "比较" },
  parameters: { en: "Parameters", zh: "参数" },
  inputs: { en: "Inputs", zh: "输入" },
  asRecorded: { en: "As recorded", zh: "恢复为病例所记" },
  anew: { en: "Start anew", zh: "恢复默认" },
  pin: { en: "Pin this course", zh: "固定此病程" },
  running: { en: "Computing…", zh: "正在计算…" },
  refused: { en: "The model does not take these inputs:", zh: "模型无法采用这些输入：" },
  failed: { en: "The equations could not be solved for these inputs.", zh: "在这些输入下，方程无法求解。" },
  warnings: { en: "What the states of the model say", zh: "模型状态提示" },
  warningsUntreated: { en: "Without drugs", zh: "未用药时" },
  noWarnings: { en: "No warning in this course.", zh: "此病程无提示。" },
  source: { en: "Source", zh: "来源" },
  exports: { en: "Save", zh: "保存" },
  saveScenario: { en: "Scenario file (JSON)", zh: "情景文件（JSON）" },
  saveCsv: { en: "Course (CSV)", zh: "病程数据（CSV）" },
  exportNote: {
    en: "The command reads the same file and gives the same numbers: materbone simulate --scenario FILE",
    zh: "命令行可读取同一文件并得到相同数值：materbone simulate --scenario 文件",
  },
  toCase: { en: "Open her record", zh: "打开病例" },
} as const satisfies Record<string, Text>;

export const inputWords = {
  woman: { en: "Woman", zh: "女性" },
  plo: { en: "PLO, middle of the prior (assumed)", zh: "PLO，先验中位（假设）" },
  healthy: { en: "Healthy mother", zh: "健康产妇" },
  womanNote: {
    en: "PLO: more is missing at birth, it returns more slowly and the spine gives more (plo-prior.json, chosen so that the band covers published untreated women).",
    zh: "PLO：分娩时缺失更多、恢复更慢、腰椎更易丢失（plo-prior.json，取值使区间覆盖已发表的未治疗患者）。",
  },
  nursing: { en: "Nursing", zh: "哺乳" },
  full: { en: "full", zh: "完全" },
  partial: { en: "partial", zh: "部分" },
  none: { en: "none", zh: "无" },
  schedule: { en: "Nursing by month", zh: "逐月哺乳情况" },
  scheduleNote: {
    en: "Press a month to change it: full, partial (half of full, assumed), none.",
    zh: "点击某月可切换：完全、部分（按完全的一半计，假设）、无。",
  },
  weaned: { en: "Weaned at month", zh: "停止哺乳（产后月数）" },
  infants: { en: "Infants nursed", zh: "哺乳婴儿数" },
  calcium: { en: "Calcium of the diet, mg/day", zh: "膳食钙，mg/日" },
  calciumNote: { en: "The model rests at 964 mg/day.", zh: "模型稳态值为 964 mg/日。" },
  given: { en: "Drugs and supplements", zh: "药物与补充剂" },
  nothingGiven: { en: "Nothing is given.", zh: "未用药。" },
  add: { en: "Add", zh: "添加" },
  choose: { en: "Add a drug…", zh: "添加药物…" },
  start: { en: "from month", zh: "开始（月）" },
  until: { en: "to month", zh: "至（月）" },
  how: { en: "how often", zh: "给药间隔" },
  remove: { en: "Remove", zh: "删除" },
  notModelled: { en: "Not modelled, and why", zh: "未纳入模型的药物及原因" },
  months: { en: "Months shown", zh: "显示月数" },
  perDay: { en: "a day", zh: "每日" },
  toDrug: { en: "Weaning to the first bone drug", zh: "停止哺乳至首次用骨药" },
  noDrug: { en: "no bone drug", zh: "未用骨药" },
} as const satisfies Record<string, Text>;

export const sayInterval: Phrase<DoseInterval> = {
  en: (interval) => {
    if (interval.kind === "once") return "once";
    if (interval.kind === "months") return `every ${interval.count} months`;
    if (interval.count === 1) return "every day";
    return interval.count === 7 ? "every week" : `every ${Number(interval.count.toPrecision(4))} days`;
  },
  zh: (interval) => {
    if (interval.kind === "once") return "单次";
    if (interval.kind === "months") return `每 ${interval.count} 个月`;
    if (interval.count === 1) return "每日";
    return interval.count === 7 ? "每周" : `每 ${Number(interval.count.toPrecision(4))} 日`;
  },
};

export const sayToDrug: Phrase<{ readonly months: number }> = {
  en: ({ months }, t) => {
    if (months < 0) return `begun ${t.months(-months)} months before weaning`;
    return `${t.months(months)} ${t.count(months, "month", "months")}`;
  },
  zh: ({ months }, t) => (months < 0 ? `停止哺乳前 ${t.months(-months)} 个月开始` : `${t.months(months)} 个月`),
};

export const sayAssumed: Phrase<{ readonly why: string }> = {
  en: ({ why }) => `Assumed: ${why}`,
  zh: ({ why }) => `假设：${why}`,
};

export const sayMonthButton: Phrase<{ readonly month: number; readonly level: string }> = {
  en: ({ month, level }) => `Month ${month}: ${level}`,
  zh: ({ month, level }) => `第 ${month} 个月：${level}`,
};

export const sayAgentPart: Phrase<{ readonly agent: string; readonly part: string }> = {
  en: ({ agent, part }) => `${agent}: ${part}`,
  zh: ({ agent, part }) => `${agent}：${part}`,
};

export const sayDose: Phrase<{ readonly unit: string; readonly isPerDay: boolean }> = {
  en: ({ unit, isPerDay }) => (isPerDay ? `${unit}/day` : unit),
  zh: ({ unit, isPerDay }) => (isPerDay ? `${unit}/日` : unit),
};

export const sayRecordedFor: Phrase<{ readonly name: string }> = {
  en: ({ name }) => `${name}: scans and treatments as recorded`,
  zh: ({ name }) => `${name}：检查与治疗取自病例`,
};

export const sayWeanedBetween: Phrase<{ readonly from: number; readonly to: number }> = {
  en: ({ from, to }, t) =>
    `The record puts weaning between month ${t.months(from)} and ${t.months(to)}: the later is assumed here, the other end stands in the course as a thin line. Set another month to see what it changes.`,
  zh: ({ from, to }, t) =>
    `病例记录停止哺乳在第 ${t.months(from)}～${t.months(to)} 个月之间：此处假定为较晚者，另一端在病程图中以细线表示；可改为其他月份查看差别。`,
};

export const sayWeaningUnknown: Phrase<{ readonly month: number; readonly from: number; readonly to: number }> = {
  en: ({ month, from, to }, t) =>
    `The record does not say when she weaned: month ${t.months(month)} is assumed until you set it. Thin lines in the course: ${from === 0 ? "never nursed" : `weaned at month ${t.months(from)}`}, and weaned at month ${t.months(to)}.`,
  zh: ({ month, from, to }, t) =>
    `病例未记录停止哺乳时间：在设定之前假定为第 ${t.months(month)} 个月。病程图中细线为${from === 0 ? "从未哺乳" : `第 ${t.months(from)} 个月停止`}与第 ${t.months(to)} 个月停止两种情形。`,
};

export const sayWeaningSet: Phrase<{ readonly from: number; readonly to: number }> = {
  en: ({ from, to }, t) =>
    `The record puts weaning between month ${t.months(from)} and ${t.months(to)}; you have set the month yourself.`,
  zh: ({ from, to }, t) => `病例记录停止哺乳在第 ${t.months(from)}～${t.months(to)} 个月之间；现用您设定的月份。`,
};

export const recordWords = {
  weaningSet: {
    en: "The record does not say when she weaned; you have set the month yourself.",
    zh: "病例未记录停止哺乳时间；现用您设定的月份。",
  },
  changed: {
    en: "Inputs differ from the record: this is not what she had.",
    zh: "输入与病例所记不同：并非其实际经过。",
  },
  settled: { en: "What was settled where the record leaves something open", zh: "病例未尽之处的处理" },
  leftOut: { en: "In the record, not in the model", zh: "病例有而模型无" },
} as const satisfies Record<string, Text>;
