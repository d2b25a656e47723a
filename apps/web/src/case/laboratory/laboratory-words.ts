import type { Phrase, Text } from "@materbone/clinical";

export const laboratoryWords = {
  analyte: { en: "Analyte", zh: "项目" },
  value: { en: "Value", zh: "数值" },
  unit: { en: "Unit", zh: "单位" },
  interval: { en: "Interval", zh: "参考区间" },
  flag: { en: "Reading", zh: "判读" },
  newAnalyte: { en: "PTH, β-CTX…", zh: "PTH、血钙…" },
  details: { en: "Method, note, source", zh: "方法、备注与出处" },
  unknownAnalyte: {
    en: "This analyte is not known. Choose one of the list.",
    zh: "未能识别该项目，请从列表中选择。",
  },
  intervalHint: { en: "An interval such as 15-65, <60 or >20.", zh: "参考区间，如 15-65、<60、>20。" },
  addPanel: { en: "Add a sampling", zh: "新增一次检查" },
  paste: { en: "Paste values from a report…", zh: "从检验报告粘贴…" },
  pasteLabel: { en: "Laboratory values copied from a report", zh: "从检验报告复制的结果" },
  pasteHint: {
    en: "A line for each analyte: name or abbreviation in either language, value (also < and >), unit, interval such as 0.299-0.573.",
    zh: "每行一项：中英文名称或缩写、数值（可含<、>）、单位、参考区间（如 0.299-0.573）。",
  },
} as const satisfies Record<string, Text>;

export const valueLabel: Phrase<{ readonly what: string; readonly of: string }> = {
  en: ({ what, of }) => `${what}, ${of}`,
  zh: ({ what, of }) => `${what}，${of}`,
};
export const newValue: Phrase<{ readonly panel: number }> = {
  en: ({ panel }) => `new value, sampling ${panel}`,
  zh: ({ panel }) => `新增结果，第${panel}次`,
};
export const resultsOf: Phrase<{ readonly panel: number }> = {
  en: ({ panel }) => `Laboratory values, sampling ${panel}`,
  zh: ({ panel }) => `实验室检查结果，第${panel}次`,
};
export const severalIntervals: Phrase<{ readonly count: number }> = {
  en: ({ count }) => `${count} possible`,
  zh: ({ count }) => `${count}个可能`,
};
