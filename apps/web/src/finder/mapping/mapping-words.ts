import type { Phrase, Text } from "@materbone/clinical";
import type { CellFault } from "@materbone/finder";
import type { Role } from "./draft.ts";

export const mappingWords = {
  title: { en: "What the columns mean", zh: "说明各列含义" },
  lead: {
    en: "Choose for each table which column is the person, the day, the code and the value. Nothing in the files is changed.",
    zh: "为每个表指定哪一列是患者、日期、编码和数值。文件本身不作任何改动。",
  },
  noPath: { en: "Choose data on the search page first.", zh: "请先在检索页选择数据。" },
  toSearch: { en: "Back to the search", zh: "返回检索" },
  noTables: {
    en: "There are no tables with a line of headings here (.csv, .tsv or .txt).",
    zh: "此处没有带表头的表格（.csv、.tsv 或 .txt）。",
  },
  begun: {
    en: "What is filled in is suggested from headings and samples. Look through each table before you save.",
    zh: "已填内容由表头与样例推测得出，保存前请逐表核对。",
  },
  brokenMapping: {
    en: "The mapping that is there cannot be used, so this begins from suggestions:",
    zh: "现有映射无法使用，以下从推测内容开始：",
  },
  restored: {
    en: "This goes on where this tab left off.",
    zh: "已恢复本标签页上次编辑的内容。",
  },
  anew: { en: "Begin anew", zh: "重新开始" },
  tables: { en: "Tables", zh: "表格" },
  unused: { en: "not used", zh: "不使用" },
  personsHere: { en: "persons", zh: "患者" },
  absent: { en: "no such file here", zh: "此处无该文件" },
  empty: { en: "nothing chosen", zh: "尚未指定" },
  use: { en: "Use this table", zh: "使用该表" },
  file: { en: "Name of the file", zh: "文件名" },
  fileHint: {
    en: "* stands for signs that change from export to export, such as a year.",
    zh: "* 代表每次导出会变化的部分，如年份。",
  },
  encoding: { en: "Encoding", zh: "编码格式" },
  delimiter: { en: "Sign between fields", zh: "分隔符" },
  comma: { en: "comma", zh: "逗号" },
  tab: { en: "tab", zh: "制表符" },
  semicolon: { en: "semicolon", zh: "分号" },
  bar: { en: "vertical bar |", zh: "竖线 |" },
  sample: { en: "First rows of the file", zh: "文件前若干行" },
  column: { en: "Column", zh: "列" },
  role: { en: "Role", zh: "含义" },
  noRole: { en: "Not used", zh: "不使用" },
  byName: { en: "suggested by the heading", zh: "由表头推测" },
  byValues: { en: "suggested by the values", zh: "由内容推测" },
  persons: { en: "Persons", zh: "患者信息" },
  hasPersons: { en: "Each row of this table is a person", zh: "该表每行为一名患者" },
  events: { en: "Events", zh: "事件" },
  addEvent: { en: "Add a kind of event from this table", zh: "从该表增加一类事件" },
  removeEvent: { en: "Remove", zh: "移除" },
  shown: { en: "shown above", zh: "对应上方选择" },
  showEvent: { en: "Choose its columns above", zh: "在上方选择其各列" },
  kind: { en: "Kind of event", zh: "事件类别" },
  codeFrom: { en: "Where the code comes from", zh: "编码来源" },
  codeColumn: { en: "from a column", zh: "取自一列" },
  codeFixed: { en: "one for all rows", zh: "整表同一编码" },
  system: { en: "Code system", zh: "编码系统" },
  systemHint: {
    en: "local for the hospital's own codes or words; or the URI of another system.",
    zh: "医院自有编码或文字填 local；其他系统填其 URI。",
  },
  fixedCode: { en: "Code for all rows", zh: "整表编码" },
  words: { en: "Codes for words", zh: "文字对应的编码" },
  wordsHint: {
    en: "A word or own code of the column, and the standard code that it means. What is not listed stays as written. An empty system is that of the column.",
    zh: "列中的文字或自有编码，以及其对应的标准编码。未列出的按原文保留。系统留空即与该列相同。",
  },
  localWords: {
    en: "Definitions look for standard codes: without a code these words are found only by a definition that lists them as they stand.",
    zh: "定义按标准编码查找：文字未给出编码时，只有按原文列出这些文字的定义才能找到。",
  },
  word: { en: "Word in the file", zh: "文件中的文字" },
  byNameOf: { en: "Find the code by name", zh: "按名称查找编码" },
  unseen: {
    en: "No shipped definition knows these words and codes of the samples: what they record is not seen. Give those that matter a code at the table, among its codes for words.",
    zh: "样例中的下列文字和自有编码不被任何内置定义识别，其记录的内容不会参与筛查。请在“文字对应的编码”中为有关者给出编码。",
  },
  sexNumbers: {
    en: "The column of sex has numbers. In GB/T 2261.1, 1 is male and 2 is female; 0 and 9 are not known.",
    zh: "性别列为数字。按 GB/T 2261.1，1 为男，2 为女，0 与 9 为未知或未说明。",
  },
  takeEncoding: { en: "Use the encoding of the file", zh: "改用文件的编码" },
  takeSexNumbers: { en: "Read them so", zh: "按此读取" },
  addWord: { en: "Add a word", zh: "增加一项" },
  addWords: { en: "List the words of the sample", zh: "列出样例中的文字" },
  removeWord: { en: "Remove the word", zh: "移除该项" },
  unitFrom: { en: "Where the unit comes from", zh: "单位来源" },
  unitNone: { en: "none", zh: "无" },
  unitFixed: { en: "Unit for all rows", zh: "整表单位" },
  choose: { en: "Choose a column.", zh: "请选择列。" },
  fill: { en: "Fill this in.", zh: "请填写。" },
  dates: { en: "How days are written in this table", zh: "该表的日期写法" },
  datesHint: { en: "All ways are read when none is chosen.", zh: "均不选时，接受全部写法。" },
  general: { en: "For all tables", zh: "全部表格" },
  encodingAll: { en: "Encoding of the files", zh: "文件编码格式" },
  female: { en: "Further words for female", zh: "表示女性的其他文字" },
  male: { en: "Further words for male", zh: "表示男性的其他文字" },
  sexHint: {
    en: "Divided by commas. F, female, M, male and the usual Chinese words need not be listed.",
    zh: "以逗号分隔；“女、女性、female、F”与“男、男性、male、M”无需填写。",
  },
  datesAll: { en: "How days are written in all tables", zh: "全部表格的日期写法" },
  preview: { en: "How the first rows are read", zh: "前若干行的读取结果" },
  previewNote: {
    en: "Days after the day of the data and dots that billing files leave out of codes are dealt with in the search.",
    zh: "晚于数据截止日的日期，以及编码中省略的小数点，在检索时处理。",
  },
  row: { en: "Row", zh: "行" },
  reads: { en: "Reads as", zh: "读取为" },
  person: { en: "Person", zh: "患者" },
  day: { en: "Day", zh: "日期" },
  code: { en: "Code", zh: "编码" },
  value: { en: "Value", zh: "数值" },
  site: { en: "Site", zh: "部位" },
  notRead: { en: "Not readable", zh: "无法读取" },
  born: { en: "born", zh: "出生" },
  femaleShort: { en: "female", zh: "女" },
  maleShort: { en: "male", zh: "男" },
  nothingRead: {
    en: "This table tells nothing yet: give its columns a role.",
    zh: "该表尚未提供任何信息：请为各列指定含义。",
  },
  noSample: { en: "There is no readable row in the sample.", zh: "样例中没有可读取的行。" },
  finish: { en: "Save and search", zh: "保存并检索" },
  noMistakes: { en: "The mapping can be used.", zh: "映射可以使用。" },
  name: { en: "Name of the mapping", zh: "映射名称" },
  nameHint: {
    en: "Kept on this computer for the next export of the same system.",
    zh: "保存在本机，供同一系统的下次导出使用。",
  },
  saveAndSearch: { en: "Save and go on to the search", zh: "保存并前往检索" },
  replace: { en: "Replace the one that is there", zh: "替换现有映射" },
  beside: { en: "Write as a file beside the data", zh: "写入数据所在文件夹" },
  besideHint: {
    en: "The command line and other users of the folder then find it as well.",
    zh: "命令行及该文件夹的其他使用者也可找到。",
  },
  yaml: { en: "The mapping as a file (YAML)", zh: "映射文件（YAML）" },
  download: { en: "Download", zh: "下载" },
  mend: { en: "Mend these places first:", zh: "请先更正以下各处：" },
} as const satisfies Record<string, Text>;

export const roleWords: Readonly<Record<Role, Text>> = {
  person: { en: "Identifier of the person", zh: "患者标识" },
  sex: { en: "Sex", zh: "性别" },
  birthDate: { en: "Date of birth", zh: "出生日期" },
  date: { en: "Day of the event", zh: "事件日期" },
  code: { en: "Code or word", zh: "编码或名称" },
  value: { en: "Value", zh: "数值" },
  unit: { en: "Unit", zh: "单位" },
  site: { en: "Body site", zh: "部位" },
};

export const kindWords: Readonly<Record<string, Text>> = {
  condition: { en: "diagnosis", zh: "诊断" },
  procedure: { en: "procedure", zh: "手术操作" },
  measurement: { en: "measurement", zh: "检验或测量" },
  drug: { en: "drug", zh: "用药" },
  imaging: { en: "imaging", zh: "影像检查" },
  visit: { en: "visit", zh: "就诊" },
  pregnancy: { en: "pregnancy", zh: "妊娠" },
};

export const faultWords: Readonly<Record<CellFault, Text>> = {
  noIdentifier: { en: "no identifier", zh: "无患者标识" },
  badSex: { en: "word for sex not known", zh: "性别文字无法识别" },
  noBirthDate: { en: "no date of birth", zh: "无出生日期" },
  serialDate: { en: "serial number in place of a day", zh: "日期为电子表格序列号" },
  badDate: { en: "no day in a way that is read", zh: "日期写法无法识别" },
  noPerson: { en: "no person", zh: "无患者标识" },
  badNumber: { en: "value is no number", zh: "数值不是数字" },
  noCode: { en: "no code", zh: "无编码" },
  unseenCode: { en: "no shipped definition knows the word", zh: "内置定义无法识别该文字" },
};

export const saySerial: Phrase<{ readonly columns: readonly string[] }> = {
  en: ({ columns }, t) =>
    `${t.series(columns)}: serial numbers of a spreadsheet stand where days should be. Export the column as dates.`,
  zh: ({ columns }, t) => `${t.series(columns)}：日期处为电子表格序列号。请将该列导出为日期。`,
};

export const sayEncoding: Phrase<{ readonly encoding: string }> = {
  en: ({ encoding }) =>
    `The file is in ${encoding}, and the mapping says another encoding: it would be left out whole.`,
  zh: ({ encoding }) => `该文件编码为 ${encoding}，与映射所写不符：整个文件将不被采用。`,
};

export const sayFormats: Phrase<{ readonly formats: readonly string[] }> = {
  en: ({ formats }, t) => `In the sample: ${t.series(formats)}.`,
  zh: ({ formats }, t) => `样例中的写法：${t.series(formats)}。`,
};

export const sayEvent: Phrase<{ readonly number: number; readonly kind: string }> = {
  en: ({ number, kind }) => `Event ${number}: ${kind}`,
  zh: ({ number, kind }) => `事件 ${number}：${kind}`,
};

export const sayEventNumber: Phrase<{ readonly number: number }> = {
  en: ({ number }) => `Event ${number}`,
  zh: ({ number }) => `事件 ${number}`,
};

export const sayUnseenWords: Phrase<{ readonly words: readonly string[] }> = {
  en: ({ words }, t) => `${t.series(words.slice(0, 12))}${words.length > 12 ? `, and ${words.length - 12} more` : ""}`,
  zh: ({ words }, t) => `${t.series(words.slice(0, 12))}${words.length > 12 ? `，另有 ${words.length - 12} 种` : ""}`,
};

export const sayPlaces: Phrase<{ readonly count: number }> = {
  en: ({ count }, t) => `${count} ${t.count(count, "place needs", "places need")} mending`,
  zh: ({ count }) => `${count} 处需要更正`,
};

export const sayAll: Phrase<{ readonly what: string }> = {
  en: ({ what }) => `as for all tables (${what})`,
  zh: ({ what }) => `与全部表格相同（${what}）`,
};

export const sayFound: Phrase<{ readonly what: string }> = {
  en: ({ what }) => `as found (${what})`,
  zh: ({ what }) => `自动识别（${what}）`,
};

export const sayRoleOf: Phrase<{ readonly column: string }> = {
  en: ({ column }) => `Role of ${column}`,
  zh: ({ column }) => `${column} 的含义`,
};

export const sayWritten: Phrase<{ readonly path: string }> = {
  en: ({ path }) => `Written: ${path}`,
  zh: ({ path }) => `已写入：${path}`,
};
