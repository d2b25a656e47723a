import type { Terms } from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { BENCHMARK_WORDS } from "./benchmark-words.ts";
import type { ResponseBeside } from "./beside-benchmark.ts";
import { coveredMonths, saySelection, studiesOf } from "./say-benchmark.ts";

/** Sentences under a comparison: whom each band counts, that it is no control group, and that no cause is named. */
export function sayCounted(beside: readonly ResponseBeside[], t: Terms): readonly string[] {
  if (beside.length === 0) return [];
  const bands = new Map(beside.flatMap(({ site }) => (site.kind === "band" ? [[site.site, site] as const] : [])));
  const counted = [...bands.values()].map((site) =>
    BAND[t.lang]({
      site: headed(t.site(site.site)),
      months: coveredMonths(site, t) ?? "",
      selection: saySelection(site, t),
      studies: studiesOf(site, t),
    }),
  );
  const fixed = [BENCHMARK_WORDS.countsAsNone, BENCHMARK_WORDS.notControl, BENCHMARK_WORDS.notAttributable];
  return [...counted, fixed.map(t.text).join(t.lang === "zh" ? "" : " ")];
}

type BandFacts = Readonly<Record<"site" | "months" | "selection" | "studies", string>>;

const BAND = {
  en: ({ site, months, selection, studies }: BandFacts): string =>
    `${site}, months ${months} after weaning, ${selection} (${studies}).`,
  zh: ({ site, months, selection, studies }: BandFacts): string =>
    `${site}：停止哺乳后${months}个月，${selection}（${studies}）。`,
};
