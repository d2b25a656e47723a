import { literatureTotals } from "../../literature/totals.ts";
import type { ClaimOf } from "../../record/claim.ts";
import type { SeriesView } from "../../record/series-view.ts";
import { type ClaimOutcome, claimTest, type Tested } from "../claim-result.ts";
import { type PrintedClaim, printedClaim, printsAs } from "../printed-claim.ts";

type MeanAgeFacts = {
  readonly of: "cases" | "literature";
  readonly printed: number;
  readonly decimals: number;
  readonly approximate: boolean;
  /** Ages of the women, or mean ages of the studies, years. */
  readonly ages: readonly number[];
  readonly withoutAge: number;
  /** Women whose age is not tied to an event; always 0 for the literature. */
  readonly ageAtNotStated: number;
  /** Mean over the women; for the literature weighted by the women of each study. */
  readonly meanYears: number | null;
  /** Literature only: plain mean over the studies. */
  readonly unweightedMeanYears: number | null;
};

/**
 * A printed mean age against the ages, at the digits printed.
 *
 * Of the literature the mean over the women counts; said to be approximate, the mean over the studies may stand for it.
 */
export const meanAge = claimTest({
  kind: "meanAge",
  test: (claim, view): Tested<MeanAgeFacts> =>
    claim.of === "cases" ? ofCases(claim, view) : ofLiterature(claim, view),
  sentence: {
    en: ({ facts }, t) => {
      const printed = `${facts.approximate ? "about " : ""}${t.fixed(facts.printed, facts.decimals)} years`;
      if (facts.of === "literature") return `${literatureEn(facts, t.fixed)}; ${printed} is printed.`;
      if (facts.meanYears === null) return `A mean age of ${printed} is printed; no age is recorded.`;
      const missing =
        facts.withoutAge === 0
          ? ""
          : ` The age of ${facts.withoutAge} ${t.count(facts.withoutAge, "woman is", "women are")} missing.`;
      const reference =
        facts.ageAtNotStated === 0
          ? ""
          : ` What event the age belongs to is not stated (${facts.ageAtNotStated} ${t.count(facts.ageAtNotStated, "woman", "women")}).`;
      return `A mean age of ${printed} is printed; the recorded ages (${t.series(facts.ages.map(String))}) average ${t.fixed(facts.meanYears, 2)}, which prints as ${t.fixed(facts.meanYears, facts.decimals)}.${missing}${reference}`;
    },
    zh: ({ facts }, t) => {
      const printed = `${facts.approximate ? "约 " : " "}${t.fixed(facts.printed, facts.decimals)} 岁`;
      if (facts.of === "literature") return `${literatureZh(facts, t.fixed)}；文中写作${printed}。`;
      if (facts.meanYears === null) return `文中平均年龄为${printed}，但未记录任何年龄。`;
      const missing = facts.withoutAge === 0 ? "" : `另有 ${facts.withoutAge} 例未记录年龄。`;
      const reference = facts.ageAtNotStated === 0 ? "" : `年龄所对应的时点未说明（${facts.ageAtNotStated} 例）。`;
      return `文中平均年龄为${printed}；按所记录的年龄（${t.series(facts.ages.map(String))} 岁）计算为 ${t.fixed(facts.meanYears, 2)} 岁，修约后应为 ${t.fixed(facts.meanYears, facts.decimals)} 岁。${missing}${reference}`;
    },
  },
});

function ofCases(claim: ClaimOf<"meanAge">, view: SeriesView): Tested<MeanAgeFacts> {
  const printed = printedClaim(claim.printed);
  const persons = view.cases.map(({ record }) => record.person);
  const ages = persons.map((person) => person?.ageYears).filter((age) => age !== undefined);
  const meanYears = ages.length === 0 ? null : ages.reduce((sum, age) => sum + age, 0) / ages.length;
  const withoutAge = persons.length - ages.length;
  return {
    outcome: meanYears === null || withoutAge > 0 ? "cannotTell" : agreement(printsAs(meanYears, printed)),
    facts: {
      ...facts(claim, printed),
      ages,
      withoutAge,
      ageAtNotStated: persons.filter(
        (person) => person?.ageYears !== undefined && (person.ageAt ?? "notStated") === "notStated",
      ).length,
      meanYears,
      unweightedMeanYears: null,
    },
  };
}

function ofLiterature(claim: ClaimOf<"meanAge">, view: SeriesView): Tested<MeanAgeFacts> {
  const printed = printedClaim(claim.printed);
  const studies = view.series.literature ?? [];
  const totals = literatureTotals(studies);
  const weighted = totals.meanAgeWeightedYears;
  const unweighted = totals.meanAgeUnweightedYears;
  const means = (claim.approximate === true ? [weighted, unweighted] : [weighted]).filter((mean) => mean !== undefined);
  return {
    outcome:
      means.length === 0 || totals.studiesWithoutAge.length > 0
        ? "cannotTell"
        : agreement(means.some((mean) => printsAs(mean, printed))),
    facts: {
      ...facts(claim, printed),
      ages: studies.map((study) => study.meanAgeYears).filter((age) => age !== undefined),
      withoutAge: totals.studiesWithoutAge.length,
      ageAtNotStated: 0,
      meanYears: weighted ?? null,
      unweightedMeanYears: unweighted ?? null,
    },
  };
}

function facts(
  claim: ClaimOf<"meanAge">,
  printed: PrintedClaim,
): Pick<MeanAgeFacts, "of" | "printed" | "decimals" | "approximate"> {
  return {
    of: claim.of,
    printed: printed.value,
    decimals: printed.decimals,
    approximate: claim.approximate === true,
  };
}

function agreement(agrees: boolean): ClaimOutcome {
  return agrees ? "supported" : "notSupported";
}

function literatureEn(facts: MeanAgeFacts, fixed: (value: number, decimals: number) => string): string {
  if (facts.meanYears === null || facts.unweightedMeanYears === null) return "No study of the literature gives an age";
  const missing = facts.withoutAge === 0 ? "" : ` without ${facts.withoutAge} that give no age`;
  return `The mean age over the studies${missing} is ${fixed(facts.meanYears, 2)} years weighted by women and ${fixed(facts.unweightedMeanYears, 2)} years unweighted`;
}

function literatureZh(facts: MeanAgeFacts, fixed: (value: number, decimals: number) => string): string {
  if (facts.meanYears === null || facts.unweightedMeanYears === null) return "文献均未给出年龄";
  const missing = facts.withoutAge === 0 ? "" : `（${facts.withoutAge} 项研究未给出年龄，未计入）`;
  return `文献平均年龄按例数加权为 ${fixed(facts.meanYears, 2)} 岁，未加权为 ${fixed(facts.unweightedMeanYears, 2)} 岁${missing}`;
}
