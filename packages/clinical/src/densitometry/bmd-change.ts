import { normalCdf } from "@materbone/numerics";
import { normalMultiplier } from "./confidence.ts";
import { requirePositive } from "./require-number.ts";
import { percentChange } from "./response.ts";

export type BmdLimits = { readonly lower: number; readonly upper: number };

/** Two scans of one site with one device. */
export type ScanPair = {
  readonly fromBmdGPerCm2: number;
  readonly toBmdGPerCm2: number;
  /** Root-mean-square SD of one scan, g/cm². */
  readonly precisionGPerCm2: number;
};

/** A change with what measurement error leaves of it. Percent are of the earlier scan. */
export type BmdChange = {
  readonly gPerCm2: number;
  readonly percent: number;
  /** log(to / from): the scale on which gains and losses mirror each other, and on which percent changes are pooled. */
  readonly logRatio: number;
  readonly standardErrorGPerCm2: number;
  readonly limitsGPerCm2: BmdLimits;
  /** Limits of the difference over the earlier scan as it was read. */
  readonly limitsPercent: BmdLimits;
  /** Limits by the log ratio, to which the error of both scans belongs. */
  readonly limitsPercentByLog: BmdLimits;
  /** Two-sided least significant change at the same confidence, g/cm². */
  readonly lscGPerCm2: number;
  /** Probabilities that the true change is above 0, and above the least significant change, when nothing is known beforehand. */
  readonly probabilityOfGain: number;
  readonly probabilityOfGainBeyondLsc: number;
};

/**
 * Change between two scans, with normal measurement error of known size.
 *
 * @param confidencePercent - of the limits; above 0 and below 100
 * @throws RangeError when a BMD or the precision error is not finite and positive
 * @see Glüer CC 1999, J Bone Miner Res 14:1952
 */
export function bmdChange(
  { fromBmdGPerCm2, toBmdGPerCm2, precisionGPerCm2 }: ScanPair,
  confidencePercent = 95,
): BmdChange {
  requirePositive("toBmdGPerCm2", toBmdGPerCm2);
  requirePositive("precisionGPerCm2", precisionGPerCm2);
  const percent = percentChange(fromBmdGPerCm2, toBmdGPerCm2);
  const gPerCm2 = toBmdGPerCm2 - fromBmdGPerCm2;
  const logRatio = Math.log(toBmdGPerCm2 / fromBmdGPerCm2);
  const multiplier = normalMultiplier(confidencePercent, 2);
  const standardErrorGPerCm2 = Math.SQRT2 * precisionGPerCm2;
  const lscGPerCm2 = multiplier * standardErrorGPerCm2;
  const ofReference = (100 * lscGPerCm2) / fromBmdGPerCm2;
  const byLog = multiplier * Math.hypot(precisionGPerCm2 / fromBmdGPerCm2, precisionGPerCm2 / toBmdGPerCm2);
  return {
    gPerCm2,
    percent,
    logRatio,
    standardErrorGPerCm2,
    limitsGPerCm2: { lower: gPerCm2 - lscGPerCm2, upper: gPerCm2 + lscGPerCm2 },
    limitsPercent: { lower: percent - ofReference, upper: percent + ofReference },
    limitsPercentByLog: { lower: 100 * Math.expm1(logRatio - byLog), upper: 100 * Math.expm1(logRatio + byLog) },
    lscGPerCm2,
    probabilityOfGain: normalCdf(gPerCm2 / standardErrorGPerCm2),
    probabilityOfGainBeyondLsc: normalCdf((gPerCm2 - lscGPerCm2) / standardErrorGPerCm2),
  };
}

/** A change per year, said in three ways. */
export type AnnualChange = {
  readonly gPerCm2: number;
  /** Total percent over the years. */
  readonly simplePercent: number;
  /** The yearly percent that, compounded, gives the total. */
  readonly compoundPercent: number;
};

/**
 * Change per year. Gain after delivery is front-loaded, so that a rate from less than a year is not one for a year.
 *
 * @param months - between the scans; finite, > 0
 * @throws RangeError when an argument is not finite and positive
 */
export function annualChange(fromBmdGPerCm2: number, toBmdGPerCm2: number, months: number): AnnualChange {
  requirePositive("fromBmdGPerCm2", fromBmdGPerCm2);
  requirePositive("toBmdGPerCm2", toBmdGPerCm2);
  requirePositive("months", months);
  const perYear = 12 / months;
  return {
    gPerCm2: (toBmdGPerCm2 - fromBmdGPerCm2) * perYear,
    simplePercent: percentChange(fromBmdGPerCm2, toBmdGPerCm2) * perYear,
    compoundPercent: 100 * Math.expm1(Math.log(toBmdGPerCm2 / fromBmdGPerCm2) * perYear),
  };
}
