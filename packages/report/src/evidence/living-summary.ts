import type { Phrase, Terms } from "@materbone/clinical";
import {
  type Benchmark,
  certaintyOf,
  type Expectation,
  expectationAt,
  gradeProfileOf,
  type Literature,
  type PooledEstimate,
  type StratumPool,
  type Synthesis,
  type TreatmentPool,
} from "@materbone/evidence";
import { headed } from "../figures/time-words.ts";
import { isUnlike, NO_PREDICTION_WORDS, NOT_POOLED_WORDS } from "./estimate-words.ts";
import { NOMINAL_MONTHS } from "./evidence-forest.ts";
import { GRADE_WORDS, stratumName, TREATMENT_WORDS } from "./literature-words.ts";

/**
 * What the literature says now, one paragraph for each treatment of each stratum that has a study; built from the numbers, so
 * it changes with them.
 */
export function livingSummary(
  literature: Literature,
  synthesis: Synthesis,
  benchmark: Benchmark,
  terms: Terms,
): readonly string[] {
  return synthesis.strata.flatMap((stratum) =>
    stratum.pools
      .filter(({ rows }) => rows.length > 0)
      .map((pool) => paragraph(literature, stratum, pool, benchmark, terms)),
  );
}

function paragraph(
  literature: Literature,
  { stratum }: StratumPool,
  pool: TreatmentPool,
  benchmark: Benchmark,
  terms: Terms,
): string {
  const profile = gradeProfileOf(literature.grade, {
    site: stratum.site,
    metric: stratum.metric,
    treatment: pool.treatment,
  });
  const months = stratum.window === undefined ? undefined : NOMINAL_MONTHS[stratum.window];
  const band = benchmark[stratum.site];
  const isDrug = pool.treatment !== "none" && pool.treatment !== "calciumVitaminD";
  const facts: Facts = {
    where: headed(stratumName(stratum, terms)),
    treatment: terms.text(TREATMENT_WORDS[pool.treatment]),
    studies: pool.rows.length,
    women: pool.rows.reduce((sum, { women }) => sum + women, 0),
    singles: pool.rows.filter(({ isSingleWomen }) => isSingleWomen).length,
    only: pool.rows.length === 1 ? pool.rows[0]?.yi : undefined,
    unlike: isUnlike(pool) ? pool.rows.map(({ label, yi }) => ({ label, yi })) : [],
    withSingles: pool.withSingles,
    withoutSingles: pool.withoutSingles,
    certainty: profile === undefined ? undefined : terms.text(GRADE_WORDS[certaintyOf(profile)]),
    untreated: isDrug && band.kind === "band" && months !== undefined ? expectationAt(band, 0, months) : undefined,
  };
  return SUMMARY[terms.lang](facts, terms);
}

type Facts = {
  readonly where: string;
  readonly treatment: string;
  readonly studies: number;
  readonly women: number;
  /** Studies that are single women. */
  readonly singles: number;
  /** The value of the one study there is. */
  readonly only: number | undefined;
  /** Studies whose courses are unlike each other, none where they are alike. */
  readonly unlike: readonly { readonly label: string; readonly yi: number }[];
  readonly withSingles: PooledEstimate;
  readonly withoutSingles: PooledEstimate;
  readonly certainty: string | undefined;
  readonly untreated: Expectation | undefined;
};

const SUMMARY: Phrase<Facts> = {
  en: (facts, t) => {
    const { studies, women, singles } = facts;
    const isPooled = facts.only === undefined && facts.unlike.length === 0;
    const count = `${studies} ${t.count(studies, "study", "studies")}, ${women} ${t.count(women, "woman", "women")}`;
    const ofSingles =
      singles === 0 ? "" : singles === studies ? ", single women only" : `, ${singles} of them single women`;
    return [
      `${facts.where}, ${facts.treatment}: ${count}${ofSingles}.`,
      facts.only === undefined ? "" : `The change was ${t.signed(facts.only, 1)}%.`,
      facts.unlike.length > 0
        ? `The courses are unlike each other and are not pooled; the changes were ${t.series(facts.unlike.map(({ label, yi }) => `${t.signed(yi, 1)}% (${label})`))}.`
        : "",
      isPooled ? `Pooled change ${estimateEn(facts.withSingles, t)}.` : "",
      isPooled && singles > 0 ? `Without single women: ${estimateEn(facts.withoutSingles, t)}.` : "",
      facts.certainty === undefined ? "" : `Certainty (GRADE): ${facts.certainty}.`,
      facts.untreated === undefined
        ? ""
        : `Without a drug, one woman whose first scan was at weaning would be expected at ${spanEn(facts.untreated, t)} by then; the difference is not attributable to the drug.`,
    ]
      .filter((part) => part !== "")
      .join(" ");
  },
  zh: (facts, t) => {
    const { studies, women, singles } = facts;
    const isPooled = facts.only === undefined && facts.unlike.length === 0;
    const ofSingles = singles === 0 ? "" : singles === studies ? "，均为单例" : `，其中${singles}项为单例`;
    return [
      `${facts.where}，${facts.treatment}：${studies}项研究，${women}例${ofSingles}。`,
      facts.only === undefined ? "" : `变化为${t.signed(facts.only, 1)}%。`,
      facts.unlike.length > 0
        ? `各研究用药过程不同，未作合并；变化分别为${t.series(facts.unlike.map(({ label, yi }) => `${t.signed(yi, 1)}%（${label}）`))}。`
        : "",
      isPooled ? `合并变化${estimateZh(facts.withSingles, t)}。` : "",
      isPooled && singles > 0 ? `不含单例：${estimateZh(facts.withoutSingles, t)}。` : "",
      facts.certainty === undefined ? "" : `证据质量（GRADE）：${facts.certainty}。`,
      facts.untreated === undefined
        ? ""
        : `若首次检查时停止哺乳，同期未用药个体的预期变化为${spanZh(facts.untreated, t)}；两者之差不能归因于药物。`,
    ].join("");
  },
};

function estimateEn(estimate: PooledEstimate, t: Terms): string {
  if (estimate.kind === "notPooled") return NOT_POOLED_WORDS[estimate.reason].en;
  const { value, lower, upper } = numbersOf(estimate, t);
  const { prediction } = estimate;
  const next =
    prediction.kind === "interval"
      ? `another study would be expected between ${t.signed(prediction.lower, 1)} and ${t.signed(prediction.upper, 1)}%`
      : `no prediction interval: ${NO_PREDICTION_WORDS[prediction.reason].en}`;
  return `${value}% (95% CI ${lower} to ${upper}; ${next})`;
}

function estimateZh(estimate: PooledEstimate, t: Terms): string {
  if (estimate.kind === "notPooled") return NOT_POOLED_WORDS[estimate.reason].zh;
  const { value, lower, upper } = numbersOf(estimate, t);
  const { prediction } = estimate;
  const next =
    prediction.kind === "interval"
      ? `预测区间${t.signed(prediction.lower, 1)}%～${t.signed(prediction.upper, 1)}%`
      : `无预测区间：${NO_PREDICTION_WORDS[prediction.reason].zh}`;
  return `${value}%（95%CI ${lower}%～${upper}%；${next}）`;
}

function numbersOf({ fit }: Extract<PooledEstimate, { kind: "pooled" }>, t: Terms) {
  const { estimate = Number.NaN, ciLower = Number.NaN, ciUpper = Number.NaN } = fit.coefficients[0] ?? {};
  return { value: t.signed(estimate, 1), lower: t.signed(ciLower, 1), upper: t.signed(ciUpper, 1) };
}

function spanEn({ expectedPercent, lowerPercent, upperPercent }: Expectation, t: Terms): string {
  return `${t.signed(expectedPercent, 1)}% (${t.signed(lowerPercent, 1)} to ${t.signed(upperPercent, 1)})`;
}

function spanZh({ expectedPercent, lowerPercent, upperPercent }: Expectation, t: Terms): string {
  return `${t.signed(expectedPercent, 1)}%（${t.signed(lowerPercent, 1)}%～${t.signed(upperPercent, 1)}%）`;
}
