import { createTerms, type Lang, type Terms } from "@materbone/clinical";
import {
  type PooledEstimate,
  poolingKnowledge,
  type StratumPool,
  type Synthesis,
  type TreatmentPool,
} from "@materbone/evidence";
import { headed } from "../figures/time-words.ts";
import { type Cell, cell, column, linesCell, type Row, type RowGroup, type Table } from "../tables/table.ts";
import { isUnlike, NO_PREDICTION_WORDS, NOT_POOLED_WORDS } from "./estimate-words.ts";
import { SD_SENTENCE, stratumName, TREATMENT_WORDS } from "./literature-words.ts";

/** Pooled changes by stratum and treatment, with and without single women, and by other SDs between women. */
export function pooledTable(synthesis: Synthesis, lang: Lang): Table {
  const t = createTerms(lang);
  const strip = poolingKnowledge.assumedSdPoints.strip;
  const header = [
    t.text(WORDS.treatment),
    t.text(WORDS.studies),
    t.text(WORDS.women),
    t.text(WORDS.withSingles),
    t.text(WORDS.withoutSingles),
    ...strip.map((points) => WORDS.sd[lang](points)),
  ];
  return {
    id: "pooled",
    lang,
    title: t.text(WORDS.title),
    groupLabel: t.text(WORDS.stratum),
    blocks: [
      {
        columns: [
          column("left"),
          column("right"),
          column("right"),
          column("left", true),
          column("left", true),
          ...strip.map(() => column("left")),
        ],
        headerRows: [header.map((text) => cell(text))],
        groups: synthesis.strata.map((stratum) => group(stratum, t)),
      },
    ],
    footnotes: [{ text: t.text(WORDS.method) }, { text: t.text(WORDS.prediction) }, { text: t.text(WORDS.comparator) }],
  };
}

const WORDS = {
  title: { en: "Pooled change of bone density, like with like only", zh: "骨密度变化合并（仅同类合并）" },
  stratum: { en: "Stratum", zh: "分层" },
  treatment: { en: "Treatment", zh: "治疗" },
  studies: { en: "Studies", zh: "研究数" },
  women: { en: "Women", zh: "例数" },
  withSingles: { en: "With single women, % (95% CI) [PI]", zh: "含单例，%（95%CI）[预测区间]" },
  withoutSingles: { en: "Without single women", zh: "不含单例" },
  sd: {
    en: (points: number) => `SD ${points} points`,
    zh: (points: number) => `SD ${points}个百分点`,
  },
  method: {
    en: "Random effects by REML; intervals by the modified Knapp-Hartung rule. Last columns: with single women, the SD between women set to the figure.",
    zh: "随机效应模型（REML），区间采用修正 Knapp-Hartung 法。末几列为含单例、个体间 SD 取该值时的结果。",
  },
  prediction: {
    en: "[PI]: where the mean of another study is expected; not given for fewer than three studies.",
    zh: "[预测区间]：另一研究均值的预期范围；研究少于 3 项时不给出。",
  },
  comparator: {
    en: "A change after weaning is not attributable to a drug without a comparator.",
    zh: "停止哺乳后的变化在无对照时不能归因于药物。",
  },
} as const;

function group(stratum: StratumPool, t: Terms): RowGroup {
  const name = headed(stratumName(stratum.stratum, t));
  const sd = SD_SENTENCE[t.lang]({ sd: stratum.sd }, t);
  const heading = cell(t.lang === "zh" ? `${name}（${sd}）` : `${name} (${sd})`);
  return { heading, rows: stratum.pools.filter(({ rows }) => rows.length > 0).map((pool) => poolRow(pool, t)) };
}

function poolRow(pool: TreatmentPool, t: Terms): Row {
  const women = pool.rows.reduce((sum, each) => sum + each.women, 0);
  return {
    cells: [
      cell(headed(t.text(TREATMENT_WORDS[pool.treatment]))),
      cell(String(pool.rows.length)),
      cell(String(women)),
      isUnlike(pool) ? unlikeCell(pool, t) : estimateCell(pool.withSingles, t, pool.rows[0]?.yi),
      isUnlike(pool) ? cell("–") : estimateCell(pool.withoutSingles, t),
      ...pool.strip.map(({ withSingles }) => cell(short(withSingles, t))),
    ],
  };
}

/** Every study with its own value, and why there is no number for all. */
function unlikeCell({ rows }: TreatmentPool, t: Terms): Cell {
  const why = headed(t.text(NOT_POOLED_WORDS.unlikeCourses));
  return linesCell([...rows.map(({ label, yi }) => `${label} ${t.signed(yi, 1)}`), why], { tone: "quiet" });
}

/** @param only - the value of the one study there is, which needs no pooling */
function estimateCell(estimate: PooledEstimate, t: Terms, only?: number): Cell {
  if (estimate.kind === "notPooled") {
    const why = headed(t.text(NOT_POOLED_WORDS[estimate.reason]));
    if (estimate.reason === "noStudy" || only === undefined) return cell(why, { tone: "quiet" });
    return linesCell([t.signed(only, 1), why], { tone: "quiet" });
  }
  const { prediction } = estimate;
  const next =
    prediction.kind === "interval"
      ? `[${span(prediction.lower, prediction.upper, t)}]`
      : `[${t.text(NO_PREDICTION_WORDS[prediction.reason])}]`;
  return linesCell([short(estimate, t), next]);
}

function short(estimate: PooledEstimate, t: Terms): string {
  if (estimate.kind === "notPooled") return "–";
  const {
    estimate: value = Number.NaN,
    ciLower = Number.NaN,
    ciUpper = Number.NaN,
  } = estimate.fit.coefficients[0] ?? {};
  const interval = span(ciLower, ciUpper, t);
  return t.lang === "zh" ? `${t.signed(value, 1)}（${interval}）` : `${t.signed(value, 1)} (${interval})`;
}

function span(lower: number, upper: number, t: Terms): string {
  return t.lang === "zh"
    ? `${t.signed(lower, 1)}～${t.signed(upper, 1)}`
    : `${t.signed(lower, 1)} to ${t.signed(upper, 1)}`;
}
