import { type BmdResponse, PERCENT_DECIMALS } from "../../densitometry/response.ts";
import { type NamedScan, namedScan, sayScan } from "../../findings/rules/named-scan.ts";
import { roundHalfAway } from "../../language/number.ts";
import type { Terms } from "../../language/terms.ts";
import type { CaseView } from "../../record/case-view.ts";
import { SKELETAL_SITES, type SkeletalSite } from "../../record/scan.ts";
import { changesAt, neighbouringChanges, overallChange } from "../bmd-course.ts";
import { claimTest, outcomeForAll } from "../claim-result.ts";
import { type MonthsFact, monthsFact, sayLength } from "../months-fact.ts";
import { type NamedCase, namedCase } from "../named-case.ts";

/** A later interval of one woman that fell after a rise. */
type Fall = NamedCase & {
  readonly site: SkeletalSite;
  readonly from: NamedScan;
  readonly to: NamedScan;
  readonly percent: number;
  /** Change from her first scan to `from`. */
  readonly earlierPercent: number;
};

type Gain = NamedCase & { readonly months: MonthsFact; readonly percent: number };

/** A woman decidedly longer in follow-up than another, with the smaller gain. */
type Reversal = { readonly site: SkeletalSite; readonly longer: Gain; readonly shorter: Gain };

/** "The longer the follow-up, the larger the gain": looked at within each woman and between women, site by site. */
export const longerFollowUpLargerGain = claimTest({
  kind: "longerFollowUpLargerGain",
  test: (_claim, view) => {
    const withinWomen = view.cases.map(within);
    const between = SKELETAL_SITES.map((site) => across(view.cases, site));
    const falls = withinWomen.flatMap((woman) => woman.falls);
    const reversals = between.flatMap((site) => site.reversals);
    const looked = [...withinWomen, ...between].reduce((sum, { looked }) => sum + looked, 0);
    return {
      outcome: outcomeForAll(looked, falls.length + reversals.length, 0),
      facts: { comparisons: looked, falls, reversals },
    };
  },
  sentence: {
    en: ({ facts }, t) => {
      if (facts.comparisons === 0) {
        return "A larger gain with longer follow-up is stated; no two lengths of follow-up can be compared.";
      }
      const parts = [
        ...facts.falls.map(
          (fall) =>
            `${t.text(fall.name)}, ${t.site(fall.site)}: ${t.signed(fall.percent, PERCENT_DECIMALS)} % from ${sayScan(fall.from, t)} to ${sayScan(fall.to, t)} after ${t.signed(fall.earlierPercent, PERCENT_DECIMALS)} %`,
        ),
        ...facts.reversals.map(
          ({ site, longer, shorter }) => `${t.site(site)}: ${gainEn(longer, t)} is less than ${gainEn(shorter, t)}`,
        ),
      ];
      if (parts.length === 0) return "A larger gain with longer follow-up is stated; no comparison contradicts it.";
      return `A larger gain with longer follow-up is stated; ${parts.join("; ")}.`;
    },
    zh: ({ facts }, t) => {
      if (facts.comparisons === 0) return "文中称随访时间越长骨密度增加越明显，但没有可比较的不同随访时长。";
      const parts = [
        ...facts.falls.map(
          (fall) =>
            `${t.text(fall.name)} ${t.site(fall.site)}先升高 ${t.signed(fall.earlierPercent, PERCENT_DECIMALS)}%，${sayScan(fall.from, t)}至${sayScan(fall.to, t)}期间变化 ${t.signed(fall.percent, PERCENT_DECIMALS)}%`,
        ),
        ...facts.reversals.map(
          ({ site, longer, shorter }) => `${t.site(site)}：${gainZh(longer, t)}，低于${gainZh(shorter, t)}`,
        ),
      ];
      if (parts.length === 0) return "文中称随访时间越长骨密度增加越明显，所作比较均未见相反情况。";
      return `文中称随访时间越长骨密度增加越明显；但${parts.join("；")}。`;
    },
  },
});

function within(woman: CaseView): { readonly looked: number; readonly falls: readonly Fall[] } {
  let looked = 0;
  const falls: Fall[] = [];
  for (const site of SKELETAL_SITES) {
    const changes = changesAt(woman, site);
    const first = changes[0]?.from;
    for (const later of neighbouringChanges(woman, site)) {
      const earlier = changes.find((change) => change.from === first && change.to === later.from);
      if (earlier === undefined) continue;
      looked++;
      if (printed(later) < 0 && printed(earlier) > 0) {
        falls.push({
          ...namedCase(woman.record),
          site,
          from: namedScan(later.from.entry),
          to: namedScan(later.to.entry),
          percent: later.percent,
          earlierPercent: earlier.percent,
        });
      }
    }
  }
  return { looked, falls };
}

function across(
  women: readonly CaseView[],
  site: SkeletalSite,
): { readonly looked: number; readonly reversals: readonly Reversal[] } {
  const gains = women.flatMap((woman) => {
    const change = overallChange(woman, site);
    return change?.months === undefined ? [] : [{ woman, change, months: change.months }];
  });
  let looked = 0;
  const reversals: Reversal[] = [];
  for (const longer of gains) {
    for (const shorter of gains) {
      // Ranges that overlap do not say who was followed longer.
      if (!(longer.months.earliest > shorter.months.latest)) continue;
      looked++;
      if (printed(longer.change) < printed(shorter.change)) {
        reversals.push({
          site,
          longer: gain(longer.woman, longer.change),
          shorter: gain(shorter.woman, shorter.change),
        });
      }
    }
  }
  return { looked, reversals };
}

function printed(change: BmdResponse): number {
  return roundHalfAway(change.percent, PERCENT_DECIMALS);
}

function gain(woman: CaseView, change: BmdResponse): Gain {
  return { ...namedCase(woman.record), months: monthsFact(change.months), percent: change.percent };
}

function gainEn({ name, months, percent }: Gain, t: Terms): string {
  return `${t.signed(percent, PERCENT_DECIMALS)} % in ${t.text(name)} (${sayLength(months, t)})`;
}

function gainZh({ name, months, percent }: Gain, t: Terms): string {
  return `${t.text(name)}（${sayLength(months, t)}）${t.signed(percent, PERCENT_DECIMALS)}%`;
}
