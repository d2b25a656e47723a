import type { Interval } from "@materbone/clinical";
import { fitMeta } from "../meta/fit-meta.ts";
import type { IntervalOrReason, MetaFit } from "../meta/meta-fit.ts";
import { predictionInterval } from "../meta/predict-meta.ts";
import { type SdRule, type WomenSd, womenSdAt } from "./between-women-sd.ts";
import { withoutSharedWomen } from "./cohorts.ts";
import { type EvidenceRow, evidenceRows, type ReadingChoices } from "./evidence-row.ts";
import { ARM_TREATMENTS, type ArmTreatment, isOneTreatment, type Literature } from "./literature-record.ts";
import { type PooledRow, pooledRows } from "./pooled-row.ts";
import { poolingKnowledge, TIME_WINDOWS } from "./pooling-knowledge.ts";
import { type Exclusion, POOLED_METRICS, POOLED_SITES, type Stratum, type StratumRows, stratify } from "./stratum.ts";

/** Choices of the reader that decide what is pooled and how; each is shown beside the result it decides. */
export type SynthesisChoices = {
  readonly sd: SdRule;
  /** Take a value without a named statistic, or a bare median, as a mean. */
  readonly readNotStatedAsMean: boolean;
  /** Count cohorts that may share women once. */
  readonly countPossibleOnce: boolean;
  readonly readings: ReadingChoices;
};

export const DEFAULT_CHOICES: SynthesisChoices = {
  sd: { kind: "pooled" },
  readNotStatedAsMean: false,
  countPossibleOnce: true,
  readings: {},
};

/** A pooled effect, or why there is none. One study is its own estimate and needs no pooling. */
export type PooledEstimate =
  | {
      readonly kind: "pooled";
      readonly fit: MetaFit;
      readonly prediction: IntervalOrReason;
      readonly women: number;
    }
  | {
      readonly kind: "notPooled";
      /** `unlikeCourses`: drugs in sequence, together or interrupted, each in its own way. */
      readonly reason: "noStudy" | "oneStudy" | "unlikeCourses";
    };

/** One treatment in one stratum. */
export type TreatmentPool = {
  readonly treatment: ArmTreatment;
  readonly rows: readonly PooledRow[];
  /** Rows of the stratum that are in no fit. */
  readonly exclusions: readonly Exclusion[];
  /** REML with the modified Knapp-Hartung rule over all rows. */
  readonly withSingles: PooledEstimate;
  /** The same without studies that are single women. */
  readonly withoutSingles: PooledEstimate;
  /** The same two with other SDs between women, percentage points. */
  readonly strip: readonly {
    readonly sdPoints: number;
    readonly withSingles: PooledEstimate;
    readonly withoutSingles: PooledEstimate;
  }[];
};

export type StratumPool = {
  readonly stratum: Stratum;
  /** SD between women that stands in where a row reports none. */
  readonly sd: WomenSd;
  readonly pools: readonly TreatmentPool[];
};

export type Synthesis = {
  readonly choices: SynthesisChoices;
  readonly rows: readonly EvidenceRow[];
  readonly strata: readonly StratumPool[];
  /** Rows that belong to no stratum. */
  readonly exclusions: readonly Exclusion[];
};

/** Pools a literature, like with like only: by site, metric, time window and treatment. */
export function synthesise(literature: Literature, choices: SynthesisChoices = DEFAULT_CHOICES): Synthesis {
  const rows = evidenceRows(literature, choices.readings);
  const { strata, exclusions } = stratify(rows);
  const inOrder = strata.toSorted((a, b) => order(a.stratum) - order(b.stratum));
  return { choices, rows, exclusions, strata: inOrder.map((entry) => stratumPool(entry, rows, choices)) };
}

/** Weights of the fit in percent, in the order of its rows. */
export function weightsPercent(fit: MetaFit, rows: readonly PooledRow[]): readonly number[] {
  const weights = rows.map(({ vi }) => 1 / (vi + fit.tau2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (100 * weight) / total);
}

/** Times of the rows, from the earliest to the latest; `undefined` for changes per year. */
export function monthsOfRows(rows: readonly PooledRow[]): Interval | undefined {
  const times = rows.flatMap(({ members }) => members.flatMap(({ months }) => (months === undefined ? [] : [months])));
  if (times.length === 0) return undefined;
  return {
    earliest: Math.min(...times.map(({ earliest }) => earliest)),
    latest: Math.max(...times.map(({ latest }) => latest)),
  };
}

function order({ site, metric, window }: Stratum): number {
  const place = POOLED_METRICS.indexOf(metric) * 100 + POOLED_SITES.indexOf(site) * 10;
  return place + (window === undefined ? 0 : TIME_WINDOWS.indexOf(window));
}

function stratumPool(entry: StratumRows, all: readonly EvidenceRow[], choices: SynthesisChoices): StratumPool {
  const sd = womenSdAt(entry.stratum.site, all, choices.sd);
  const pools = ARM_TREATMENTS.flatMap((treatment) => {
    const rows = entry.byTreatment.get(treatment);
    return rows === undefined ? [] : [treatmentPool(treatment, rows, sd, choices)];
  });
  return { stratum: entry.stratum, sd, pools };
}

function treatmentPool(
  treatment: ArmTreatment,
  candidates: readonly EvidenceRow[],
  sd: WomenSd,
  choices: SynthesisChoices,
): TreatmentPool {
  const usable = pooledRows(candidates, sd, choices.readNotStatedAsMean);
  const unusable = new Set(usable.exclusions.map(({ row }) => row));
  // Only a row that could enter a fit may push out another with the same women.
  const shared = withoutSharedWomen(
    candidates.filter((row) => !unusable.has(row)),
    { countPossibleOnce: choices.countPossibleOnce },
  );
  const rowsWith = (points: WomenSd): readonly PooledRow[] =>
    pooledRows(shared.kept, points, choices.readNotStatedAsMean).rows;
  const rows = rowsWith(sd);
  return {
    treatment,
    rows,
    exclusions: [...usable.exclusions, ...shared.exclusions],
    withSingles: pool(treatment, rows),
    withoutSingles: pool(treatment, withoutSingles(rows)),
    strip: poolingKnowledge.assumedSdPoints.strip.map((sdPoints) => {
      const assumed = rowsWith({ kind: "assumed", points: sdPoints });
      return {
        sdPoints,
        withSingles: pool(treatment, assumed),
        withoutSingles: pool(treatment, withoutSingles(assumed)),
      };
    }),
  };
}

function withoutSingles(rows: readonly PooledRow[]): readonly PooledRow[] {
  return rows.filter(({ isSingleWomen }) => !isSingleWomen);
}

function pool(treatment: ArmTreatment, rows: readonly PooledRow[]): PooledEstimate {
  if (rows.length < 2) return { kind: "notPooled", reason: rows.length === 0 ? "noStudy" : "oneStudy" };
  if (!isOneTreatment(treatment)) return { kind: "notPooled", reason: "unlikeCourses" };
  const fit = fitMeta(
    { yi: Float64Array.from(rows, ({ yi }) => yi), vi: Float64Array.from(rows, ({ vi }) => vi) },
    undefined,
    { method: "REML", test: "adhoc" },
  );
  return {
    kind: "pooled",
    fit,
    prediction: predictionInterval(fit),
    women: rows.reduce((total, { women }) => total + women, 0),
  };
}
