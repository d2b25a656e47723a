import type { Phrase, Text } from "@materbone/clinical";

export const parametersWords = {
  sites: { en: "Does each site pass?", zh: "各部位是否通过验证" },
  byTable: { en: "Validation by site", zh: "各部位验证结果" },
  site: { en: "Site", zh: "部位" },
  met: { en: "Rows met", zh: "符合行数" },
  rms: { en: "Root mean square, SD", zh: "均方根，SD" },
  shown: { en: "Shown", zh: "是否显示" },
  yes: { en: "yes", zh: "是" },
  no: { en: "no, hidden", zh: "否，隐藏" },
  passes: { en: "passes", zh: "通过" },
  misses: { en: "does not pass", zh: "未通过" },
  shownAnyway: {
    en: "shown although it does not pass; the rows that it misses are below",
    zh: "虽未通过仍显示；未符合的行见下表",
  },
  rows: { en: "Published rows beside the model", zh: "已发表数据与模型对照" },
  row: { en: "Row", zh: "行" },
  what: { en: "What was done", zh: "干预" },
  published: { en: "Published", zh: "发表值" },
  predicted: { en: "Model", zh: "模型值" },
  inSd: { en: "Off by, SD", zh: "相差，SD" },
  use: { en: "Use", zh: "用途" },
  calibrate: { en: "fitted", zh: "用于拟合" },
  validate: { en: "kept for validation", zh: "用于验证" },
  bound: { en: "bound", zh: "界限" },
  seen: {
    en: "Validation rows were never fitted, but some were seen while the form of the layer was chosen (docs/decisions/0034).",
    zh: "验证行从未用于拟合，但选择模型形式时部分已被看到（docs/decisions/0034）。",
  },
  parameters: { en: "Parameters", zh: "参数" },
  find: { en: "Find a parameter", zh: "查找参数" },
  name: { en: "Name", zh: "名称" },
  value: { en: "Value", zh: "数值" },
  unit: { en: "Unit", zh: "单位" },
  meaning: { en: "Meaning", zh: "含义" },
  source: { en: "Source", zh: "来源" },
  status: { en: "Status", zh: "状态" },
  anyStatus: { en: "any", zh: "全部" },
  read: { en: "read", zh: "已查阅" },
  recalled: { en: "recalled", zh: "待核对" },
  computed: { en: "computed", zh: "推算" },
  fitted: { en: "fitted here", zh: "本项目拟合" },
  assumed: { en: "assumed", zh: "假设" },
  assumedTitle: { en: "What is assumed", zh: "所作假设" },
} as const satisfies Record<string, Text>;

export const ASSUMPTIONS: readonly Text[] = [
  {
    en: "Partial nursing counts as half of full nursing; twins multiply the milk only.",
    zh: "部分哺乳按完全哺乳的一半计；多胎仅放大乳汁钙。",
  },
  {
    en: "A woman with PLO differs from a healthy mother in three numbers of the prior, chosen so that a population covers published untreated women; nothing tells how they differ in one woman before her scans.",
    zh: "PLO 女性与健康产妇的差别在于先验的三个参数，取值使人群覆盖已发表的未治疗患者；在有检查之前，无法得知个体的取值。",
  },
  {
    en: "Month 0 is the delivery, with the hormones at rest: the pregnancy itself is not run.",
    zh: "第 0 个月为分娩，激素处于稳态：未模拟妊娠过程本身。",
  },
  {
    en: "Calcium is elemental and spread over the day; calcitriol by mouth is taken as absorbed whole.",
    zh: "钙剂以元素钙计、按日均摊；口服骨化三醇按完全吸收计。",
  },
  {
    en: "Osteoclasts and osteoblasts stand for CTX and BSAP.",
    zh: "以破骨细胞与成骨细胞分别代表 CTX 与 BSAP。",
  },
];

export const sayParameters: Phrase<{ readonly shown: number; readonly all: number }> = {
  en: ({ shown, all }) => `${shown} of ${all} parameters`,
  zh: ({ shown, all }) => `${all} 个参数中的 ${shown} 个`,
};
