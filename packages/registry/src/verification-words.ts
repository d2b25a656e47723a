import { type Lang, type Phrase, say, type Terms, type Text } from "@materbone/clinical";
import type { VerificationFault } from "./revision.ts";

type Kind = VerificationFault["kind"];
type Words = { readonly [K in Kind]: Phrase<Extract<VerificationFault, { kind: K }>> };

/** What verifying found at one place, and what to do about it. */
export function sayVerificationFault(fault: VerificationFault, terms: Terms): string {
  return say(words[fault.kind] as Phrase<VerificationFault>, fault, terms);
}

const words: Words = {
  brokenChain: {
    en: ({ sequence }) =>
      `Entry ${sequence} of the log is not what was written: it does not fit its own hash or that of the entry before. Keep this file as it is and restore a backup.`,
    zh: ({ sequence }) =>
      `日志第 ${sequence} 条与当初写入的内容不符：其哈希值与自身内容或前一条不匹配。请保留此文件原样，并从备份恢复。`,
  },
  missingRevision: {
    en: ({ sequence }) => `Entry ${sequence} of the log is missing. Keep this file as it is and restore a backup.`,
    zh: ({ sequence }) => `日志缺少第 ${sequence} 条。请保留此文件原样，并从备份恢复。`,
  },
  contentMissing: {
    en: ({ sequence }) =>
      `The content of entry ${sequence} of the log is gone and no purge says why. Keep this file as it is and restore a backup.`,
    zh: ({ sequence }) => `日志第 ${sequence} 条的内容缺失，且没有相应的彻底清除记录。请保留此文件原样，并从备份恢复。`,
  },
  projectionDiffers: {
    en: (fault) =>
      `What lists show of ${placeOf(fault, "en")} is not what its log says. The log itself is sound: “materbone rebuild” makes the lists anew.`,
    zh: (fault) =>
      `列表中${placeOf(fault, "zh")}的内容与其日志不一致。日志本身完好，运行“materbone rebuild”重建列表即可修复。`,
  },
  damagedFile: {
    en: ({ detail }) => `The database file is damaged (${detail}). Keep a copy of it and restore a backup.`,
    zh: ({ detail }) => `数据库文件已损坏（${detail}）。请保留其副本，并从备份恢复。`,
  },
};

function placeOf(fault: { readonly series?: string; readonly case?: string }, lang: Lang): string {
  if (fault.series === undefined) return LITERATURE[lang];
  const id = fault.case === undefined ? fault.series : `${fault.series}/${fault.case}`;
  // Latin letters stand apart from Chinese ones.
  return lang === "zh" ? ` ${id} ` : id;
}

const LITERATURE: Text = { en: "the literature", zh: "文献库" };
