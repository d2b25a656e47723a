import type { Text } from "@materbone/clinical";
import { poolingKnowledge, twoSidedZ } from "@materbone/evidence";
import { finite, onePlaceEach } from "./checked.ts";
import type { Quantity } from "./evidence-figure-data.ts";

export type FunnelPoint = {
  readonly at: string;
  readonly study: string;
  readonly year?: number | undefined;
  readonly estimate: number;
  /** Standard error, above 0; `undefined` without a variance: the study is named, not drawn. */
  readonly se?: number | undefined;
  readonly isSingleWoman: boolean;
};

export type FunnelData = {
  readonly id: string;
  readonly title: Text;
  readonly quantity: Quantity;
  readonly points: readonly FunnelPoint[];
  /** The effect about which the pseudo limits stand. */
  readonly pooled: { readonly label: Text; readonly estimate: number };
  /** Results of tests of asymmetry, or why there are none. */
  readonly notes?: readonly Text[] | undefined;
};

export type WeighedPoint = FunnelPoint & { readonly se: number };

export function isWeighed(point: FunnelPoint): point is WeighedPoint {
  return point.se !== undefined;
}

/** With fewer studies the eye and the tests cannot tell chance from asymmetry; the source stands with the number. */
export const LEAST_FUNNEL_STUDIES: number = poolingKnowledge.fewestForAsymmetry.value;

/**
 * Two-sided p and the normal quantile at which an effect reaches it against no effect, from the widest contour in.
 *
 * @see Peters JL et al. 2008, J Clin Epidemiol 61:991 (contour-enhanced funnel plots)
 */
export const CONTOURS: readonly { readonly p: number; readonly z: number }[] = [0.01, 0.05, 0.1].map((p) => ({
  p,
  z: twoSidedZ(p),
}));

/** Normal quantile of the pseudo 95% limits about the pooled effect. */
export const PSEUDO_LIMIT_Z: number = twoSidedZ(0.05);

/**
 * @throws RangeError for a number that is not finite, or a standard error that is not above 0
 * @throws TypeError for two data at one place
 */
export function checkFunnel(data: FunnelData): void {
  finite("pooled estimate", data.pooled.estimate);
  for (const { at, estimate, se } of data.points) {
    finite(`estimate of ${at}`, estimate);
    if (se !== undefined && !(se > 0 && se < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`standard error of ${at} is not above 0: ${se}`);
    }
  }
  onePlaceEach(data.points.map(({ at }) => at));
}
