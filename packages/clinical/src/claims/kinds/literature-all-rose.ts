import {
  effectPercent,
  fallsOf,
  type Region,
  regionOf,
  type StudyFall,
  studiesWithout,
} from "../../literature/study-effect.ts";
import type { Study, StudyEffect } from "../../record/study.ts";
import { claimTest } from "../claim-result.ts";

/**
 * BMD of every study said to have risen in the regions named.
 *
 * The table is the only evidence for such a claim, so a study without a value in a region counts against "all" as much
 * as a value that did not rise or that fell again.
 */
export const literatureAllRose = claimTest({
  kind: "literatureAllRose",
  test: (claim, view) => {
    const studies = view.series.literature ?? [];
    const isClaimed = (effect: StudyEffect) => claim.regions.includes(regionOf(effect.site));
    const withoutValue = claim.regions.flatMap((region) =>
      studiesWithout(studies, region).map((study) => ({ ...named(study), region })),
    );
    const notRisen = studies.flatMap((study) =>
      study.effects
        .filter((effect) => isClaimed(effect) && !(effectPercent(effect).value > 0))
        .map((effect) => ({ ...named(study), ...told(effect) })),
    );
    const falls = studies.flatMap(fallsOf).filter(({ later }) => isClaimed(later));
    const exceptions = withoutValue.length + notRisen.length + falls.length;
    return {
      outcome: studies.length === 0 ? "cannotTell" : exceptions > 0 ? "notSupported" : "supported",
      facts: { regions: claim.regions, studies: studies.length, withoutValue, notRisen, falls: falls.map(fallFact) },
    };
  },
  sentence: {
    en: ({ facts }, t) => {
      const regions = t.list(facts.regions.map((region) => t.word("bodyRegion", region)));
      const parts = [
        ...facts.regions.flatMap((region) => {
          const missing = facts.withoutValue.filter((study) => study.region === region);
          if (missing.length === 0) return [];
          return [
            `${missing.length} ${t.count(missing.length, "study has", "studies have")} no ${t.word("bodyRegion", region)} value (${t.series(missing.map(({ authors }) => authors))})`,
          ];
        }),
        ...facts.notRisen.map(
          (effect) =>
            `${effect.authors}, ${t.site(effect.site)}: ${t.signed(effect.percent, effect.decimals)} % is not a rise`,
        ),
        ...facts.falls.map(
          (fall) =>
            `${fall.authors}, ${t.site(fall.site)}: ${t.signed(fall.earlierPercent, fall.earlierDecimals)} % at ${t.months(fall.earlierMonths)} months falls to ${t.signed(fall.percent, fall.decimals)} % at ${t.months(fall.atMonths)} months`,
        ),
      ];
      if (facts.studies === 0) return `A rise in all studies is stated (${regions}); no literature is recorded.`;
      if (parts.length === 0) return `BMD rose in all ${facts.studies} studies (${regions}).`;
      return `A rise in all ${facts.studies} studies is stated (${regions}); ${parts.join("; ")}.`;
    },
    zh: ({ facts }, t) => {
      const regions = t.list(facts.regions.map((region) => t.word("bodyRegion", region)));
      const parts = [
        ...facts.regions.flatMap((region) => {
          const missing = facts.withoutValue.filter((study) => study.region === region);
          if (missing.length === 0) return [];
          return [
            `${missing.length} 项研究无${t.word("bodyRegion", region)}数值（${t.series(missing.map(({ authors }) => authors))}）`,
          ];
        }),
        ...facts.notRisen.map(
          (effect) =>
            `${effect.authors} ${t.site(effect.site)}为 ${t.signed(effect.percent, effect.decimals)}%，并未升高`,
        ),
        ...facts.falls.map(
          (fall) =>
            `${fall.authors} ${t.site(fall.site)}由 ${t.months(fall.earlierMonths)} 个月时的 ${t.signed(fall.earlierPercent, fall.earlierDecimals)}% 降至 ${t.months(fall.atMonths)} 个月时的 ${t.signed(fall.percent, fall.decimals)}%`,
        ),
      ];
      if (facts.studies === 0) return `文中称${regions}骨密度均升高，但未记录文献。`;
      if (parts.length === 0) return `${facts.studies} 项研究的${regions}骨密度均升高。`;
      return `文中称 ${facts.studies} 项研究的${regions}骨密度均升高；但有以下情况：${parts.join("；")}。`;
    },
  },
});

function named(study: Study): { readonly id: string; readonly authors: string } {
  return { id: study.id, authors: study.authors };
}

function told(effect: StudyEffect): {
  readonly site: StudyEffect["site"];
  readonly atMonths: number;
  readonly percent: number;
  readonly decimals: number;
} {
  const { value, decimals } = effectPercent(effect);
  return { site: effect.site, atMonths: effect.atMonths, percent: value, decimals };
}

function fallFact({ study, earlier, later }: StudyFall): ReturnType<typeof named> &
  ReturnType<typeof told> & {
    readonly region: Region;
    readonly earlierMonths: number;
    readonly earlierPercent: number;
    readonly earlierDecimals: number;
  } {
  const before = effectPercent(earlier);
  return {
    ...named(study),
    ...told(later),
    region: regionOf(later.site),
    earlierMonths: earlier.atMonths,
    earlierPercent: before.value,
    earlierDecimals: before.decimals,
  };
}
