import type { Phrase, Text } from "@materbone/clinical";
import type { ImportProblem } from "./import-plan.ts";
import type { JsonProblem } from "./json-text.ts";

export const importWords = {
  found: { en: "What was read", zh: "读取结果" },
  problems: { en: "What has to be mended first", zh: "需先更正的问题" },
  problemsLead: {
    en: "Nothing is imported while a problem is left. Mend the files and choose them again.",
    zh: "存在问题时不会导入任何内容。请更正文件后重新选择。",
  },
  nothing: { en: "There is no record in what was chosen.", zh: "所选内容中没有病例记录。" },
  leftOut: { en: "Left out, because they are no records", zh: "以下文件不是记录，未读取" },
  series: { en: "Series", zh: "系列" },
  id: { en: "Id in this registry", zh: "导入后的编号" },
  importAll: { en: "Import", zh: "导入" },
  done: { en: "Imported", zh: "已导入" },
  open: { en: "Open", zh: "打开" },
  cancel: { en: "Close", zh: "关闭" },
  looseLead: {
    en: "These women came without a series. Where do they go?",
    zh: "这些病例不属于任何系列，要放入何处？",
  },
  intoNew: { en: "A new series", zh: "新建系列" },
  intoOld: { en: "A series that is there", zh: "已有系列" },
  chooseSeries: { en: "Series", zh: "系列" },
  check: { en: "Checking…", zh: "正在核对…" },
  file: { en: "File", zh: "文件" },
  placeWord: { en: "Place", zh: "位置" },
  what: { en: "What is wrong and how to mend it", zh: "问题及更正方法" },
  taken: {
    en: "A series with this id is there already, perhaps a deleted one. Give another id to import it beside.",
    zh: "已有系列使用该编号（可能已被删除）。请改用其他编号导入。",
  },
  titleFor: { en: "Title of the new series", zh: "新系列标题" },
  resume: { en: "Go on with the rest", zh: "继续导入其余病例" },
} as const satisfies Record<string, Text>;

export const sayFound: Phrase<{ readonly women: number; readonly files: number }> = {
  en: ({ women, files }, t) =>
    `${women} ${t.count(women, "woman", "women")} in ${files} ${t.count(files, "file", "files")}`,
  zh: ({ women, files }) => `${files} 个文件，共 ${women} 例`,
};

export const sayWomenOf: Phrase<{ readonly women: number }> = {
  en: ({ women }, t) => `${women} ${t.count(women, "woman", "women")}`,
  zh: ({ women }) => `${women} 例`,
};

export const sayProblemCount: Phrase<{ readonly count: number; readonly shown: number }> = {
  en: ({ count, shown }) => (shown < count ? `The first ${shown} of ${count}` : `${count}`),
  zh: ({ count, shown }) => (shown < count ? `前 ${shown} 条（共 ${count} 条）` : `共 ${count} 条`),
};

export const sayExists: Phrase<{ readonly ids: readonly string[] }> = {
  en: ({ ids }, t) =>
    `Pseudonyms that are in this series already, perhaps deleted: ${t.series(ids)}. Give these women other ids in their files, or choose another series. Nothing was imported.`,
  zh: ({ ids }, t) =>
    `该系列中已有以下编号（可能已被删除）：${t.series(ids)}。请在文件中改用其他编号，或选择其他系列。尚未导入。`,
};

export const sayProgress: Phrase<{ readonly done: number; readonly total: number }> = {
  en: ({ done, total }) => `${done} of ${total} women saved`,
  zh: ({ done, total }) => `已保存 ${done} 例，共 ${total} 例`,
};

/** A problem of the file itself; those of a record are said by the record's own words. */
export const sayFileProblem: Phrase<Exclude<ImportProblem, { kind: "record" | "json" }>> = {
  en: (problem) => {
    if (problem.kind === "notUtf8") return "The file is not UTF-8 text. Save it as UTF-8 and choose it again.";
    if (problem.kind === "sameId") {
      return `The pseudonym “${problem.id}” stands in ${problem.other} too. Every woman has her own; if this is a copy, leave it out.`;
    }
    return "This file is neither a series nor a woman's record. A record begins with “schema”: “materbone/case/1” or “materbone/series/1”.";
  },
  zh: (problem) => {
    if (problem.kind === "notUtf8") return "文件不是 UTF-8 文本。请另存为 UTF-8 后重新选择。";
    if (problem.kind === "sameId") {
      return `编号“${problem.id}”与 ${problem.other} 重复。每例须有各自的编号；如为副本，请不要选入。`;
    }
    return "该文件既不是系列也不是病例记录。记录应注明“schema”：“materbone/case/1”或“materbone/series/1”。";
  },
};

export const sayJsonProblem: Phrase<JsonProblem> = {
  en: (problem) => {
    if (problem.kind === "duplicateKey") return `“${problem.key}” is given twice in one object. Keep one.`;
    if (problem.kind === "tooDeep") return "The file is nested far deeper than any record. Correct it.";
    const near = problem.near.trim() === "" ? "" : ` near “${problem.near}”`;
    return `This is not JSON (column ${problem.column}${near}): look for a missing comma, quote or bracket.`;
  },
  zh: (problem) => {
    if (problem.kind === "duplicateKey") return `同一对象中“${problem.key}”重复。请只保留一项。`;
    if (problem.kind === "tooDeep") return "文件嵌套过深，任何记录都不会如此。请更正。";
    const near = problem.near.trim() === "" ? "" : `，“${problem.near}”附近`;
    return `此处不是有效的 JSON（第 ${problem.column} 列${near}）：请检查是否缺少逗号、引号或括号。`;
  },
};
