import type { Phrase, Text } from "@materbone/clinical";
import type { Settler } from "../definition/definition-schema.ts";
import type { SettleReason, UnusedValue } from "./answer.ts";
import type { YesNo } from "./criterion-answer.ts";
import type { ClockStep } from "./delay-clock.ts";

/** Stands on every output of the finder. */
export const CANDIDATE_NOTICE: Text = {
  en: "A candidate is a question to a doctor, never a diagnosis.",
  zh: "候选者只是提请医生核查的问题，绝不是诊断。",
};

/** A question takes more memory than its engine may. */
export const OUT_OF_MEMORY: Text = {
  en: "The question takes more memory than a search may. Ask with fewer criteria, or of fewer data at a time.",
  zh: "该查询所需内存超出检索上限。请减少定义中的标准，或减少一次检索的数据。",
};

/** What would settle a candidate, as questions to whoever reviews her. */
export const SETTLER_WORDS: Readonly<Record<Settler, Text>> = {
  spine_imaging: {
    en: "Do images of the spine (X-ray, CT or MRI) show a vertebral fracture?",
    zh: "脊柱影像（X 线、CT 或 MRI）是否显示椎体骨折？",
  },
  hip_imaging: {
    en: "Do images of the hip (X-ray, CT or MRI) show the fracture?",
    zh: "髋部影像（X 线、CT 或 MRI）是否显示骨折？",
  },
  dxa_z_score: {
    en: "What was the Z-score on DXA, at which site and against which reference?",
    zh: "DXA 的 Z 值是多少？测量部位与参考人群是什么？",
  },
  fracture_mechanism: {
    en: "How did the fracture happen: without an accident, or by a fall from standing height or less?",
    zh: "骨折如何发生：无外伤，还是站立高度及以下跌倒所致？",
  },
  exclusion_workup: {
    en: "Is another cause of low bone mass or fracture ruled out?",
    zh: "是否已排除低骨量或骨折的其他原因？",
  },
  delivery_date: { en: "On which day was the delivery?", zh: "具体在哪一天分娩？" },
  pain_history: { en: "When did the back pain begin, and what was its course?", zh: "背痛何时开始，病程如何？" },
  drug_indication: { en: "Why was the drug given?", zh: "用药的适应证是什么？" },
  value_unit: { en: "What does the value stand for, and in which unit?", zh: "该数值是哪项指标，单位是什么？" },
};

export const SETTLE_REASON_WORDS: Readonly<Record<SettleReason, Text>> = {
  tier: { en: "asked for by the tier", zh: "该层级所要求" },
  flag: { en: "an exclusion may be met", zh: "可能符合排除条件" },
  unusedValue: { en: "a value could not be used", zh: "有数值未能采用" },
  missingStep: { en: "not recorded", zh: "无记录" },
  hipFracture: { en: "the coded fracture is of the hip", zh: "编码骨折位于髋部" },
  partialDate: { en: "the day of delivery is not recorded", zh: "分娩日未精确记录" },
};

export const UNUSED_WORDS: Readonly<Record<UnusedValue["why"], Text>> = {
  unit: { en: "its unit is not one that the definition can use", zh: "其单位不在定义可用的单位之列" },
  implausible: { en: "it is outside what the definition holds for plausible", zh: "超出定义所设的合理范围" },
};

export const CLOCK_WORDS: Readonly<Record<ClockStep, Text>> = {
  pain: { en: "Pain", zh: "疼痛" },
  imaging: { en: "Spine imaging", zh: "脊柱影像" },
  density: { en: "Bone density", zh: "骨密度" },
  drug: { en: "Drug", zh: "用药" },
};

/** Steps of the clock within a sentence. */
export const CLOCK_WITHIN: Readonly<Record<ClockStep, Text>> = {
  pain: { en: "pain", zh: "疼痛" },
  imaging: { en: "spine imaging", zh: "脊柱影像" },
  density: { en: "bone density", zh: "骨密度" },
  drug: { en: "drug", zh: "用药" },
};

export const YES_NO_WORDS: Readonly<Record<YesNo, Text>> = {
  yes: { en: "yes", zh: "是" },
  possibly: { en: "possibly", zh: "可能" },
  no: { en: "no", zh: "否" },
};

/** Steps of the funnel whose name does not come from the definition. */
export const STAGE_WORDS = {
  persons: { en: "Persons in the data", zh: "数据中的人数" },
  women: { en: "of the sexes asked for, or sex not recorded", zh: "性别符合或未记录" },
  delivered: { en: "with a recorded delivery", zh: "有分娩记录" },
  aged: { en: "of the age asked for at a delivery, or age not known", zh: "分娩时年龄符合或不详" },
  met: { en: "who meet a tier, or may", zh: "符合或可能符合某一层级" },
  candidates: { en: "Candidates", zh: "候选者" },
} as const satisfies Readonly<Record<string, Text>>;

export const STAGE_PHRASES = {
  excluded: { en: ({ name }) => `excluded: ${name}`, zh: ({ name }) => `排除：${name}` },
  tier: { en: ({ name }) => `tier: ${name}`, zh: ({ name }) => `层级：${name}` },
  unused: {
    en: ({ name }) => `with a value that could not be used: ${name}`,
    zh: ({ name }) => `有未能采用的数值：${name}`,
  },
} as const satisfies Readonly<Record<string, Phrase<{ readonly name: string }>>>;

/** Headings and short words of the worklist. */
export const WORKLIST_WORDS = {
  title: { en: "Worklist for review", zh: "待核查工作清单" },
  none: { en: "No candidates.", zh: "没有候选者。" },
  certain: { en: "certain", zh: "确定" },
  possible: { en: "possible", zh: "可能" },
  delivery: { en: "Delivery", zh: "分娩" },
  age: { en: "Age at delivery", zh: "分娩年龄" },
  ageUnknown: { en: "not known", zh: "不详" },
  why: { en: "Why she is listed", zh: "列入理由" },
  flags: { en: "May be excluded", zh: "可能应排除" },
  evidence: { en: "Evidence", zh: "依据" },
  unused: { en: "Values not used", zh: "未采用的数值" },
  clock: { en: "Delay clock", zh: "延误时钟" },
  settle: { en: "What would settle it", zh: "尚待核实" },
  inside: {
    en: "Holds identifiers, dates and exact counts of women: for use inside the hospital.",
    zh: "含患者标识、日期与确切人数，仅限院内使用。",
  },
  funnel: { en: "Funnel", zh: "筛选漏斗" },
  people: { en: "Persons", zh: "人数" },
  episodes: { en: "Deliveries", zh: "分娩数" },
  step: { en: "Step", zh: "步骤" },
  hidden: { en: "hidden", zh: "隐藏" },
  notRecorded: { en: "not recorded", zh: "无记录" },
  undated: { en: "without a date", zh: "无日期" },
} as const satisfies Readonly<Record<string, Text>>;

/** What hidden counts mean, under a funnel. */
export const SMALL_CELL_NOTE: Phrase<{ readonly smallCell: number }> = {
  en: ({ smallCell }) =>
    smallCell === 0
      ? "Counts are shown in full: for use inside the hospital only."
      : `Counts below ${smallCell} are not shown, nor others from which they could be computed.`,
  zh: ({ smallCell }) =>
    smallCell === 0 ? "计数全部显示，仅限院内使用。" : `小于 ${smallCell} 的计数不显示，可由其推算者亦隐藏。`,
};

/** Under the funnel of a worklist: what hidden counts mean, and that it may leave where the list may not. */
export const FUNNEL_NOTE: Phrase<{ readonly smallCell: number }> = {
  en: ({ smallCell }, t) =>
    smallCell === 0
      ? SMALL_CELL_NOTE.en({ smallCell }, t)
      : `May be shared without the list, and not beside the funnel of another definition. ${SMALL_CELL_NOTE.en({ smallCell }, t)}`,
  zh: ({ smallCell }, t) =>
    smallCell === 0
      ? SMALL_CELL_NOTE.zh({ smallCell }, t)
      : `可对外提供，但不得附清单，也不得与其他定义的漏斗并列。${SMALL_CELL_NOTE.zh({ smallCell }, t)}`,
};

/** Words of the explanation of one woman. */
export const EXPLANATION_WORDS = {
  listed: { en: "On the worklist", zh: "在工作清单中" },
  notListed: { en: "Not on the worklist.", zh: "不在工作清单中。" },
  noDelivery: {
    en: "No delivery of a person of the sexes asked for is recorded.",
    zh: "未见性别符合者的分娩记录。",
  },
  otherAge: {
    en: "At this delivery she was of another age than asked for: no criterion was looked at.",
    zh: "该次分娩时年龄不符，未作任何条件判断。",
  },
  tiers: { en: "Tiers", zh: "层级" },
  exclusions: { en: "Exclusions: a woman who meets one is left out", zh: "排除条件（符合即剔除）" },
  flags: { en: "Flags: shown, and nobody is left out", zh: "标记条件（仅提示，不剔除）" },
  all: { en: "all of", zh: "全部符合" },
  any: { en: "any of", zh: "任一符合" },
  evidence: { en: "Evidence, counted from this delivery", zh: "依据（时间自本次分娩起算）" },
  atLeast: { en: "at least", zh: "至少符合" },
  not: { en: "not the following", zh: "不存在以下情况" },
} as const satisfies Readonly<Record<string, Text>>;
