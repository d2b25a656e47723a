import type { Phrase, Text } from "@materbone/clinical";

export const paletteWords = {
  title: { en: "Search", zh: "查找" },
  label: { en: "A woman by pseudonym or tag, a page, an action", zh: "按编号或标签查找病例，或查找页面、操作" },
  nameFree: {
    en: "Records hold no names, so none can be searched.",
    zh: "记录不含姓名，无法按姓名查找。",
  },
  women: { en: "Women", zh: "病例" },
  series: { en: "Series", zh: "系列" },
  pages: { en: "Pages", zh: "页面" },
  actions: { en: "Actions", zh: "操作" },
  none: {
    en: "Nothing fits. Try a part of the pseudonym, or fewer letters.",
    zh: "没有匹配项。可只输入编号的一部分。",
  },
  searching: { en: "Searching…", zh: "正在查找…" },
  keys: { en: "↑ ↓ choose · Enter open · Esc close", zh: "↑ ↓ 选择 · Enter 打开 · Esc 关闭" },
  close: { en: "Close", zh: "关闭" },
  start: { en: "Start page", zh: "首页" },
  evidence: { en: "Evidence: the literature, pooled", zh: "文献证据：文献与合并分析" },
  simulator: { en: "Simulator: the circuit, run", zh: "模拟器：运行环路模型" },
  finder: { en: "Finder: women to review in hospital data", zh: "病例筛查：医院数据中待核查的女性" },
  settings: { en: "Settings", zh: "设置" },
  board: { en: "Women of the series", zh: "病例一览" },
  findings: { en: "Findings", zh: "疑问" },
  followUp: { en: "Follow-up", zh: "随访" },
  tables: { en: "Tables and report", zh: "表格与报告" },
  methods: { en: "Methods and intervals", zh: "方法与参考区间" },
  history: { en: "History", zh: "修订记录" },
  newSeries: { en: "New series", zh: "新建系列" },
  importFiles: { en: "Import files", zh: "导入文件" },
  toChinese: { en: "Change to Chinese", zh: "切换到中文" },
  toEnglish: { en: "Change to English", zh: "English（切换语言）" },
  dark: { en: "Dark colours", zh: "深色界面" },
  light: { en: "Light colours", zh: "浅色界面" },
} as const satisfies Record<string, Text>;

/** What someone who does not see the list hears of it. */
export const sayResults: Phrase<{ readonly count: number }> = {
  en: ({ count }, t) => `${count} ${t.count(count, "result", "results")}`,
  zh: ({ count }) => `${count} 项结果`,
};
