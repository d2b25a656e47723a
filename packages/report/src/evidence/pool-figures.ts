import type { Terms, Text } from "@materbone/clinical";
import {
  baujatPlaces,
  type GainOverTime,
  gainLine,
  type PooledRow,
  type StratumPool,
  stratumKey,
  type TreatmentPool,
} from "@materbone/evidence";
import type { BaujatData } from "../figures/evidence/baujat-figure.ts";
import type { BubbleData } from "../figures/evidence/bubble-data.ts";
import type { GalbraithData } from "../figures/evidence/galbraith-figure.ts";
import { bothLanguages } from "./both-languages.ts";
import { changeQuantity } from "./change-quantity.ts";
import { evidenceSite, stratumName, TREATMENT_WORDS } from "./literature-words.ts";

/** Which studies of a pooled effect make its heterogeneity and which move it; `undefined` where nothing is pooled. */
export function evidenceBaujat(stratum: StratumPool, pool: TreatmentPool): BaujatData | undefined {
  if (pool.withSingles.kind === "notPooled") return undefined;
  const places = baujatPlaces(pool.withSingles.fit);
  return {
    id: poolId("baujat", stratum, pool),
    title: poolTitle(stratum, pool),
    points: pool.rows.flatMap((row, position) => {
      const place = places[position];
      return place === undefined
        ? []
        : [{ at: placeOf(row), study: row.label, ...place, isSingleWoman: row.isSingleWomen }];
    }),
  };
}

/** Standardised effects against precision; `undefined` where nothing is pooled. */
export function evidenceGalbraith(stratum: StratumPool, pool: TreatmentPool): GalbraithData | undefined {
  if (pool.withSingles.kind === "notPooled") return undefined;
  const { fit } = pool.withSingles;
  const estimate = fit.coefficients[0]?.estimate;
  if (estimate === undefined) return undefined;
  return {
    id: poolId("galbraith", stratum, pool),
    title: poolTitle(stratum, pool),
    quantity: changeQuantity(stratum.stratum.site, stratum.stratum.metric),
    points: pool.rows.map((row) => ({
      at: placeOf(row),
      study: row.label,
      estimate: row.yi,
      se: Math.sqrt(row.vi + fit.tau2),
      isSingleWoman: row.isSingleWomen,
    })),
    pooled: { label: { en: "pooled", zh: "合并值" }, estimate },
  };
}

/** Gains against months under one treatment with the line, its confidence and prediction band. */
export function evidenceBubble(gain: GainOverTime): BubbleData {
  const { site, treatment, rows, fit } = gain;
  const months = rows.map((row) => row.months);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const at = Array.from({ length: LINE_POINTS + 1 }, (_, step) => first + ((last - first) * step) / LINE_POINTS);
  const lines = gainLine(gain, at);
  const weights = rows.map(({ vi }) => 1 / (vi + fit.tau2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    id: `bubble-${site}-${treatment}`,
    title: bothLanguages((t) => bubbleTitle(evidenceSite(site, t), t.text(TREATMENT_WORDS[treatment]), t)),
    quantity: changeQuantity(site, "percentChange"),
    moderator: {
      name: { en: "time since the first scan", zh: "首次检查后时间" },
      unit: { en: "months", zh: "月" },
      decimals: 0,
      isMonths: true,
    },
    points: rows.map((row, position) => ({
      at: placeOf(row),
      study: row.label,
      x: row.months,
      estimate: row.yi,
      weightPercent: (100 * (weights[position] ?? 0)) / total,
      isSingleWoman: row.isSingleWomen,
    })),
    line: at.flatMap((x, position) => {
      const line = lines[position];
      if (line === undefined) return [];
      const pi = line.prediction.kind === "interval" ? { pi: line.prediction } : {};
      return [{ x, fit: line.estimate, ci: { lower: line.ciLower, upper: line.ciUpper }, ...pi }];
    }),
    notes: [bothLanguages((t) => slopeSentence(gain, t)), DEPENDENT],
  };
}

/** Steps of a drawn line. */
const LINE_POINTS = 24;

const DEPENDENT: Text = {
  en: "Each arm stands once, at its last time. Time since weaning is seldom reported, so the line is not a course of women.",
  zh: "每组仅取末次时间。停止哺乳时间很少报告，故该线并非个体变化过程。",
};

function slopeSentence({ fit }: GainOverTime, t: Terms): string {
  const slope = fit.coefficients[1];
  if (slope === undefined) return "";
  const [value, lower, upper] = [slope.estimate, slope.ciLower, slope.ciUpper].map((each) => t.signed(each * 12, 1));
  if (t.lang === "zh") return `每年变化${value}个百分点（95%CI ${lower}～${upper}）。`;
  return `Slope ${value} points per year (95% CI ${lower} to ${upper}).`;
}

function bubbleTitle(site: string, treatment: string, t: Terms): string {
  return t.lang === "zh"
    ? `${treatment}：${site}骨密度变化与月数`
    : `Change of ${site} BMD against months, ${treatment}`;
}

export function poolTitle({ stratum }: StratumPool, { treatment }: TreatmentPool): Text {
  return bothLanguages((t) =>
    t.lang === "zh"
      ? `${stratumName(stratum, t)}，${TREATMENT_WORDS[treatment].zh}`
      : `${stratumName(stratum, t)}, ${TREATMENT_WORDS[treatment].en}`,
  );
}

export function poolId(kind: string, { stratum }: StratumPool, { treatment }: TreatmentPool): string {
  return `${kind}-${stratumKey(stratum).replaceAll("/", "-")}-${treatment}`;
}

export function placeOf(row: PooledRow): string {
  return row.members.map(({ key }) => key).join("+");
}
