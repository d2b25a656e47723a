import type { Phrase, Text } from "@materbone/clinical";

export const findWords = {
  title: { en: "Search in hospital data", zh: "在医院数据中检索" },
  data: { en: "Data", zh: "数据" },
  found: { en: "What was found", zh: "识别结果" },
  start: { en: "Definition and search", zh: "定义与检索" },
  path: { en: "Path on this computer", zh: "本机路径" },
  pathHint: {
    en: "Folder, file or zip archive: FHIR R4 NDJSON, OMOP CDM (CSV or Parquet), or CSV tables. It is read where it lies.",
    zh: "文件夹、文件或 zip 压缩包：FHIR R4 NDJSON、OMOP CDM（CSV 或 Parquet）或 CSV 表格。在原处读取，不作改动。",
  },
  pathNeeded: {
    en: "Type a path, or drop or choose files below.",
    zh: "请填写路径，或在下方拖放、选择文件。",
  },
  look: { en: "Look", zh: "识别" },
  dropTitle: { en: "Or hand over copies", zh: "或将文件复制到工作台" },
  drop: {
    en: "Drop a folder, files or a zip archive on this page, or choose them.",
    zh: "将文件夹、文件或 zip 压缩包拖放到本页，或点击选择。",
  },
  dropHere: { en: "Drop to copy the files into the folder of the workbench.", zh: "松开即复制到工作台的文件夹。" },
  chooseFolder: { en: "Choose a folder", zh: "选择文件夹" },
  chooseFiles: { en: "Choose files", zh: "选择文件" },
  stays: {
    en: "The files stay on this computer. Copies lie in this folder, for this user only, until you delete them:",
    zh: "文件不会离开本机。副本存放在以下文件夹，仅当前用户可读，可随时删除：",
  },
  nothingChosen: { en: "There was no file among them.", zh: "其中没有文件。" },
  copying: { en: "Copying", zh: "正在复制" },
  copyStopped: { en: "Copying stopped. What is there already is kept.", zh: "复制已中断，已复制的部分会保留。" },
  goOn: { en: "Go on", zh: "继续" },
  cancel: { en: "Cancel", zh: "取消" },
  discard: { en: "Delete what was copied", zh: "删除已复制的部分" },
  looking: { en: "Looking at the files…", zh: "正在识别文件…" },
  lookAgain: { en: "Look again", zh: "重新识别" },
  notYet: { en: "Choose data first.", zh: "请先选择数据。" },
  format: { en: "Format", zh: "格式" },
  files: { en: "Files", zh: "文件" },
  tables: { en: "Files by table", zh: "各表文件数" },
  converted: { en: "Converted before", zh: "此前已转换" },
  missing: { en: "What is missing, and what that loses", zh: "缺少的内容及影响" },
  ignored: { en: "Not used", zh: "未使用的文件" },
  asOf: { en: "Day of the data", zh: "数据截止日" },
  asOfAhead: {
    en: "This day is in the future: dates that cannot have happened yet would be used.",
    zh: "该日期晚于今天，尚未发生的日期也会被采用。",
  },
  asOfHint: {
    en: "Later dates are not used. Taken from the newest file; change it when the data were exported on another day.",
    zh: "晚于该日的日期不予使用。默认取最新文件的日期；若导出日期不同，请修改。",
  },
  mapping: { en: "Mapping", zh: "映射" },
  besideMapping: { en: "the mapping file beside the tables", zh: "表格所在文件夹中的映射文件" },
  chooseMapping: { en: "none chosen", zh: "未选择" },
  fits: { en: "fits these tables", zh: "与表格相符" },
  fitsButWords: { en: "fits these tables; some words are not known", zh: "与表格相符，但有文字无法识别" },
  unseenWords: { en: "Words that no shipped definition knows", zh: "内置定义无法识别的文字" },
  unnamedTables: { en: "Tables that the mapping does not use", zh: "映射未使用的表格" },
  makeMapping: { en: "Say what the columns mean", zh: "说明各列含义" },
  changeMapping: { en: "Look at or change the mapping", zh: "查看或修改映射" },
  definition: { en: "Definition", zh: "定义" },
  definitionLink: { en: "Read the whole definition", zh: "查看完整定义" },
  strict: { en: "Strict", zh: "严格模式" },
  strictHint: {
    en: "Refuses the search when anything in the data cannot be used. Otherwise it is left out and told at the end.",
    zh: "数据中只要有无法使用的内容，就不进行检索；不勾选则跳过这些内容，并在结束时列出。",
  },
  go: { en: "Start the search", zh: "开始检索" },
  progress: { en: "Search under way", zh: "正在检索" },
  stop: { en: "Stop the search", zh: "停止检索" },
  detect: { en: "Look at the files", zh: "识别文件" },
  read: { en: "Read and convert", zh: "读取并转换" },
  sort: { en: "Sort the tables", zh: "整理各表" },
  answer: { en: "Ask the definition", zh: "按定义筛选" },
  keep: { en: "Keep the candidates' timelines", zh: "保存候选者时间线" },
  stepDone: { en: "done", zh: "已完成" },
  stepNow: { en: "under way", zh: "进行中" },
  stepNext: { en: "not yet", zh: "未开始" },
  cancelled: {
    en: "The search was stopped. What was converted so far is kept for the next.",
    zh: "检索已停止。已转换的部分保留，供下次使用。",
  },
  forgotten: { en: "This search is not known any more", zh: "程序已无该次检索的状态" },
  forgottenText: {
    en: "The program was restarted since. If the search had ended, it stands under the former searches; otherwise it was stopped: start it again, and it goes on with what was converted.",
    zh: "程序已重新启动。该次检索若已完成，见“检索记录”；若未完成则已停止，请重新开始，已转换的部分会继续使用。",
  },
  otherRuns: {
    en: "Another search, started in another window, is under way. One runs at a time.",
    zh: "另一窗口启动的检索正在进行。同一时间只能进行一次检索。",
  },
  otherEnded: {
    en: "The search was not started, since another one ran. That one has ended: start this one now.",
    zh: "因另一次检索正在进行，本次检索未启动。该次检索现已结束，可以开始本次检索。",
  },
  showOther: { en: "Show that search", zh: "查看该次检索" },
  refused: { en: "The data cannot be searched", zh: "数据无法检索" },
  failed: { en: "The search did not end", zh: "检索未能完成" },
  nobody: {
    en: "Nobody in these data meets the definition. The live funnel shows at which step the last women were lost.",
    zh: "数据中无人符合该定义。可在实时漏斗中查看最后一批人在哪一步被筛除。",
  },
  toWorklist: { en: "Open the worklist", zh: "打开工作清单" },
  toFunnel: { en: "Live funnel of the definition", zh: "定义的实时漏斗" },
  problems: { en: "Problems met in the conversion", zh: "转换中遇到的问题" },
  noProblems: { en: "The conversion met no problem.", zh: "转换未遇到问题。" },
  runs: { en: "Former searches", zh: "检索记录" },
  noRuns: { en: "None yet. A search appears here when it has ended.", zh: "尚无记录。检索结束后显示于此。" },
  worklist: { en: "Worklist", zh: "工作清单" },
  review: { en: "Review", zh: "核查" },
  remove: { en: "Delete", zh: "删除" },
  use: { en: "Use", zh: "使用" },
  kept: { en: "What lies on this computer", zh: "保存在本机的内容" },
  keptNote: {
    en: "As confidential as the source. Delete what is no longer needed.",
    zh: "保密要求与源数据相同。不再需要的请删除。",
  },
  copies: { en: "Copies that were handed over", zh: "复制到工作台的文件" },
  convertedData: { en: "Converted data", zh: "已转换的数据" },
  mappings: { en: "Kept mappings", zh: "已保存的映射" },
  unfinishedData: { en: "Conversions that did not end", zh: "未完成的转换" },
  unfinishedNote: {
    en: "No data to be searched yet. A search of the same place goes on where the conversion stopped; what Strict refused is refused again until the source is mended or Strict is off.",
    zh: "尚不能用于检索。对同一位置再次检索，即从中断处继续转换；因严格模式被拒绝的，须更正数据或关闭严格模式，否则仍会被拒绝。",
  },
  brokenOff: {
    en: "a later conversion did not end; the next search goes on with it",
    zh: "之后一次重新转换未完成，再次检索时从中断处继续",
  },
  underWay: { en: "conversion under way", zh: "正在转换" },
  goToSearch: { en: "Go on", zh: "继续转换" },
  copyUnfinished: {
    en: "not complete; choose the same files again to go on",
    zh: "复制未完成，再次选择同一批文件即可继续",
  },
  leaveCopying: { en: "Leave while files are copied?", zh: "文件仍在复制，确定离开？" },
  leaveCopyingText: {
    en: "Copying stops. What is there already is kept as not complete; choose the same files again to go on.",
    zh: "离开后复制中断，已复制的部分保留并标为未完成；再次选择同一批文件即可继续。",
  },
  stay: { en: "Stay", zh: "留在本页" },
  leave: { en: "Leave", zh: "离开" },
  giveUp: { en: "Give up", zh: "放弃" },
  removeUnfinished: { en: "Delete this conversion?", zh: "删除该未完成的转换？" },
  removeUnfinishedText: {
    en: "What was converted so far is deleted. The source stays; a search of it begins anew.",
    zh: "将删除已转换的部分，源数据不受影响；再次检索时从头转换。",
  },
  unknownPlace: { en: "source not known", zh: "来源未记录" },
  nothingKept: { en: "Nothing.", zh: "无。" },
  removeRun: { en: "Delete this search?", zh: "删除本次检索？" },
  damagedRuns: {
    en: "The files of these searches are damaged. They may still hold dates and codes of women: delete them.",
    zh: "以下检索的文件已损坏，但可能仍含患者的日期与编码，请删除。",
  },
  removeDamagedRun: {
    en: "All that is left of this search is deleted. This cannot be taken back.",
    zh: "将删除本次检索遗留的全部内容。此操作不可撤销。",
  },
  removeDecisions: { en: "The reviewers' decisions go, too.", zh: "一并删除核查者的判断。" },
  removeUpload: { en: "Delete these copies?", zh: "删除这些副本？" },
  removeUploadText: {
    en: "The copies are deleted from the folder of the workbench. The files that they were made of stay where they are.",
    zh: "将从工作台文件夹中删除这些副本，原文件不受影响。",
  },
  removeData: { en: "Delete these converted data?", zh: "删除这些已转换的数据？" },
  removeDataText: {
    en: "The source, worklists and reviews stay. A further search in the same data converts them anew; the live funnel cannot count until then.",
    zh: "源数据、工作清单与核查记录保留。再次检索时重新转换；此前实时漏斗无法计数。",
  },
  removeMapping: { en: "Delete this mapping?", zh: "删除该映射？" },
  removeMappingText: {
    en: "Data without a mapping file beside them can then no longer be searched with it.",
    zh: "删除后，所在文件夹中没有映射文件的数据将无法再用该映射检索。",
  },
} as const satisfies Record<string, Text>;

export const sayFilesOf: Phrase<{ readonly done: number; readonly total: number; readonly size: string }> = {
  en: ({ done, total, size }, t) => `${done} of ${total} ${t.count(total, "file", "files")}, ${size}`,
  zh: ({ done, total, size }) => `${done}/${total} 个文件，${size}`,
};

export const sayLeaveOut: Phrase<{ readonly files: number }> = {
  en: ({ files }) => (files === 1 ? "Leave this file out" : `Leave these ${files} files out`),
  zh: ({ files }) => (files === 1 ? "跳过该文件" : `跳过这 ${files} 个文件`),
};

export const sayFiles: Phrase<{ readonly files: number; readonly size: string }> = {
  en: ({ files, size }, t) => `${files} ${t.count(files, "file", "files")}, ${size}`,
  zh: ({ files, size }) => `${files} 个文件，${size}`,
};

export const sayConverted: Phrase<{ readonly persons: number; readonly events: number; readonly asOf: string }> = {
  en: ({ persons, events, asOf }, t) =>
    `${persons} ${t.count(persons, "person", "persons")}, ${events} ${t.count(events, "event", "events")}, as of ${asOf}`,
  zh: ({ persons, events, asOf }) => `${persons} 人，${events} 条事件，数据截止日 ${asOf}`,
};

export const sayMapping: Phrase<{ readonly name: string; readonly isBeside: boolean }> = {
  en: ({ name, isBeside }) => (isBeside ? `Mapping beside the tables, ${name}:` : `Mapping ${name}:`),
  zh: ({ name, isBeside }) => (isBeside ? `表格所在文件夹中的映射 ${name}：` : `映射 ${name}：`),
};

export const sayUnused: Phrase<{ readonly files: number }> = {
  en: ({ files }, t) => `${files} ${t.count(files, "file is", "files are")} not used`,
  zh: ({ files }) => `${files} 个文件未使用`,
};

export const sayCandidates: Phrase<{ readonly candidates: number }> = {
  en: ({ candidates }, t) => `${candidates} ${t.count(candidates, "candidate", "candidates")}`,
  zh: ({ candidates }) => `${candidates} 名候选者`,
};

export const sayVersion: Phrase<{ readonly name: string; readonly version: string }> = {
  en: ({ name, version }) => `${name} (version ${version})`,
  zh: ({ name, version }) => `${name}（第 ${version} 版）`,
};

export const sayOwn: typeof sayVersion = {
  en: ({ name, version }) => `${name} (own, version ${version})`,
  zh: ({ name, version }) => `${name}（自定义，第 ${version} 版）`,
};

export const sayDamaged: typeof sayVersion = {
  en: ({ name }) => `${name} (damaged)`,
  zh: ({ name }) => `${name}（文件损坏）`,
};

export const sayStep: Phrase<{ readonly done: string; readonly total: string }> = {
  en: ({ done, total }) => `${done} of ${total}`,
  zh: ({ done, total }) => `${done} / ${total}`,
};

export const sayDataOfDay: Phrase<{ readonly day: string }> = {
  en: ({ day }) => `data as of ${day}`,
  zh: ({ day }) => `数据截止日 ${day}`,
};

/** A definition of the address that is none here. */
export const sayNoDefinition: Phrase<{ readonly id: string }> = {
  en: ({ id }) => `${id} (not found)`,
  zh: ({ id }) => `${id}（未找到）`,
};

export const sayDamagedRun: Phrase<{ readonly id: string }> = {
  en: ({ id }) => `${id} (damaged)`,
  zh: ({ id }) => `${id}（文件损坏）`,
};

export const sayRunGoes: Phrase<{ readonly candidates: number }> = {
  en: ({ candidates }, t) =>
    `The worklist, the ${candidates === 1 ? "timeline" : "timelines"} of ${candidates} ${t.count(candidates, "candidate", "candidates")} and the review are deleted. The converted data stay. This cannot be taken back.`,
  zh: ({ candidates }) =>
    `将删除工作清单、${candidates} 名候选者的时间线及核查记录，已转换的数据保留。此操作不可撤销。`,
};
