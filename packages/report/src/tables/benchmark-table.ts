import { type CaseView, createTerms, type Lang, type LscSource, type Terms } from "@materbone/clinical";
import { type Benchmark, benchmarkKnowledge, benchmarkSelection } from "@materbone/evidence";
import { SHORT_PLACE_WORDS } from "../benchmark/benchmark-words.ts";
import {
  bandText,
  besideBenchmark,
  expectedText,
  PLACE_TONE,
  percentileText,
  type ResponseBeside,
} from "../benchmark/beside-benchmark.ts";
import { sayNotCompared, sayPlace } from "../benchmark/say-benchmark.ts";
import { sayCounted } from "../benchmark/say-counted.ts";
import { headed } from "../figures/time-words.ts";
import { scanName } from "../scan-name.ts";
import { printedMonthInterval } from "./printed.ts";
import { type Cell, cell, column, MISSING, plainTable, type Row, row, type Table } from "./table.ts";
import { titleOf } from "./title-of.ts";
import { TABLE_WORDS } from "./words.ts";

/** Every pair of scans of a woman beside the change without a drug: expected, range, percentile and place, or why not. */
export function benchmarkTable(view: CaseView, lsc: LscSource, benchmark: Benchmark, lang: Lang): Table {
  const t = createTerms(lang);
  const beside = besideBenchmark(view, lsc, benchmark);
  return plainTable(
    {
      id: `benchmark-${view.record.id}`,
      lang,
      title: titleOf(view, t.text(WORDS.title), t),
      footnotes: sayCounted(beside, t).map((text) => ({ text })),
    },
    [
      column("left"),
      column("left", true),
      column("right"),
      column("right"),
      column("right"),
      column("right"),
      column("right"),
      column("right"),
      column("left", true),
    ],
    [
      t.text(TABLE_WORDS.site),
      t.text(TABLE_WORDS.fromTo),
      t.text(TABLE_WORDS.months),
      "%",
      t.text(WORDS.expected),
      WORDS.range[lang](benchmarkKnowledge.levelPercent),
      t.text(WORDS.percentile),
      t.text(TABLE_WORDS.women),
      t.text(WORDS.place),
    ],
    beside.map((each) => besideRow(each, t)),
  );
}

function besideRow({ response, comparison, site }: ResponseBeside, t: Terms): Row {
  const change: readonly Cell[] = [
    cell(headed(t.site(response.site))),
    cell(`${scanName(response.from, t)} → ${scanName(response.to, t)}`),
  ];
  const percent = cell(t.signed(response.percent, 2));
  if (comparison.kind === "notCompared") {
    const dash = cell(MISSING[t.lang]);
    return row(
      ...change,
      dash,
      percent,
      dash,
      dash,
      dash,
      dash,
      cell(headed(sayNotCompared(comparison.reason, site, t))),
    );
  }
  return row(
    ...change,
    cell(printedMonthInterval(comparison.monthsSinceWeaning, t)),
    percent,
    cell(expectedText(comparison, t)),
    cell(bandText(comparison, t)),
    cell(percentileText(comparison, t)),
    cell(String(benchmarkSelection(site).women)),
    cell(headed(sayPlace(comparison, t, SHORT_PLACE_WORDS)), { tone: PLACE_TONE[comparison.place] }),
  );
}

const WORDS = {
  title: {
    en: "BMD beside the untreated change after weaning, no bone drug (months from weaning to the later scan)",
    zh: "BMD变化与停止哺乳后未用药变化的比较（月数自停止哺乳至复查）",
  },
  expected: { en: "Expected, %", zh: "预期（%）" },
  range: { en: (level: number): string => `${level}% range`, zh: (level: number): string => `${level}%范围` },
  percentile: { en: "Percentile", zh: "百分位" },
  place: { en: "The change lies", zh: "所处位置" },
} as const;
