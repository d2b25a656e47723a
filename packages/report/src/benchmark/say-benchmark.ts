import { type BmdResponse, type CaseView, say, type Terms } from "@materbone/clinical";
import {
  type Benchmark,
  type BenchmarkPoint,
  benchmarkKnowledge,
  benchmarkSelection,
  type ComparedChange,
  compareWithBenchmark,
  type NotComparedReason,
  type SiteBenchmark,
} from "@materbone/evidence";
import { RANGE_DASH } from "../tables/printed.ts";
import { BY_THE_TIMES, GROUP_WORDS, type NoBandReason, PLACE_WORDS, REASON_WORDS } from "./benchmark-words.ts";

/** "5 studies: 95 + 40 healthy women, 5 + 1 women with PLO and 33 by contrast". */
export function saySelection(site: SiteBenchmark, t: Terms): string {
  const { studies, groups } = benchmarkSelection(site);
  const parts = groups.map(({ kind, points }) => say(GROUP_WORDS[kind], { women: womenOf(points) }, t));
  return t.lang === "zh"
    ? `${studies}项研究：${parts.join("，")}`
    : `${studies} ${t.count(studies, "study", "studies")}: ${t.list(parts)}`;
}

/** "Kalkwarf 1997, Hong 2018": the studies of the band. */
export function studiesOf(site: SiteBenchmark, t: Terms): string {
  return t.series(site.points.filter(({ use }) => use === "fit").map(({ label }) => label));
}

/** "6–60", months after weaning that the band covers; `undefined` without a band. */
export function coveredMonths(site: SiteBenchmark, t: Terms): string | undefined {
  if (site.kind === "noBand") return undefined;
  return `${t.months(site.fromMonths)}${RANGE_DASH[t.lang]}${t.months(site.toMonths)}`;
}

/** Why there is no comparison or no band, as a clause. */
export function sayNotCompared(reason: NotComparedReason | NoBandReason, site: SiteBenchmark, t: Terms): string {
  const facts = {
    studies: benchmarkSelection(site).studies,
    fewest: benchmarkKnowledge.fewestStudies.value,
    months: coveredMonths(site, t),
  };
  return say(REASON_WORDS[reason], facts, t);
}

/** "above the band of change without a drug"; every place that readings of inexact times allow. */
export function sayPlace(
  { place, places, isWhole }: ComparedChange,
  t: Terms,
  words: typeof PLACE_WORDS = PLACE_WORDS,
): string {
  if (place !== "depends") return t.text(words[place]);
  const all = isWhole ? places : [...places, "beyond" as const];
  return say(BY_THE_TIMES, { places: all.map((each) => t.text(words[each])) }, t);
}

/** The place of one change, or why it has none. */
export function sayPlaceOf(view: CaseView, response: BmdResponse, benchmark: Benchmark, t: Terms): string {
  const comparison = compareWithBenchmark(view, response, benchmark);
  if (comparison.kind === "compared") return sayPlace(comparison, t);
  const reason = sayNotCompared(comparison.reason, benchmark[response.site], t);
  return t.lang === "zh" ? `未与未用药变化比较：${reason}` : `not set beside the change without a drug: ${reason}`;
}

function womenOf(points: readonly BenchmarkPoint[]): string {
  return points.flatMap(({ women }) => (women === undefined ? [] : [String(women)])).join(" + ");
}
