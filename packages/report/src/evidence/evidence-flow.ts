import { localText, type Text } from "@materbone/clinical";
import { type Literature, type ScreeningFlow, type ScreeningRecord, screeningFlow } from "@materbone/evidence";
import type { PrismaCount, PrismaData } from "../figures/evidence/prisma-data.ts";

/** The flow diagram of the screening log. */
export function evidenceFlow(literature: Literature): PrismaData {
  const flow = screeningFlow(literature);
  const { fullText, abstract, secondary } = flow.includedByReach;
  const { note } = literature.screening;
  return {
    id: "prisma",
    title: { en: "From reports found to studies included", zh: "文献筛选流程" },
    databases: {
      identified: flow.identified.map(({ found, reports }) => ({ label: FOUND_WORDS[found], count: reports })),
      removed: flow.duplicates === 0 ? [] : [{ label: REASON_WORDS.sameCohort, count: flow.duplicates }],
      screened: flow.screened,
      excluded: counts(flow.excludedAtScreening),
      sought: flow.sought,
      notRetrieved:
        flow.notRetrieved === 0 ? [] : [{ label: REASON_WORDS.numbersNotReadable, count: flow.notRetrieved }],
      assessed: flow.assessed,
      excludedReports: counts(flow.excludedReports),
    },
    included: { studies: flow.includedStudies, reports: flow.includedReports },
    notes: [
      {
        en: `Of the included studies ${fullText} was read in full, ${abstract} as abstracts, ${secondary} only as another paper prints them.`,
        zh: `纳入研究中，${fullText}项读过全文，${abstract}项为摘要，${secondary}项仅见于他文转引。`,
      },
      ...(note === undefined ? [] : [noteText(note)]),
    ],
  };
}

const FOUND_WORDS: Readonly<Record<ScreeningRecord["found"], Text>> = {
  sourceTable: { en: "the source paper", zh: "来源论文" },
  search: { en: "search", zh: "检索" },
  reference: { en: "reference lists", zh: "参考文献" },
  other: { en: "added by hand or import", zh: "手工录入或导入" },
};

const REASON_WORDS: Readonly<Record<ScreeningFlow["excludedReports"][number]["reason"], Text>> = {
  sameCohort: { en: "another report of the same women", zh: "同一批病例的其他报告" },
  notPlo: { en: "not PLO", zh: "非PLO" },
  noDxa: { en: "no DXA", zh: "无DXA" },
  numbersNotReadable: { en: "numbers could not be read", zh: "数值无法读取" },
  noPercentChange: { en: "no percent change", zh: "无百分比变化" },
  summaryOfStudies: { en: "summary of other studies", zh: "其他研究的汇总" },
  other: { en: "other reason", zh: "其他原因" },
};

function counts(reasons: ScreeningFlow["excludedReports"]): readonly PrismaCount[] {
  return reasons.map(({ reason, reports }) => ({ label: REASON_WORDS[reason], count: reports }));
}

function noteText(note: NonNullable<Literature["screening"]["note"]>): Text {
  return { en: `${headedNote(localText(note, "en"))}.`, zh: `${localText(note, "zh")}。` };
}

function headedNote(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
