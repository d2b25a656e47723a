import { roundHalfAway } from "../../language/number.ts";
import { effectPercent, isSameSite } from "../../literature/study-effect.ts";
import type { StudyEffect } from "../../record/study.ts";
import { seriesRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

type ConflictFacts = {
  readonly study: string;
  readonly authors: string;
  readonly site: StudyEffect["site"];
  readonly metric: StudyEffect["metric"];
  readonly atMonths: number;
  readonly percent: number;
  readonly decimals: number;
  readonly primaryPercent: number;
  readonly primaryDecimals: number;
  readonly document: string;
};

/** The table and the publication it cites give unlike values for one site, metric and time. */
export const sourceConflict = seriesRule<ConflictFacts>({
  id: "source-conflict",
  severity: "major",
  reads: ["literature[].effects", "literature[].primary.effects"],
  source: sourcePaper("l.466-472", "spine +11 % at 2 years against +23 % in the publication's abstract"),
  title: {
    en: "Does the cited publication give another value than the table?",
    zh: "文献汇总表的数值与原始文献是否不一致？",
  },
  message: {
    en: (facts, t) =>
      `${facts.authors}, ${t.site(facts.site)}, ${facts.metric === "annualPercentChange" ? "per year" : `${t.months(facts.atMonths)} months`}: the table gives ${t.signed(facts.percent, facts.decimals)} %; ${t.signed(facts.primaryPercent, facts.primaryDecimals)} % in ${facts.document}.`,
    zh: (facts, t) =>
      `${facts.authors} ${t.site(facts.site)}（${facts.metric === "annualPercentChange" ? "年均" : `${t.months(facts.atMonths)} 个月`}）：表中为 ${t.signed(facts.percent, facts.decimals)}%；${facts.document} 中为 ${t.signed(facts.primaryPercent, facts.primaryDecimals)}%。`,
  },
  find: (view) =>
    (view.series.literature ?? []).flatMap((study, position) =>
      study.effects.flatMap((effect, effectPosition) => {
        const primary = study.primary?.effects?.find((other) => isSameMeasure(effect, other));
        if (study.primary === undefined || primary === undefined || isSamePrinted(effect, primary)) return [];
        const table = effectPercent(effect);
        const own = effectPercent(primary);
        return [
          {
            at: `/literature/${position}/effects/${effectPosition}`,
            facts: {
              study: study.id,
              authors: study.authors,
              site: effect.site,
              metric: effect.metric,
              atMonths: effect.atMonths,
              percent: table.value,
              decimals: table.decimals,
              primaryPercent: own.value,
              primaryDecimals: own.decimals,
              document: study.primary.document,
            },
          },
        ];
      }),
    ),
});

/** Like with like only: a mean and a median of the same women may differ without conflict. */
function isSameMeasure(a: StudyEffect, b: StudyEffect): boolean {
  const isSameStatistic = a.statistic === b.statistic || a.statistic === "notStated" || b.statistic === "notStated";
  return isSameSite(a.site, b.site) && a.metric === b.metric && a.atMonths === b.atMonths && isSameStatistic;
}

/** Equal at the digits that both print: 10 agrees with 10.2. */
function isSamePrinted(a: StudyEffect, b: StudyEffect): boolean {
  const one = effectPercent(a);
  const other = effectPercent(b);
  const decimals = Math.min(one.decimals, other.decimals);
  return roundHalfAway(one.value, decimals) === roundHalfAway(other.value, decimals);
}
