import type { Phrase } from "@materbone/clinical";

type Slip = { readonly given: string; readonly near: string | undefined };

const mean = (near: string | undefined): string => (near === undefined ? "" : ` Did you mean ${near}?`);
const meanZh = (near: string | undefined): string => (near === undefined ? "" : `是否应为 ${near}？`);

/** What is wrong with a command line, and where help is. */
export const usageWords = {
  unknownCommand: {
    en: ({ given, near }) => `There is no command ${given}.${mean(near)} See "materbone --help".`,
    zh: ({ given, near }) => `没有命令 ${given}。${meanZh(near)}请查看“materbone --help”。`,
  },
  unknownOption: {
    en: ({ given, near }) => `There is no option ${given} here.${mean(near)} See "materbone --help".`,
    zh: ({ given, near }) => `此处没有选项 ${given}。${meanZh(near)}请查看“materbone --help”。`,
  },
  missingArgument: {
    en: ({ given }) => `A value is missing: ${given}. See "materbone --help".`,
    zh: ({ given }) => `缺少取值：${given}。请查看“materbone --help”。`,
  },
  unreadable: {
    en: ({ given }) => `The command cannot be read: ${given}. See "materbone --help".`,
    zh: ({ given }) => `无法识别该命令：${given}。请查看“materbone --help”。`,
  },
} as const satisfies Record<string, Phrase<Slip>>;
