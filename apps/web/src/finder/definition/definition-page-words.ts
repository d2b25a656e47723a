import type { Phrase, Text } from "@materbone/clinical";

/** Words of the page of a definition. */
export const definitionPageWords = {
  choose: { en: "Choose…", zh: "请选择…" },
  remove: { en: "Remove", zh: "删除" },
  up: { en: "Move up", zh: "上移" },
  down: { en: "Move down", zh: "下移" },
  fileName: { en: "Name in the file", zh: "文件中的名称" },
  badName: {
    en: "Lower case letters, digits and single underscores, beginning with a letter, at most 40 signs.",
    zh: "以小写字母开头，仅含小写字母、数字和单个下划线，最多 40 个字符。",
  },
  nameTaken: { en: "Another part has this name, here or in the library.", zh: "本定义或内置概念集中已有此名称。" },
  nameNeeded: { en: "A name is needed in one of the two languages.", zh: "至少需要一种语言的名称。" },
  names: { inEnglish: { en: "Name, English", zh: "英文名称" }, inChinese: { en: "Name, Chinese", zh: "中文名称" } },
  abouts: {
    inEnglish: { en: "About it, English", zh: "英文说明" },
    inChinese: { en: "About it, Chinese", zh: "中文说明" },
  },
  aboutNote: {
    en: "Text of your own, which does not follow the figures of the definition. An own copy begins without one.",
    zh: "由您自行撰写，不随定义中的数值改变。复制得到的定义不带说明。",
  },
  notes: { inEnglish: { en: "Note, English", zh: "英文备注" }, inChinese: { en: "Note, Chinese", zh: "中文备注" } },

  head: { en: "Name", zh: "名称" },
  id: { en: "Id", zh: "编号" },
  badId: {
    en: "Lower case letters, digits and single hyphens, beginning with a letter, at most 60 signs.",
    zh: "以小写字母开头，仅含小写字母、数字和单个短横线，最多 60 个字符。",
  },
  idTaken: { en: "Another definition has this id.", zh: "已有使用该编号的定义。" },
  version: { en: "Version", zh: "版本" },
  versionNeeded: { en: "One to twenty signs.", zh: "1 至 20 个字符。" },
  sourcesNote: {
    en: "Sources of the definition as a whole; those of a window, a tier or an exclusion stand with it.",
    zh: "整个定义的来源；时间窗、层级或排除条件的来源见各项之下。",
  },
  source: { en: "Source:", zh: "来源：" },
  addSource: { en: "Add a source", zh: "添加来源" },
  dropSource: { en: "Remove the source", zh: "删除来源" },
  ownJudgement: { en: "Own judgement", zh: "自行判断" },
  cite: { en: "What it is taken from", zh: "出处" },
  citeNeeded: { en: "Say where it is taken from.", zh: "请写明出处。" },
  status: { en: "How it is known", zh: "核对情况" },
  checked: { en: "Checked on", zh: "核对日期" },
  dayNeeded: { en: "A day, as in 2026-11-27.", zh: "请填写日期，如 2026-11-27。" },

  sexes: { en: "Recorded sex", zh: "登记性别" },
  onlyAges: { en: "Only at certain ages at delivery", zh: "限定分娩年龄" },
  ages: { en: "{from} to {to} completed years old at delivery", zh: "分娩时满 {from} 至 {to} 周岁" },
  youngest: { en: "Youngest age", zh: "最小年龄" },
  oldest: { en: "Oldest age", zh: "最大年龄" },
  episodes: {
    en: "Records of {stream} fewer than {days} days after the one before belong to the same delivery.",
    zh: "{stream} 记录与前一条相隔不足 {days} 天者视为同一次分娩。",
  },
  deliveryStream: { en: "Delivery records", zh: "分娩记录" },
  spacing: { en: "Days between two deliveries", zh: "两次分娩间隔天数" },

  window: { en: "From {from} to {to}, both ends included", zh: "自 {from} 至 {to}，含两端" },
  bounds: { from: { en: "Beginning, number", zh: "起点数值" }, to: { en: "End, number", zh: "终点数值" } },
  boundUnits: { from: { en: "Beginning, unit", zh: "起点单位" }, to: { en: "End, unit", zh: "终点单位" } },
  units: {
    open: { en: "no limit", zh: "不限" },
    monthsBefore: { en: "months before delivery", zh: "个月（分娩前）" },
    monthsAfter: { en: "months after delivery", zh: "个月（产后）" },
    daysBefore: { en: "days before delivery", zh: "天（分娩前）" },
    daysAfter: { en: "days after delivery", zh: "天（产后）" },
  },

  conceptSet: { en: "Concept set", zh: "概念集" },
  conceptSets: { en: "Concept sets, any of them", zh: "概念集（任一即可）" },
  addConceptSet: { en: "Add a concept set", zh: "添加概念集" },
  librarySets: { en: "Library", zh: "内置概念集" },
  ownSets: { en: "Concept sets of this definition", zh: "本定义的概念集" },
  ownSetsNote: {
    en: "Codes of your hospital, or sets of the library with other codes. Those of the library need not stand here.",
    zh: "本院编码，或改动过的内置概念集。内置概念集无需列于此处。",
  },
  shippedSet: { en: "(library: show the codes)", zh: "（内置，展开可见编码）" },
  ownSet: { en: "(of this definition: show the codes)", zh: "（本定义，展开可见编码）" },
  copySet: { en: "Make a copy of this set to change its codes", zh: "复制该概念集以更改编码" },
  takenOut: { en: "taken out again:", zh: "排除：" },
  kinds: { en: "Only these kinds of record; all when none is ticked", zh: "仅计下列类别；均不勾选则全部计入" },
  values: { en: "Numeric values", zh: "数值" },
  onlyValues: { en: "Only with a certain value", zh: "仅计数值符合条件者" },
  value: {
    en: "Values {op} {number}, compared as printed with {decimals} decimals",
    zh: "数值 {op} {number}，按 {decimals} 位小数比较",
  },
  operator: { en: "Comparison", zh: "比较符" },
  threshold: { en: "Threshold", zh: "阈值" },
  decimals: { en: "Decimals", zh: "小数位数" },
  onlyPlausible: { en: "Leave implausible values aside", zh: "不采用不合理的数值" },
  plausible: { en: "Values from {from} to {to} are plausible", zh: "合理数值为 {from} 至 {to}" },
  leastValue: { en: "Least plausible value", zh: "最小合理值" },
  mostValue: { en: "Largest plausible value", zh: "最大合理值" },
  unitsNote: {
    en: "Units that a value may have, as the source writes them; empty stands for no unit. A factor converts to the first.",
    zh: "数值可用的单位，按来源写法；留空表示无单位。系数用于换算为首个单位。",
  },
  firstUnit: { en: "First unit", zh: "首个单位" },
  unit: { en: "Further unit", zh: "其他单位" },
  noUnit: { en: "no unit", zh: "无单位" },
  factor: { en: "Factor to the first", zh: "换算系数" },
  addUnit: { en: "Add a unit", zh: "添加单位" },

  rules: { include: { en: "Codes", zh: "编码" }, exclude: { en: "Codes taken out again", zh: "排除的编码" } },
  addRule: { include: { en: "Add the code", zh: "添加编码" }, exclude: { en: "Take the code out", zh: "排除该编码" } },
  system: { en: "Code system", zh: "编码系统" },
  code: { en: "Code", zh: "编码" },
  codeNeeded: { en: "Needed.", zh: "必填。" },
  match: { en: "Covers", zh: "涵盖" },
  matches: {
    exact: { en: "this code alone", zh: "仅此编码" },
    prefix: { en: "all codes that begin with it", zh: "以其开头的编码" },
    descendants: { en: "it and the codes under it", zh: "其本身及下位编码" },
  },
  matchNote: {
    en: "All that begin with M80.8 are M80.88XA and a hospital's M80.800x001 too. Codes under one are those of the hierarchy that the data bring along (OMOP); without one it is this code alone.",
    zh: "以 M80.8 开头者包含 M80.88XA 及医院扩展码 M80.800x001。下位编码取自数据自带的层级（OMOP）；无层级时仅此编码。",
  },

  criterion: { en: "Met when", zh: "符合条件" },
  leaf: {
    en: "{has} {stream} {window} on at least {days} different days, the last at least {span} days after the first",
    zh: "{window} {has} {stream}，至少 {days} 个不同日期，首末相隔至少 {span} 天",
  },
  hasOrNot: { en: "There or not", zh: "有或无" },
  has: { has: { en: "She has", zh: "有" }, not: { en: "She does not have", zh: "没有" } },
  event: { en: "Event", zh: "事件" },
  when: { en: "Window", zh: "时间窗" },
  atLeastDays: { en: "Different days at least; one when empty", zh: "至少不同日期数，留空为 1" },
  spanDays: { en: "Days from the first to the last at least; any when empty", zh: "首末至少相隔天数，留空不限" },
  near: {
    near: {
      en: "with {stream} from {before} days before to {after} days after it",
      zh: "且其前 {before} 天至后 {after} 天内有 {stream}",
    },
    notNear: {
      en: "without {stream} from {before} days before to {after} days after it",
      zh: "且其前 {before} 天至后 {after} 天内无 {stream}",
    },
  },
  nearEvent: { en: "The other event", zh: "另一事件" },
  nearDays: { before: { en: "Days before", zh: "之前天数" }, after: { en: "Days after", zh: "之后天数" } },
  addNear: {
    near: { en: "Only with another event near it", zh: "要求前后有另一事件" },
    notNear: { en: "Only without another event near it", zh: "要求前后无另一事件" },
  },
  dropNear: {
    near: { en: "Do not ask for the other event", zh: "取消“前后有另一事件”的要求" },
    notNear: { en: "Do not look for the other event", zh: "取消“前后无另一事件”的要求" },
  },
  laterVisits: { en: "Codes of later visits and sequelae of an injury", zh: "损伤的后续就诊及后遗症编码" },
  laterVisitsOf: {
    all: { en: "count like others", zh: "与其他编码同样计入" },
    leaveOut: { en: "do not count", zh: "不计入" },
    only: { en: "alone count", zh: "仅计此类" },
  },
  allOf: { en: "{met} {joint} of these", zh: "{met}以下{joint}" },
  atLeastOf: { en: "{met} {joint} {number} of these", zh: "{met}以下{joint} {number} 项" },
  metOrNot: { en: "Met or not", zh: "符合或不符合" },
  met: { met: { en: "She meets", zh: "符合" }, not: { en: "She does not meet", zh: "不符合" } },
  joint: { en: "How many of them", zh: "项数" },
  joints: {
    all: { en: "all", zh: "全部" },
    any: { en: "any", zh: "任一" },
    atLeast: { en: "at least", zh: "至少" },
  },
  howMany: { en: "Number", zh: "数目" },
  addCriterion: { en: "Add a condition", zh: "添加条件" },
  makeGroup: { en: "Make a group of it", zh: "改为条件组" },
  removeGroup: { en: "Remove the group", zh: "删除该组" },
  tiersNote: {
    en: "A woman has the first tier that she meets, from the top.",
    zh: "自上而下，取首个符合的层级。",
  },
  settle: { en: "What would settle her case", zh: "尚待核实的内容" },
  effect: { en: "When it is met", zh: "符合时" },
  effects: {
    exclude: { en: "leave her out; flag when only possible", zh: "剔除；仅可能符合时标记" },
    flag: { en: "keep and flag her", zh: "保留并标记" },
  },
  steps: {
    pain: { en: "Pain", zh: "疼痛" },
    imaging: { en: "Imaging", zh: "影像检查" },
    density: { en: "Bone density", zh: "骨密度" },
    drug: { en: "Drug", zh: "药物" },
  },

  noContext: {
    en: "Nothing stands among the evidence that no criterion asks for.",
    zh: "依据中只列参与判定的事件。",
  },
  addContext: { en: "Show among the evidence too", zh: "在依据中另外列出" },

  adds: {
    streams: { en: "Add what counts", zh: "添加计入的事件" },
    windows: { en: "Add a window", zh: "添加时间窗" },
    concepts: { en: "Add a concept set", zh: "添加概念集" },
    tiers: { en: "Add a tier", zh: "添加层级" },
    exclusions: { en: "Add an exclusion", zh: "添加排除条件" },
  },
  called: {
    streams: { en: "Name of the new event", zh: "新事件名称" },
    windows: { en: "Name of the new window", zh: "新时间窗名称" },
    concepts: { en: "Name of the new concept set", zh: "新概念集名称" },
    tiers: { en: "Name of the new tier", zh: "新层级名称" },
    exclusions: { en: "Name of the new exclusion", zh: "新排除条件名称" },
  },

  bar: { en: "Definition", zh: "定义" },
  shown: { en: "Definition shown", zh: "当前定义" },
  shippedGroup: { en: "Shipped", zh: "内置" },
  ownGroup: { en: "Own", zh: "自定义" },
  unsaved: { en: "not saved", zh: "未保存" },
  damaged: { en: "damaged file", zh: "文件已损坏" },
  isShipped: {
    en: "This definition ships with Materbone and stays as it is: your first change makes a copy of your own.",
    zh: "这是 Materbone 的内置定义，不会被改动；首次修改时会自动生成您自己的副本。",
  },
  isKept: { en: "Saved.", zh: "已保存。" },
  isUnsaved: {
    en: "Not saved yet. This browser keeps your changes when you leave or reload the page.",
    zh: "尚未保存。修改暂存于本浏览器，离开或刷新页面不会丢失。",
  },
  notHeld: {
    en: "Not saved, and this browser cannot keep it: save it, or download the file, before you leave.",
    zh: "尚未保存，且本浏览器无法暂存修改：离开前请保存或下载文件。",
  },
  badDraft: {
    en: "Unsaved changes of this definition were kept in this browser and cannot be read any more, for instance because they are of another version of Materbone.",
    zh: "本浏览器暂存了该定义的未保存修改，但现已无法读取，可能是其他版本的 Materbone 所存。",
  },
  downloadDraft: { en: "Download what was kept", zh: "下载暂存内容" },
  dropDraft: { en: "Drop it and open the definition", zh: "放弃暂存内容，打开该定义" },
  save: { en: "Save as own definition", zh: "保存为自定义定义" },
  saveAgain: { en: "Save", zh: "保存" },
  saving: { en: "Saving…", zh: "正在保存…" },
  mendFirst: { en: "Mend what is marked before you save.", zh: "请先更正标出的问题再保存。" },
  undo: { en: "Undo", zh: "撤销" },
  redo: { en: "Redo", zh: "重做" },
  giveUp: { en: "Discard the changes", zh: "放弃修改" },
  giveUpAsk: { en: "Discard all changes that are not saved?", zh: "放弃所有未保存的修改？" },
  giveUpText: { en: "This cannot be taken back.", zh: "放弃后无法恢复。" },
  goOn: { en: "Go on editing", zh: "继续编辑" },
  delete: { en: "Delete this definition", zh: "删除该定义" },
  deleteAsk: { en: "Delete this definition?", zh: "删除该定义？" },
  deleteText: {
    en: "Runs that were made with it keep it. This cannot be taken back.",
    zh: "此前用它完成的检索仍保留该定义。删除后无法恢复。",
  },
  deleteDamaged: {
    en: "The file goes as it is, with what was written into it by hand. This cannot be taken back.",
    zh: "将删除整个文件，包括手工写入的内容。删除后无法恢复。",
  },
  damagedForm: {
    en: "It is no complete JSON, or holds another id than its name says.",
    zh: "内容不是完整的 JSON，或其中的编号与文件名不符。",
  },
  damagedText: {
    en: "Download the text to mend it, then open it here as a file.",
    zh: "可下载原文，更正后在此打开。",
  },
  downloadDamaged: { en: "Download the file as it is", zh: "下载文件原文" },
  more: { en: "File", zh: "文件" },
  open: { en: "Open a file", zh: "打开文件" },
  dropHere: { en: "Drop the file to open it", zh: "松开以打开文件" },
  download: { en: "Download JSON", zh: "下载 JSON" },
  search: { en: "Search with it", zh: "用该定义检索" },
  notRead: { en: "This file is no cohort definition:", zh: "该文件不是队列定义：" },
  notJson: { en: "This file is not complete JSON.", zh: "该文件不是完整的 JSON。" },
  conflict: {
    en: "Another state of this definition was saved meanwhile, or it was deleted.",
    zh: "在此期间，该定义已被他人修改或删除。",
  },
  saveOver: { en: "Save mine in its place", zh: "用我的版本覆盖" },
  saveBeside: { en: "Save mine under another id", zh: "以新编号另存" },

  problems: { en: "To be mended", zh: "待更正" },
  funnel: { en: "Funnel", zh: "筛选漏斗" },
  data: { en: "Converted data", zh: "已转换的数据" },
  noData: {
    en: "No data have been converted yet. Search once in a folder of data; the funnel then follows each change here.",
    zh: "尚无已转换的数据。请先在数据文件夹中检索一次，此后漏斗将随每次修改更新。",
  },
  toSearch: { en: "Go to the search", zh: "前往检索" },
  counting: { en: "Counting…", zh: "正在计数…" },
  stale: { en: "These numbers are of the definition before.", zh: "以下为修改前的结果。" },
  invalid: { en: "Not counted until what is marked is mended.", zh: "更正标出的问题后才会重新计数。" },
  step: { en: "Step", zh: "步骤" },
  women: { en: "Women", zh: "人数" },
  change: { en: "Change", zh: "变化" },
  changeNote: {
    en: "Change against the definition before the last edit.",
    zh: "“变化”为与上次修改前相比的增减人数。",
  },

  changes: { en: "Compared with", zh: "对照定义" },
  noChanges: { en: "It says the same.", zh: "内容相同。" },
  before: { en: "Before:", zh: "原为：" },
  after: { en: "Now:", zh: "现为：" },
  came: { en: "New:", zh: "新增：" },
  went: { en: "Gone:", zh: "删除：" },
  says: { en: "What this definition says", zh: "该定义的内容" },
  json: { en: "As a file (JSON)", zh: "文件（JSON）" },
  last: { en: "The last one cannot be removed: at least one is needed.", zh: "至少需要一项，最后一项不能删除。" },
  noPlace: { en: "There is nothing at this place any more.", zh: "该处内容已不存在。" },
} as const satisfies Record<string, Words>;

type Words = Text | { readonly [key: string]: Text };

export const sayInUse: Phrase<{ readonly places: readonly string[] }> = {
  en: ({ places }) => `It is used by: ${places.join("; ")}. Change these first.`,
  zh: ({ places }) => `以下内容正在使用它：${places.join("；")}。请先修改这些内容。`,
};

export const sayBroken: Phrase<{ readonly names: readonly string[] }> = {
  en: ({ names }, t) => `There is nothing called ${t.list(names.map((name) => `“${name}”`))} here.`,
  zh: ({ names }) => `没有名为${names.map((name) => `“${name}”`).join("、")}的内容。`,
};

/** A rounded count, or the difference of two. */
export const sayAbout: Phrase<{ readonly count: string }> = {
  en: ({ count }) => `about ${count}`,
  zh: ({ count }) => `约 ${count}`,
};

export const sayRounded: Phrase<{ readonly smallCell: number }> = {
  en: ({ smallCell }) =>
    `Rounded to the nearest multiple of ${smallCell}, so that no two definitions give a small count as their difference. The funnel of a search has exact counts.`,
  zh: ({ smallCell }) =>
    `取整至最接近的 ${smallCell} 的倍数，以免由相近定义的人数之差推算出小计数。检索运行自身的筛选漏斗为精确计数。`,
};

export const sayData: Phrase<{
  readonly source: string;
  readonly asOf: string;
  readonly place: string;
  readonly persons: string;
}> = {
  en: ({ source, asOf, place, persons }) => `${source} as of ${asOf}, ${persons} persons: ${place}`,
  zh: ({ source, asOf, place, persons }) => `${source}，截至 ${asOf}，${persons} 人：${place}`,
};
