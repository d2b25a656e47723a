import type { Phrase, Text } from "@materbone/clinical";

export const tablesWords = {
  title: { en: "Tables and report", zh: "表格与报告" },
  kinds: { en: "What is shown", zh: "显示内容" },
  "table-1": { en: "Table 1", zh: "表1" },
  "table-2": { en: "Table 2", zh: "表2" },
  "table-3": { en: "Table 3", zh: "表3" },
  figures: { en: "Figures", zh: "图" },
  report: { en: "Whole report", zh: "完整报告" },
  printLanguage: { en: "Language of the print", zh: "打印语言" },
  preview: { en: "As it prints", zh: "打印预览" },
  lsc: { en: "Least significant change", zh: "最小有意义变化值（LSC）" },
  paper: { en: "stated precision", zh: "文中报告的精密度" },
  minimum: { en: "minimum acceptable", zh: "最低可接受精密度" },
  centre: { en: "this centre’s study", zh: "本中心研究" },
  noCentre: {
    en: "This series records no precision study of its own; enter one under “Methods and intervals”.",
    zh: "本系列未记录本中心的精密度研究，可在“方法与参考区间”中录入。",
  },
  columns: { en: "Columns", zh: "列" },
  analytes: { en: "Analytes", zh: "检验项目" },
  sites: { en: "Skeletal sites", zh: "测量部位" },
  scores: { en: "Of each site", zh: "各部位列出" },
  facts: { en: "Of each study", zh: "各研究列出" },
  earlier: { en: "earlier", zh: "前移" },
  later: { en: "later", zh: "后移" },
  bmdDecimals: { en: "Decimals of BMD", zh: "BMD小数位数" },
  percentDecimals: { en: "Decimals of the increase, %", zh: "增幅小数位数（%）" },
  digitsNote: {
    en: "Rounded half away from zero for display only; the record keeps what was entered.",
    zh: "仅显示时修约（四舍五入），记录保留原值。",
  },
  asInPaper: { en: "As in the paper", zh: "恢复论文格式" },
  copy: { en: "Copy", zh: "复制" },
  csv: { en: "CSV", zh: "CSV" },
  html: { en: "HTML", zh: "HTML" },
  markdown: { en: "Markdown", zh: "Markdown 格式" },
  print: { en: "Print", zh: "打印" },
  actions: { en: "Copy, save or print", zh: "复制、保存或打印" },
  copied: {
    en: "Copied. Paste it into Word or Excel; it arrives as a table.",
    zh: "已复制。粘贴到 Word 或 Excel 中即为表格。",
  },
  notCopied: {
    en: "The browser did not let this page copy. Save the table as HTML instead and open it in Word.",
    zh: "浏览器未允许复制。可改为保存 HTML 文件，再用 Word 打开。",
  },
  printing: { en: "Opened for printing.", zh: "已打开打印窗口。" },
  evidence: {
    en: "Evidence: the literature value by value, pooled, and beside the change without a drug",
    zh: "文献证据：逐项文献数值、合并分析，以及与未用药变化的对照",
  },
  noLiterature: {
    en: "This series has no literature yet, so there is no Table 3. It is filled from the publications listed in the series.",
    zh: "本系列尚无文献，因此没有表3。录入系列的文献后，此表自动生成。",
  },
  noLaboratory: {
    en: "No laboratory value has been recorded. Enter the first visit’s results on the page of a woman, and Table 1 appears.",
    zh: "尚未记录检验结果。在病例页录入首次就诊的结果后，即可生成表1。",
  },
  noScans: {
    en: "No scan has been recorded. Enter a DXA scan on the page of a woman, and Table 2 appears.",
    zh: "尚未记录骨密度检查。在病例页录入DXA结果后，即可生成表2。",
  },
  woman: { en: "Figures of", zh: "图的对象" },
  wholeSeries: { en: "the whole series", zh: "整个系列" },
  quantity: { en: "BMD shown as", zh: "BMD表示方式" },
  openReport: { en: "Open in a tab of its own, to print", zh: "在新标签页打开（可打印）" },
  downloadReport: { en: "Save as one HTML file", zh: "保存为单个HTML文件" },
  reportSaved: {
    en: "The report is being saved; one file, complete without a network.",
    zh: "正在保存报告；单个文件，离线可读。",
  },
  reportNote: {
    en: "Findings, claims, every woman, tables, figures and methods on one page without script. It prints on A4.",
    zh: "疑问、论断、每例患者、表格、图与方法汇于一页，不含脚本，可按A4打印。",
  },
  reportFrame: { en: "The report", zh: "报告" },
  tooMany: {
    en: "Tables on this page are for up to 500 women. For more, use “materbone tables” and “materbone report” on the command line.",
    zh: "本页表格最多支持500例。例数更多时，请使用命令行“materbone tables”和“materbone report”。",
  },
  noCases: {
    en: "No woman is in this series yet. Add one on the page “Women”.",
    zh: "本系列尚无病例。请在“病例”页添加。",
  },
} as const satisfies Record<string, Text>;

/** A file was handed to the browser. */
export const savedAs: Phrase<{ readonly name: string }> = {
  en: ({ name }) => `Saved as ${name}.`,
  zh: ({ name }) => `已保存为 ${name}。`,
};

export const moveColumn: Phrase<{ readonly column: string; readonly by: -1 | 1 }> = {
  en: ({ column, by }) => `${column}: ${by < 0 ? tablesWords.earlier.en : tablesWords.later.en}`,
  zh: ({ column, by }) => `${column}：${by < 0 ? tablesWords.earlier.zh : tablesWords.later.zh}`,
};
