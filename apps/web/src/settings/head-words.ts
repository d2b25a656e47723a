import type { Phrase, Text } from "@materbone/clinical";

export const headWords = {
  title: { en: "Methods and intervals", zh: "方法与参考区间" },
  sections: { en: "Sections of this page", zh: "本页各部分" },
  publication: { en: "Publication", zh: "基本信息" },
  recruitment: { en: "Years of recruitment", zh: "纳入年份" },
  recruitmentHint: { en: "First and last year: 2016-2019.", zh: "首末年份，如 2016-2019。" },
  people: { en: "Authors and ethics", zh: "作者与伦理" },
  densitometers: { en: "Densitometers and precision", zh: "骨密度仪与精密度" },
  calibrations: { en: "Cross-calibration", zh: "交叉校准" },
  fractures: { en: "Vertebral fracture rule", zh: "椎体骨折判定标准" },
  assays: { en: "Assays", zh: "检测方法" },
  intervals: { en: "Laboratory intervals", zh: "实验室参考区间" },
  panel: { en: "Columns of Table 1", zh: "表1列序" },
  claims: { en: "Claims of the authors", zh: "作者的论断" },
  literature: { en: "Literature", zh: "文献" },
  definitions: { en: "Definitions in use", zh: "所用定义" },
  keywords: { en: "Keywords", zh: "关键词" },
  outcomes: { en: "Outcomes studied", zh: "观察指标" },
  add: { en: "Add", zh: "添加" },
  remove: { en: "Remove", zh: "删除" },
  earlier: { en: "earlier", zh: "前移" },
  later: { en: "later", zh: "后移" },
  choose: { en: "choose…", zh: "请选择…" },
  none: { en: "None yet.", zh: "暂无项目。" },
  noneChosen: { en: "None chosen: the order of the records is used.", zh: "未指定，按记录中的顺序排列。" },
  stated: { en: "Precision as stated", zh: "文中报告的精密度" },
  authorName: { en: "Name of the author", zh: "作者姓名" },
  study: { en: "Precision study", zh: "精密度研究" },
  studyText: {
    en: "Repeated scans of the same women with repositioning, one woman a line, in g/cm². The least significant change of this centre follows from them.",
    zh: "同一受检者重新摆位后重复测量的BMD（g/cm²），每行一人。由此得出本中心的最小有意义变化值（LSC）。",
  },
  site: { en: "Site", zh: "部位" },
  women: { en: "Women", zh: "人数" },
  rmsSd: { en: "RMS-SD, g/cm²", zh: "RMS-SD（g/cm²）" },
  freedom: { en: "Degrees of freedom", zh: "自由度" },
  lsc: { en: "LSC, g/cm²", zh: "LSC（g/cm²）" },
  tooSmall: { en: "fewer than asked for", zh: "少于要求" },
  alike: { en: "all repeats alike: no precision follows", zh: "重复值完全相同，无法得出精密度" },
  paste: { en: "Paste repeated scans", zh: "粘贴重复测量值" },
  pasteIntervals: { en: "Paste from a spreadsheet", zh: "从电子表格粘贴" },
  pasteIntervalsHint: {
    en: "One interval a line: analyte, low, high, unit; then season, state and laboratory if they select it.",
    zh: "每行一条：项目、下限、上限、单位；如有，再加季节、生理状态、检验科。",
  },
  notUnderstood: { en: "Not understood and left out:", zh: "未能识别，不会导入：" },
  preview: { en: "Understood", zh: "识别结果" },
  cancel: { en: "Cancel", zh: "取消" },
  analyte: { en: "Analyte", zh: "项目" },
  low: { en: "Low", zh: "下限" },
  high: { en: "High", zh: "上限" },
  unit: { en: "Unit", zh: "单位" },
  season: { en: "Season", zh: "季节" },
  state: { en: "State", zh: "生理状态" },
  laboratory: { en: "Laboratory", zh: "检验科" },
  any: { en: "any", zh: "不限" },
  newInterval: { en: "New interval", zh: "新增参考区间" },
  limitNeeded: { en: "Give a lower limit, an upper limit or both.", zh: "请填写下限、上限，或两者都填。" },
  kind: { en: "Kind of claim", zh: "论断类型" },
  newClaim: { en: "New claim", zh: "新增论断" },
  claimsText: {
    en: "A claim is tested against the record on the board and in the report. Statements and hypotheses are kept untested.",
    zh: "论断会与记录核对，结果见病例页与报告；论述与推测只保存，不核对。",
  },
  stillNeeded: { en: "Fill in every field first.", zh: "请先填写全部字段。" },
  literatureText: {
    en: "Read-only here: the studies of Table 3 as they stand in the series.",
    zh: "此处只读：表3所列文献。",
  },
  year: { en: "Year", zh: "年份" },
  version: { en: "Version", zh: "版本" },
  source: { en: "Source", zh: "来源" },
  definition: { en: "Definition of PLO", zh: "PLO定义" },
  definitionsText: {
    en: "Read-only: they come with the program, each with its source. Switches stand beside the verdicts they decide.",
    zh: "只读：定义随程序提供，均注明来源；相关开关位于其所决定的判定旁。",
  },
  minimumPrecision: { en: "Minimum acceptable precision", zh: "最低可接受精密度" },
  multiplier: { en: "LSC = precision error × ", zh: "LSC = 精密度误差 × " },
  schedule: { en: "Follow-up schedule", zh: "随访计划" },
  history: { en: "History", zh: "修订记录" },
  save: { en: "Save", zh: "保存" },
  howMean: { en: "Root-mean-square SD of the repeated scans", zh: "重复测量的均方根标准差" },
} as const satisfies Record<string, Text>;

export const takeRepeats: Phrase<{ readonly count: number; readonly site: string }> = {
  en: ({ count, site }, t) => `Take ${count} ${t.count(count, "woman", "women")} for the ${site}`,
  zh: ({ count, site }) => `导入${site} ${count} 人`,
};

export const takeIntervals: Phrase<{ readonly count: number }> = {
  en: ({ count }, t) => `Add ${count} ${t.count(count, "interval", "intervals")}`,
  zh: ({ count }) => `添加 ${count} 条参考区间`,
};

export const howLsc: Phrase<{
  readonly people: number;
  readonly freedom: number;
  readonly rmsSd: string;
  readonly multiplier: string;
  readonly lsc: string;
}> = {
  en: ({ people, freedom, rmsSd, multiplier, lsc }, t) =>
    `Squared deviations of the repeated scans of ${people} ${t.count(people, "woman", "women")} from each woman's own mean, summed, divided by ${freedom} degrees of freedom, square root: ${rmsSd} g/cm². Times ${multiplier}: ${lsc} g/cm².`,
  zh: ({ people, freedom, rmsSd, multiplier, lsc }) =>
    `${people} 人的重复测量值与各自均值之差的平方求和，除以自由度 ${freedom}，再开平方：${rmsSd} g/cm²。乘以 ${multiplier}：${lsc} g/cm²。`,
};

export const askedFreedom: Phrase<{ readonly least: number }> = {
  en: ({ least }) => `A study is asked to have at least ${least} degrees of freedom.`,
  zh: ({ least }) => `精密度研究的自由度应不少于 ${least}。`,
};

export const literatureCount: Phrase<{ readonly studies: number; readonly women: number; readonly out: number }> = {
  en: ({ studies, women, out }, t) =>
    `${studies} ${t.count(studies, "study", "studies")} with ${women} women; ${out} left out with a reason.`,
  zh: ({ studies, women, out }) => `${studies} 项研究，共 ${women} 例；另有 ${out} 项注明原因后排除。`,
};

export const entryOf: Phrase<{ readonly what: string; readonly n: number }> = {
  en: ({ what, n }) => `${what} ${n}`,
  zh: ({ what, n }) => `${what} ${n}`,
};

export const cellOf: Phrase<{ readonly analyte: string; readonly column: string; readonly n: number }> = {
  en: ({ analyte, column, n }) => `${column}, interval ${n} (${analyte})`,
  zh: ({ analyte, column, n }) => `第 ${n} 条（${analyte}）${column}`,
};
