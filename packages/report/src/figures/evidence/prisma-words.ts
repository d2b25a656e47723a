import type { Phrase, Text } from "@materbone/clinical";
import type { PrismaStep } from "./prisma-data.ts";

export const PRISMA_STEP: Readonly<Record<PrismaStep, Text>> = {
  identified: { en: "Records identified", zh: "检出记录" },
  removed: { en: "Removed before screening", zh: "筛选前剔除" },
  screened: { en: "Records screened", zh: "筛选的记录" },
  excluded: { en: "Records excluded", zh: "排除的记录" },
  sought: { en: "Reports sought for retrieval", zh: "拟获取全文的报告" },
  notRetrieved: { en: "Reports not retrieved", zh: "未获得全文的报告" },
  assessed: { en: "Reports assessed for eligibility", zh: "评估合格性的报告" },
  excludedReports: { en: "Reports excluded", zh: "排除的报告" },
  included: { en: "Studies included", zh: "纳入研究" },
};

export const PRISMA_HEAD = {
  databases: { en: "Databases and registers", zh: "数据库与注册平台" },
  otherMethods: { en: "Other methods", zh: "其他途径" },
  included: { en: "Included", zh: "纳入" },
  step: { en: "Step", zh: "步骤" },
  source: { en: "Way", zh: "途径" },
  detail: { en: "Source or reason", zh: "来源或原因" },
  count: { en: "Number", zh: "数量" },
} as const;

/** "Records screened (n = 120)": the form of PRISMA 2020. */
export const WITH_COUNT: Phrase<{ readonly words: string; readonly n: number }> = {
  en: ({ words, n }) => `${words} (n\u00a0=\u00a0${n})`,
  zh: ({ words, n }) => `${words}（n\u00a0=\u00a0${n}）`,
};

export const REPORTS_INCLUDED = { en: "Reports of included studies", zh: "纳入研究的报告" } as const;
export const WOMEN_INCLUDED = { en: "Women", zh: "患者" } as const;

export const GAP_SENTENCE: Phrase<{ readonly step: string; readonly stated: number; readonly expected: number }> = {
  en: ({ step, stated, expected }) => `Does not add up: ${step} ${stated}, but the steps before leave ${expected}.`,
  zh: ({ step, stated, expected }) => `数目不符：${step}${stated}，但按前面各步应为${expected}。`,
};

export const PRISMA_SUMMARY: Phrase<{
  readonly identified: number;
  readonly screened: number;
  readonly assessed: number;
  readonly studies: number;
  readonly reports: number;
}> = {
  en: ({ identified, screened, assessed, studies, reports }, terms) =>
    `Flow of records: ${identified} identified, ${screened} screened, ${assessed} reports assessed, ${studies} ${terms.count(studies, "study", "studies")} (${reports} ${terms.count(reports, "report", "reports")}) included.`,
  zh: ({ identified, screened, assessed, studies, reports }) =>
    `记录流程：检出${identified}条，筛选${screened}条，评估报告${assessed}篇，纳入研究${studies}项（报告${reports}篇）。`,
};
