import data from "../../knowledge/standardised-bmd.json" with { type: "json" };
import type { SkeletalSite } from "../record/scan.ts";
import type { Source } from "../source.ts";
import { requirePositive } from "./require-number.ts";

export const SCANNER_SCALES = ["hologic", "lunar", "norland"] as const;
/** Whose scale a BMD is on. */
export type ScannerScale = (typeof SCANNER_SCALES)[number];

/** sBMD = intercept + slope x (BMD - at). */
type StandardisingEquation = {
  readonly scale: ScannerScale;
  readonly slope: number;
  readonly atBmdGPerCm2: number;
  readonly interceptGPerCm2: number;
};

type StandardisationKnowledge = {
  readonly version: string;
  readonly sites: readonly {
    readonly site: SkeletalSite;
    readonly equations: readonly StandardisingEquation[];
    readonly source: Source;
  }[];
  /** Standard error of one converted value, percent of BMD. */
  readonly individualError: { readonly percentFrom: number; readonly percentTo: number; readonly source: Source };
};

/** Equations of standardised BMD with their sources and the error of a single conversion. */
export const standardisationKnowledge: StandardisationKnowledge = data as StandardisationKnowledge;

/**
 * Standardised BMD, to pool groups that were measured with scanners of different makers. Not for one woman: the error of a
 * single conversion is larger than most least significant changes.
 *
 * @param bmdGPerCm2 - on the scale of the maker, g/cm²
 * @returns sBMD, g/cm²
 * @throws RangeError when the BMD is not finite and positive
 * @see knowledge/standardised-bmd.json for the equations and their sources
 */
export function standardisedBmd(bmdGPerCm2: number, site: SkeletalSite, scale: ScannerScale): number {
  requirePositive("bmdGPerCm2", bmdGPerCm2);
  const equation = standardisationKnowledge.sites
    .find((entry) => entry.site === site)
    ?.equations.find((entry) => entry.scale === scale);
  if (equation === undefined) throw new RangeError(`no standardising equation for ${site} on the scale ${scale}`);
  return equation.interceptGPerCm2 + equation.slope * (bmdGPerCm2 - equation.atBmdGPerCm2);
}
