import type { Text } from "@materbone/clinical";

export const figureWords = {
  showTable: { en: "The same as a table", zh: "以表格显示" },
  hideTable: { en: "Hide the table", zh: "收起表格" },
  walk: {
    en: "Arrow keys go from one value to the next.",
    zh: "用方向键逐个查看数值。",
  },
  walkAndOpen: {
    en: "Arrow keys go from one value to the next, Enter opens its place in the record.",
    zh: "用方向键逐个查看数值，按回车键跳到记录中的相应位置。",
  },
  walkAndChoose: {
    en: "Arrow keys go from one value to the next, Enter chooses it.",
    zh: "用方向键逐个查看，按回车键选定。",
  },
  saveSvg: { en: "Save as SVG", zh: "保存为SVG" },
  savePng: { en: "Save as PNG", zh: "保存为PNG" },
  copyData: { en: "Copy the data (CSV)", zh: "复制数据（CSV）" },
  copied: { en: "Data copied", zh: "数据已复制" },
  notCopied: { en: "The browser refused to copy", zh: "浏览器未允许复制" },
  noPicture: { en: "The browser could not make the picture", zh: "浏览器未能生成图片" },
} as const satisfies Record<string, Text>;

/** Name of the slider that walks through the values of a figure. */
export const valuesOf = {
  en: (title: string): string => `Values of the figure: ${title}`,
  zh: (title: string): string => `图中数值：${title}`,
};
