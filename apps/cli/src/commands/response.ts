import { type Interval, openSeries, PERCENT_DECIMALS, roundHalfAway } from "@materbone/clinical";
import { benchmark, benchmarkSelection, shippedLiterature } from "@materbone/evidence";
import {
  BENCHMARK_WORDS,
  benchmarkTable,
  besideBenchmark,
  type ResponseBeside,
  renderText,
  responseTable,
  sayComparability,
} from "@materbone/report";
import type * as z from "zod";
import { EXIT, type Run } from "../command.ts";
import { readSource } from "../input/read-series.ts";
import { oneOf } from "../options.ts";
import { csvLine } from "../output/csv.ts";
import { jsonText, pair } from "../output/json.ts";
import type { responseShape } from "../output/shapes.ts";
import { textWidth, write } from "../terminal.ts";
import { words } from "../words.ts";
import { lscOption } from "./lsc-option.ts";
import { pickCases } from "./pick-cases.ts";

type ResponseRow = z.infer<typeof responseShape>["responses"][number];

type BenchmarkColumns = ResponseRow["benchmark"];

/**
 * Change of BMD between all pairs of scans, site by site, against the least significant change in use and beside the change
 * that is expected without a drug.
 */
export const response: Run = async (session, source, flags) => {
  const { world, lang, terms } = session;
  const format = oneOf("--format", String(flags.format ?? "text"), ["text", "json", "csv"]);
  const series = pickCases((await readSource(source)).series, flags.case);
  const lsc = await lscOption(flags.lsc, series);
  const { cases } = openSeries(series);
  const untreated = benchmark(shippedLiterature);
  if (format === "text") {
    for (const view of cases) {
      for (const table of [responseTable(view, lsc, lang), benchmarkTable(view, lsc, untreated, lang)]) {
        await write(world, `${renderText(table, { width: textWidth(world) })}\n`);
      }
    }
    await write(world, `${terms.text(words.researchUse)}\n`);
    return EXIT.done;
  }
  const responses = cases.flatMap((view) =>
    besideBenchmark(view, lsc, untreated).map((one) =>
      responseRow(view.record.id, one, one.response.reasons.map((reason) => sayComparability(reason, terms)).join(" ")),
    ),
  );
  if (format === "json") {
    const note = terms.text(BENCHMARK_WORDS.notAttributable);
    await write(world, jsonText({ note, responses } satisfies z.infer<typeof responseShape>));
    return EXIT.done;
  }
  await write(world, csvLine(COLUMNS));
  for (const row of responses) {
    const [slowest, fastest] = row.percentPerYear ?? [null, null];
    const { percentPerYear: _, months: __, benchmark: beside, ...rest } = row;
    const cells = { ...rest, percentPerYearLow: slowest, percentPerYearHigh: fastest, ...flat(beside) };
    await write(world, csvLine(COLUMNS.map((column) => cells[column])));
  }
  return EXIT.done;
};

const COLUMNS = [
  "case",
  "site",
  "from",
  "to",
  "deltaGPerCm2",
  "percent",
  "percentPerYearLow",
  "percentPerYearHigh",
  "deltaZ",
  "lscPercent",
  "exceedsLsc",
  "verdict",
  "reason",
  "benchmarkPlace",
  "benchmarkNotCompared",
  "monthsSinceWeaningLow",
  "monthsSinceWeaningHigh",
  "expectedPercentLow",
  "expectedPercentHigh",
  "lowerPercent",
  "upperPercent",
  "percentileLow",
  "percentileHigh",
  "benchmarkWomen",
  "benchmarkStudies",
] as const;

/** Digits of the machine output: the printed ones for the change, two more for rates, so that nothing hides behind 17 digits. */
const BMD_DECIMALS = 4;
const RATE_DECIMALS = 2;

function responseRow(caseId: string, beside: ResponseBeside, reason: string): ResponseRow {
  const { response: one } = beside;
  const rate = one.percentPerYear;
  return {
    case: caseId,
    site: one.site,
    from: one.from.entry.id,
    to: one.to.entry.id,
    deltaGPerCm2: roundHalfAway(one.deltaGPerCm2, BMD_DECIMALS),
    percent: roundHalfAway(one.percent, PERCENT_DECIMALS),
    percentPerYear:
      rate === undefined
        ? null
        : [roundHalfAway(rate.earliest, RATE_DECIMALS), roundHalfAway(rate.latest, RATE_DECIMALS)],
    months: pair(one.months),
    deltaZ: one.deltaZ ?? null,
    lscPercent: one.lscPercent === undefined ? null : roundHalfAway(one.lscPercent, PERCENT_DECIMALS),
    exceedsLsc: one.exceedsLsc ?? null,
    verdict: one.verdict,
    reason: reason === "" ? null : reason,
    benchmark: benchmarkColumns(beside),
  };
}

function benchmarkColumns({ comparison, site }: ResponseBeside): BenchmarkColumns {
  if (comparison.kind === "notCompared") return { ...NOT_COMPARED, notCompared: comparison.reason };
  const { women, studies } = benchmarkSelection(site);
  return {
    place: comparison.place,
    notCompared: null,
    monthsSinceWeaning: rounded(comparison.monthsSinceWeaning),
    expectedPercent: rounded(comparison.expectedPercent),
    lowerPercent: roundHalfAway(comparison.lowerPercent, RATE_DECIMALS),
    upperPercent: roundHalfAway(comparison.upperPercent, RATE_DECIMALS),
    percentile: rounded(comparison.percentile),
    women,
    studies,
  };
}

const NOT_COMPARED = {
  place: null,
  monthsSinceWeaning: null,
  expectedPercent: null,
  lowerPercent: null,
  upperPercent: null,
  percentile: null,
  women: null,
  studies: null,
} as const;

function rounded({ earliest, latest }: Interval): [number, number] {
  return [roundHalfAway(earliest, RATE_DECIMALS), roundHalfAway(latest, RATE_DECIMALS)];
}

function flat(beside: BenchmarkColumns) {
  const [monthsSinceWeaningLow, monthsSinceWeaningHigh] = beside.monthsSinceWeaning ?? [null, null];
  const [expectedPercentLow, expectedPercentHigh] = beside.expectedPercent ?? [null, null];
  const [percentileLow, percentileHigh] = beside.percentile ?? [null, null];
  return {
    benchmarkPlace: beside.place,
    benchmarkNotCompared: beside.notCompared,
    monthsSinceWeaningLow,
    monthsSinceWeaningHigh,
    expectedPercentLow,
    expectedPercentHigh,
    lowerPercent: beside.lowerPercent,
    upperPercent: beside.upperPercent,
    percentileLow,
    percentileHigh,
    benchmarkWomen: beside.women,
    benchmarkStudies: beside.studies,
  };
}
