/** Headings and fixed sentences of the report, both languages side by side. */
export const REPORT_WORDS = {
  contents: { en: "Contents", zh: "目录" },
  skip: { en: "Skip to the report", zh: "跳至正文" },
  report: { en: "Series report", zh: "病例系列报告" },
  banner: {
    en: "Research use only. Materbone shows, asks and computes; it does not diagnose, recommend treatment or correct a value.",
    zh: "仅供研究使用。Materbone 只呈现、提问和计算，不作诊断，不推荐治疗，也不更改任何数值。",
  },
  printFooter: {
    en: "Materbone · research use only, not for diagnosis or treatment",
    zh: "Materbone · 仅供研究，不作为诊疗依据",
  },
  page: { en: "page", zh: "第" },
  pageAfter: { en: "", zh: "页" },
  synthetic: {
    en: "Synthetic records: invented for testing, no real woman is described.",
    zh: "虚构病例：为测试而编写，不对应任何真实患者。",
  },

  summary: { en: "In ten minutes", zh: "十分钟速览" },
  women: { en: "women", zh: "例患者" },
  woman: { en: "woman", zh: "例患者" },
  vertebralFractures: { en: "fractured vertebrae", zh: "个骨折椎体" },
  vertebralFracture: { en: "fractured vertebra", zh: "个骨折椎体" },
  levelNotStated: { en: " (not every level is stated)", zh: "（有节段未说明）" },
  openFindings: { en: "open findings", zh: "条待核实疑问" },
  claimsNotSupported: { en: "claims not supported by the record", zh: "项论断与记录不符" },
  seriesAsAWhole: { en: "Series as a whole", zh: "全系列" },
  fractures: { en: "Fractures", zh: "骨折" },
  noFractures: { en: "none recorded", zh: "未记录" },
  lowestZ: { en: "Lowest Z-score", zh: "最低Z值" },
  tOnly: { en: "T-scores only", zh: "仅有T值" },
  notRecorded: { en: "not recorded", zh: "未记录" },
  oneScan: { en: "fewer than two scans with BMD", zh: "具BMD的检查不足两次" },
  anySite: { en: "any site", zh: "任一部位" },
  allSites: { en: "all sites", zh: "全部部位" },
  hangsOn: { en: "hangs on", zh: "尚待" },

  findings: { en: "Findings: what does not add up", zh: "疑问：前后不符之处" },
  findingsLead: {
    en: "Questions raised by general rules. None is a correction: the record stays as given, and a reader may explain or accept each with a note.",
    zh: "由通用规则提出的疑问，并非更正：记录一律保持原样，可由核对者逐条说明或接受。",
  },
  noFindings: { en: "No rule raised a question.", zh: "规则未提出疑问。" },
  facts: { en: "Facts and source", zh: "依据与来源" },
  ruleAsks: { en: "The rule asks", zh: "规则" },
  source: { en: "Source", zh: "来源" },
  readerNote: { en: "Reader's note", zh: "核对说明" },

  claims: { en: "What the authors claim, tested", zh: "作者论断的核对" },
  claimsLead: {
    en: "Each claim is tested against the series' own records; its place in the paper is given.",
    zh: "逐条与本系列记录核对，并注明其在原文中的位置。",
  },
  noClaims: { en: "No claims are recorded.", zh: "未记录论断。" },
  otherClaims: { en: "Supported claims, and statements kept in words", zh: "相符的论断及仅作记录的论述" },

  figureData: { en: "The same as a table", zh: "图中数据" },
  verdicts: { en: "Verdicts", zh: "PLO判定" },
  verdictsLead: {
    en: "The source paper's definition in its two readings, criterion by criterion, with the facts used and the facts missing.",
    zh: "来源论文定义的两种解读，逐项列出所用事实与缺失事实。",
  },
  used: { en: "Facts used", zh: "所用事实" },
  missing: { en: "Missing", zh: "缺失" },
  otherDefinitions: { en: "Other definitions and other readings", zh: "其他定义及不同口径" },
  considerInstead: { en: "Consider instead", zh: "需鉴别的其他情况" },
  considerLead: {
    en: "Signals in the record that another condition could explain. They never change a verdict.",
    zh: "记录中提示其他疾病可能的线索，不改变上述判定。",
  },
  noSignals: {
    en: "The record raises no such signal. That excludes nothing that was not looked for.",
    zh: "记录中未见此类线索；未检查的项目不能视为已排除。",
  },
  responses: { en: "Change of BMD", zh: "骨密度变化" },
  switchedLead: { en: "The limit decides. With", zh: "判定取决于LSC。若改用" },
  notSwitched: { en: "No verdict below changes with", zh: "以下判定均不因改用另一LSC而改变：" },
  noResponses: { en: "There are no two scans with BMD at one site.", zh: "没有同一部位两次BMD可供比较。" },
  therapy: { en: "Treatment and delays", zh: "治疗与延误" },
  noTreatment: { en: "No treatment is recorded.", zh: "未记录治疗。" },
  workup: { en: "Work-up and checks", zh: "病因排查与用药检查" },
  followUp: { en: "Follow-up", zh: "随访" },

  tables: { en: "Tables for print", zh: "论文表格" },
  seriesFigure: { en: "The series at a glance", zh: "病例系列总览" },

  methods: { en: "Methods and sources", zh: "方法与来源" },
  densitometry: { en: "Densitometry", zh: "骨密度测量" },
  noDevice: { en: "The densitometer is not recorded.", zh: "未记录骨密度仪。" },
  fractureRule: { en: "Vertebral fracture", zh: "椎体骨折判定" },
  assays: { en: "Assays", zh: "检测方法" },
  comparator: { en: "Comparison", zh: "对照" },
  ethics: { en: "Ethics", zh: "伦理" },
  howComputed: { en: "How each number was computed", zh: "各数值的计算方法" },
  knowledge: { en: "Knowledge used, with sources", zh: "所用知识及来源" },
  definitions: { en: "Definitions of PLO", zh: "PLO定义" },
  limits: { en: "Precision and limits", zh: "精密度与界值" },
  rules: { en: "Rules that raised findings", zh: "提出疑问的规则" },
  version: { en: "version", zh: "版本" },
  checkedOn: { en: "checked", zh: "核对日期" },
  literatureScreen: { en: "Publications left out of Table 3", zh: "未纳入表3的文献" },
} as const;

/** How certain a source is. */
export const SOURCE_STATUS = {
  read: { en: "read in the document", zh: "已核对原文" },
  recalled: { en: "general knowledge, to be confirmed", zh: "通行知识，待核对原文" },
  assumed: { en: "assumed", zh: "本软件设定" },
} as const;

/** Rules of calculation, each as one item of a list. */
export const COMPUTED = [
  {
    en: "Percent change = (later − earlier) / earlier × 100, two decimals; the reference scan is always named.",
    zh: "变化百分比 =（后次 − 前次）/前次 × 100%，保留两位小数，并注明基线检查。",
  },
  {
    en: "Rounding is half away from zero, and only for print. What is classed is the printed number: a Z-score that prints as −2.0 is −2.0.",
    zh: "仅在输出时四舍五入（远离零方向），按输出值判定：输出为−2.0的Z值即按−2.0判定。",
  },
  {
    en: "Least significant change = 2.77 × precision error. A change that reads as large as the limit counts; it is widened when fewer than four lumbar vertebrae were measured.",
    zh: "最小有意义变化值 = 2.77 × 精密度误差；输出值等于界值即视为达到。腰椎测量少于4个椎体时相应放宽。",
  },
  {
    en: "Scans are not comparable across devices without cross-calibration, with different vertebrae, on different sides, or with a fractured vertebra inside the region; the number is shown, the verdict is not given.",
    zh: "设备不同且未交叉校准、测量椎体不同、侧别不同或测量区域内含骨折椎体者，只列数值，不作升降判定。",
  },
  {
    en: "Times are months from delivery, as ranges where the source leaves room; durations, rates and criteria follow as ranges or stay undecided.",
    zh: "时间以产后月数表示；原文不确切者取区间，由此得出的时长、年均变化和判定相应为区间或“无法判定”。",
  },
  {
    en: "Rate per year = percent / months × 12, a simple rate. Delays are intervals between the two moments that their name gives.",
    zh: "年均变化 = 变化百分比/月数 × 12（简单比例）。延误按名称所示两个时点之间的间隔计算。",
  },
  {
    en: "Change without a drug: percent = A × (1 − e^(−months/τ)) from weaning, a random-effects meta-regression over published untreated women; the range of one woman adds the SD between women. It is no control group, and a place above or below it names no cause.",
    zh: "未用药变化：百分比 = A ×（1 − e^(−月数/τ)），自停止哺乳起算，由已发表的未用药女性作随机效应 Meta 回归；个体范围另计入个体间标准差。并非对照组，高于或低于该范围均不说明原因。",
  },
  {
    en: "Laboratory limits belong to the interval. Where season or physiological state selects an interval and is not known, all are tried, and disagreement is undetermined.",
    zh: "参考区间含上下限本身。区间取决于季节或生理状态而该信息未知时，逐一判读，结论不一者为“无法判定”。",
  },
  {
    en: "A value that is missing is never zero, and a cause that is not documented is not excluded.",
    zh: "缺失值不等于零；未记录的病因不等于已排除。",
  },
] as const;
