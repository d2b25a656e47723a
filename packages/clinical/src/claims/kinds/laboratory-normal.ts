import { type LabValueFact, labValueFact, sayLabValue } from "../../findings/rules/lab-value.ts";
import type { LabReading } from "../../laboratory/reading.ts";
import { outsideInEverySeason, outsideInSeason } from "../../laboratory/summary.ts";
import type { Season } from "../../laboratory/vocabulary.ts";
import type { Terms } from "../../language/terms.ts";
import type { Text } from "../../language/text.ts";
import { type ClaimOutcome, claimTest, type Tested } from "../claim-result.ts";
import { type NamedCase, namedCase } from "../named-case.ts";

type OutsideValue = NamedCase & LabValueFact;

type LaboratoryNormalFacts = {
  /** All values of the series, whichever analytes the claim names. */
  readonly reported: number;
  /** Values outside whatever the season. */
  readonly outside: number;
  /** Values on which the intervals that may apply disagree. */
  readonly undetermined: number;
  /** Values outside if all samples of unknown season were taken in that season. */
  readonly ifSeason: readonly { readonly season: Season; readonly outside: number }[];
  /** Values of the analytes named, and those of them outside; all values where none is named. */
  readonly claimed: number;
  readonly claimedOutside: number;
  readonly values: readonly OutsideValue[];
};

/** A value and whose it is. */
type Read = { readonly woman: NamedCase; readonly reading: LabReading };

/** Laboratory values called normal: each against the interval that applies, both limits inside. */
export const laboratoryNormal = claimTest({
  kind: "laboratoryNormal",
  test: (claim, view): Tested<LaboratoryNormalFacts> => {
    const reads = view.cases.flatMap((woman) =>
      woman.laboratory.map((reading) => ({ woman: namedCase(woman.record), reading })),
    );
    const claimed = reads.filter(({ reading }) => claim.analytes?.includes(reading.analyte) ?? true);
    const readings = reads.map(({ reading }) => reading);
    const outside = new Set(outsideInEverySeason(readings));
    const claimedOutside = claimed.filter(({ reading }) => outside.has(reading)).length;
    return {
      outcome: outcome(claimed, claimedOutside),
      facts: {
        reported: reads.length,
        outside: outside.size,
        undetermined: readings.filter(({ flag }) => flag === "undetermined").length,
        ifSeason: seasonsOpen(readings).map((season) => ({
          season,
          outside: outsideInSeason(readings, season).length,
        })),
        claimed: claimed.length,
        claimedOutside,
        values: reads
          .filter(({ reading }) => outside.has(reading))
          .map(({ woman, reading }) => ({ ...woman, ...labValueFact(reading) })),
      },
    };
  },
  sentence: {
    en: ({ facts }, t) => {
      if (facts.reported === 0) return "Laboratory values are called normal; none is recorded.";
      const seasons = facts.ifSeason.filter(({ outside }) => outside > facts.outside);
      const ifSeason = seasons.map(({ season, outside }) => `${outside} if sampled in ${t.season(season)}`);
      const named =
        facts.claimed === facts.reported
          ? ""
          : ` Of the ${facts.claimed} values of the analytes named, ${facts.claimedOutside} ${t.count(facts.claimedOutside, "is", "are")} outside.`;
      return `Laboratory values are called normal; ${facts.outside} of ${facts.reported} reported values ${t.count(facts.outside, "lies", "lie")} outside their interval${ifSeason.length === 0 ? "" : ` in every season (${t.series(ifSeason)})`}${listed(facts.values, t, ": ", "; ")}.${named}`;
    },
    zh: ({ facts }, t) => {
      if (facts.reported === 0) return "文中称生化指标正常，但未记录任何检验结果。";
      const seasons = facts.ifSeason.filter(({ outside }) => outside > facts.outside);
      const ifSeason = seasons.map(({ season, outside }) => `若为${t.season(season)}采样则为 ${outside} 项`);
      const named =
        facts.claimed === facts.reported
          ? ""
          : `所指指标共 ${facts.claimed} 项结果，其中 ${facts.claimedOutside} 项超出参考区间。`;
      return `文中称生化指标正常，但 ${facts.reported} 项结果中有 ${facts.outside} 项${ifSeason.length === 0 ? "" : "无论季节均"}超出参考区间${ifSeason.length === 0 ? "" : `（${t.series(ifSeason)}）`}${listed(facts.values, t, "：", "；")}。${named}`;
    },
  },
});

function outcome(claimed: readonly Read[], outside: number): ClaimOutcome {
  if (outside > 0) return "notSupported";
  return claimed.length > 0 && claimed.every(({ reading }) => reading.flag === "inRange") ? "supported" : "cannotTell";
}

/** Seasons that intervals of undecided values are given for. */
function seasonsOpen(readings: readonly LabReading[]): readonly Season[] {
  const seasons = readings
    .filter(({ season, flag }) => season === undefined && flag === "undetermined")
    .flatMap(({ applied }) => applied.map(({ interval }) => interval.season));
  return [...new Set(seasons.filter((season) => season !== undefined))];
}

/** The values woman by woman: "Case 1 total P1NP 4.74 ng/mL (low), …; Case 2 …". */
function listed(values: readonly OutsideValue[], t: Terms, lead: string, between: string): string {
  if (values.length === 0) return "";
  const names = new Map<string, Text>(values.map((value) => [value.case, value.name]));
  const women = [...names].map(([id, name]) => {
    const own = values.filter((value) => value.case === id).map((value) => sayLabValue(value, t));
    return `${t.text(name)} ${t.series(own)}`;
  });
  return lead + women.join(between);
}
