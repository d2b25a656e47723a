import type { Study } from "../record/study.ts";

/** What a literature table adds up to. A mean is `undefined` when no study gives an age. */
export type LiteratureTotals = {
  readonly studies: number;
  readonly women: number;
  /** Mean of the studies' mean ages weighted by their women, years. */
  readonly meanAgeWeightedYears: number | undefined;
  /** Plain mean of the studies' mean ages, years. */
  readonly meanAgeUnweightedYears: number | undefined;
  /** Studies whose mean age is not given; they are in neither mean. */
  readonly studiesWithoutAge: readonly Study[];
};

export function literatureTotals(studies: readonly Study[]): LiteratureTotals {
  const aged = studies.flatMap((study) =>
    study.meanAgeYears === undefined ? [] : [{ women: study.women, ageYears: study.meanAgeYears }],
  );
  const agedWomen = sum(aged.map(({ women }) => women));
  return {
    studies: studies.length,
    women: sum(studies.map((study) => study.women)),
    meanAgeWeightedYears:
      agedWomen === 0 ? undefined : sum(aged.map(({ women, ageYears }) => women * ageYears)) / agedWomen,
    meanAgeUnweightedYears: aged.length === 0 ? undefined : sum(aged.map(({ ageYears }) => ageYears)) / aged.length,
    studiesWithoutAge: studies.filter((study) => study.meanAgeYears === undefined),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
