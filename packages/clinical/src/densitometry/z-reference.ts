import { commonRegion, type HalfPlane } from "@materbone/numerics";
import type { Interval } from "../time/interval.ts";
import { precisionKnowledge } from "./precision-knowledge.ts";

export type ScoredBmd = { readonly bmdGPerCm2: number; readonly zScore: number };

/** Can one reference population have printed all the scores? */
export type ZReference =
  | { readonly kind: "feasible"; readonly meanGPerCm2: Interval; readonly sdGPerCm2: Interval }
  | { readonly kind: "infeasible" };

const BINARY_TAIL_G_PER_CM2 = 1e-9;

const BINARY_TAIL_Z = 1e-9;

/** A spread that only the allowance for binary tails leaves open is none. */
const SMALLEST_SD_G_PER_CM2 = 1e-6;

/**
 * Is there any mean and SD that reproduces every printed Z-score within rounding:
 * |BMD - (mean + Z x SD)| <= 0.0005 + 0.05 x SD for all points?
 *
 * @param points - printed BMD (g/cm²) and Z of one skeletal site; two points always fit unless they run backwards
 */
export function zReference(points: readonly ScoredBmd[]): ZReference {
  if (!hasZReference(points)) return { kind: "infeasible" };
  const { bmdHalfStepGPerCm2, zHalfStep } = precisionKnowledge.zReference;
  // Twice the allowance of the answer above, so that the ranges of a reference that just exists are not empty.
  const bmdStep = bmdHalfStepGPerCm2 + 2 * BINARY_TAIL_G_PER_CM2;
  // Unknowns: x = mean, y = SD.
  const halfPlanes: HalfPlane[] = [{ a: 0, b: -1, c: 0 }];
  for (const { bmdGPerCm2, zScore } of points) {
    halfPlanes.push({ a: 1, b: zScore - zHalfStep, c: bmdGPerCm2 + bmdStep });
    halfPlanes.push({ a: -1, b: -(zScore + zHalfStep), c: bmdStep - bmdGPerCm2 });
  }
  const region = commonRegion(halfPlanes);
  if (region === undefined) return { kind: "infeasible" };
  return {
    kind: "feasible",
    meanGPerCm2: { earliest: region.x[0], latest: region.x[1] },
    sdGPerCm2: { earliest: region.y[0], latest: region.y[1] },
  };
}

/**
 * Is there such a mean and SD? A reference with no spread prints no Z-score and is none. Decided without the ranges: with the mean
 * eliminated, each pair of points bounds the SD on one side.
 */
export function hasZReference(points: readonly ScoredBmd[]): boolean {
  const { bmdHalfStepGPerCm2, zHalfStep } = precisionKnowledge.zReference;
  // The limits of rounding are inside: binary tails must not push a point on a limit out.
  const bmdStep = bmdHalfStepGPerCm2 + BINARY_TAIL_G_PER_CM2;
  let smallestSd = 0;
  let largestSd = Number.POSITIVE_INFINITY;
  for (const lower of points) {
    for (const upper of points) {
      // lower.bmd - step <= mean + (lower.z + half) x SD and mean + (upper.z - half) x SD <= upper.bmd + step.
      const tail = upper.zScore - lower.zScore - 2 * zHalfStep;
      // Scores a whole step apart leave a binary tail, which would stand for an SD of any size.
      const slope = Math.abs(tail) < BINARY_TAIL_Z ? 0 : tail;
      const room = upper.bmdGPerCm2 - lower.bmdGPerCm2 + 2 * bmdStep;
      if (slope > 0) largestSd = Math.min(largestSd, room / slope);
      else if (slope < 0) smallestSd = Math.max(smallestSd, room / slope);
      else if (room < 0) return false;
    }
  }
  return smallestSd <= largestSd && largestSd > SMALLEST_SD_G_PER_CM2;
}
