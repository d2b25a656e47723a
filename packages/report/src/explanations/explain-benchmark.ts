import { type BmdResponse, type CaseView, PERCENT_DECIMALS, type Phrase, say, type Terms } from "@materbone/clinical";
import {
  type ComparedChange,
  compareWithBenchmark,
  compareWithoutEach,
  expectationsOver,
  percentileOf,
  type ReadExpectation,
  type SiteBand,
  type TestedBenchmark,
} from "@materbone/evidence";
import { BENCHMARK_WORDS } from "../benchmark/benchmark-words.ts";
import { sayBand, sayPoint } from "../benchmark/say-band.ts";
import { sayNotCompared, sayPlace, studiesOf } from "../benchmark/say-benchmark.ts";
import { sayFragility } from "../benchmark/say-fragility.ts";
import { headed } from "../figures/time-words.ts";
import { printedMonthInterval } from "../tables/printed.ts";
import { bmdFact, timeFact } from "./explain-change.ts";
import { milestonePlace } from "./explain-delay.ts";
import type { ExplainedFact, Explanation } from "./explanation.ts";
import { colon, term } from "./numbers.ts";

/**
 * What is expected without a drug between two scans and where the change lies: the curve with the months of this woman put in,
 * the points behind it, the SD between women and what single studies decide; or why it is not compared.
 */
export function explainBenchmark(
  view: CaseView,
  response: BmdResponse,
  tested: TestedBenchmark,
  terms: Terms,
): Explanation {
  const comparison = compareWithBenchmark(view, response, tested.benchmark);
  const site = tested.benchmark[response.site];
  const compared = comparison.kind === "compared" ? comparison : undefined;
  const reason = comparison.kind === "notCompared" ? [headed(sayNotCompared(comparison.reason, site, terms))] : [];
  return {
    title: TITLE[terms.lang](terms.site(response.site)),
    steps:
      compared !== undefined && site.kind === "band"
        ? stepsOf(view, response, compared, site, terms)
        : reason.map((clause) => sentence(clause, terms)),
    facts: factsOf(view, response, terms),
    notes: [
      ...(compared === undefined
        ? []
        : [
            sentence(headed(sayPlace(compared, terms)), terms),
            sayFragility(compared, compareWithoutEach(view, response, tested), terms),
          ]),
      sayBand(site, terms),
      ...site.points.map((point) => sayPoint(point, terms)),
      terms.text(BENCHMARK_WORDS.notControl),
      terms.text(BENCHMARK_WORDS.notAttributable),
    ],
    source: studiesOf(site, terms),
  };
}

function stepsOf(
  view: CaseView,
  response: BmdResponse,
  comparison: ComparedChange,
  band: SiteBand,
  terms: Terms,
): readonly string[] {
  const readings = extremes(readingsOf(view, response, band));
  const change = `${terms.signed(response.percent, PERCENT_DECIMALS)}%`;
  return [
    terms.text(FORMULA),
    ...readings.flatMap(({ expectation, fromMonths, monthsSinceWeaning }) => {
      const { expectedPercent, lowerPercent, upperPercent, sdPoints } = expectation;
      const expected = terms.signed(expectedPercent, 1);
      const quantile = terms.fixed((upperPercent - expectedPercent) / sdPoints, 2);
      const [low, high] = [terms.signed(lowerPercent, 1), terms.signed(upperPercent, 1)];
      const range = terms.lang === "zh" ? `${low} 至 ${high}` : `${low} to ${high}`;
      return [
        `t₁ = ${terms.months(Math.max(0, fromMonths))}, t₂ = ${terms.months(monthsSinceWeaning)}: ${expected}%`,
        `${term(expected)} ± ${quantile} × ${terms.fixed(sdPoints, 1)} = ${range}%`,
        say(STANDS, { change, percentile: terms.fixed(percentileOf(response.percent, expectation), 1) }, terms),
      ];
    }),
    ...(comparison.isWhole ? [] : [terms.text(NOT_WHOLE)]),
  ];
}

function readingsOf(view: CaseView, { from, to }: BmdResponse, band: SiteBand): readonly ReadExpectation[] {
  const { weaned } = view;
  if (weaned === undefined || from.when === undefined || to.when === undefined) return [];
  return expectationsOver(band, { weaned, from: from.when, to: to.when }).readings;
}

/** The reading that expects least and the one that expects most. */
function extremes(readings: readonly ReadExpectation[]): readonly ReadExpectation[] {
  const sorted = [...readings].sort((a, b) => a.expectation.expectedPercent - b.expectation.expectedPercent);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return [];
  return least.expectation.expectedPercent === most.expectation.expectedPercent ? [least] : [least, most];
}

function factsOf(view: CaseView, response: BmdResponse, terms: Terms): readonly ExplainedFact[] {
  const { site, from, to } = response;
  const weaned: ExplainedFact[] =
    view.weaned === undefined
      ? []
      : [
          {
            words: colon(terms.text(WEANING), WEANED[terms.lang](printedMonthInterval(view.weaned, terms)), terms),
            at: milestonePlace(view, "weaning"),
          },
        ];
  const isTimed = from.when !== undefined && to.when !== undefined;
  return [
    ...weaned,
    ...(isTimed ? [timeFact(from, terms), timeFact(to, terms)] : []),
    bmdFact(site, from, terms),
    bmdFact(site, to, terms),
  ];
}

function sentence(clause: string, terms: Terms): string {
  return `${clause}${terms.lang === "zh" ? "。" : "."}`;
}

const TITLE = {
  en: (site: string): string => `Expected without a drug, ${site}`,
  zh: (site: string): string => `未用药时的预期变化（${site}）`,
};

const FORMULA = {
  en: "expected = (1 + A(1 − e^(−t₂/τ))) / (1 + A(1 − e^(−t₁/τ))) − 1; t₁, t₂: months from weaning to the two scans, 0 before weaning; range: ± t quantile × SD of one woman",
  zh: "预期 =（1 + A(1 − e^(−t₂/τ))）/（1 + A(1 − e^(−t₁/τ))）− 1；t₁、t₂ 为停止哺乳至两次检查的月数，停止哺乳前计为0；范围：± t 分位数 × 个体标准差",
};
const STANDS: Phrase<{ readonly change: string; readonly percentile: string }> = {
  en: ({ change, percentile }) => `${change}: percentile ${percentile}`,
  zh: ({ change, percentile }) => `${change}：百分位${percentile}`,
};
const NOT_WHOLE = {
  en: "Other readings of the times lie beyond the months that the studies cover.",
  zh: "时间的其他解读超出研究所覆盖的月份。",
};
const WEANING = { en: "Weaning", zh: "停止哺乳" };
const WEANED = {
  en: (months: string): string => `month ${months}`,
  zh: (months: string): string => `产后${months}个月`,
};
