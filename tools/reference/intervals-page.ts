import {
  createTerms,
  type Lang,
  localText,
  type ReferenceInterval,
  readSeriesHead,
  type SeriesHead,
  seasonKnowledge,
} from "@materbone/clinical";
import example from "../../examples/qingdao-2016-2019/series.json" with { type: "json" };
import { code, table } from "./markdown.ts";
import { type Page, sourceStatusNote, sourceText } from "./page.ts";

export const intervalsPage: Page = {
  name: "reference-intervals",
  title: { en: "Reference intervals", zh: "参考区间" },
  about: {
    en: "How an interval is chosen; seasons; the intervals of the shipped example.",
    zh: "参考区间如何选取；季节划分；随附示例的参考区间。",
  },
  body: (lang) =>
    [
      INTRO[lang],
      sourceStatusNote[lang],
      `## ${{ en: "Seasons", zh: "季节" }[lang]}`,
      seasonTable(lang),
      sourceText(seasonKnowledge.source, lang),
      `## ${{ en: "Intervals of the shipped example", zh: "随附示例的参考区间" }[lang]}`,
      `${localText(head().title, lang)} (${code(head().id)})`,
      intervalTable(head().laboratory?.intervals ?? [], lang),
    ].join("\n\n"),
};

const INTRO = {
  en: "Materbone ships no reference intervals of its own: they belong to a laboratory, an assay, a season and a physiological state, and are recorded with the series (`laboratory.intervals`) or beside a result (`interval`), which comes first. Both limits are inside. Where several intervals of an analyte may apply because the season or the state at sampling is not known, all are tried; when they disagree, the value is undecided. A censored value (`<0.1`) is classed only when every value it may stand for falls on the same side.",
  zh: "Materbone 不自带参考区间：参考区间属于具体实验室、方法、季节和生理状态，随系列（`laboratory.intervals`）或紧随结果（`interval`，优先）记录。上下限均含在内。因采样季节或生理状态不明而有多个区间可能适用时，逐一比较；结论不一则为无法判定。带检测限的值（`<0.1`）仅在其所有可能取值落在同一侧时才判读。",
};

function head(): SeriesHead {
  const result = readSeriesHead(example);
  if (result.kind === "refused")
    throw new TypeError(`the example series cannot be read: ${result.problems.map(({ at }) => at).join(", ")}`);
  return result.value;
}

function seasonTable(lang: Lang): string {
  const terms = createTerms(lang);
  const headings = { en: ["Season", "Calendar months"], zh: ["季节", "月份"] }[lang];
  return table(
    headings,
    seasonKnowledge.seasons.map(({ season, months }) => [`${code(season)} ${terms.season(season)}`, months.join(", ")]),
  );
}

function intervalTable(intervals: readonly ReferenceInterval[], lang: Lang): string {
  const terms = createTerms(lang);
  const headings = {
    en: ["Analyte", "Low", "High", "Unit", "Season", "State", "Place in the paper"],
    zh: ["项目", "下限", "上限", "单位", "季节", "生理状态", "论文位置"],
  }[lang];
  return table(
    headings,
    intervals.map(({ analyte, low, high, unit, season, state, source }) => [
      `${terms.analyte(analyte)} (${code(analyte)})`,
      String(low ?? ""),
      String(high ?? ""),
      unit,
      season === undefined ? "" : terms.season(season),
      state === undefined ? "" : terms.word("state", state),
      source ?? "",
    ]),
  );
}
