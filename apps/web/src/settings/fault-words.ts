import { type Phrase, say, type Terms } from "@materbone/clinical";
import type { VerificationFault } from "@materbone/registry";

type Kind = VerificationFault["kind"];
type Words = { readonly [K in Kind]: Phrase<Extract<VerificationFault, { kind: K }>> };

/** What verification found wrong, in a sentence. */
export function sayFault(fault: VerificationFault, terms: Terms): string {
  return say(words[fault.kind] as Phrase<VerificationFault>, fault, terms);
}

const words: Words = {
  brokenChain: {
    en: ({ sequence }) => `Entry ${sequence} of the log does not fit the one before it, or its content was altered.`,
    zh: ({ sequence }) => `日志第 ${sequence} 条与前一条不衔接，或其内容被改动。`,
  },
  missingRevision: {
    en: ({ sequence }) => `Entry ${sequence} of the log is missing.`,
    zh: ({ sequence }) => `日志缺少第 ${sequence} 条。`,
  },
  contentMissing: {
    en: ({ sequence }) => `The content of entry ${sequence} is gone, and no purge says so.`,
    zh: ({ sequence }) => `日志第 ${sequence} 条的内容缺失，且无彻底清除的记录。`,
  },
  projectionDiffers: {
    en: ({ series = "the literature", case: woman }) =>
      `The lists show something else than the revisions of ${woman === undefined ? series : `${series}, ${woman}`}. The revisions count; the lists are made from them.`,
    zh: ({ series = "文献库", case: woman }) =>
      `列表与${woman === undefined ? series : `${series} 的 ${woman}`}的修订版本不一致。以修订版本为准，列表由其生成。`,
  },
  damagedFile: {
    en: ({ detail }) => `The database file is damaged: ${detail}`,
    zh: ({ detail }) => `数据库文件已损坏：${detail}`,
  },
};
