import {
  type BmdResponse,
  calibrationBetween,
  type LscSource,
  leastSignificantChange,
  precisionKnowledge,
  roiLevels,
  type Scan,
  type SeriesContext,
  type SkeletalSite,
  type Terms,
  type Timed,
} from "@materbone/clinical";
import { sourceText } from "../document/source-text.ts";
import { bmdFact } from "./explain-change.ts";
import type { Explanation } from "./explanation.ts";

/**
 * The least significant change between scans on two calibrated devices, as the response has it; `undefined` where the scans
 * are on one device, or there is no calibration or precision.
 */
export function explainTwoDeviceLsc(
  response: BmdResponse,
  lsc: LscSource,
  context: SeriesContext,
  terms: Terms,
): Explanation | undefined {
  const { site, from, to, fromBmdGPerCm2, lscPercent } = response;
  const calibration = calibrationBetween(context, from.entry.device, to.entry.device, site);
  const earlier = precisionOf(lsc, site, from, context);
  const later = precisionOf(lsc, site, to, context);
  if (calibration === undefined || earlier === undefined || later === undefined || lscPercent === undefined) {
    return undefined;
  }
  const gPerCm2 = terms.fixed((lscPercent / 100) * fromBmdGPerCm2, 4);
  const [slope, error] = [String(calibration.slope), String(calibration.errorGPerCm2)];
  const [a, b] = [terms.fixed(earlier, 4), terms.fixed(later, 4)];
  return {
    title:
      terms.lang === "zh"
        ? `${terms.site(site)}两台仪器间的最小有意义变化值（LSC）`
        : `Least significant change (LSC) between two devices, ${terms.site(site)}`,
    steps: [
      terms.text(FORMULA),
      `1.96 × √(${b}² + (${slope} × ${a})² + ${error}²) = ${gPerCm2} g/cm²`,
      `${gPerCm2} / ${terms.fixed(fromBmdGPerCm2, 4)} × 100 = ${terms.fixed(lscPercent, 2)}%`,
    ],
    facts: [bmdFact(site, from, terms), bmdFact(site, to, terms)],
    notes: [CALIBRATION[terms.lang](slope, error), terms.text(CONVERTED_REFERENCE), terms.text(UNROUNDED)],
    source: [SHEPHERD, sourceText(precisionKnowledge.multiplier.source, terms)].join(terms.lang === "zh" ? "；" : "; "),
  };
}

/** Precision error of one scan, g/cm². */
function precisionOf(
  lsc: LscSource,
  site: SkeletalSite,
  scan: Timed<Scan>,
  context: SeriesContext,
): number | undefined {
  const reading = scan.entry.sites[site];
  if (reading?.bmdGPerCm2 === undefined) return undefined;
  const measured = {
    site,
    bmdGPerCm2: reading.bmdGPerCm2,
    vertebrae: roiLevels(reading)?.length,
    device: scan.entry.device,
  };
  return leastSignificantChange(lsc, measured, context)?.precisionGPerCm2;
}

const SHEPHERD = "Shepherd JA, Lu Y. J Clin Densitom 2007;10:249";
const FORMULA = {
  en: "LSC = 1.96 × √(later precision error² + (slope × reference precision error)² + error of the conversion²), as percent of the converted reference",
  zh: "LSC = 1.96 × √(复查精密度误差² + (斜率 × 参照精密度误差)² + 换算误差²)，再换算为参照值（已换算）的百分比",
};
const CALIBRATION = {
  en: (slope: string, error: string): string =>
    `Cross-calibration of the series: slope ${slope}, standard error of estimate ${error} g/cm².`,
  zh: (slope: string, error: string): string => `本系列的交叉校准：斜率 ${slope}，估计标准误 ${error} g/cm²。`,
};
const CONVERTED_REFERENCE = {
  en: "The reference is the earlier BMD converted to the later device.",
  zh: "参照值为首次骨密度换算至复查仪器后的数值。",
};
const UNROUNDED = {
  en: "Precision errors are shown with four decimals; the sum is made of the unrounded ones.",
  zh: "精密度误差仅显示四位小数，计算时未取舍。",
};
