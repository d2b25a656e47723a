import { fitMeta, INTERCEPT } from "../meta/fit-meta.ts";
import type { Design, MetaFit } from "../meta/meta-fit.ts";
import { type Prediction, predictMeta } from "../meta/predict-meta.ts";
import { type WomenSd, womenSdAt } from "./between-women-sd.ts";
import { withoutSharedWomen } from "./cohorts.ts";
import type { EvidenceRow } from "./evidence-row.ts";
import { type ArmTreatment, isOneTreatment } from "./literature-record.ts";
import { type PooledRow, pooledRows } from "./pooled-row.ts";
import { type PooledSite, stratify } from "./stratum.ts";
import type { Synthesis } from "./synthesis.ts";

/** Gain of one arm at its last time. */
export type GainRow = PooledRow & { readonly months: number };

/** Meta-regression of the gain on months under one treatment; each arm stands once, at its last time. */
export type GainOverTime = {
  readonly site: PooledSite;
  readonly treatment: ArmTreatment;
  readonly rows: readonly GainRow[];
  readonly sd: WomenSd;
  readonly fit: MetaFit;
};

/** Why there is no regression. */
export type NoRegression = {
  readonly kind: "notFitted";
  readonly reason: "fewerThanFourRows" | "oneTime" | "unlikeCourses";
};

/** Fewer rows than this leave no more than one degree of freedom to a line. */
const FEWEST_ROWS = 4;

/**
 * How the gain goes with months since the first scan under a treatment.
 *
 * Arms of one study are different women and stand apart, each at its last time, so that no woman counts twice; what they share
 * as a study is left out of account.
 */
export function gainOverTime(
  synthesis: Synthesis,
  site: PooledSite,
  treatment: ArmTreatment,
): ({ readonly kind: "fitted" } & GainOverTime) | NoRegression {
  if (!isOneTreatment(treatment)) return { kind: "notFitted", reason: "unlikeCourses" };
  const sd = womenSdAt(site, synthesis.rows, synthesis.choices.sd);
  const candidates = stratify(synthesis.rows).strata.flatMap(({ stratum, byTreatment }) =>
    stratum.site === site && stratum.metric === "percentChange" ? (byTreatment.get(treatment) ?? []) : [],
  );
  const { countPossibleOnce, readNotStatedAsMean } = synthesis.choices;
  // Only a row that could enter the fit may push out another with the same women, be it an earlier one of its arm.
  const unusable = new Set(pooledRows(candidates, sd, readNotStatedAsMean).exclusions.map(({ row }) => row));
  const usable = candidates.filter((row) => !unusable.has(row));
  const { kept } = withoutSharedWomen(lastOfEachArm(usable), { countPossibleOnce });
  const rows = kept.flatMap((row): GainRow[] => {
    const [pooled] = pooledRows([row], sd, readNotStatedAsMean).rows;
    return pooled === undefined || row.months === undefined ? [] : [{ ...pooled, months: row.months.latest }];
  });
  if (rows.length < FEWEST_ROWS) return { kind: "notFitted", reason: "fewerThanFourRows" };
  if (new Set(rows.map(({ months }) => months)).size < 2) return { kind: "notFitted", reason: "oneTime" };
  const fit = fitMeta(
    { yi: Float64Array.from(rows, ({ yi }) => yi), vi: Float64Array.from(rows, ({ vi }) => vi) },
    lineDesign(rows.map(({ months }) => months)),
    { method: "REML", test: "adhoc" },
  );
  return { kind: "fitted", site, treatment, rows, sd, fit };
}

/** The line with its confidence and prediction interval at given months. */
export function gainLine({ fit }: GainOverTime, months: readonly number[]): readonly Prediction[] {
  return predictMeta(fit, lineDesign(months).x);
}

function lineDesign(months: readonly number[]): Design {
  return { names: [INTERCEPT, "months"], x: Float64Array.from(months.flatMap((month) => [1, month])) };
}

function lastOfEachArm(rows: readonly EvidenceRow[]): readonly EvidenceRow[] {
  const last = new Map<string, EvidenceRow>();
  for (const row of rows) {
    const key = `${row.study.id}/${row.arm.id}`;
    const before = last.get(key)?.months?.latest ?? Number.NEGATIVE_INFINITY;
    if (row.months !== undefined && row.months.latest > before) last.set(key, row);
  }
  return [...last.values()];
}
