import { literatureTotals } from "../../literature/totals.ts";
import { seriesRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";

type PopulationFacts = {
  readonly study: string;
  readonly authors: string;
  readonly women: number;
  readonly ageOfWomen: number;
  readonly meanAgeYears: number;
  /** Mean age of the literature weighted by women, with and without the study. */
  readonly weightedMeanYears: number | null;
  readonly weightedMeanWithoutYears: number | null;
};

/** A mean age that its publication gives for other women than the row counts. */
export const populationMismatch = seriesRule<PopulationFacts>({
  id: "population-mismatch",
  severity: "minor",
  reads: ["literature[].women", "literature[].meanAgeYears", "literature[].primary.ageOfWomen"],
  source: sourcePaper("l.452-464", "the age beside 7 women is that of a cohort of 52 in the publication's abstract"),
  title: {
    en: "Does the mean age of a study belong to the women it is counted with?",
    zh: "文献的平均年龄与所列例数是否来自同一人群？",
  },
  message: {
    en: (facts, t) =>
      `${facts.authors}: the mean age of ${t.fixed(facts.meanAgeYears, 1)} years belongs to ${facts.ageOfWomen} women, the row counts ${facts.women}.${facts.weightedMeanYears === null || facts.weightedMeanWithoutYears === null ? "" : ` The weighted mean age of the literature is ${t.fixed(facts.weightedMeanYears, 2)} years with it and ${t.fixed(facts.weightedMeanWithoutYears, 2)} without.`}`,
    zh: (facts, t) =>
      `${facts.authors}：平均年龄 ${t.fixed(facts.meanAgeYears, 1)} 岁属于 ${facts.ageOfWomen} 例的全队列，而表中例数为 ${facts.women}。${facts.weightedMeanYears === null || facts.weightedMeanWithoutYears === null ? "" : `文献加权平均年龄计入该研究为 ${t.fixed(facts.weightedMeanYears, 2)} 岁，不计入为 ${t.fixed(facts.weightedMeanWithoutYears, 2)} 岁。`}`,
  },
  find: (view) => {
    const studies = view.series.literature ?? [];
    return studies.flatMap((study, position) => {
      const { meanAgeYears, women, primary } = study;
      const ageOfWomen = primary?.ageOfWomen;
      if (meanAgeYears === undefined || ageOfWomen === undefined || ageOfWomen === women) return [];
      // A row with an age of its own may have it from the full text.
      if (primary?.meanAgeYears !== undefined && primary.meanAgeYears !== meanAgeYears) return [];
      const others = studies.filter((other) => other !== study);
      return [
        {
          at: `/literature/${position}/meanAgeYears`,
          facts: {
            study: study.id,
            authors: study.authors,
            women,
            ageOfWomen,
            meanAgeYears,
            weightedMeanYears: literatureTotals(studies).meanAgeWeightedYears ?? null,
            weightedMeanWithoutYears: literatureTotals(others).meanAgeWeightedYears ?? null,
          },
        },
      ];
    });
  },
});
