import type { Terms, Text } from "@materbone/clinical";
import {
  type ArmTreatment,
  type Benchmark,
  type EvidenceRow,
  expectationAt,
  type PooledEstimate,
  type PooledRow,
  type poolingKnowledge,
  type StratumPool,
  stratumKey,
  type TreatmentPool,
  twoSidedZ,
  weightsPercent,
} from "@materbone/evidence";
import type {
  DrugClass,
  Prediction,
  SinglesKept,
  StatisticBadge,
  UntreatedBand,
} from "../figures/evidence/evidence-figure-data.ts";
import type { ForestData, ForestGroup, ForestPooled, ForestRow } from "../figures/evidence/forest-data.ts";
import { bothLanguages } from "./both-languages.ts";
import { changeQuantity } from "./change-quantity.ts";
import { isUnlike, NO_PREDICTION_WORDS, NOT_POOLED_WORDS } from "./estimate-words.ts";
import {
  EXCLUSION_WORDS,
  evidenceSite,
  METRIC_WORDS,
  SD_SENTENCE,
  stratumName,
  TREATMENT_WORDS,
  WINDOW_WORDS,
} from "./literature-words.ts";
import { statisticBadge } from "./statistic-badge.ts";

/** The forest plot of one stratum: a group for each treatment, with and without single women, nothing across treatments. */
export function evidenceForest(pool: StratumPool, benchmark: Benchmark): ForestData {
  const { stratum } = pool;
  const site = bothLanguages((t) => evidenceSite(stratum.site, t));
  return {
    id: `forest-${stratumKey(stratum).replaceAll("/", "-")}`,
    title: bothLanguages((t) => stratumName(stratum, t)),
    quantity: changeQuantity(stratum.site, stratum.metric),
    level: LEVEL,
    overall: [],
    groups: pool.pools.map((each) => forestGroup(each, pool, site, benchmark)),
    domain: DOMAIN,
    notes: [bothLanguages((t) => sentence(SD_SENTENCE[t.lang]({ sd: pool.sd }, t), t)), ROW_INTERVAL],
  };
}

const LEVEL = 95;

/** A t interval of so few women would be wider; the row would then not agree with the script for metafor. */
const ROW_INTERVAL: Text = {
  en: "The interval of a row is its value ± 1.96 standard errors (normal), as metafor draws it; with few women a t interval would be wider.",
  zh: "各行区间为数值±1.96个标准误（正态分布），与metafor一致；例数少时按t分布的区间更宽。",
};

/** Two studies of single women give intervals of a hundred points: the axis stops where bone density can still go. */
const DOMAIN = [-30, 60] as const;

export const DRUG_CLASS_OF: Readonly<Record<ArmTreatment, DrugClass>> = {
  bisphosphonate: "bisphosphonate",
  teriparatide: "teriparatide",
  denosumab: "denosumab",
  romosozumab: "romosozumab",
  strontium: "other",
  other: "other",
  sequence: "sequence",
  mixed: "mixed",
  afterStopping: "other",
  calciumVitaminD: "calciumVitaminD",
  none: "untreated",
  difference: "other",
};

function forestGroup(pool: TreatmentPool, stratum: StratumPool, site: Text, benchmark: Benchmark): ForestGroup {
  const { metric, window } = stratum.stratum;
  const weights = pool.withSingles.kind === "pooled" ? weightsPercent(pool.withSingles.fit, pool.rows) : [];
  const left = pool.exclusions.flatMap(({ row }) =>
    row.reading?.value === undefined || row.women === undefined ? [] : [row],
  );
  return {
    label: TREATMENT_WORDS[pool.treatment],
    stratum: {
      site,
      window: window === undefined ? METRIC_WORDS[metric] : WINDOW_WORDS[window],
      metric: METRIC_WORDS[metric],
    },
    rows: [
      ...pool.rows.map((row, position) => pooledForestRow(row, pool.treatment, weights[position])),
      ...left.map((row) => openForestRow(row, pool.treatment)),
    ],
    pooled: pooledOf(pool, stratumKey(stratum.stratum)),
    untreated: untreatedBand(stratum, pool.treatment, benchmark),
    notes: notesOf(pool),
  };
}

function pooledForestRow(row: PooledRow, treatment: ArmTreatment, weightPercent: number | undefined): ForestRow {
  // Normal, as metafor draws a study from yi and vi, whatever the number of women.
  const reach = twoSidedZ((100 - LEVEL) / 100) * Math.sqrt(row.vi);
  const badges: StatisticBadge[] = [...new Set(row.members.map(({ reading }) => statisticBadge(reading?.statistic)))];
  if (row.sd.kind !== "reported") badges.push("imputedSd");
  return {
    at: row.members.map(({ key }) => key).join("+"),
    study: row.label,
    women: row.women,
    months: commonMonths(row.members),
    drug: TREATMENT_WORDS[treatment],
    badges,
    estimate: row.yi,
    ciLower: row.yi - reach,
    ciUpper: row.yi + reach,
    weightPercent,
  };
}

/** A value that enters no fit: an open mark without an interval. */
function openForestRow(row: EvidenceRow, treatment: ArmTreatment): ForestRow {
  return {
    at: row.key,
    study: row.study.label,
    women: row.women ?? 1,
    months: commonMonths([row]),
    drug: TREATMENT_WORDS[treatment],
    badges: [statisticBadge(row.reading?.statistic)],
    estimate: row.reading?.value ?? 0,
  };
}

function commonMonths(rows: readonly EvidenceRow[]): number | undefined {
  const months = rows.map((row) => (row.months?.earliest === row.months?.latest ? row.months?.earliest : undefined));
  return months.every((month) => month === months[0]) ? months[0] : undefined;
}

function pooledOf(pool: TreatmentPool, key: string): readonly ForestPooled[] {
  const hasSingles = pool.rows.some(({ isSingleWomen }) => isSingleWomen);
  const all = pooledEffect(pool.withSingles, `${key}/${pool.treatment}/all`, hasSingles ? "kept" : "none");
  if (!hasSingles) return all;
  return [...all, ...pooledEffect(pool.withoutSingles, `${key}/${pool.treatment}/series`, "leftOut")];
}

function pooledEffect(estimate: PooledEstimate, at: string, singles: SinglesKept): readonly ForestPooled[] {
  if (estimate.kind === "notPooled") return [];
  const coefficient = estimate.fit.coefficients[0];
  if (coefficient === undefined) return [];
  return [
    {
      at,
      label: POOLED_LABEL[singles],
      studies: estimate.fit.k,
      women: estimate.women,
      singles,
      estimate: coefficient.estimate,
      lower: coefficient.ciLower,
      upper: coefficient.ciUpper,
      prediction: predictionOf(estimate.prediction),
    },
  ];
}

const POOLED_LABEL: Readonly<Record<SinglesKept, Text>> = {
  kept: { en: "Pooled, with single women", zh: "合并（含单例）" },
  leftOut: { en: "Pooled, without single women", zh: "合并（不含单例）" },
  none: { en: "Pooled", zh: "合并" },
};

function predictionOf(prediction: Extract<PooledEstimate, { kind: "pooled" }>["prediction"]): Prediction {
  if (prediction.kind === "interval") return prediction;
  return { kind: "notGiven", reason: NO_PREDICTION_WORDS[prediction.reason] };
}

/** One woman without a drug at the middle of the window; nothing for changes per year, nor behind untreated women. */
function untreatedBand(
  { stratum }: StratumPool,
  treatment: ArmTreatment,
  benchmark: Benchmark,
): UntreatedBand | undefined {
  const band = benchmark[stratum.site];
  const months = stratum.window === undefined ? undefined : NOMINAL_MONTHS[stratum.window];
  if (band.kind === "noBand" || months === undefined || treatment === "none" || treatment === "calciumVitaminD") {
    return undefined;
  }
  const expectation = expectationAt(band, 0, months);
  if (expectation === undefined) return undefined;
  return {
    at: `untreated/${stratumKey(stratum)}/${treatment}`,
    label: { en: `one woman without a drug, month ${months} after weaning`, zh: `未用药个体，停止哺乳后${months}个月` },
    lower: expectation.lowerPercent,
    upper: expectation.upperPercent,
    estimate: expectation.expectedPercent,
  };
}

/** The time that a window is named for. */
export const NOMINAL_MONTHS: Readonly<
  Record<(typeof poolingKnowledge.windows.list)[number]["id"], number | undefined>
> = {
  month6: 6,
  month12: 12,
  month24: 24,
  month36: 36,
  later: undefined,
};

/** Studies left out, each once for a reason, and why there is no second diamond or none at all. */
function notesOf(pool: TreatmentPool): readonly Text[] {
  const leftOut = new Map(
    pool.exclusions.map(({ row, reason }) => [`${row.study.label}/${reason}`, { study: row.study.label, reason }]),
  );
  const notes = [...leftOut.values()].map(({ study, reason }) => leftOutNote(study, EXCLUSION_WORDS[reason]));
  const { withSingles, withoutSingles } = pool;
  if (withSingles.kind === "pooled" && withoutSingles.kind === "notPooled") {
    const why = NOT_POOLED_WORDS[withoutSingles.reason];
    notes.push({ en: `Without single women: ${why.en}.`, zh: `不含单例：${why.zh}。` });
  }
  if (withSingles.kind === "pooled" && withSingles.prediction.kind === "interval" && withSingles.fit.tau2 === 0) {
    notes.push(NO_HETEROGENEITY);
  }
  if (isUnlike(pool)) notes.push(UNLIKE_NOTE);
  return notes;
}

const NO_HETEROGENEITY: Text = {
  en: "The heterogeneity between studies is estimated as 0, so the prediction interval is that of the pooled effect.",
  zh: "研究间异质性估计为0，故预测区间与合并效应的置信区间相同。",
};

const UNLIKE_NOTE: Text = {
  en: "No pooled effect: the courses are unlike each other and only stand side by side.",
  zh: "无合并效应：各研究用药过程不同，仅并列显示。",
};

function leftOutNote(study: string, reason: Text): Text {
  return { en: `${study} is not in the pooled effect: ${reason.en}.`, zh: `${study}未计入合并：${reason.zh}。` };
}

function sentence(words: string, t: Terms): string {
  return t.lang === "zh" ? `${words}。` : `${words}.`;
}
