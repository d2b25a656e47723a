import type { Phrase, Text } from "@materbone/clinical";

export const exchangeWords = {
  acts: { en: "The literature as a whole", zh: "整个文献库" },
  import: { en: "Import…", zh: "导入…" },
  exportJson: { en: "Export JSON", zh: "导出JSON" },
  exportCsv: { en: "Export CSV", zh: "导出CSV" },
  history: { en: "History…", zh: "修订记录…" },
  giveUp: { en: "Back to the shipped literature…", zh: "恢复程序自带文献库…" },
  close: { en: "Close", zh: "关闭" },
  cancel: { en: "Cancel", zh: "取消" },
  importTitle: { en: "Import values or a literature", zh: "导入数值或文献库" },
  importText: {
    en: "CSV adds values, one of one document a line. JSON is a whole literature and takes the place of this one. Nothing enters before you have seen it, and nothing by halves.",
    zh: "CSV 用于追加数值，每行一篇文献的一个数值；JSON 为完整文献库，将取代当前文献库。导入前先行预览，有一处错误则全部不导入。",
  },
  file: { en: "Choose a file", zh: "选择文件" },
  notUtf8: { en: "The file is not UTF-8. Save it as “CSV UTF-8”.", zh: "文件不是UTF-8编码，请另存为“CSV UTF-8”。" },
  paste: { en: "or paste it here", zh: "或粘贴到此处" },
  columns: { en: "Columns of the CSV", zh: "CSV的列" },
  columnsText: { en: "needed:", zh: "必填：" },
  optional: { en: "as far as known:", zh: "选填：" },
  problems: { en: "Nothing was imported", zh: "未导入任何内容" },
  problemsText: { en: "Mend these, then it can be imported as a whole.", zh: "更正以下各处后即可整体导入。" },
  row: { en: "Row", zh: "行" },
  line: { en: "Line", zh: "行" },
  column: { en: "Column", zh: "列" },
  value: { en: "Value", zh: "值" },
  what: { en: "What is wrong", zh: "问题" },
  place: { en: "Place", zh: "位置" },
  preview: { en: "What is added", zh: "将追加的内容" },
  study: { en: "Study", zh: "研究" },
  outcome: { en: "Outcome", zh: "结局" },
  reading: { en: "Value", zh: "数值" },
  as: { en: "As", zh: "作为" },
  newStudy: { en: "new study", zh: "新研究" },
  newOutcome: { en: "new outcome", zh: "新结局" },
  newReading: { en: "another reading", zh: "另一条数值记录" },
  completed: { en: "reading completed", zh: "补全已有记录" },
  add: { en: "Add to the work", zh: "加入" },
  replace: { en: "Put it in place of this literature", zh: "取代当前文献库" },
  done: { en: "Imported; save to keep it.", zh: "已导入，保存后生效。" },
  giveUpTitle: { en: "Back to the shipped literature?", zh: "恢复程序自带文献库？" },
  giveUpText: {
    en: "The literature that comes with the workbench is shown again. Your own stays in the history and can be brought back; what was not saved goes.",
    zh: "将恢复显示程序自带的文献库。自建内容保留在修订记录中，可再恢复；未保存的修改将丢失。",
  },
  giveUpDo: { en: "Go back", zh: "恢复" },
  givenUp: { en: "The shipped literature is shown.", zh: "已恢复程序自带文献库。" },
  historyTitle: { en: "History of the literature", zh: "文献库修订记录" },
  historyNone: { en: "Nothing of your own was ever saved.", zh: "尚无自己的保存记录。" },
  bringBack: { en: "Make this the current one…", zh: "恢复到此版…" },
  stale: {
    en: "Someone saved in between; the list is new. Look again before you go back.",
    zh: "期间他人已保存，列表已更新，请查看后再操作。",
  },
  unsaved: {
    en: "There is unsaved work. Save it, or go back to what was saved, before an earlier revision takes its place.",
    zh: "有未保存的修改。请先保存，或恢复到已保存内容，再恢复早前版本。",
  },
} as const satisfies Record<string, Text>;

export const sayAdded: Phrase<{
  readonly values: number;
  readonly studies: number;
  readonly outcomes: number;
  readonly completed: number;
}> = {
  en: ({ values, studies, outcomes, completed }, t) => {
    const others = values - studies - outcomes - completed;
    return `${values} ${t.count(values, "value", "values")}: ${studies} ${t.count(studies, "begins a study", "begin studies")}, ${outcomes} ${t.count(outcomes, "another outcome", "other outcomes")}, ${completed} ${t.count(completed, "completes a reading", "complete readings")}, ${others} ${t.count(others, "is another reading", "are other readings")}.`;
  },
  zh: ({ values, studies, outcomes, completed }) =>
    `共${values}个数值：新研究${studies}个，新结局${outcomes}个，补全已有记录${completed}个，已有结局的另一条记录${values - studies - outcomes - completed}个。`,
};

export const sayReplaced: Phrase<{
  readonly title: string;
  readonly version: string;
  readonly studies: number;
  readonly outcomes: number;
  readonly before: number;
}> = {
  en: ({ title, version, studies, outcomes, before }) =>
    `“${title}”, version ${version}: ${studies} studies, ${outcomes} outcomes. It takes the place of the ${before} studies that are here now; undo brings them back.`,
  zh: ({ title, version, studies, outcomes, before }) =>
    `《${title}》，版本${version}：${studies}项研究，${outcomes}项结局。将取代当前${before}项研究，可撤销。`,
};

export const sayMore: Phrase<{ readonly count: number }> = {
  en: ({ count }) => `… and ${count} more`,
  zh: ({ count }) => `……另有${count}处`,
};
