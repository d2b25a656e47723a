import type { Phrase, Text } from "@materbone/clinical";

/** Messages of `find` on a terminal. */
export const findWords = {
  megabytesRead: { en: "MB read", zh: "MB 已读取" },
  tables: { en: "tables", zh: "表格" },
  tablesSorted: { en: "tables sorted", zh: "张表已排序" },
  personsWritten: { en: "persons written", zh: "人已写出" },
  written: { en: "Worklist: ", zh: "工作清单：" },
  hospitalWritten: { en: "Synthetic hospital: ", zh: "合成医院数据：" },
  passwordSeen: {
    en: "A password in the command line can be read by others on this computer: put it into PGPASSWORD instead.",
    zh: "命令行中的口令可被本机其他用户看到，请改用环境变量 PGPASSWORD。",
  },
  fullCounts: {
    en: "Counts are shown in full: keep this output inside the hospital.",
    zh: "计数全部显示：请勿将此输出带出院外。",
  },
} as const satisfies Readonly<Record<string, Text>>;

type Facts = { readonly [name: string]: string | number };

/** Sentences of `find` with facts in them. */
export const findPhrases = {
  detected: {
    en: ({ source, format }) => `${source}: ${format}.`,
    zh: ({ source, format }) => `${source}：${format}。`,
  },
  files: {
    en: ({ files, size }) => `Files to read: ${files}, ${size}.`,
    zh: ({ files, size }) => `待读取文件：${files} 个，${size}。`,
  },
  table: { en: ({ name, count }) => `  ${name}: ${count}`, zh: ({ name, count }) => `  ${name}：${count}` },
  asOf: {
    en: ({ day }) => `Data are read as of ${day}; later dates are not used.`,
    zh: ({ day }) => `数据截止日 ${day}，此后的日期不采用。`,
  },
  asOfAhead: {
    en: ({ day }) => `${day} is in the future: dates up to it are used, also those that cannot have happened yet.`,
    zh: ({ day }) => `${day} 晚于今天：此前的日期均会采用，包括尚未发生的。`,
  },
  source: { en: ({ cite }) => `  source: ${cite}`, zh: ({ cite }) => `  来源：${cite}` },
} as const satisfies Readonly<Record<string, Phrase<Facts>>>;
