import { normalQuantile, tQuantile } from "@materbone/numerics";
import type { EvidenceRow } from "./evidence-row.ts";
import type { Spread } from "./literature-record.ts";
import { poolingKnowledge } from "./pooling-knowledge.ts";
import { type PooledSite, pooledSite } from "./stratum.ts";

/** SD of a change between women, percentage points, and how it was come by. */
export type WomenSd =
  | { readonly kind: "reported"; readonly points: number }
  /** From arms that report a spread. */
  | { readonly kind: "pooled"; readonly points: number; readonly degreesOfFreedom: number; readonly arms: number }
  | { readonly kind: "assumed"; readonly points: number };

/** `pooled`: from the arms that report one, the stated assumption where none does; `assumed`: one figure for all. */
export type SdRule = { readonly kind: "pooled" } | { readonly kind: "assumed"; readonly points: number };

/**
 * SD of single women behind the spread of a mean.
 *
 * @param women - women behind the mean
 * @returns `undefined` for a range or quartiles, which have to be converted with their median, and for a spread that cannot be
 * one between women: an interval without breadth, or an SD beyond `SD_POINTS`
 */
export function sdOfSpread(spread: Spread, women: number): number | undefined {
  const sd = sdAsGiven(spread, women);
  return sd !== undefined && sd >= SD_POINTS.lowest && sd <= SD_POINTS.highest ? sd : undefined;
}

/** Assumed: far beyond any SD of a change, percentage points, so that a slip in a file cannot carry or void a fit. */
const SD_POINTS = { lowest: 0.01, highest: 1000 } as const;

function sdAsGiven(spread: Spread, women: number): number | undefined {
  switch (spread.kind) {
    case "sd":
      return spread.value;
    case "se":
      return spread.value * Math.sqrt(women);
    case "ci95": {
      const quantile = women > 1 ? tQuantile(0.975, women - 1) : normalQuantile(0.975);
      return ((spread.upper - spread.lower) / (2 * quantile)) * Math.sqrt(women);
    }
    default:
      return undefined;
  }
}

/**
 * The SD between women at a site by the rule: root of the mean of reported variances weighted by degrees of freedom. An arm that
 * reports several times is one arm: the time at which most women were measured stands for it, the first of equals.
 */
export function womenSdAt(site: PooledSite, rows: readonly EvidenceRow[], rule: SdRule): WomenSd {
  if (rule.kind === "assumed") return rule;
  const byArm = new Map<string, Reported>();
  for (const row of rows) {
    const { spread } = row.reading ?? {};
    const isOfSite = pooledSite(row.outcome.site) === site && row.outcome.metric === "percentChange";
    if (!isOfSite || spread === undefined || row.women === undefined || row.women < 2) continue;
    if (row.study.population.kind !== "plo" || row.outcome.reference === "lastOnDrug") continue;
    const sd = sdOfSpread(spread, row.women);
    if (sd === undefined) continue;
    const arm = `${row.study.id}/${row.arm.id}`;
    const df = row.women - 1;
    if (df > (byArm.get(arm)?.df ?? 0)) byArm.set(arm, { variance: sd ** 2, df });
  }
  let squares = 0;
  let degreesOfFreedom = 0;
  for (const { variance, df } of byArm.values()) {
    squares += df * variance;
    degreesOfFreedom += df;
  }
  return degreesOfFreedom === 0
    ? { kind: "assumed", points: poolingKnowledge.assumedSdPoints.value }
    : { kind: "pooled", points: Math.sqrt(squares / degreesOfFreedom), degreesOfFreedom, arms: byArm.size };
}

type Reported = { readonly variance: number; readonly df: number };
