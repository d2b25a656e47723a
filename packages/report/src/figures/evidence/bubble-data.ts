import type { Text } from "@materbone/clinical";
import { finite, onePlaceEach, span } from "./checked.ts";
import type { Quantity, ValueSpan } from "./evidence-figure-data.ts";

/** What the effects are set against: months, age, dose. */
export type Moderator = {
  readonly name: Text;
  /** Empty where the name says it. */
  readonly unit: Text;
  readonly decimals: number;
  /** Ticks at the steps in which scans are taken. */
  readonly isMonths?: boolean | undefined;
};

export type BubblePoint = {
  readonly at: string;
  readonly study: string;
  readonly year?: number | undefined;
  /** Value of the moderator; `undefined` when not stated: the study is named, not drawn. */
  readonly x?: number | undefined;
  readonly estimate: number;
  /** Share in the regression, 0 to 100. */
  readonly weightPercent: number;
  readonly isSingleWoman: boolean;
};

/** The regression at one value of the moderator. */
export type RegressionPoint = {
  readonly x: number;
  readonly fit: number;
  readonly ci: ValueSpan;
  readonly pi?: ValueSpan | undefined;
};

export type BubbleData = {
  readonly id: string;
  readonly title: Text;
  readonly quantity: Quantity;
  readonly moderator: Moderator;
  readonly points: readonly BubblePoint[];
  /** In ascending order of x; empty when no line is fitted. */
  readonly line: readonly RegressionPoint[];
  /** Slope with interval and test, heterogeneity left; one sentence each. */
  readonly notes?: readonly Text[] | undefined;
};

export type PlacedBubble = BubblePoint & { readonly x: number };

export function isPlaced(point: BubblePoint): point is PlacedBubble {
  return point.x !== undefined;
}

/**
 * @throws RangeError for a number that is not finite or out of its range, or a line whose x does not ascend
 * @throws TypeError for two data at one place
 */
export function checkBubble(data: BubbleData): void {
  for (const { at, x, estimate, weightPercent } of data.points) {
    finite(`estimate of ${at}`, estimate);
    if (x !== undefined) finite(`moderator of ${at}`, x);
    if (!(weightPercent >= 0 && weightPercent <= 100)) {
      throw new RangeError(`weight of ${at} is not a percentage: ${weightPercent}`);
    }
  }
  data.line.forEach(({ x, fit, ci, pi }, index) => {
    finite("moderator of the line", x);
    finite(`line at ${x}`, fit);
    span(`interval of the line at ${x}`, ci);
    if (pi !== undefined) span(`prediction interval of the line at ${x}`, pi);
    const before = data.line[index - 1];
    if (before !== undefined && !(before.x < x)) throw new RangeError(`line does not ascend: ${before.x}, ${x}`);
  });
  onePlaceEach(data.points.map(({ at }) => at));
}
