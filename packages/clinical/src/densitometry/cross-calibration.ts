import type { SeriesContext } from "../record/case-view.ts";
import type { SkeletalSite } from "../record/scan.ts";
import type { CrossCalibration } from "../record/series.ts";

/** Two-sided 95 % standard normal quantile, as the generalised LSC is defined with. */
const NORMAL_QUANTILE_95 = 1.959963984540054;

/** The centre's own cross-calibration between two named devices at a site; `undefined` for one device or without one. */
export function calibrationBetween(
  context: SeriesContext,
  from: string | undefined,
  to: string | undefined,
  site: SkeletalSite,
): CrossCalibration | undefined {
  if (from === undefined || to === undefined || from === to) return undefined;
  return context.methods?.crossCalibrations?.find(
    (calibration) => calibration.from === from && calibration.to === to && calibration.site === site,
  );
}

/** BMD on the scale of the later device, g/cm². */
export function convertedBmd(bmdGPerCm2: number, calibration: CrossCalibration): number {
  return calibration.interceptGPerCm2 + calibration.slope * bmdGPerCm2;
}

/**
 * Generalised least significant change between two devices: both precision errors and the error of the conversion count.
 *
 * @param earlierPrecisionGPerCm2 - precision error on the earlier device's scale, g/cm²
 * @param laterPrecisionGPerCm2 - precision error on the later device's scale, g/cm²
 * @returns g/cm² on the later device's scale
 * @see Shepherd JA, Lu Y 2007, J Clin Densitom 10:249
 */
export function twoDeviceLscGPerCm2(
  earlierPrecisionGPerCm2: number,
  laterPrecisionGPerCm2: number,
  calibration: Pick<CrossCalibration, "slope" | "errorGPerCm2">,
): number {
  return (
    NORMAL_QUANTILE_95 *
    Math.hypot(laterPrecisionGPerCm2, calibration.slope * earlierPrecisionGPerCm2, calibration.errorGPerCm2)
  );
}
