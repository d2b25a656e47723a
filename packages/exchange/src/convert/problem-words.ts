import { type Phrase, say, type Terms, type Text } from "@materbone/clinical";
import { type MappingMistake, sayMappingMistake } from "@materbone/finder";
import type { ConversionTrouble } from "./conversion-error.ts";
import type { BadLineReason, ConversionProblem, ConversionProblemKind, ProblemReport, UsedContent } from "./problem.ts";

type Words = {
  readonly [K in ConversionProblemKind]: Phrase<Extract<ConversionProblem, { kind: K }>>;
};
type TroubleWords = { readonly [K in ConversionTrouble["kind"]]: Phrase<Extract<ConversionTrouble, { kind: K }>> };

/** What was wrong at a place of the source and what was done, one sentence or two, with the place. */
export function sayConversionProblem(problem: ConversionProblem, terms: Terms): string {
  const said = say(words[problem.kind] as Phrase<ConversionProblem>, problem, terms);
  return terms.text({ en: `${placeOf(problem, terms)}: ${said}`, zh: `${placeOf(problem, terms)}：${said}` });
}

/** Problems of one kind that are told with their place. */
const TOLD = 5;

/** All problems of a source for a terminal: each kind with its count, then the first of it and how many more. */
export function sayProblems(report: ProblemReport, terms: Terms): readonly string[] {
  return sayProblemKinds(report, terms).flatMap(({ title, places }) => [title, ...places.map((place) => `  ${place}`)]);
}

/** Problems of one kind: how many, and the first places with how many more there are. */
export type SaidProblems = { readonly title: string; readonly places: readonly string[] };

/** All problems of a source, kind by kind. */
export function sayProblemKinds(report: ProblemReport, terms: Terms): readonly SaidProblems[] {
  return kindsOf(report).map((kind) => {
    const told = report.listed.filter((problem) => problem.kind === kind).slice(0, TOLD);
    // A word may stand in several tables, so what is told of words says nothing of how many are not.
    const rest = kind === "unseenCode" ? 0 : (report.totals[kind] ?? 0) - told.length;
    return {
      title: sayProblemTotal(kind, report, terms),
      places: [
        ...told.map((problem) => sayConversionProblem(problem, terms)),
        ...(told.length > 0 && rest > 0 ? [terms.text({ en: `and ${rest} more`, zh: `另有 ${rest} 处` })] : []),
      ],
    };
  });
}

/** Problems of one kind in all: "Events after the day of which the data are read: 3". */
function sayProblemTotal(kind: ConversionProblemKind, { totals, unseenRows }: ProblemReport, terms: Terms): string {
  const rows = kind === "unseenCode" ? unseenRows : undefined;
  const total = totals[kind] ?? 0;
  return terms.text({
    en: `${titles[kind].en}: ${total}${rows === undefined ? "" : `, in ${rows} ${terms.count(rows, "row", "rows")}`}`,
    zh: `${titles[kind].zh}：${total}${rows === undefined ? "" : `，共 ${rows} 行`}`,
  });
}

function kindsOf({ totals }: ProblemReport): readonly ConversionProblemKind[] {
  return Object.keys(totals) as ConversionProblemKind[];
}

/** Why a conversion stopped and what to do. */
export function sayConversionTrouble(trouble: ConversionTrouble, terms: Terms): string {
  return say(troubles[trouble.kind] as Phrase<ConversionTrouble>, trouble, terms);
}

function placeOf(problem: ConversionProblem, t: Terms): string {
  const line = "line" in problem ? problem.line : undefined;
  const byte = "byte" in problem ? problem.byte : undefined;
  const file = shown(problem.file);
  if (line !== undefined) return t.text({ en: `${file}, line ${line}`, zh: `${file} 第 ${line} 行` });
  return byte === undefined ? file : t.text({ en: `${file}, byte ${byte}`, zh: `${file} 第 ${byte} 字节` });
}

/** Control characters in a name of a file could write over other lines of a terminal. */
function shown(name: string): string {
  return name.replace(/\p{Cc}/gu, "�");
}

const reasons: Readonly<Record<BadLineReason, Text>> = {
  malformed: { en: "it is not valid JSON or CSV", zh: "不是有效的 JSON 或 CSV" },
  tooLong: { en: "it is too long", zh: "行过长" },
  truncated: { en: "it breaks off", zh: "内容不完整（被截断）" },
  columns: { en: "its number of fields is not that of the header", zh: "字段数与表头不符" },
  quote: { en: "a quotation mark is not closed", zh: "引号未闭合" },
  encoding: { en: "its bytes are not in the encoding of the file", zh: "字节与文件编码不符" },
  notAnObject: { en: "it is not a JSON object", zh: "不是 JSON 对象" },
};

const titles: Readonly<Record<ConversionProblemKind, Text>> = {
  badLine: { en: "Lines that cannot be read", zh: "无法读取的行" },
  truncatedFile: { en: "Files that break off", zh: "不完整的文件" },
  wrongResourceType: { en: "Resources of another type than their file", zh: "与所在文件类型不符的资源" },
  noIdentifier: { en: "Records without an identifier", zh: "缺少标识的记录" },
  noPerson: { en: "Records without a person", zh: "未注明患者的记录" },
  badDate: { en: "Dates that cannot be read", zh: "无法识别的日期" },
  badNumber: { en: "Numbers that cannot be read", zh: "无法识别的数值" },
  badSex: { en: "Words for sex that are not known", zh: "无法识别的性别" },
  serialDate: { en: "Serial numbers instead of dates", zh: "以序列号代替日期" },
  futureDate: { en: "Events after the day of which the data are read", zh: "晚于数据截止日的事件" },
  futureBirth: { en: "Births after the day of which the data are read", zh: "晚于数据截止日的出生日期" },
  noBirthDate: { en: "Persons without a date of birth", zh: "缺少出生日期的患者" },
  noCode: { en: "Records without a code", zh: "缺少编码的记录" },
  unknownDrug: { en: "Records of drugs that are not in the source", zh: "药品不在数据中的记录" },
  codedAnswer: { en: "Answers by a code that a shipped definition asks for", zh: "以内置定义所用编码作答的观察记录" },
  unseenCode: { en: "Words and own codes that no shipped definition knows", zh: "内置定义均无法识别的文字或自有编码" },
  duplicateCopy: { en: "Records that come twice, word for word", zh: "完全重复的记录" },
  duplicateConflict: { en: "Identifiers with two contents", zh: "同一标识内容不同的记录" },
  unknownPerson: { en: "Records of persons that are not in the source", zh: "患者不在数据中的记录" },
  missingColumn: { en: "Tables without a column that is needed", zh: "缺少必需列的表" },
  columnType: { en: "Columns of another type", zh: "类型不符的列" },
  wrongEncoding: { en: "Files in another encoding", zh: "编码不符的文件" },
  unreadableFile: { en: "Files that cannot be read", zh: "无法读取的文件" },
  fileTooLarge: { en: "Files that unpack to far more than an export does", zh: "解压后异常巨大的文件" },
  bundleTooLarge: { en: "Bundles that are too large", zh: "过大的 Bundle 文件" },
};

const usedWords: Readonly<Record<UsedContent, Text>> = {
  lastUpdated: { en: "the one last updated was used", zh: "最后更新的一份" },
  firstLine: { en: "the first line was used", zh: "行号最小的一行" },
  always: {
    en: "one was used, always the same, since nothing tells which is later",
    zh: "其中固定的一份（数据未说明先后）",
  },
};

const words: Words = {
  badLine: {
    en: ({ why }) => `The line was left out: ${reasons[why].en}.`,
    zh: ({ why }) => `该行未采用：${reasons[why].zh}。`,
  },
  truncatedFile: {
    en: () => "The file breaks off; what comes before was used. Export it again.",
    zh: () => "文件不完整，已采用中断之前的内容。请重新导出。",
  },
  wrongResourceType: {
    en: ({ found, wanted }) => `The resource is ${found}, the file holds ${wanted}; it was left out.`,
    zh: ({ found, wanted }) => `该资源为 ${found}，而文件内容为 ${wanted}，未采用。`,
  },
  noIdentifier: {
    en: () => "The record has no identifier that can be read; it was not used.",
    zh: () => "记录缺少可识别的标识，未采用。",
  },
  noPerson: { en: () => "The record names no person; it was not used.", zh: () => "记录未注明患者，未采用。" },
  badDate: {
    en: () => "The date cannot be read; the record was kept without it.",
    zh: () => "日期无法识别，记录保留但不含日期。",
  },
  badNumber: {
    en: () => "The value is not a number; the record was kept without it.",
    zh: () => "结果不是数值，记录保留但不含结果。",
  },
  badSex: {
    en: () => "The word for sex is not known; it was left open.",
    zh: () => "性别无法识别，按未知处理。",
  },
  serialDate: {
    en: () =>
      "The date is the serial number of a spreadsheet; the record was kept without it. Export dates as 2024-03-05.",
    zh: () => "日期为电子表格序列号，记录保留但不含日期。请将日期导出为 2024-03-05 的形式。",
  },
  futureDate: {
    en: () => "The event is later than the day of which the data are read; it was not used.",
    zh: () => "事件日期晚于数据截止日，未采用。",
  },
  futureBirth: {
    en: () =>
      "The birth is later than the day of which the data are read; the person was kept without it, and criteria of age cannot be met.",
    zh: () => "出生日期晚于数据截止日，患者保留但不含出生日期，无法判断年龄条件。",
  },
  noBirthDate: {
    en: () => "The person has no date of birth; criteria of age cannot be met.",
    zh: () => "患者缺少出生日期，无法判断年龄条件。",
  },
  noCode: {
    en: () => "The record has no code, and no text that could stand for it; it was not used.",
    zh: () => "记录无编码，也无可代替编码的文字，未采用。",
  },
  unknownDrug: {
    en: () =>
      "The record refers to a drug that is not in the source or has no code; it was not used. Export the resources of type Medication, too.",
    zh: () => "记录所引用的药品不在数据中或无编码，未采用。请一并导出 Medication 资源。",
  },
  codedAnswer: {
    en: () =>
      "The answer is a code that a shipped definition asks for; whether she has it depends on the question (her family's history, what was excluded), so the answer was not used. If it is her own diagnosis, export it as a Condition.",
    zh: () =>
      "该观察的结果为内置定义所用的编码；是否为患者本人的情况取决于所问内容（如家族史、已排除的疾病），因此该结果未采用。如为患者本人的诊断，请以 Condition 导出。",
  },
  unseenCode: {
    en: ({ code, rows }, t) =>
      `${shown(code)} (${rows} ${t.count(rows, "row", "rows")}) is seen by no shipped definition; it was kept as written. If it matters, give it a code in the mapping.`,
    zh: ({ code, rows }) =>
      `“${shown(code)}”（${rows} 行）不被任何内置定义识别，按原文保留。如与筛查有关，请在映射中给出编码。`,
  },
  duplicateCopy: {
    en: () => "Records come twice, word for word; one copy was used.",
    zh: () => "存在完全重复的记录，仅采用一份。",
  },
  duplicateConflict: {
    en: ({ used }) => `Records with the same identifier differ; ${usedWords[used].en}.`,
    zh: ({ used }) => `存在标识相同但内容不同的记录，采用${usedWords[used].zh}。`,
  },
  unknownPerson: {
    en: () => "Records belong to persons that the source does not have; they were not used.",
    zh: () => "部分记录所属患者不在数据中，未采用。",
  },
  missingColumn: {
    en: ({ column }) => `The column ${column} is missing; the table was left out.`,
    zh: ({ column }) => `缺少列 ${column}，该表未采用。`,
  },
  columnType: {
    en: ({ column, found, wanted }) =>
      `The column ${shown(column)} has the type ${found}, from which no ${typeNames[wanted]?.en ?? wanted} can be read; the table was left out.`,
    zh: ({ column, found, wanted }) =>
      `列 ${shown(column)} 的类型为 ${found}，无法读取为${typeNames[wanted]?.zh ?? wanted}，该表未采用。`,
  },
  wrongEncoding: {
    en: ({ encoding, seems }) =>
      seems === undefined
        ? `The file is neither in ${encoding} nor in another encoding that can be read; it was left out. Export it again as utf-8 or gb18030.`
        : `The file is in ${seems}, not in ${encoding}; it was left out. Write "encoding: ${seems}" at this table in the mapping.`,
    zh: ({ encoding, seems }) =>
      seems === undefined
        ? `文件编码不是 ${encoding}，也不是其他可识别的编码，未采用。请重新导出为 utf-8 或 gb18030。`
        : `文件编码为 ${seems}，而非 ${encoding}，未采用。请在映射中该表处写明“encoding: ${seems}”。`,
  },
  unreadableFile: {
    en: () => "The file is damaged and was left out. Export it again.",
    zh: () => "文件已损坏，未采用。请重新导出。",
  },
  fileTooLarge: {
    en: () =>
      "The file would unpack to far more than an export does, so it was left out. Check where it comes from, or unpack it yourself.",
    zh: () => "文件解压后的大小远超正常导出，因此未采用。请核实其来源，或自行解压。",
  },
  bundleTooLarge: {
    en: ({ megabytes }) =>
      `The file is one JSON text of more than ${megabytes} MiB, so it was left out. Export the data as NDJSON, one resource per line; such files may be of any size.`,
    zh: ({ megabytes }) =>
      `文件为单个 JSON，超过 ${megabytes} MiB，因此未采用。请将数据导出为 NDJSON（每行一个资源），其大小不限。`,
  },
};

const typeNames: Readonly<Record<string, Text>> = {
  integer: { en: "whole number", zh: "整数" },
  number: { en: "number", zh: "数值" },
  date: { en: "date", zh: "日期" },
  text: { en: "text", zh: "文本" },
};

const troubles: TroubleWords = {
  diskFull: {
    en: () => "The disk is full. Make room and start again: finished files are kept.",
    zh: () => "磁盘空间不足。请腾出空间后重新开始，已完成的文件会保留。",
  },
  outOfMemory: {
    en: () => "The memory allowed was not enough. Allow more and start again: finished files are kept.",
    zh: () => "可用内存不足。请提高内存上限后重新开始，已完成的文件会保留。",
  },
  busy: {
    en: () => "Another conversion is writing into this folder. Wait for it, or choose another folder.",
    zh: () => "另一转换正在写入该文件夹。请等待其结束，或选择其他文件夹。",
  },
  cancelled: {
    en: () => "The conversion was cancelled. Started again, it goes on with what is finished.",
    zh: () => "转换已取消。重新开始时将从已完成处继续。",
  },
  strict: {
    en: ({ problems }, t) =>
      `Nothing was converted, because not everything can be used. ${totalsOf(problems, t)}. Mend the source, or convert without Strict.`,
    zh: ({ problems }, t) =>
      `部分数据无法采用，因此未转换。${totalsOf(problems, t)}。请更正数据，或关闭严格模式后再转换。`,
  },
  nobody: {
    en: ({ problems }, t) => ["No person could be read, so nothing was converted.", ...firstOf(problems, t)].join(" "),
    zh: ({ problems }, t) => ["未能读取任何患者，因此未转换。", ...firstOf(problems, t)].join(""),
  },
  sourceChanged: {
    en: ({ file }) => `${shown(file)} changed while it was read. Start again when it is complete.`,
    zh: ({ file }) => `${shown(file)} 在读取过程中发生变化。请在文件完整后重新开始。`,
  },
  sourceUnreadable: {
    en: ({ file, code }) =>
      `${shown(file)} cannot be read now (${code}), so nothing was converted without it. Make it readable and start again: finished files are kept.`,
    zh: ({ file, code }) =>
      `目前无法读取 ${shown(file)}（${code}），未在缺少该文件的情况下转换。请确认可以读取后重新开始，已完成的文件会保留。`,
  },
  replaced: {
    en: () =>
      "The converted data that were asked are no longer there: the same source was converted anew, or their folder holds no finished conversion. Nothing was kept of this question. Ask again.",
    zh: () =>
      "所查询的已转换数据已不存在：同一来源被重新转换，或其文件夹中没有已完成的转换。本次查询结果未保存，请重新查询。",
  },
  mapping: {
    en: ({ mistakes }, t) => `The mapping has mistakes. ${mistakesOf(mistakes, t)}`,
    zh: ({ mistakes }, t) => `映射有误。${mistakesOf(mistakes, t)}`,
  },
  mappingTooLarge: {
    en: ({ mebibytes }) =>
      `The mapping file is larger than ${mebibytes} MiB, so it was not read. Check that it is the mapping, and shorten it.`,
    zh: ({ mebibytes }) => `映射文件超过 ${mebibytes} MiB，未予读取。请确认是否为映射文件，并予精简。`,
  },
  notYaml: {
    en: ({ line }) => `The mapping is not valid YAML, line ${line}. Correct it.`,
    zh: ({ line }) => `映射不是有效的 YAML，第 ${line} 行。请更正。`,
  },
  other: {
    en: () => "The conversion failed. Check that the folder can be written to, and start again.",
    zh: () => "转换失败。请确认文件夹可写，然后重新开始。",
  },
};

/** The first problem of each kind, with its place: one of them may be why nothing could be read. */
function firstOf({ listed }: ProblemReport, t: Terms): readonly string[] {
  const firsts = listed.filter(({ kind }, index) => listed.findIndex((one) => one.kind === kind) === index);
  return firsts.slice(0, TOLD).map((problem) => sayConversionProblem(problem, t));
}

function mistakesOf(mistakes: readonly MappingMistake[], t: Terms): string {
  const said = mistakes.slice(0, 5).map((mistake) => {
    const place = mistake.at === "" ? "/" : mistake.at;
    const what = sayMappingMistake(mistake, t);
    return t.text({ en: `${place}: ${what}`, zh: `${place}：${what}` });
  });
  return said.join(t.lang === "zh" ? "" : " ");
}

function totalsOf(problems: ProblemReport, t: Terms): string {
  const parts = kindsOf(problems).map((kind) => sayProblemTotal(kind, problems, t));
  return parts.join(t.text({ en: "; ", zh: "；" }));
}
