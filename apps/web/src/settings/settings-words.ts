import type { Phrase, Text } from "@materbone/clinical";

export const settingsWords = {
  title: { en: "Settings", zh: "设置" },
  author: { en: "Author", zh: "作者" },
  authorName: { en: "Name or initials", zh: "姓名或缩写" },
  authorText: {
    en: "Stands in every revision from now on. There is no account; whoever works at this computer sets it.",
    zh: "今后将写入每个修订版本。本程序无账户，由使用本机者自行填写。",
  },
  save: { en: "Save", zh: "保存" },
  saved: { en: "Saved.", zh: "已保存。" },
  appearance: { en: "Language and colours", zh: "语言与颜色" },
  language: { en: "Language", zh: "语言" },
  scheme: { en: "Colours", zh: "颜色" },
  light: { en: "light", zh: "浅色" },
  dark: { en: "dark", zh: "深色" },
  auto: { en: "as the system", zh: "跟随系统" },
  data: { en: "Your data", zh: "数据" },
  program: { en: "Program", zh: "程序" },
  folder: { en: "Data folder", zh: "数据文件夹" },
  integrity: { en: "State of the database at start", zh: "启动时数据库状态" },
  intact: { en: "intact", zh: "完好" },
  damaged: {
    en: "damaged: keep a copy of the data folder and restore the last good backup; “Verify the hash chain of revisions” below says more",
    zh: "已损坏：请先复制数据文件夹，再恢复最近一次完好的备份；详情见下方“验证校验链”",
  },
  stale: { en: "Women whose counts are being made again", zh: "正在重新统计的病例数" },
  local: {
    en: "Everything stays in this folder. The program sends nothing anywhere.",
    zh: "全部数据只保存在该文件夹中，程序不向外发送任何内容。",
  },
  backup: { en: "Back up now", zh: "立即备份" },
  backupText: {
    en: "One file with everything, consistent even while others save. To restore, start with “materbone restore” into an empty folder.",
    zh: "单个文件，包含全部数据；即使他人正在保存，备份也前后一致。恢复时用“materbone restore”写入空文件夹。",
  },
  backupSaved: { en: "The backup is being saved by your browser.", zh: "浏览器正在保存备份文件。" },
  verify: { en: "Verify the hash chain of revisions", zh: "验证校验链" },
  verifying: { en: "Verifying…", zh: "正在验证…" },
  verifyText: {
    en: "Recomputes the digest of every revision ever made, and compares the lists with them.",
    zh: "重新计算每个修订版本的摘要值，并与各列表核对。",
  },
  noFaults: { en: "Everything is as it was saved.", zh: "全部内容与保存时一致。" },
  head: { en: "Digest of the newest entry", zh: "最新记录的摘要值" },
  headText: {
    en: "Write it down elsewhere: it proves later that nothing was cut off.",
    zh: "请另行记录，日后可据此证明校验链完整、未被截断。",
  },
  api: { en: "Interface for programs", zh: "程序接口" },
  apiText: {
    en: "Scripts on this computer can read and write with the secret that the terminal shows.",
    zh: "本机脚本可凭终端显示的密钥读写数据。",
  },
  apiDocs: { en: "Description of the interface", zh: "接口说明" },
  log: { en: "Log of everything", zh: "全部日志" },
  literature: { en: "Literature", zh: "文献库" },
  showLog: { en: "Show the log", zh: "显示日志" },
} as const satisfies Record<string, Text>;

type Counts = { readonly revisions: number; readonly documents: number };

export const verified: Phrase<Counts> = {
  en: ({ revisions, documents }, t) =>
    `${revisions} ${t.count(revisions, "revision", "revisions")} of ${documents} ${t.count(documents, "document", "documents")} verified.`,
  zh: ({ revisions, documents }) => `已验证 ${documents} 份记录的 ${revisions} 个修订版本。`,
};

export const faultsFound: Phrase<{ readonly count: number }> = {
  en: ({ count }, t) =>
    `${count} ${t.count(count, "fault", "faults")} found. Save nothing more here; keep a copy of the data folder and restore the last good backup.`,
  zh: ({ count }) => `发现 ${count} 处问题。请勿继续在此保存；先复制数据文件夹，再恢复最近一次完好的备份。`,
};
