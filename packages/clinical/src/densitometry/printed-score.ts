import { roundHalfAway } from "../language/number.ts";
import { precisionKnowledge } from "./precision-knowledge.ts";

/** A Z- or T-score as it is printed: one decimal, half away from zero. -1.95 prints, and is classed, as -2.0. */
export function printedScore(score: number): number {
  return roundHalfAway(score, precisionKnowledge.zScore.printedDecimals);
}
