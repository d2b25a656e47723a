import { commonRegion, type HalfPlane } from "@materbone/numerics";
import type { Interval } from "../time/interval.ts";
import { precisionKnowledge } from "./precision-knowledge.ts";

export type ScoredBmd = { readonly bmdGPerCm2: number; readonly zScore: number };

/** Can one reference population have printed all the scores? */
export type ZReference =
  | { readonly kind: "feasible"; readonly meanGPerCm2: Interval; readonly sdGPerCm2: Interval }
  | { readonly kind: "infeasible" };

const BINARY_TAIL_G_PER_CM2 = 1e-9;

/** A spread that only the allowance for binary tails leaves open is none. */
const SMALLEST_SD_G_PER_CM2 = 1e-6;

/**
 * Is there any mean and SD that reproduces every printed Z-score within rounding:
 * |BMD - (mean + Z x SD)| <= 0.0005 + 0.05 x SD for all points?
 *
 * @param points - printed BMD (g/cm²) and Z of one skeletal site; two points always fit unless they run backwards
 */
export function zReference(points: readonly ScoredBmd[]): ZReference {
  const { bmdHalfStepGPerCm2, zHalfStep } = precisionKnowledge.zReference;
  // The limits of rounding are inside: binary tails must not push a point on a limit out.
  const bmdStep = bmdHalfStepGPerCm2 + BINARY_TAIL_G_PER_CM2;
  // Unknowns: x = mean, y = SD.
  const halfPlanes: HalfPlane[] = [{ a: 0, b: -1, c: 0 }];
  for (const { bmdGPerCm2, zScore } of points) {
    halfPlanes.push({ a: 1, b: zScore - zHalfStep, c: bmdGPerCm2 + bmdStep });
    halfPlanes.push({ a: -1, b: -(zScore + zHalfStep), c: bmdStep - bmdGPerCm2 });
  }
  const region = commonRegion(halfPlanes);
  // A reference with no spread prints no Z-score.
  if (region === undefined || !(region.y[1] > SMALLEST_SD_G_PER_CM2)) return { kind: "infeasible" };
  return {
    kind: "feasible",
    meanGPerCm2: { earliest: region.x[0], latest: region.x[1] },
    sdGPerCm2: { earliest: region.y[0], latest: region.y[1] },
  };
}
