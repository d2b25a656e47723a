import data from "../../knowledge/genant.json" with { type: "json" };
import type { Text } from "../language/text.ts";
import type { Fracture, GenantGrade, VertebralHeights } from "../record/fracture.ts";
import type { Source } from "../source.ts";

/** `genant`: a fracture from 20 % height loss on; `moreThan20Percent`: the published series' own cut, 20.0 % is none. */
export type FractureRule = "genant" | "moreThan20Percent";

type GradeStep = { readonly grade: 1 | 2 | 3; readonly fromPercent: number; readonly inclusive: boolean };
type RuleKnowledge = { readonly name: Text; readonly gradeFrom: readonly GradeStep[]; readonly source: Source };

export const fractureRules: Readonly<Record<FractureRule, RuleKnowledge>> = data.rules as Record<
  FractureRule,
  RuleKnowledge
>;

/** A grade with what it rests on; `undefined` where nothing was recorded. */
export type GradeReading = {
  readonly grade: GenantGrade | undefined;
  readonly basis: "given" | "heightLoss" | "heights" | undefined;
};

/**
 * Genant grade of a vertebral height loss.
 *
 * @param heightLossPercent - loss of anterior, middle or posterior height, percent, 0 to 100
 * @throws RangeError when the loss is outside 0 to 100
 */
export function gradeFromHeightLoss(heightLossPercent: number, rule: FractureRule): 0 | 1 | 2 | 3 {
  if (!(heightLossPercent >= 0 && heightLossPercent <= 100)) {
    throw new RangeError(`heightLossPercent must be 0 to 100: ${heightLossPercent}`);
  }
  let grade: 0 | 1 | 2 | 3 = 0;
  for (const step of fractureRules[rule].gradeFrom) {
    if (step.inclusive ? heightLossPercent >= step.fromPercent : heightLossPercent > step.fromPercent)
      grade = step.grade;
  }
  return grade;
}

/** Grade of a recorded fracture: the reader's own grade first, then the height loss, then the measured heights. */
export function gradeOf(fracture: Fracture, rule: FractureRule): GradeReading {
  if (fracture.genantGrade !== undefined) return { grade: fracture.genantGrade, basis: "given" };
  if (fracture.heightLossPercent !== undefined) {
    return { grade: gradeFromHeightLoss(fracture.heightLossPercent, rule), basis: "heightLoss" };
  }
  if (fracture.heights !== undefined) {
    return { grade: gradeFromHeightLoss(deformityOf(fracture.heights).heightLossPercent, rule), basis: "heights" };
  }
  return { grade: undefined, basis: undefined };
}

export type Deformity = {
  /** Largest loss of the three heights, percent, never below 0. */
  readonly heightLossPercent: number;
  readonly shape: "wedge" | "biconcave" | "crush" | "none";
};

/**
 * Shape and loss from the three heights of one vertebra: anterior and middle against its own posterior height, posterior
 * against the posterior height of the nearest normal vertebra. The largest loss names the shape: wedge, biconcave, crush.
 * Without the reference vertebra a crush cannot be seen, and the loss is that of the other two.
 *
 * @see Genant HK et al. 1993, J Bone Miner Res: shapes of the semiquantitative method
 */
export function deformityOf(heights: VertebralHeights): Deformity {
  const { anteriorMm, middleMm, posteriorMm, referenceMm } = heights;
  // In a crush the posterior height is itself lost, so all three are held against the normal neighbour.
  const crush = referenceMm === undefined ? 0 : lossPercent(posteriorMm, referenceMm);
  const wedge = lossPercent(anteriorMm, posteriorMm);
  const biconcave = lossPercent(middleMm, posteriorMm);
  const heightLossPercent = Math.max(crush, wedge, biconcave);
  if (heightLossPercent === 0) return { heightLossPercent, shape: "none" };
  const shape = crush === heightLossPercent ? "crush" : wedge >= biconcave ? "wedge" : "biconcave";
  return { heightLossPercent, shape };
}

function lossPercent(heightMm: number, referenceMm: number): number {
  return Math.max(0, ((referenceMm - heightMm) / referenceMm) * 100);
}
