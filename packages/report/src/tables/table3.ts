import { createTerms, type Lang, localText, type Series, type Study } from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { withAbbreviations } from "./abbreviations.ts";
import { plainNumber } from "./printed.ts";
import { effectSentence } from "./study-effects.ts";
import { regimenSentence } from "./study-regimens.ts";
import { diagnosisText } from "./study-time.ts";
import { type Cell, cell, column, type Footnote, MISSING, plainTable, row, type Table } from "./table.ts";
import { TABLE_WORDS, tableNumber } from "./words.ts";

/**
 * The literature of the series, one study per row, with every sentence built from its structured regimens and effects.
 * Values keep their metric and statistic; they are listed, never pooled.
 */
export function table3(series: Series, lang: Lang): Table {
  const t = createTerms(lang);
  const studies = series.literature ?? [];
  const remarks = effectRemarks(studies, lang);
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
        ...notes(studies, lang),
      ],
    },
    [
      column("left"),
      column("right"),
      column("right"),
      column("left", true),
      column("left", true),
      column("left", true),
    ],
    [
      t.text(TABLE_WORDS.study),
      t.text(TABLE_WORDS.women),
      t.text(TABLE_WORDS.meanAge),
      t.text(TABLE_WORDS.timeOfDiagnosis),
      t.text(TABLE_WORDS.regimen),
      t.text(TABLE_WORDS.effect),
    ],
    studies.map((study) =>
      row(
        studyCell(study, lang),
        cell(plainNumber(study.women)),
        cell(study.meanAgeYears === undefined ? MISSING[lang] : plainNumber(study.meanAgeYears)),
        cell(diagnosisText(study, t)),
        cell(regimenSentence(study, t)),
        effectCell(study, remarks, lang, effectSentence(study, t)),
      ),
    ),
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

function notes(studies: readonly Study[], lang: Lang): readonly Footnote[] {
  const hasReferences = studies.some((study) => study.referenceNumber !== undefined);
  const isPlain = studies.some((study) => study.effects.some((effect) => effect.statistic === "notStated"));
  const zh = lang === "zh";
  return [
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

function markOf(position: number): string {
  return String.fromCodePoint("a".charCodeAt(0) + (position % 26));
}
