import type { Text } from "@materbone/clinical";

export const shellWords = {
  researchUse: {
    en: "Research use. Shows, asks and computes; does not diagnose or advise treatment.",
    zh: "仅供研究使用。只呈现、提问与计算，不作诊断，也不提供治疗建议。",
  },
  skip: { en: "Skip to the page", zh: "跳到正文" },
  start: { en: "Start", zh: "首页" },
  series: { en: "Women", zh: "病例" },
  findings: { en: "Findings", zh: "疑问" },
  tables: { en: "Tables and report", zh: "表格与报告" },
  followUp: { en: "Follow-up", zh: "随访" },
  history: { en: "History", zh: "修订记录" },
  seriesSettings: { en: "Methods and intervals", zh: "方法与参考区间" },
  evidence: { en: "Evidence", zh: "文献证据" },
  simulator: { en: "Simulator", zh: "模拟器" },
  finder: { en: "Finder", zh: "病例筛查" },
  settings: { en: "Settings", zh: "设置" },
  sections: { en: "Sections of the series", zh: "系列各页" },
  language: { en: "Language", zh: "语言" },
  dark: { en: "Dark colours", zh: "深色界面" },
  light: { en: "Light colours", zh: "浅色界面" },
  search: { en: "Search", zh: "查找" },
  menu: { en: "Menu", zh: "菜单" },
  notFoundTitle: { en: "There is no such page", zh: "没有这个页面" },
  notFoundText: {
    en: "The address may be mistyped, or what stood there was deleted.",
    zh: "地址可能有误，或原有内容已被删除。",
  },
  toStart: { en: "To the start page", zh: "回到首页" },
  loading: { en: "Loading…", zh: "正在载入…" },
  tryAgain: { en: "Try again", zh: "重试" },
  unreachable: {
    en: "The workbench does not answer. Is its terminal window still open? Start it again with “npm start” and open the address that it prints in another tab; then go on here.",
    zh: "工作台没有响应。请确认终端窗口仍在运行；如已关闭，请用“npm start”重新启动，在另一标签页中打开其显示的网址，再回到本页继续。",
  },
  notSignedIn: {
    en: "The workbench was started anew, and this page belongs to the start before. Open the new address that the terminal shows in another tab; then this page works again.",
    zh: "工作台已重新启动，本页属于上一次启动。请在另一标签页中打开终端显示的新网址，之后本页即可继续使用。",
  },
  /** Said only where the window holds work. */
  workHeld: {
    en: "What you typed and did not save is not lost until this tab is closed or reloaded.",
    zh: "关闭或刷新本标签页前，已输入而未保存的内容不会丢失。",
  },
  unexpected: { en: "This page could not be shown", zh: "页面无法显示" },
  unexpectedText: {
    en: "Something went wrong in the page itself. What was saved or kept as a draft is safe. Reload the page; if it happens again, report it with the message below, which holds no patient data.",
    zh: "页面自身出错，已保存的内容和草稿不受影响。请重新载入；如仍出现，请附上下方信息反馈（其中不含患者资料）。",
  },
} as const satisfies Record<string, Text>;
