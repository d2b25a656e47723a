import {
  type BmdResponse,
  PERCENT_DECIMALS,
  printedScore,
  type Scan,
  type SkeletalSite,
  type Terms,
  type Timed,
} from "@materbone/clinical";
import { timeWithBasis } from "../figures/mark-words.ts";
import { headed } from "../figures/time-words.ts";
import type { ExplainedFact, Explanation } from "./explanation.ts";
import { colon, term } from "./numbers.ts";

/** Percent change of BMD from the named reference scan. */
export function explainPercentChange(response: BmdResponse, terms: Terms): Explanation {
  const { site, from, to, percent } = response;
  const { earlier, later, notes } = valuesOf(response, terms);
  return {
    title: titleOf(TITLES.percent, site, terms),
    steps: [
      terms.text(FORMULAS.percent),
      `(${later} − ${earlier}) / ${earlier} × 100 = ${terms.signed(percent, PERCENT_DECIMALS)}%`,
    ],
    facts: [bmdFact(site, from, terms), bmdFact(site, to, terms)],
    notes: [...notes, terms.text(response.verdict === "gain" ? NOT_ATTRIBUTABLE : UNROUNDED)],
    source: undefined,
  };
}

/** Difference of BMD from the named reference scan, g/cm². */
export function explainDelta(response: BmdResponse, terms: Terms): Explanation {
  const { site, from, to, deltaGPerCm2 } = response;
  const { earlier, later, notes } = valuesOf(response, terms);
  return {
    title: titleOf(TITLES.delta, site, terms),
    steps: [terms.text(FORMULAS.delta), `${later} − ${earlier} = ${terms.signed(deltaGPerCm2, 3)} g/cm²`],
    facts: [bmdFact(site, from, terms), bmdFact(site, to, terms)],
    notes,
    source: undefined,
  };
}

/** Simple annual rate of a change, as the response has it; a range where the time between the scans is one. */
export function explainPerYear(response: BmdResponse, terms: Terms): Explanation | undefined {
  const { site, from, to, months, percent, percentPerYear } = response;
  if (months === undefined || percentPerYear === undefined) return undefined;
  const change = term(terms.fixed(percent, PERCENT_DECIMALS));
  const { earliest, latest } = percentPerYear;
  // A change spread over the shortest time is the larger one, up or down.
  const [overShortest, overLongest] = percent < 0 ? [earliest, latest] : [latest, earliest];
  const sums = [{ length: months.earliest, rate: overShortest }];
  if (months.latest !== months.earliest) sums.push({ length: months.latest, rate: overLongest });
  if (sums.some(({ length, rate }) => !(length > 0 && Number.isFinite(length) && Number.isFinite(rate)))) {
    return undefined;
  }
  return {
    title: titleOf(TITLES.perYear, site, terms),
    steps: [
      terms.text(FORMULAS.perYear),
      ...sums.map(({ length, rate }) => `${change} / ${terms.months(length)} × 12 = ${terms.signed(rate, 1)}%`),
    ],
    facts: [timeFact(from, terms), timeFact(to, terms)],
    notes: sums.length > 1 ? [terms.text(RANGE_OF_TIME)] : [],
    source: undefined,
  };
}

/** Difference of the printed Z-scores. */
export function explainDeltaZ(response: BmdResponse, terms: Terms): Explanation | undefined {
  const { site, from, to, deltaZ } = response;
  const [earlier, later] = [from, to].map((scan) => scan.entry.sites[site]?.zScore);
  if (deltaZ === undefined || earlier === undefined || later === undefined) return undefined;
  const [a, b] = [earlier, later].map((z) => terms.fixed(printedScore(z), 1));
  return {
    title: titleOf(TITLES.deltaZ, site, terms),
    steps: [terms.text(FORMULAS.deltaZ), `${b} − ${term(a ?? "")} = ${terms.signed(deltaZ, 1)}`],
    facts: [scoreFact(site, from, terms), scoreFact(site, to, terms)],
    notes: [terms.text(AS_PRINTED)],
    source: undefined,
  };
}

const TITLES = {
  percent: { en: "Change of BMD", zh: "骨密度变化" },
  delta: { en: "Change of BMD, g/cm²", zh: "骨密度变化（g/cm²）" },
  perYear: { en: "Change of BMD per year", zh: "骨密度年均变化" },
  deltaZ: { en: "Change of the Z-score", zh: "Z值变化" },
} as const;

const FORMULAS = {
  percent: {
    en: "(later BMD − reference BMD) / reference BMD × 100",
    zh: "（复查骨密度 − 参照骨密度）/ 参照骨密度 × 100",
  },
  delta: { en: "later BMD − reference BMD", zh: "复查骨密度 − 参照骨密度" },
  perYear: { en: "percent change / months between the scans × 12", zh: "变化百分比 / 两次检查相隔月数 × 12" },
  deltaZ: { en: "later Z-score − reference Z-score", zh: "复查Z值 − 参照Z值" },
} as const;

const NOT_ATTRIBUTABLE = {
  en: "BMD rises after weaning without a drug as well: without a comparator the gain is not attributable to treatment.",
  zh: "停止哺乳后不用药骨密度也会回升：无对照时，不能将升高归因于治疗。",
};
const UNROUNDED = {
  en: "Computed from the values as recorded; only the result is rounded.",
  zh: "按记录值计算，仅对结果取舍位数。",
};
const RANGE_OF_TIME = {
  en: "The time between the scans is a range, so the rate is one too.",
  zh: "两次检查的间隔为一个范围，故年均变化亦为范围。",
};
const AS_PRINTED = {
  en: "Z-scores are taken as printed, with one decimal.",
  zh: "Z值按报告所印的一位小数计算。",
};
const CONVERTED = {
  en: (value: string): string =>
    `The reference value is converted to the later device by cross-calibration (${value} g/cm²).`,
  zh: (value: string): string => `参照值已按交叉校准换算至复查所用仪器（${value} g/cm²）。`,
};

function titleOf(title: { readonly en: string; readonly zh: string }, site: SkeletalSite, terms: Terms): string {
  return terms.lang === "zh" ? `${terms.site(site)}${title.zh}` : `${title.en}, ${terms.site(site)}`;
}

/** Both values of a sum as printed; on another device the reference is the converted one, with a digit more. */
function valuesOf(
  { site, from, fromBmdGPerCm2, toBmdGPerCm2 }: BmdResponse,
  terms: Terms,
): { readonly earlier: string; readonly later: string; readonly notes: readonly string[] } {
  const printed = from.entry.sites[site]?.bmdGPerCm2;
  const isConverted = printed !== undefined && printed !== fromBmdGPerCm2;
  const earlier = terms.fixed(fromBmdGPerCm2, isConverted ? 4 : 3);
  return {
    earlier,
    later: terms.fixed(toBmdGPerCm2, 3),
    notes: isConverted ? [CONVERTED[terms.lang](earlier)] : [],
  };
}

export function bmdFact(site: SkeletalSite, scan: Timed<Scan>, terms: Terms): ExplainedFact {
  const value = scan.entry.sites[site]?.bmdGPerCm2;
  const words = `${terms.site(site)} ${value === undefined ? "" : terms.fixed(value, 3)} g/cm²`;
  return { words: colon(headed(timeOf(scan, terms)), words, terms), at: `${scan.at}/sites/${site}/bmdGPerCm2` };
}

function scoreFact(site: SkeletalSite, scan: Timed<Scan>, terms: Terms): ExplainedFact {
  const value = scan.entry.sites[site]?.zScore;
  const words = `Z ${value === undefined ? "" : terms.fixed(printedScore(value), 1)}`;
  return { words: colon(headed(timeOf(scan, terms)), words, terms), at: `${scan.at}/sites/${site}/zScore` };
}

export function timeFact(scan: Timed<Scan>, terms: Terms): ExplainedFact {
  return { words: headed(timeOf(scan, terms)), at: `${scan.at}/at` };
}

function timeOf(scan: Timed<Scan>, terms: Terms): string {
  return timeWithBasis(scan.when, scan.entry.at, terms);
}
