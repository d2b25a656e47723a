import type { Phrase, Text, VertebraCount } from "@materbone/clinical";

export const boardWords = {
  women: { en: "Women", zh: "病例" },
  addWoman: { en: "+ Woman", zh: "＋ 新增病例" },
  report: { en: "Report", zh: "报告" },
  export: { en: "Export", zh: "导出" },
  importMore: { en: "Import more", zh: "继续导入" },
  actions: { en: "What can be done with this series", zh: "系列操作" },
  newTab: { en: "opens in a new tab", zh: "在新标签页打开" },
  synthetic: {
    en: "Synthetic records: invented for testing, no real woman is described.",
    zh: "虚构病例：为测试而编写，不对应任何真实患者。",
  },
  noBmd: { en: "no spine BMD recorded", zh: "未记录腰椎骨密度" },
  oneBmd: { en: "one spine BMD", zh: "仅一次腰椎骨密度" },
  firstToLast: { en: "first to last scan", zh: "首次至末次" },
  notComparable: { en: "not comparable", zh: "不可比" },
  spine: { en: "spine", zh: "腰椎" },
  noFracture: { en: "no fracture recorded", zh: "未记录骨折" },
  gradeUnknown: { en: "grade not recorded", zh: "分度未记录" },
  lowestZ: { en: "Lowest Z", zh: "最低Z值" },
  noZ: { en: "no Z-score of the diagnostic scan", zh: "诊断性检查无Z值" },
  anySite: { en: "any site", zh: "任一部位" },
  allSites: { en: "all sites", zh: "全部部位" },
  density: { en: "Bone density", zh: "骨密度" },
  agents: { en: "Treatment", zh: "治疗" },
  noAgents: { en: "no treatment recorded", zh: "未记录治疗" },
  tags: { en: "Tags", zh: "标签" },
  openFindings: { en: "Open findings", zh: "待核实疑问" },
  noFindings: { en: "no open findings", zh: "无待核实疑问" },
  stale: { en: "being recomputed", zh: "正在重新计算" },
  ageUnknown: { en: "age not recorded", zh: "年龄未记录" },
  diagnosisUnknown: { en: "time of diagnosis not recorded", zh: "诊断时间未记录" },
  filters: { en: "Filter and order the women", zh: "筛选与排序" },
  search: { en: "Pseudonym or tag", zh: "编号或标签" },
  severity: { en: "Open findings", zh: "待核实疑问" },
  outcome: { en: "PLO, any-site reading", zh: "PLO判定（任一部位）" },
  fracture: { en: "Fracture", zh: "骨折" },
  agent: { en: "Agent", zh: "药物" },
  tag: { en: "Tag", zh: "标签" },
  order: { en: "Order", zh: "排序" },
  all: { en: "All", zh: "全部" },
  fractured: { en: "fractured", zh: "有骨折" },
  notFractured: { en: "no fracture", zh: "无骨折" },
  descending: { en: "Descending", zh: "降序" },
  clear: { en: "Clear all filters", zh: "清除全部筛选" },
  more: { en: "More filters", zh: "更多筛选" },
  noMatch: { en: "No woman fits these filters.", zh: "没有符合筛选条件的病例。" },
  noWomen: { en: "This series holds no woman yet.", zh: "本系列尚无病例。" },
  noWomenText: {
    en: "Add the first one with a pseudonym and the date of delivery, or import records that you already have.",
    zh: "可新增第一例（编号与分娩日期），或导入已有记录。",
  },
  previous: { en: "Previous page", zh: "上一页" },
  next: { en: "Next page", zh: "下一页" },
  pages: { en: "Pages of women", zh: "病例分页" },
  picture: { en: "From pregnancy to the last scan", zh: "从妊娠到末次检查" },
  claims: { en: "What the authors claim, tested", zh: "作者论断的核对" },
  claimsLead: {
    en: "Each claim is tested against the series' own records. Open one for all that was computed.",
    zh: "逐条与本系列记录核对，点开可见全部计算。",
  },
  noClaims: { en: "No claims are recorded in this series.", zh: "本系列未记录作者论断。" },
  otherClaims: { en: "Supported claims, and statements kept in words", zh: "相符的论断及仅作记录的论述" },
  place: { en: "Place", zh: "位置" },
  findings: { en: "Findings", zh: "疑问" },
  findingsLead: { en: "What does not add up, open", zh: "前后不符、尚待核实之处" },
  toInbox: { en: "Open the inbox", zh: "查看全部疑问" },
  reviewedCount: { en: "explained or accepted", zh: "已说明或已接受" },
  tables: { en: "Tables as they print", zh: "论文表格预览" },
  toTables: { en: "Columns, digits and downloads", zh: "调整列与小数位、下载" },
  deletedWomen: { en: "Deleted women", zh: "已删除的病例" },
  showDeleted: { en: "Show deleted women", zh: "查看已删除的病例" },
  hideDeleted: { en: "Back to the women", zh: "返回病例列表" },
  noDeleted: { en: "No woman of this series is deleted.", zh: "本系列没有已删除的病例。" },
  pageOnly: { en: "of the women on this page", zh: "仅本页病例" },

  addTitle: { en: "Add a woman", zh: "新增病例" },
  id: { en: "Pseudonym", zh: "编号" },
  idHint: {
    en: "Letters, digits, dot, dash, underscore. Never a name, initials or a hospital number.",
    zh: "字母、数字、点、短横线、下划线。请勿使用姓名、姓名缩写或住院号。",
  },
  timeKept: { en: "How are her times known?", zh: "时间的记录方式" },
  byDate: { en: "By calendar date", zh: "日历日期" },
  byMonths: { en: "Relative months only", zh: "仅记产后月数" },
  deliveryDate: { en: "Index delivery", zh: "本次分娩日期" },
  deliveryHint: {
    en: "YYYY-MM-DD, YYYY-MM or YYYY. It can be changed later.",
    zh: "YYYY-MM-DD、YYYY-MM 或 YYYY，之后可以修改。",
  },
  dateNeeded: {
    en: "Give the date of delivery, at least its year, or keep her times as months.",
    zh: "请填写分娩日期（至少年份），或改用产后月数记录。",
  },
  monthsHint: {
    en: "Delivery is month 0 and every time counts from it; no date is kept, which protects her better.",
    zh: "以分娩为第0月，其余时间均按产后月数记录，不保存日期，更利于保护隐私。",
  },
  add: { en: "Add and open her record", zh: "新增并打开记录" },
  cancel: { en: "Cancel", zh: "取消" },
} as const satisfies Record<string, Text>;

export const sayAge: Phrase<{ readonly years: number }> = {
  en: ({ years }) => `${years} y`,
  zh: ({ years }) => `${years}岁`,
};

export const sayDelivered: Phrase<{ readonly mode: string | undefined; readonly date: string }> = {
  en: ({ mode, date }) => (mode === undefined ? `delivery ${date}` : `${mode}, ${date}`),
  zh: ({ mode, date }) => (mode === undefined ? `分娩时间：${date}` : `${mode}（${date}）`),
};

/** `months` as the terms print an interval. */
export const sayDiagnosis: Phrase<{ readonly months: string }> = {
  en: ({ months }) => `diagnosis at ${months} months`,
  zh: ({ months }) => `产后${months}个月诊断`,
};

export const sayWomen: Phrase<{ readonly women: number }> = {
  en: ({ women }, t) => `${women} ${t.count(women, "woman", "women")}`,
  zh: ({ women }) => `${women} 例患者`,
};

/** "3 fractured vertebrae"; where a level is not stated there may be more. */
export const sayFractured: Phrase<VertebraCount> = {
  en: ({ least, isExact }, t) => {
    const vertebrae = `${least} fractured ${t.count(least, "vertebra", "vertebrae")}`;
    return isExact ? vertebrae : `at least ${vertebrae} (not every level is stated)`;
  },
  zh: ({ least, isExact }) => (isExact ? `${least} 个骨折椎体` : `至少 ${least} 个骨折椎体（有节段未说明）`),
};

export const sayYears: Phrase<{ readonly from: number; readonly to: number }> = {
  en: ({ from, to }) => (from === to ? `${from}` : `${from}\u2013${to}`),
  zh: ({ from, to }) => (from === to ? `${from} 年` : `${from}\u2013${to} 年`),
};

/** "12 women", "3 of 12 women", "women 25 to 48 of 300". */
export const sayResults: Phrase<{
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly of: number;
}> = {
  en: ({ from, to, total, of }, t) => {
    const part = to - from + 1 < total ? `${from}\u2013${to} of ` : "";
    const all = total < of ? ` (series: ${of})` : "";
    return `${part}${total} ${t.count(total, "woman", "women")}${all}`;
  },
  zh: ({ from, to, total, of }) => {
    const part = to - from + 1 < total ? `第 ${from}\u2013${to} 例，` : "";
    const all = total < of ? `（系列共 ${of} 例）` : "";
    return `${part}共 ${total} 例${all}`;
  },
};

export const sayLarge: Phrase<{ readonly limit: number; readonly series: string }> = {
  en: ({ limit, series }) =>
    `With more than ${limit} women, cards and figure show one page at a time. Claims, tables and findings across all women are computed on the command line: export the series, then “materbone tables ${series}.json” and “materbone check ${series}.json”.`,
  zh: ({ limit, series }) =>
    `病例超过 ${limit} 例时，卡片与图仅显示当前页。全系列的论断核对、表格与疑问请导出后在命令行计算：“materbone tables ${series}.json”、“materbone check ${series}.json”。`,
};

export const ORDER_WORDS = {
  id: { en: "Pseudonym", zh: "编号" },
  age: { en: "Age", zh: "年龄" },
  delivery: { en: "Delivery", zh: "分娩时间" },
  diagnosis: { en: "Months to diagnosis", zh: "诊断时间" },
  lowestZ: { en: "Lowest Z-score", zh: "最低Z值" },
  findings: { en: "Open findings", zh: "待核实疑问数" },
  saved: { en: "Last saved", zh: "最近保存" },
} as const satisfies Record<string, Text>;

export const SEVERITY_FILTER_WORDS = {
  major: { en: "major", zh: "有重要疑问" },
  minor: { en: "minor or above", zh: "有次要及以上疑问" },
  info: { en: "any", zh: "有疑问（不限级别）" },
} as const satisfies Record<string, Text>;
