import type { Text } from "@materbone/clinical";
import { finite, onePlaceEach } from "../evidence/checked.ts";
import { checkCourse, checkFrame, type MonthCourse, type SimulationFrame } from "./simulation-data.ts";

/** A hormone or marker of the model. */
export type SmallPanel = {
  readonly id: string;
  readonly name: Text;
  readonly unit: Text;
  /** Digits printed behind the point, 0 to 4. */
  readonly decimals: number;
  /** Level of the model at rest. */
  readonly atRest?: number | undefined;
  /** Absent where no drug is given. */
  readonly treated?: MonthCourse | undefined;
  readonly untreated: MonthCourse;
};

export type SmallPanelsData = SimulationFrame & { readonly panels: readonly SmallPanel[] };

/**
 * @throws RangeError for an empty span, a number that is not finite, or months that do not ascend
 * @throws TypeError for arrays of different lengths, or two panels of one id
 */
export function checkSmallPanels(data: SmallPanelsData): void {
  checkFrame(data);
  onePlaceEach(data.panels.map(({ id }) => id));
  for (const { treated, untreated, atRest = 0 } of data.panels) {
    for (const course of [untreated, ...(treated === undefined ? [] : [treated])]) checkCourse(course);
    finite("level at rest", atRest);
  }
}
