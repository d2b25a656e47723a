import type { Phrase, Text } from "@materbone/clinical";

export const startWords = {
  title: { en: "Materbone workbench", zh: "Materbone 工作台" },
  subtitle: {
    en: "Research workbench for pregnancy- and lactation-associated osteoporosis (PLO)",
    zh: "妊娠哺乳相关骨质疏松症（PLO）研究工作台",
  },
  is: {
    en: "Record a series of women, and see what follows: who meets which published definition, which changes of bone density exceed measurement error, what does not add up, and the tables and report for print.",
    zh: "录入病例系列，即可看到由此得出的结果：各例符合哪种已发表定义，骨密度变化是否超出测量误差，哪些内容前后不符，以及可直接用于论文的表格与报告。",
  },
  stays: {
    en: "Everything stays on this computer: no account, no telemetry, nothing is sent anywhere; records hold pseudonyms, never names.",
    zh: "全部数据只保存在本机：无需账号，不上传，不联网；记录只用编号，不含姓名。",
  },
  isNot: {
    en: "It is not a medical device: it does not diagnose, recommend a drug for a person, or correct a value.",
    zh: "本软件不是医疗器械：不作诊断，不为个人推荐药物，也不更改任何数值。",
  },
  begin: { en: "Begin", zh: "开始" },
  example: { en: "Open the published example", zh: "打开已发表的示例" },
  exampleTitle: { en: "The published series", zh: "已发表的病例系列" },
  exampleText: {
    en: "Three women from Qingdao treated with bisphosphonates, 2016–2019, as printed, with the claims of the authors tested.",
    zh: "青岛 2016–2019 年三例双膦酸盐治疗的 PLO 患者，按原文录入，并逐条核对作者论断。",
  },
  varied: { en: "Varied women (synthetic)", zh: "多样化病例（虚构）" },
  variedText: {
    en: "Invented records that show edge cases: recurrence, twins, a changed device, secondary causes.",
    zh: "虚构记录，用于展示少见情形：复发、双胎、更换设备、继发性病因等。",
  },
  newSeries: { en: "New series", zh: "新建系列" },
  newText: {
    en: "Start with a title; women are added one by one.",
    zh: "先填写标题，再逐例录入。",
  },
  import: { en: "Import", zh: "导入" },
  importText: {
    en: "A folder with series.json and cases, a series as one .json, women as .json or .ndjson. Drop them here or choose them.",
    zh: "可导入含 series.json 与 cases 的文件夹、整个系列的 .json，或单个病例的 .json、.ndjson。可拖放到此处或选择文件。",
  },
  chooseFolder: { en: "Choose a folder", zh: "选择文件夹" },
  chooseFiles: { en: "Choose files", zh: "选择文件" },
  dropHere: { en: "Drop to read; nothing is saved before you say so.", zh: "松开即可读取；确认之前不会保存。" },
  reading: { en: "Reading the files…", zh: "正在读取文件…" },
  recent: { en: "Your series", zh: "我的系列" },
  nothing: { en: "Nothing here yet", zh: "尚无内容" },
  nothingText: {
    en: "Open the published example to look around; everything in it can be changed and put back. Or start a series of your own.",
    zh: "可先打开已发表的示例了解用法，其中内容均可修改、还原；也可直接新建自己的系列。",
  },
  unsaved: { en: "Unsaved work", zh: "未保存的内容" },
  unsavedLead: {
    en: "Kept as drafts; open one to go on.",
    zh: "已作为草稿保留，打开即可继续。",
  },
  literature: { en: "the literature", zh: "文献库" },
  deleted: { en: "Deleted series", zh: "已删除的系列" },
  noDeleted: { en: "No series is deleted.", zh: "没有已删除的系列。" },
  titleEn: { en: "Title, English", zh: "标题（英文）" },
  titleZh: { en: "Title, Chinese", zh: "标题（中文）" },
  titleHint: { en: "One language is enough.", zh: "填写一种语言即可。" },
  titleNeeded: { en: "Give a title in one language at least.", zh: "请至少填写一种语言的标题。" },
  id: { en: "Id", zh: "编号" },
  idHint: {
    en: "Stands in addresses and file names: letters, digits, dot, dash, underscore.",
    zh: "用于网址与文件名：字母、数字、点、短横线、下划线。",
  },
  idBad: {
    en: "Use up to 64 letters, digits, dots, dashes or underscores, beginning with a letter or digit.",
    zh: "请使用字母、数字、点、短横线或下划线（最多 64 个），并以字母或数字开头。",
  },
  idTaken: {
    en: "There is a series with this id, perhaps a deleted one. Choose another.",
    zh: "已有系列使用该编号（可能已被删除）。请换一个。",
  },
  centre: { en: "Centre", zh: "医院或中心" },
  optional: { en: "optional", zh: "选填" },
  fromYear: { en: "From year", zh: "起始年份" },
  toYear: { en: "To year", zh: "截止年份" },
  create: { en: "Create the series", zh: "创建系列" },
  cancel: { en: "Cancel", zh: "取消" },
} as const satisfies Record<string, Text>;

export const sayWomen: Phrase<{ readonly women: number }> = {
  en: ({ women }, t) => `${women} ${t.count(women, "woman", "women")}`,
  zh: ({ women }) => `${women} 例`,
};

export const saySaved: Phrase<{ readonly when: string }> = {
  en: ({ when }) => `saved ${when}`,
  zh: ({ when }) => `${when} 保存`,
};

/** "Unsaved work on case-2, 14:32". */
export const sayDraft: Phrase<{ readonly what: string; readonly when: string }> = {
  en: ({ what, when }) => `Unsaved work on ${what}, ${when}`,
  zh: ({ what, when }) => `${what} 有未保存的内容（${when}）`,
};
