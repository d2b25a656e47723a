import { say, type Terms } from "@materbone/clinical";
import {
  type BenchmarkPoint,
  benchmarkKnowledge,
  benchmarkSelection,
  type NotComparedReason,
  type SiteBenchmark,
} from "@materbone/evidence";
import { RANGE_DASH } from "../tables/printed.ts";
import { GROUP_WORDS, type NoBandReason, REASON_WORDS } from "./benchmark-words.ts";

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
export function sayReason(reason: NotComparedReason | NoBandReason, site: SiteBenchmark, t: Terms): string {
  const facts = {
    studies: benchmarkSelection(site).studies,
    fewest: benchmarkKnowledge.fewestStudies.value,
    months: coveredMonths(site, t),
  };
  return say(REASON_WORDS[reason], facts, t);
}

function womenOf(points: readonly BenchmarkPoint[]): string {
  return points.flatMap(({ women }) => (women === undefined ? [] : [String(women)])).join(" + ");
}
