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
  intervalHint: {
    en: "An interval such as 15-65, ≤60 or ≥20. Limits belong to it: <60 is kept as ≤60.",
    zh: "参考区间，如 15-65、≤60、≥20。界值计入区间：<60 按 ≤60 记录。",
  },
  hint: {
    en: "Arrows, Tab and Enter move; Enter after Tab begins the next row. Alt+↓ opens the suggestions of analyte and unit. Delete on a marked block clears intervals and text that waits; a value goes with × at its row.",
    zh: "方向键、Tab 和回车移动；Tab 之后按回车转到下一行开头。Alt+↓ 打开项目和单位的候选列表。选中区域后按 Delete 仅清除参考区间和待更正的文本；删除整项结果请点该行的×。",
  },
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

/** What clearing a marked block did. */
export const clearedBlock: Phrase<{ readonly cleared: number; readonly kept: number }> = {
  en: ({ cleared, kept }, t) =>
    [
      cleared === 0 ? "Nothing was cleared." : `${cleared} ${t.count(cleared, "cell", "cells")} cleared.`,
      ...(kept === 0 ? [] : ["Analyte, value and unit stay: remove the whole value with × at its row."]),
    ].join(" "),
  zh: ({ cleared, kept }) =>
    `${cleared === 0 ? "没有可清除的内容。" : `已清除${cleared}格。`}${kept === 0 ? "" : "项目、数值和单位保留；删除整项结果请点该行的×。"}`,
};

type AppliedFacts = {
  readonly value: string;
  readonly unit: string;
  readonly limits: string;
  /** When the interval holds: season, state, laboratory. */
  readonly held: readonly string[];
  readonly flag: string;
};
export const appliedLine: Phrase<AppliedFacts> = {
  en: ({ value, unit, limits, held, flag }) =>
    `${value} ${unit}: ${limits} ${unit}${held.length === 0 ? "" : ` (${held.join(" · ")})`} → ${flag}`,
  zh: ({ value, unit, limits, held, flag }) =>
    `${value} ${unit}：${limits} ${unit}${held.length === 0 ? "" : `（${held.join(" · ")}）`} → ${flag}`,
};
