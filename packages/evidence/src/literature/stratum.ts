import type { EvidenceRow } from "./evidence-row.ts";
import type { ArmTreatment, EvidenceMetric, EvidenceSite } from "./literature-record.ts";
import { type TimeWindow, windowOf } from "./pooling-knowledge.ts";

/** Sites that are pooled; each only with itself. */
export const POOLED_SITES = ["lumbarSpine", "femoralNeck", "totalHip"] as const;
export type PooledSite = (typeof POOLED_SITES)[number];

/** Metrics that are pooled; each only with itself. */
export const POOLED_METRICS = ["percentChange", "annualPercentChange"] as const;
export type PooledMetric = (typeof POOLED_METRICS)[number];

/** Outcomes that measure the same: site, metric and time window. An annual change has no window. */
export type Stratum = {
  readonly site: PooledSite;
  readonly metric: PooledMetric;
  readonly window: TimeWindow | undefined;
};

/** Why a row is in no stratum, or in its stratum but not in the fit. */
export type ExclusionReason =
  | "notPlo"
  | "noNumber"
  | "siteNotPooled"
  | "metricNotPooled"
  | "noTime"
  | "timeOverWindows"
  | "referenceIsNotFirstScan"
  | "wordedOnly"
  | "rangeOnly"
  | "summaryOfStudies"
  | "statisticUnlikeMean"
  | "womenUnknown"
  | "womenCountedElsewhere"
  /** Another value of the same arm is in the fit. */
  | "armCountedOnce";

export type Exclusion = { readonly row: EvidenceRow; readonly reason: ExclusionReason };

/** Two or more vertebrae stand for the lumbar spine; one vertebra does not. */
const SITE_AS: Partial<Record<EvidenceSite, PooledSite>> = {
  lumbarSpine: "lumbarSpine",
  "L2-L4": "lumbarSpine",
  "L1+L3+L4": "lumbarSpine",
  femoralNeck: "femoralNeck",
  totalHip: "totalHip",
};

export function pooledSite(site: EvidenceSite): PooledSite | undefined {
  return SITE_AS[site];
}

export function stratumKey({ site, metric, window }: Stratum): string {
  return [site, metric, window ?? "perYear"].join("/");
}

/** A stratum with its rows by treatment. */
export type StratumRows = {
  readonly stratum: Stratum;
  readonly byTreatment: ReadonlyMap<ArmTreatment, readonly EvidenceRow[]>;
};

/** Puts every row into its stratum or names why it has none. Nothing is dropped silently. */
export function stratify(rows: readonly EvidenceRow[]): {
  readonly strata: readonly StratumRows[];
  readonly exclusions: readonly Exclusion[];
} {
  const strata = new Map<string, { stratum: Stratum; byTreatment: Map<ArmTreatment, EvidenceRow[]> }>();
  const exclusions: Exclusion[] = [];
  for (const row of rows) {
    const place = placeOf(row);
    if (typeof place === "string") {
      exclusions.push({ row, reason: place });
      continue;
    }
    const key = stratumKey(place);
    const entry = strata.get(key) ?? { stratum: place, byTreatment: new Map() };
    strata.set(key, entry);
    entry.byTreatment.set(row.treatment, [...(entry.byTreatment.get(row.treatment) ?? []), row]);
  }
  return { strata: [...strata.values()], exclusions };
}

function placeOf(row: EvidenceRow): Stratum | ExclusionReason {
  const { outcome, reading, study } = row;
  if (study.population.kind !== "plo") return "notPlo";
  if (reading === undefined) return "noNumber";
  const site = pooledSite(outcome.site);
  if (site === undefined) return "siteNotPooled";
  const metric = outcome.metric;
  if (!isPooledMetric(metric)) return "metricNotPooled";
  if (outcome.reference === "lastOnDrug") return "referenceIsNotFirstScan";
  if (outcome.worded === true) return "wordedOnly";
  if (reading.value === undefined) return reading.low === undefined ? "noNumber" : "rangeOnly";
  if (metric === "annualPercentChange") return { site, metric, window: undefined };
  if (row.months === undefined) return "noTime";
  const window = windowOf(row.months);
  return window === undefined ? "timeOverWindows" : { site, metric, window };
}

function isPooledMetric(metric: EvidenceMetric): metric is PooledMetric {
  return POOLED_METRICS.some((pooled) => pooled === metric);
}
