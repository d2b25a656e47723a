import {
  type BmdResponse,
  bmdResponses,
  type CaseView,
  type Finding,
  firstToLast,
  type LscSource,
  type Phrase,
  SKELETAL_SITES,
  say,
  sayFinding,
  type Terms,
} from "@materbone/clinical";
import {
  type BenchmarkPoint,
  type ComparedChange,
  compareWithBenchmark,
  compareWithoutEach,
  type TestedBenchmark,
} from "@materbone/evidence";
import { headed } from "../figures/time-words.ts";
import { scanName } from "../scan-name.ts";
import { sayComparability } from "../tables/comparability.ts";
import { printedMonthInterval } from "../tables/printed.ts";
import { BENCHMARK_WORDS } from "./benchmark-words.ts";
import { bandText, percentileText } from "./beside-benchmark.ts";
import { measureQuestions } from "./measure-questions.ts";
import { sayNotCompared, sayPlace } from "./say-benchmark.ts";
import { sayFragility } from "./say-fragility.ts";

/** What can be said of one change beside the change without a drug, and what else may have moved it. */
export type BenchmarkStatement = {
  readonly response: BmdResponse;
  readonly place: ComparedChange["place"] | undefined;
  readonly sentence: string;
  /** What in the record, the literature and the band itself asks for caution. */
  readonly cautions: readonly string[];
};

/**
 * First to last scan of each site beside the change without a drug, measured: where it lies, what questions the record raises
 * about the measurement, which untreated women gained as much, and what single studies decide.
 *
 * @param found - findings of the woman
 */
export function benchmarkStatements(
  view: CaseView,
  lsc: LscSource,
  tested: TestedBenchmark,
  found: readonly Finding[],
  t: Terms,
): readonly BenchmarkStatement[] {
  const responses = bmdResponses(view, lsc);
  return SKELETAL_SITES.flatMap((site) => {
    const response = firstToLast(responses, site);
    return response === undefined ? [] : [statement(view, response, tested, found, t)];
  });
}

function statement(
  view: CaseView,
  response: BmdResponse,
  tested: TestedBenchmark,
  found: readonly Finding[],
  t: Terms,
): BenchmarkStatement {
  const comparison = compareWithBenchmark(view, response, tested.benchmark);
  const site = tested.benchmark[response.site];
  const change = {
    site: headed(t.site(response.site)),
    pair: `${scanName(response.from, t)} → ${scanName(response.to, t)}`,
    percent: t.signed(response.percent, 2),
  };
  if (comparison.kind === "notCompared") {
    const reason = sayNotCompared(comparison.reason, site, t);
    return { response, place: undefined, sentence: say(NOT_COMPARED, { ...change, reason }, t), cautions: [] };
  }
  const facts = {
    ...change,
    place: sayPlace(comparison, t),
    band: bandText(comparison, t),
    months: printedMonthInterval(comparison.monthsSinceWeaning, t),
    isRange: comparison.monthsSinceWeaning.earliest < comparison.monthsSinceWeaning.latest,
    percentile: percentileText(comparison, t),
  };
  return {
    response,
    place: comparison.place,
    sentence: [
      say(COMPARED, facts, t),
      ...(comparison.place === "depends" ? [] : [t.text(MEANING[comparison.place])]),
      t.text(BENCHMARK_WORDS.notAttributable),
    ].join(t.lang === "zh" ? "" : " "),
    cautions: [
      ...response.reasons.map((reason) => say(NOT_LIKE_FOR_LIKE, { reason: sayComparability(reason, t) }, t)),
      ...measureQuestions(found, response).map((finding) => sayFinding(finding, t)),
      ...(comparison.place === "above" || comparison.place === "depends"
        ? untreatedAsHigh(site.points, response.percent).map((point) => sayUntreated(point, t))
        : []),
      sayFragility(comparison, compareWithoutEach(view, response, tested), t),
    ],
  };
}

/** Single untreated women outside the band who gained as much. */
function untreatedAsHigh(points: readonly BenchmarkPoint[], percent: number): readonly BenchmarkPoint[] {
  return points.filter((point) => point.use === "shown" && point.percent !== undefined && point.percent >= percent);
}

function sayUntreated(point: BenchmarkPoint, t: Terms): string {
  const facts = {
    women: point.women,
    percent: t.signed(point.percent ?? 0, 1),
    months: t.months(point.monthsSinceWeaning),
    study: point.label,
    because: t.text(point.because),
  };
  return say(UNTREATED, facts, t);
}

type ChangeFacts = Readonly<Record<"site" | "pair" | "percent", string>>;

const COMPARED: Phrase<
  ChangeFacts & Readonly<Record<"place" | "band" | "months" | "percentile", string>> & { readonly isRange: boolean }
> = {
  en: ({ site, pair, percent, place, band, months, isRange, percentile }) =>
    `${site}, ${pair}: ${percent}% lies ${place} (${band}% at month${isRange ? "s" : ""} ${months} after weaning; percentile ${percentile}).`,
  zh: ({ site, pair, percent, place, band, months, percentile }) =>
    `${site}（${pair}）：${percent}%，${place}（停止哺乳后${months}个月为${band}%；百分位${percentile}）。`,
};

const NOT_COMPARED: Phrase<ChangeFacts & { readonly reason: string }> = {
  en: ({ site, pair, percent, reason }) => `${site}, ${pair}: ${percent}%, not compared: ${reason}.`,
  zh: ({ site, pair, percent, reason }) => `${site}（${pair}）：${percent}%，未作比较：${reason}。`,
};

/** What a place does and does not say. */
const MEANING = {
  inside: {
    en: "A change of this size is seen without a drug as well.",
    zh: "不用药者也可出现这一幅度的变化。",
  },
  above: {
    en: "That is more than is expected without a drug, and may still not be the drug.",
    zh: "超过不用药时的预期，但未必由药物所致。",
  },
  below: {
    en: "That is less than is expected without a drug.",
    zh: "低于不用药时的预期。",
  },
} as const;

const NOT_LIKE_FOR_LIKE: Phrase<{ readonly reason: string }> = {
  en: ({ reason }) => `The two scans are not like for like: ${reason}.`,
  zh: ({ reason }) => `两次检查不可直接比较：${reason}。`,
};

const UNTREATED: Phrase<{
  readonly women: number | undefined;
  readonly percent: string;
  readonly months: string;
  readonly study: string;
  readonly because: string;
}> = {
  en: ({ women, percent, months, study, because }) =>
    `${women === 1 ? "One untreated woman" : "Untreated women"} of the literature changed by ${percent}% in ${months} months (${study}); not in the band: ${because}.`,
  zh: ({ women, percent, months, study, because }) =>
    `文献中${women === 1 ? "1例" : ""}未治疗患者${months}个月内变化${percent}%（${study}）；未计入范围：${because}。`,
};
