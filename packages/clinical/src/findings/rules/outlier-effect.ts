import { effectPercent, isSameSite, regionOf } from "../../literature/study-effect.ts";
import type { Study, StudyEffect } from "../../record/study.ts";
import { seriesRule } from "../rule.ts";
import { seriesRuleLimits } from "./series-rule-limits.ts";

type OutlierFacts = {
  readonly study: string;
  readonly authors: string;
  readonly site: StudyEffect["site"];
  readonly metric: StudyEffect["metric"];
  readonly atMonths: number;
  readonly percent: number;
  readonly decimals: number;
  readonly spinePercent: number;
  readonly spineDecimals: number;
  /** Values of the other studies at the site, smallest first, percent. */
  readonly others: readonly number[];
  readonly timesLargest: number;
};

/** A hip gain above the study's own spine gain and far above every other study: look at the publication again. */
export const outlierEffect = seriesRule<OutlierFacts>({
  id: "outlier-effect",
  severity: "major",
  reads: ["literature[].effects"],
  source: seriesRuleLimits.outlierEffect.source,
  title: {
    en: "Is a hip effect far above the study's own spine and all other studies?",
    zh: "髋部增幅是否高于该研究自身脊柱增幅并远超其他研究？",
  },
  message: {
    en: (facts, t) =>
      `${facts.authors}, ${t.site(facts.site)}: ${t.signed(facts.percent, facts.decimals)} %${facts.metric === "annualPercentChange" ? " per year" : ""} is above the study's own spine value (${t.signed(facts.spinePercent, facts.spineDecimals)} %) and ${t.fixed(facts.timesLargest, 1)} times the largest of the other studies (${t.series(facts.others.map(percentText))} %).`,
    zh: (facts, t) =>
      `${facts.authors} ${t.site(facts.site)}${facts.metric === "annualPercentChange" ? "年均" : ""}增幅 ${t.fixed(facts.percent, facts.decimals)}%，高于该研究自身的脊柱增幅（${t.fixed(facts.spinePercent, facts.spineDecimals)}%），为其他研究最大值的 ${t.fixed(facts.timesLargest, 1)} 倍（其他研究：${t.series(facts.others.map((value) => `${percentText(value)}%`))}）。`,
  },
  find: (view) => {
    const studies = view.series.literature ?? [];
    return studies.flatMap((study, position) =>
      study.effects.flatMap((effect, effectPosition) => {
        const facts = outlier(study, effect, studies);
        return facts === undefined ? [] : [{ at: `/literature/${position}/effects/${effectPosition}`, facts }];
      }),
    );
  },
});

function outlier(study: Study, effect: StudyEffect, studies: readonly Study[]): OutlierFacts | undefined {
  if (regionOf(effect.site) !== "hip") return undefined;
  const { value, decimals } = effectPercent(effect);
  const spine = study.effects
    .filter(
      (other) =>
        regionOf(other.site) === "spine" && other.metric === effect.metric && other.atMonths === effect.atMonths,
    )
    .map(effectPercent)
    .toSorted((a, b) => b.value - a.value)[0];
  if (spine === undefined || !(value > spine.value)) return undefined;
  const { timesOthers, minimumOtherStudies } = seriesRuleLimits.outlierEffect;
  const others = studies
    .filter((other) => other !== study)
    .map((other) =>
      other.effects.filter(({ site }) => isSameSite(site, effect.site)).map((one) => effectPercent(one).value),
    )
    .filter((values) => values.length > 0);
  const values = others.flat().toSorted((a, b) => a - b);
  const largest = values.at(-1);
  if (others.length < minimumOtherStudies || largest === undefined) return undefined;
  // Where nobody else gained there is no multiple to speak of.
  if (!(largest > 0 && value >= timesOthers * largest)) return undefined;
  return {
    study: study.id,
    authors: study.authors,
    site: effect.site,
    metric: effect.metric,
    atMonths: effect.atMonths,
    percent: value,
    decimals,
    spinePercent: spine.value,
    spineDecimals: spine.decimals,
    others: values,
    timesLargest: value / largest,
  };
}

function percentText(value: number): string {
  return String(value).replace("-", "\u2212");
}
