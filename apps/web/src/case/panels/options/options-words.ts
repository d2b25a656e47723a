import type { AgentClass, Text } from "@materbone/clinical";

export const optionsWords = {
  title: { en: "Options and safety, not advice", zh: "用药选择与安全性（非建议）" },
  lead: {
    en: "What sources say of each agent, beside what this record has. Nothing here is recommended, ranked or cleared. Agents stand in the order of the knowledge base, by class.",
    zh: "各药物的来源资料与本记录的对照，不作推荐、排序或放行；药物按知识库顺序（分类）排列。",
  },
  given: { en: "What she was given, and what was declined", zh: "已用治疗与未接受的治疗" },
  nothingGiven: { en: "No treatment is recorded, given or declined.", zh: "未记录任何治疗（包括未接受的治疗）。" },
  delays: { en: "Delays, each under its own name", zh: "各类延误（按起止点分别计算）" },
  months: { en: "months", zh: "个月" },
  notKnown: { en: "time not recorded: ", zh: "时间未记录：" },
  undated: { en: "another entry has no time and could be earlier", zh: "另有一项未记录时间，可能更早" },
  agents: { en: "Agents", zh: "药物" },
  filter: { en: "Class", zh: "分类" },
  bone: { en: "act on bone", zh: "作用于骨" },
  allAgents: { en: "all", zh: "全部" },
  offLabel: { en: "off-label in PLO", zh: "PLO属超说明书用药" },
  wasGiven: { en: "given to her", zh: "本例已用" },
  wasDeclined: { en: "declined", zh: "本例未接受" },
  regimens: { en: "Regimens that labels or sources name", zh: "说明书或文献所列用法" },
  licences: { en: "Licence for osteoporosis in general", zh: "骨质疏松症批准情况（一般适应证）" },
  country: { en: "Country", zh: "国家/地区" },
  status: { en: "Status", zh: "状态" },
  licensed: { en: "licensed", zh: "已批准" },
  notLicensed: { en: "not licensed", zh: "未批准" },
  withdrawn: { en: "withdrawn", zh: "已撤回" },
  indication: { en: "Indication", zh: "适应证" },
  sourceHead: { en: "Source and date checked", zh: "来源与核对日期" },
  onset: { en: "Onset", zh: "起效" },
  persistence: { en: "Persistence", zh: "作用持续" },
  affinity: { en: "Affinity for bone mineral", zh: "与骨矿物的亲和力" },
  pregnancy: { en: "Pregnancy", zh: "妊娠" },
  lactation: { en: "Breastfeeding", zh: "哺乳" },
  stops: { en: "What stands against it", zh: "不宜使用的情况" },
  sequence: { en: "Sequence and stopping", zh: "序贯与停药" },
  notes: { en: "Notes", zh: "其他说明" },
  checks: { en: "Checks, and whether this record has them", zh: "用药检查与本记录的情况" },
  before: { en: "before a dose", zh: "用药前" },
  after: { en: "after a dose", zh: "用药后" },
  none: { en: "None found in a source, which is not the same as none.", zh: "来源中未查到，不等于没有。" },
  record: { en: "Record it", zh: "去记录" },
  see: { en: "See the record", zh: "查看记录" },
  atLeast: { en: "at least", zh: "不低于" },
} as const satisfies Record<string, Text>;

export const agentClassWords: Readonly<Record<AgentClass, Text>> = {
  bisphosphonate: { en: "bisphosphonate", zh: "双膦酸盐" },
  antiRankl: { en: "anti-RANKL", zh: "RANKL抑制剂" },
  anabolic: { en: "anabolic", zh: "骨形成促进剂" },
  mixed: { en: "dual-acting", zh: "双重作用" },
  serm: { en: "SERM", zh: "SERM" },
  calcitonin: { en: "calcitonin", zh: "降钙素" },
  calcium: { en: "calcium", zh: "钙剂" },
  nativeVitaminD: { en: "vitamin D", zh: "普通维生素D" },
  activeVitaminD: { en: "active vitamin D", zh: "活性维生素D" },
  vitaminK: { en: "vitamin K", zh: "维生素K" },
  herbal: { en: "herbal", zh: "中成药" },
  glucosamine: { en: "glucosamine", zh: "氨基葡萄糖" },
  analgesic: { en: "analgesic", zh: "镇痛药" },
  anticoagulant: { en: "anticoagulant", zh: "抗凝药" },
  glucocorticoid: { en: "glucocorticoid", zh: "糖皮质激素" },
  hormone: { en: "hormone", zh: "激素类" },
  otherDrug: { en: "other drug", zh: "其他药物" },
  nonDrug: { en: "not a drug", zh: "非药物" },
  other: { en: "other", zh: "其他" },
};

/** The shape says the same as the word. */
export const READINESS_SHAPE = { has: "✓", lacks: "?", fails: "!", undecided: "?", notYet: "…" } as const;

/** A property of the substance, in the order of its source; no rank among treatments. */
export function affinityText(rank: number): Text {
  return {
    en: `Place ${rank} in the order of affinity that the source measured (1 = binds most strongly).`,
    zh: `在来源所测亲和力顺序中列第${rank}位（1为结合最强）。`,
  };
}
