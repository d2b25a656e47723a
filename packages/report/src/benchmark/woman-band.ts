import {
  type CaseView,
  createTerms,
  type Interval,
  isBounded,
  type Lang,
  type Phrase,
  type SkeletalSite,
  say,
  type Terms,
  type Text,
} from "@materbone/clinical";
import {
  type Benchmark,
  benchmarkKnowledge,
  expectationsOver,
  expectedRange,
  type SiteBand,
  type SiteBenchmark,
} from "@materbone/evidence";
import type { BandPoint, BenchmarkBand, NoBenchmarkBand } from "../figures/benchmark-band.ts";
import { printedMonthInterval } from "../tables/printed.ts";
import { referenceOf } from "./band-site.ts";
import { BENCHMARK_WORDS, type NoBandReason } from "./benchmark-words.ts";
import { coveredMonths, sayNotCompared, saySelection, studiesOf } from "./say-benchmark.ts";

/**
 * What is expected of one woman at one site without a drug, by months postpartum and in percent of the first scan of the
 * site: the months that the band covers by every reading of her weaning and of that scan.
 */
export function bandOfWoman(view: CaseView, site: SkeletalSite, benchmark: Benchmark): BenchmarkBand | NoBenchmarkBand {
  const ofSite = benchmark[site];
  const times = timesOf(view, ofSite);
  if ("reason" in times) return noBand(times.reason, ofSite);
  const { band, weaned, reference } = times;
  const points = pointsOf(view, band, weaned, reference);
  if (points.length < 2) return noBand("timesTooWide", ofSite);
  return {
    kind: "band",
    site,
    points,
    label: BENCHMARK_WORDS.name,
    notes: notesOf(band, weaned, reference),
    source: {
      cite: studiesOf(band, createTerms("en")),
      status: "read",
      checked: benchmarkKnowledge.version,
    },
  };
}

type Times =
  | { readonly band: SiteBand; readonly weaned: Interval; readonly reference: Interval }
  | { readonly reason: NoBandReason };

function timesOf(view: CaseView, ofSite: SiteBenchmark): Times {
  if (ofSite.kind === "noBand") return { reason: "noBand" };
  const { weaned } = view;
  if (weaned === undefined || !isBounded(weaned)) return { reason: "weaningNotRecorded" };
  const scan = referenceOf(view, ofSite.site);
  if (scan === undefined) return { reason: "noReference" };
  if (scan.when === undefined || !isBounded(scan.when)) return { reason: "timeNotRecorded" };
  return { band: ofSite, weaned, reference: scan.when };
}

function pointsOf(view: CaseView, band: SiteBand, weaned: Interval, reference: Interval): readonly BandPoint[] {
  const first = Math.max(weaned.latest + band.fromMonths, reference.latest);
  const last = weaned.earliest + band.toMonths;
  if (!(first < last)) return [];
  const scans = view.scans.flatMap(({ entry, when }) =>
    when === undefined || entry.sites[band.site]?.bmdGPerCm2 === undefined ? [] : [when.earliest, when.latest],
  );
  const years = series(weaned.earliest + YEAR_MONTHS, last, YEAR_MONTHS);
  const told = new Set([first, ...[...scans, ...years].filter((month) => month > first && month < last), last]);
  const months = new Set([...told, ...series(Math.ceil(first), last, 1)]);
  return [...months]
    .sort((a, b) => a - b)
    .flatMap((month): readonly BandPoint[] => {
      const { readings } = expectationsOver(band, { weaned, from: reference, to: { earliest: month, latest: month } });
      if (readings.length === 0) return [];
      const { expectedPercent, lowerPercent, upperPercent } = expectedRange(readings);
      return [
        {
          months: month,
          lowPercent: lowerPercent,
          highPercent: upperPercent,
          expectedPercent: [expectedPercent.earliest, expectedPercent.latest],
          isTold: told.has(month),
        },
      ];
    });
}

const YEAR_MONTHS = 12;

function series(from: number, below: number, step: number): readonly number[] {
  return Array.from({ length: Math.max(0, Math.ceil((below - from) / step)) }, (_, index) => from + index * step);
}

function notesOf(band: SiteBand, weaned: Interval, reference: Interval): readonly Text[] {
  const both = (words: (t: Terms) => string): Text => ({ en: words(TERMS.en), zh: words(TERMS.zh) });
  const isExact = weaned.earliest === weaned.latest && reference.earliest === reference.latest;
  return [
    both((t) =>
      say(
        BASIS,
        {
          level: benchmarkKnowledge.levelPercent,
          months: coveredMonths(band, t) ?? "",
          selection: saySelection(band, t),
        },
        t,
      ),
    ),
    ...(isExact
      ? []
      : [
          both((t) =>
            say(INEXACT, { weaned: printedMonthInterval(weaned, t), reference: printedMonthInterval(reference, t) }, t),
          ),
        ]),
    BENCHMARK_WORDS.countsAsNone,
    BENCHMARK_WORDS.notControl,
    both((t) => (t.lang === "zh" ? `来源：${studiesOf(band, t)}。` : `Source: ${studiesOf(band, t)}.`)),
  ];
}

const BASIS: Phrase<{ readonly level: number; readonly months: string; readonly selection: string }> = {
  en: ({ level, months, selection }) =>
    `Thin line: the expected change; band: ${level}% range of one woman; months ${months} after weaning; from ${selection}.`,
  zh: ({ level, months, selection }) =>
    `细线为预期变化，带为单个患者的${level}%范围，限停止哺乳后${months}个月；依据${selection}。`,
};

const INEXACT: Phrase<{ readonly weaned: string; readonly reference: string }> = {
  en: ({ weaned, reference }) =>
    `Times are not exact (weaning month ${weaned}, reference scan month ${reference}): the band spans every reading, with a thin line at either end.`,
  zh: ({ weaned, reference }) =>
    `时间不确切（停止哺乳：产后${weaned}个月；参照检查：产后${reference}个月）：带涵盖各种解读，两条细线为其两端。`,
};

const TERMS: Readonly<Record<Lang, Terms>> = { en: createTerms("en"), zh: createTerms("zh") };

function noBand(reason: NoBandReason, site: SiteBenchmark): NoBenchmarkBand {
  const clause = (t: Terms): string => sayNotCompared(reason, site, t);
  return {
    kind: "noBand",
    site: site.site,
    because: {
      en: `No band of change without a drug (${TERMS.en.site(site.site)}): ${clause(TERMS.en)}.`,
      zh: `未绘出未用药变化范围（${TERMS.zh.site(site.site)}）：${clause(TERMS.zh)}。`,
    },
  };
}
