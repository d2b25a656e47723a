import {
  createTerms,
  type Lang,
  literatureTotals,
  localText,
  type Series,
  type Study,
  type Terms,
} from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { withAbbreviations } from "./abbreviations.ts";
import { plainNumber } from "./printed.ts";
import { effectSentence } from "./study-effects.ts";
import { regimenSentence } from "./study-regimens.ts";
import { diagnosisText } from "./study-time.ts";
import { type Cell, cell, column, type Footnote, MISSING, plainTable, row, type Table } from "./table.ts";
import { TABLE_WORDS, tableNumber } from "./words.ts";

/** What Table 3 prints of a study besides its name. */
export const TABLE3_COLUMNS = ["women", "meanAge", "timeOfDiagnosis", "regimen", "effect"] as const;
export type Table3Column = (typeof TABLE3_COLUMNS)[number];

export type Table3Options = {
  /** Which columns follow the name of the study, in this order; all when left out. */
  readonly columns?: readonly Table3Column[] | undefined;
};

/**
 * The literature of the series, one study per row, with every sentence built from its structured regimens and effects.
 * Values keep their metric and statistic; they are listed, never pooled.
 */
export function table3(series: Series, lang: Lang, options: Table3Options = {}): Table {
  const t = createTerms(lang);
  const studies = series.literature ?? [];
  const printed = options.columns ?? TABLE3_COLUMNS;
  const hasEffects = printed.includes("effect");
  const remarks = hasEffects ? effectRemarks(studies, lang) : [];
  const disease = lang === "zh" ? "PLO患者" : "women with PLO";
  const table = plainTable(
    {
      id: "table-3",
      lang,
      number: t.text(tableNumber(3)),
      title:
        lang === "zh"
          ? `${disease}治疗文献汇总（${studies.length}项研究）`
          : `Published treatment of ${disease}, ${studies.length} ${t.count(studies.length, "study", "studies")}`,
      footnotes: [
        ...remarks.map((remark, position) => ({
          mark: markOf(position),
          text: lang === "zh" ? `${remark}。` : `${headed(remark)}.`,
        })),
        ...notes(studies, hasEffects, lang),
      ],
    },
    [column("left"), ...printed.map((each) => (isCount(each) ? column("right") : column("left", true)))],
    [t.text(TABLE_WORDS.study), ...printed.map((each) => t.text(TABLE_WORDS[each]))],
    studies.map((study) => row(studyCell(study, lang), ...printed.map((each) => factCell(study, each, remarks, t)))),
  );
  return withAbbreviations(table);
}

/** "Li et al. [5]" with the number raised, "Li等[5]". */
function studyCell(study: Study, lang: Lang): Cell {
  const etAl = study.etAl === true ? (lang === "zh" ? "等" : " et al.") : "";
  const number =
    study.referenceNumber === undefined ? [] : [{ text: `[${study.referenceNumber}]`, as: "sup" as const }];
  return { lines: [[{ text: `${study.authors}${etAl}` }, ...number]] };
}

function isCount(each: Table3Column): boolean {
  return each === "women" || each === "meanAge";
}

function factCell(study: Study, each: Table3Column, remarks: readonly string[], t: Terms): Cell {
  switch (each) {
    case "women":
      return cell(plainNumber(study.women));
    case "meanAge":
      return cell(study.meanAgeYears === undefined ? MISSING[t.lang] : plainNumber(study.meanAgeYears));
    case "timeOfDiagnosis":
      return cell(diagnosisText(study, t));
    case "regimen":
      return cell(regimenSentence(study, t));
    case "effect":
      return effectCell(study, remarks, t.lang, effectSentence(study, t));
  }
}

function effectCell(study: Study, remarks: readonly string[], lang: Lang, text: string): Cell {
  const marks = remarks.flatMap((remark, position) =>
    remarksOf(study, lang).includes(remark) ? [markOf(position)] : [],
  );
  return marks.length === 0 ? cell(text) : cell(text, { marks });
}

function effectRemarks(studies: readonly Study[], lang: Lang): readonly string[] {
  return [...new Set(studies.flatMap((study) => remarksOf(study, lang)))];
}

function remarksOf(study: Study, lang: Lang): readonly string[] {
  return study.effects.flatMap((effect) => (effect.note === undefined ? [] : [localText(effect.note, lang)]));
}

function notes(studies: readonly Study[], hasEffects: boolean, lang: Lang): readonly Footnote[] {
  const hasReferences = studies.some((study) => study.referenceNumber !== undefined);
  const isPlain =
    hasEffects && studies.some((study) => study.effects.some((effect) => effect.statistic === "notStated"));
  const zh = lang === "zh";
  return [
    ...totalsNote(studies, lang),
    ...(hasReferences
      ? [{ text: zh ? "方括号内为原文的文献编号。" : "Numbers in brackets are the reference numbers of the series." }]
      : []),
    ...(isPlain
      ? [
          {
            text: zh
              ? "未标明统计量者，原文未说明为均值、中位数或单例。"
              : "Where no statistic is named, the series does not say whether it is a mean, a median or one woman.",
          },
        ]
      : []),
  ];
}

/** What the table adds up to; both means are named, because they differ. */
function totalsNote(studies: readonly Study[], lang: Lang): readonly Footnote[] {
  if (studies.length === 0) return [];
  const t = createTerms(lang);
  const { studies: count, women, meanAgeWeightedYears, meanAgeUnweightedYears } = literatureTotals(studies);
  const zh = lang === "zh";
  const ages =
    meanAgeWeightedYears === undefined || meanAgeUnweightedYears === undefined
      ? ""
      : zh
        ? `；平均年龄按例数加权为${t.fixed(meanAgeWeightedYears, 2)}岁，各研究直接平均为${t.fixed(meanAgeUnweightedYears, 2)}岁`
        : `; mean age ${t.fixed(meanAgeWeightedYears, 2)} years weighted by women, ${t.fixed(meanAgeUnweightedYears, 2)} years over studies unweighted`;
  const counts = zh
    ? `共${count}项研究，${women}例`
    : `In all ${count} ${t.count(count, "study", "studies")}, ${women} ${t.count(women, "woman", "women")}`;
  return [{ text: zh ? `${counts}${ages}。` : `${counts}${ages}.` }];
}

function markOf(position: number): string {
  return String.fromCodePoint("a".charCodeAt(0) + (position % 26));
}
