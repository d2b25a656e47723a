/** Every page of the workbench with the heading it must show; names from the published series. */
export const PAGES = [
  { name: "start", path: "/", heading: { zh: /Materbone/, en: /Materbone/ } },
  { name: "board", path: "/series/qingdao-2016-2019", heading: { zh: /双膦酸盐/, en: /bisphosphonate/i } },
  { name: "board of the invented women", path: "/series/varied-women", heading: { zh: /./, en: /./ } },
  ...(["timeline", "verdict", "response", "options", "follow-up", "findings"] as const).map((panel) => ({
    name: `case, ${panel}`,
    path: `/series/qingdao-2016-2019/case/case-1?panel=${panel}`,
    heading: { zh: /例\s?1|病例\s?1|case-1/, en: /Case 1|case-1/i },
  })),
  {
    name: "case with calendar dates",
    path: "/series/varied-women/case/woman-calendar-dates",
    heading: { zh: /./, en: /./ },
  },
  { name: "findings", path: "/series/qingdao-2016-2019/findings", heading: { zh: /疑问/, en: /Findings/ } },
  ...(["table-1", "table-2", "table-3", "figures", "report"] as const).map((show) => ({
    name: `tables, ${show}`,
    path: `/series/qingdao-2016-2019/tables?show=${show}`,
    heading: { zh: /表格/, en: /Tables/ },
  })),
  { name: "follow-up", path: "/series/varied-women/follow-up?on=2026-06-01", heading: { zh: /随访/, en: /Follow-up/ } },
  { name: "methods", path: "/series/qingdao-2016-2019/settings", heading: { zh: /方法/, en: /Methods/ } },
  { name: "history", path: "/series/qingdao-2016-2019/history", heading: { zh: /修订/, en: /History/ } },
  ...(["summary", "studies", "forest", "harvest", "small", "benchmark", "appraisal"] as const).map((show) => ({
    name: `evidence, ${show}`,
    path: `/evidence?show=${show}`,
    heading: { zh: /文献证据/, en: /Evidence/ },
  })),
  {
    name: "evidence, a choice of readings",
    path: "/evidence?show=studies&conflict=only&open=osullivan-2006/bp/lumbarSpine@24&readings=osullivan-2006/bp/lumbarSpine@24%3D0",
    heading: { zh: /文献证据/, en: /Evidence/ },
  },
  ...(["course", "fit", "graph", "markers", "compare", "parameters"] as const).map((show) => ({
    name: `simulator, ${show}`,
    path: `/simulate?show=${show}&series=qingdao-2016-2019&case=case-2&pins=plo;f6;1;964;none;24`,
    heading: { zh: /模拟器/, en: /Simulator/ },
  })),
  {
    name: "simulator, what follows when a node rises",
    path: "/simulate?show=graph&scope=paper&node=prolactin",
    heading: { zh: /模拟器/, en: /Simulator/ },
  },
  { name: "search in hospital data", path: "/find", heading: { zh: /检索/, en: /Search/ } },
  { name: "mapping of tables", path: "/find/mapping", heading: { zh: /各列含义/, en: /columns mean/ } },
  { name: "definition of the finder", path: "/find/definition", heading: { zh: /定义/, en: /Definition/ } },
  { name: "settings", path: "/settings", heading: { zh: /设置/, en: /Settings/ } },
] as const;
