import type { Phrase, Terms, Text } from "@materbone/clinical";
import { definitionWords, type LeftOut, REVIEWER_NAME_WORDS } from "@materbone/finder";
import type { DraftProblem } from "./decision-draft.ts";
import type { Queue } from "./review-queue.ts";

export const reviewWords = {
  who: { en: "Who reviews?", zh: "由谁核查？" },
  whoText: {
    en: "Two reviewers decide blind to each other; a third person, or both together, settles what they differ on. The name stays in this browser and stands at each decision.",
    zh: "两名核查者互不知晓对方判断；意见不一时由第三人或两人共同仲裁。姓名保存在本浏览器，并记入每条判断。",
  },
  name: { en: "Name or initials", zh: "姓名或缩写" },
  nameHint: {
    en: "Up to 40 letters and digits, with spaces, dots, dashes, middle dots and apostrophes between.",
    zh: "至多 40 个字符：文字、数字，中间可有空格、点、短横线、间隔号和撇号。",
  },
  nameWrong: REVIEWER_NAME_WORDS,
  begin: { en: "Begin", zh: "开始" },
  as: { en: "Reviewing as", zh: "当前核查者" },
  otherName: { en: "Another person", zh: "换人" },
  queues: { en: "Queues", zh: "队列" },
  third: {
    en: "Two others review this run. You can settle what they differ on, and read what is settled.",
    zh: "本次检索已有两名核查者。您可仲裁其分歧，并查看已有结论的候选者。",
  },
  nobody: { en: "Nobody is left in this queue.", zh: "该队列中已无候选者。" },
  allDone: { en: "You have decided on every woman.", zh: "您已对全部候选者作出判断。" },
  previous: { en: "Previous", zh: "上一名" },
  next: { en: "Next", zh: "下一名" },
  move: { en: "Go through the queue", zh: "切换候选者" },
  keys: { en: "Keyboard", zh: "键盘操作" },
  keysOn: { en: "single keys work", zh: "启用单键快捷键" },
  keysText: {
    en: "n next woman, p previous; 1 PLO, 2 not PLO, 3 cannot tell; Space chooses a reason; Ctrl+Enter hands the decision over. Single keys rest while you type.",
    zh: "n 下一名，p 上一名；1 是 PLO，2 非 PLO，3 无法判断；空格选择理由；Ctrl+Enter 提交判断。输入文字时单键不起作用。",
  },
  deliveries: { en: "Delivery", zh: "分娩" },
  listedFor: { en: "listed for this one", zh: "因本次分娩入选" },
  timeline: { en: "Timeline", zh: "时间线" },
  criteria: { en: "Criteria", zh: "判定条件" },
  exclusions: { en: "Exclusions and flags", zh: "排除与标记条件" },
  others: {
    en: "Tiers that she does not meet, and exclusions that do not apply",
    zh: "未符合的层级与不适用的排除条件",
  },
  records: { en: "All records by day", zh: "全部记录（按日期）" },
  recordFilter: { en: "Filter", zh: "筛选" },
  onlyAsked: { en: "only what the definition asks for", zh: "仅定义所查事件" },
  showAll: { en: "Show all", zh: "显示全部" },
  noRecord: { en: "No record fits.", zh: "没有符合的记录。" },
  event: { en: "Event", zh: "事件" },
  what: { en: "Code and value", zh: "编码与数值" },
  when: { en: "When", zh: "时间" },
  source: { en: "In the source", zh: "来源位置" },
  isEvidence: { en: "evidence", zh: "依据" },
  otherAge: {
    en: "At this delivery she was of another age than asked for: no criterion was looked at.",
    zh: "该次分娩时年龄不符，未作任何条件判断。",
  },
  decide: { en: "Your decision", zh: "您的判断" },
  verdict: { en: "Is it PLO?", zh: "是否为 PLO？" },
  reasons: { en: "Reasons, at least one", zh: "理由（至少一项）" },
  note: { en: "Note", zh: "备注" },
  noteHint: { en: "Stays inside the hospital; no export holds it.", zh: "仅院内保存，任何导出均不含备注。" },
  handOver: { en: "Decide", zh: "提交判断" },
  settle: { en: "Settle", zh: "仲裁" },
  kept: {
    en: "What you entered is kept in this tab. Try again when the server answers.",
    zh: "您输入的内容已保留在本标签页，待服务恢复后可再次提交。",
  },
  keptRefused: { en: "What you entered is kept in this tab.", zh: "您输入的内容已保留在本标签页。" },
  decided: { en: "You have decided", zh: "您已判断" },
  blind: {
    en: "What the other says is shown when both have decided.",
    zh: "双方均判断后才显示对方的判断。",
  },
  changeMind: { en: "Decide anew", zh: "重新判断" },
  changeHint: {
    en: "A further decision is added; the former stays on record. What was adjudicated is opened again.",
    zh: "将追加一条判断，原判断保留；已有的仲裁结论将重新待定。",
  },
  both: { en: "Both decisions", zh: "双方判断" },
  adjudication: { en: "Adjudication", zh: "仲裁" },
  by: { en: "Who settles it?", zh: "由谁仲裁？" },
  byThird: { en: "a third person", zh: "第三人" },
  byTogether: { en: "both reviewers together", zh: "两名核查者共同仲裁" },
  adjudicator: { en: "Name of the third person", zh: "第三人姓名" },
  adjudicatorNeeded: { en: "Say who settles it.", zh: "请填写仲裁人。" },
  elsewhere: { en: "In other searches over the same data", zh: "同一数据的其他检索" },
  elsewhereHidden: {
    en: "She is listed there too. What was said of her there, and the way to it, is shown once she is settled here.",
    zh: "该患者也在其中。此处结案后才显示那里的结论与链接。",
  },
  elsewhereOpen: { en: "not settled", zh: "未结案" },
  elsewhereDiffers: {
    en: "The searches differ on her. Read both before she is written into a series.",
    zh: "各次检索对该患者的结论不一，写入病例系列前请核对。",
  },
  byNeeded: { en: "Choose who settles it.", zh: "请选择由谁仲裁。" },
  export: { en: "Into a series, as a case record", zh: "写入病例系列" },
  exportText: {
    en: "Her record holds what codes say, in months from the delivery. Dates, identifiers and words of the source stay out. Other causes stay open until somebody records the work-up.",
    zh: "病例只含编码所示内容，时间为距分娩月数；不含日期、标识及来源原文。在录入排查结果之前，其他病因均视为未明确。",
  },
  series: { en: "Series", zh: "病例系列" },
  noSeries: {
    en: "There is no series of your own yet. Make one here, then write her into it.",
    zh: "尚无自己的病例系列。请先在此新建，再将该患者写入。",
  },
  newId: { en: "New id in the series", zh: "病例系列中的新编号" },
  newIdHint: {
    en: "Not the identifier of the hospital: letters, digits, dots, dashes and underscores.",
    zh: "不得使用医院标识；只含拉丁字母、数字、点、短横线和下划线。",
  },
  writtenBefore: { en: "She stands in a series already:", zh: "该患者已写入病例系列：" },
  writeAgainAsk: { en: "Write her a second time?", zh: "再次写入该患者？" },
  writeAgainText: {
    en: "One woman under two ids counts twice in every table.",
    zh: "同一患者有两个编号时，各表中会计为两人。",
  },
  writeAgain: { en: "Write her a second time", zh: "再次写入" },
  cancel: { en: "Cancel", zh: "取消" },
  newIdNeeded: { en: "Type an id.", zh: "请填写编号。" },
  makeCase: { en: "Write the case record", zh: "生成病例" },
  openCase: { en: "Open the case", zh: "打开病例" },
  files: { en: "Work with a colleague elsewhere", zh: "与异地同事合作" },
  ownFile: { en: "Download my decisions", zh: "下载我的判断" },
  ownFileText: {
    en: "For the second reviewer, to be put together there: with your name, without notes. For use inside.",
    zh: "供另一名核查者合并：含您的姓名，不含备注。仅限院内使用。",
  },
  merge: { en: "Put a colleague's file together with this review", zh: "并入同事的判断文件" },
  mergeText: {
    en: "Only a file of the same worklist is taken. Merged decisions show as soon as both have decided.",
    zh: "仅接受同一工作清单的文件。双方均判断后即显示合并结果。",
  },
  notJson: {
    en: "This file is not JSON, as a review is. Choose the file that a colleague downloaded here.",
    zh: "该文件不是核查文件（JSON）。请选择同事从此处下载的文件。",
  },
} as const satisfies Readonly<Record<string, Text>>;

export const QUEUE_WORDS: Readonly<Record<Queue, Text>> = {
  mine: { en: "To decide", zh: "待判断" },
  disagreed: { en: "For adjudication", zh: "待仲裁" },
  confirmed: { en: "Confirmed", zh: "已证实" },
  all: { en: "All", zh: "全部" },
};

export const DRAFT_PROBLEM_WORDS: Readonly<Record<DraftProblem, Text>> = {
  noVerdict: { en: "Choose one of the three.", zh: "请选择其一。" },
  noReason: { en: "Choose at least one reason.", zh: "请至少选择一项理由。" },
  noNote: { en: "Say in the note what “other” is.", zh: "请在备注中说明“其他”的内容。" },
};

export const sayPlace: Phrase<{ readonly rank: number; readonly of: number; readonly left: number }> = {
  en: ({ rank, of, left }) => `No. ${rank} of ${of}; ${left} in this queue`,
  zh: ({ rank, of, left }) => `第 ${rank} 号，共 ${of} 名；本队列 ${left} 名`,
};

export const sayDecided: Phrase<{ readonly rank: number; readonly verdict: string }> = {
  en: ({ rank, verdict }) => `No. ${rank}: ${verdict}. Saved.`,
  zh: ({ rank, verdict }) => `第 ${rank} 号：${verdict}。已保存。`,
};

export const sayMerged: Phrase<{ readonly entries: number; readonly reviewers: string }> = {
  en: ({ entries, reviewers }) => `Put together: ${entries} decisions of ${reviewers}.`,
  zh: ({ entries, reviewers }) => `已合并：${reviewers} 的判断共 ${entries} 条。`,
};

/** A search that lists the same woman. */
export const sayElsewhere: Phrase<{
  readonly name: string;
  readonly version: string;
  readonly moment: string;
  readonly isSameDelivery: boolean;
}> = {
  en: ({ name, version, moment, isSameDelivery }) =>
    `${name} (version ${version}), ${moment}${isSameDelivery ? "" : ", for another delivery"}`,
  zh: ({ name, version, moment, isSameDelivery }) =>
    `${name}（第 ${version} 版），${moment}${isSameDelivery ? "" : "，因另一次分娩入选"}`,
};

/** Of the confirmed, how many stand in a series. */
export const sayWritten: Phrase<{ readonly written: number; readonly of: number }> = {
  en: ({ written, of }) => `${written} of ${of} confirmed written into a series`,
  zh: ({ written, of }) => `已证实 ${of} 人，其中 ${written} 人已写入病例系列`,
};

/** What is not in the record: how many of how many, and of which kinds. */
export const sayExported: Phrase<{ readonly id: string; readonly leftOut: LeftOut }> = {
  en: ({ id, leftOut }, t) => {
    const { of, undated, tooFar, values, ageYears } = leftOut;
    const kinds = unnamedKinds(leftOut, t);
    const why = [
      ...(kinds.length === 0 ? [] : [`codes that the library does not name (${t.series(kinds)})`]),
      ...(undated === 0 ? [] : [`${undated} without a date`]),
      ...(tooFar === 0 ? [] : [`${tooFar} too far from the delivery`]),
    ];
    return [
      `${id} stands in the series.`,
      ...(why.length === 0 ? [] : [`Left out, ${eventsLeftOut(leftOut)} of ${of} items: ${why.join("; ")}.`]),
      ...(values === 0 ? [] : [`${values} ${t.count(values, "value", "values")} without a known unit left out.`]),
      ...(ageYears === undefined ? [] : [`Her age, ${ageYears.least} to ${ageYears.most}, stands in a note.`]),
    ].join(" ");
  },
  zh: ({ id, leftOut }, t) => {
    const { of, undated, tooFar, values, ageYears } = leftOut;
    const kinds = unnamedKinds(leftOut, t);
    const why = [
      ...(kinds.length === 0 ? [] : [`编码未收录（${t.series(kinds)}）`]),
      ...(undated === 0 ? [] : [`无日期 ${undated} 项`]),
      ...(tooFar === 0 ? [] : [`距分娩过远 ${tooFar} 项`]),
    ];
    return [
      `${id} 已写入病例系列。`,
      ...(why.length === 0 ? [] : [`${of} 项记录中 ${eventsLeftOut(leftOut)} 项未写入：${why.join("；")}。`]),
      ...(values === 0 ? [] : [`单位未知的数值 ${values} 项未写入。`]),
      ...(ageYears === undefined ? [] : [`年龄（${ageYears.least}～${ageYears.most} 岁）写入备注。`]),
    ].join("");
  },
};

function eventsLeftOut({ undated, tooFar, unnamed }: LeftOut): number {
  return unnamed.reduce((sum, { count }) => sum + count, undated + tooFar);
}

function unnamedKinds({ unnamed }: LeftOut, t: Terms): readonly string[] {
  return unnamed.map(({ kind, count }) => `${t.text(definitionWords.kind[kind])} ${count}`);
}

export const sayRecords: Phrase<{ readonly shown: number; readonly of: number }> = {
  en: ({ shown, of }) => `${shown} of ${of}`,
  zh: ({ shown, of }) => `显示 ${shown} 条，共 ${of} 条`,
};
