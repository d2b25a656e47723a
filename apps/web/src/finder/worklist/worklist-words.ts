import type { Phrase, Text } from "@materbone/clinical";
import type { WorklistForm } from "../../api/finder-run-queries.ts";

export const worklistWords = {
  head: { en: "This run", zh: "本次检索" },
  definition: { en: "Definition", zh: "定义" },
  data: { en: "Data", zh: "数据" },
  asOf: { en: "Read as of", zh: "数据截止日" },
  engine: { en: "Engine", zh: "引擎" },
  took: { en: "Run", zh: "检索时间" },
  hash: { en: "Hash of the definition", zh: "定义哈希值" },
  funnelMain: { en: "From all persons to candidates", zh: "从全部人员到候选者" },
  funnelRest: { en: "Exclusions, tiers and values not used", zh: "排除、层级与未采用的数值" },
  hidden: { en: "hidden", zh: "隐藏" },
  filters: { en: "Filters of the worklist", zh: "工作清单筛选" },
  tier: { en: "Tier", zh: "层级" },
  allTiers: { en: "All tiers", zh: "全部层级" },
  search: { en: "Identifier in the source", zh: "源数据中的患者标识" },
  clear: { en: "Show all", zh: "显示全部" },
  none: { en: "No candidates: nobody in these data meets the definition.", zh: "没有候选者：数据中无人符合该定义。" },
  noMatch: { en: "No candidate fits.", zh: "没有符合的候选者。" },
  rank: { en: "No.", zh: "序号" },
  woman: { en: "Woman", zh: "患者" },
  why: { en: "Why", zh: "理由" },
  delivery: { en: "Delivery", zh: "分娩" },
  clock: { en: "Delay clock, completed months", zh: "延误时钟（月数按满月计）" },
  settle: { en: "What would settle it", zh: "尚待核实" },
  status: { en: "Review", zh: "核查" },
  previous: { en: "Previous", zh: "上一页" },
  next: { en: "Next", zh: "下一页" },
  pages: { en: "Pages of the worklist", zh: "工作清单翻页" },
  close: { en: "Close", zh: "收起" },
  review: { en: "Review her", zh: "核查该患者" },
  toReview: { en: "Review", zh: "开始核查" },
  downloads: { en: "Download the worklist", zh: "下载工作清单" },
  inside: {
    en: "For use inside the hospital: each of these files holds identifiers and dates of women.",
    zh: "仅限院内使用：以下文件均含患者标识与日期。",
  },
  leaving: {
    en: "What may leave the hospital stands under “Agreement and PPV”.",
    zh: "可对外提供的内容见“一致性与阳性预测值”。",
  },
  evidence: { en: "Evidence", zh: "依据" },
  line: { en: "Line", zh: "行" },
  event: { en: "Event", zh: "事件" },
  what: { en: "Code and value", zh: "编码与数值" },
  when: { en: "When", zh: "时间" },
  certainty: { en: "Certainty", zh: "确定性" },
  source: { en: "In the source", zh: "来源位置" },
  criteria: { en: "Criteria and their answers", zh: "判定条件与结果" },
} as const satisfies Readonly<Record<string, Text>>;

export const FORM_WORDS: Readonly<Record<WorklistForm, Text>> = {
  html: { en: "Page to print (HTML)", zh: "可打印网页（HTML）" },
  csv: { en: "One row per woman (CSV)", zh: "每人一行（CSV）" },
  lines: { en: "One row per line of evidence (CSV)", zh: "每条依据一行（CSV）" },
  json: { en: "Everything (JSON)", zh: "完整数据（JSON）" },
  ndjson: { en: "Everything, line by line (NDJSON)", zh: "完整数据，逐行（NDJSON）" },
};

export const sayShown: Phrase<{ readonly from: number; readonly to: number; readonly of: number }> = {
  en: ({ from, to, of }) => `${from}–${to} of ${of}`,
  zh: ({ from, to, of }) => `第 ${from}–${to} 名，共 ${of} 名`,
};

export const sayData: Phrase<{ readonly format: string; readonly files: number }> = {
  en: ({ format, files }, t) => `${format}, ${files} ${t.count(files, "file", "files")}`,
  zh: ({ format, files }) => `${format}，${files} 个文件`,
};

export const sayUnseen: Phrase<{ readonly codes: number; readonly rows: number }> = {
  en: ({ codes, rows }, t) =>
    `${rows} ${t.count(rows, "row has", "rows have")} ${codes} ${t.count(codes, "word or own code", "words or own codes")} that no shipped definition knows. "Not recorded" may be in them: give those that matter a code in the mapping and search again.`,
  zh: ({ codes, rows }) =>
    `有 ${rows} 行使用了内置定义均无法识别的文字或自有编码（${codes} 种）。“未见记录”的内容可能就在其中：请在映射中为有关者给出编码后重新检索。`,
};

export const sayTook: Phrase<{ readonly at: string; readonly seconds: string }> = {
  en: ({ at, seconds }) => `${at}, ${seconds} s`,
  zh: ({ at, seconds }) => `${at}，用时 ${seconds} 秒`,
};

export const sayMore: Phrase<{ readonly count: number }> = {
  en: ({ count }) => `and ${count} more`,
  zh: ({ count }) => `另有 ${count} 条`,
};

export const sayWithout: Phrase<{ readonly what: string }> = {
  en: ({ what }) => `not recorded: ${what}`,
  zh: ({ what }) => `无${what}记录`,
};
