import type { Computed, NoEffectReason, RowValues } from "./effect-size-row.ts";
import type { TwoGroupMeasure, VarianceType } from "./measures.ts";
import { smallSampleCorrection } from "./small-sample-correction.ts";

/** Averages over the studies, weighted by size, that variance type `AV` puts in place of each study's own value. */
export type TwoGroupAverages = {
  /** Average standardised mean difference. */
  readonly smd: number;
  /** Average coefficients of variation of groups 1 and 2. */
  readonly cv1: number;
  readonly cv2: number;
};

/**
 * Effect of group 1 against group 2 by means and SDs.
 *
 * @param correct - take the small-sample bias from all but MD
 * @param averages - used by `AV` only
 * @see Hedges LV (1981) J Educ Stat 6:107-128 (SMD), also Viechtbauer W (2007) J Educ Behav Stat 32:39-60 (UB)
 * @see Borenstein M (2009) in Cooper H et al., Handbook of Research Synthesis, 2nd ed., chapter 12 (LS2)
 * @see Bonett DG (2008) Psychol Methods 13:99-109; (2009) 14:225-238 (SMDH, SMD1H)
 * @see Glass GV (1976) Educ Res 5:3-8 (SMD1)
 * @see Hedges LV, Gurevitch J, Curtis PS (1999) Ecology 80:1150-1156 (ROM); Lajeunesse MJ (2015) Ecology 96:2056-2063 (its bias)
 * @see Doncaster CP, Spake R (2018) Methods Ecol Evol 9:634-644 (AV)
 * @see Nakagawa S et al. (2015) Methods Ecol Evol 6:143-152 (VR, CVR); Senior AM et al. (2020) Res Synth Methods 11:553-567 (bias of CVR)
 */
export function twoGroupEffect(
  measure: TwoGroupMeasure,
  row: RowValues,
  varianceType: VarianceType,
  correct: boolean,
  averages: TwoGroupAverages,
): Computed {
  const { m1i: m1, sd1i: sd1, n1i: n1, m2i: m2, sd2i: sd2, n2i: n2 } = row;
  const df1 = n1 - 1;
  const df2 = n2 - 1;
  const df = df1 + df2;
  switch (measure) {
    case "MD": {
      if (varianceType === "LS") return { yi: m1 - m2, vi: sd1 ** 2 / n1 + sd2 ** 2 / n2 };
      if (!(df >= 1)) return { kind: "tooFew", columns: ["n1i", "n2i"], needed: 3 };
      return { yi: m1 - m2, vi: pooledVariance(row) * (1 / n1 + 1 / n2) };
    }
    case "SMD": {
      // Both the correction and the unbiased variance need J, which one degree of freedom has not.
      const reason = tooFewForSmd(row, correct || varianceType === "UB" ? 2 : 1);
      if (reason !== undefined) return reason;
      const uncorrected = (m1 - m2) / Math.sqrt(pooledVariance(row));
      const yi = (correct ? smallSampleCorrection(df) : 1) * uncorrected;
      return { yi, vi: smdVariance(varianceType, n1, n2, uncorrected, correct, averages.smd) };
    }
    case "SMDH": {
      if (!(df1 >= 1 && df2 >= 1 && df > 1)) return { kind: "tooFew", columns: ["n1i", "n2i"], needed: 4 };
      const variance = (sd1 ** 2 + sd2 ** 2) / 2;
      const yi = ((correct ? smallSampleCorrection(df) : 1) * (m1 - m2)) / Math.sqrt(variance);
      const ofSds = (yi ** 2 * (sd1 ** 4 / df1 + sd2 ** 4 / df2)) / (8 * variance ** 2);
      return { yi, vi: ofSds + (sd1 ** 2 / df1 + sd2 ** 2 / df2) / variance };
    }
    case "SMD1": {
      if (!(df2 > (correct ? 1 : 0))) return { kind: "tooFew", columns: ["n2i"], needed: correct ? 3 : 2 };
      const yi = ((correct ? smallSampleCorrection(df2) : 1) * (m1 - m2)) / sd2;
      return { yi, vi: 1 / n1 + 1 / n2 + yi ** 2 / (2 * n2) };
    }
    case "SMD1H": {
      if (!(df2 > (correct ? 1 : 0))) return { kind: "tooFew", columns: ["n2i"], needed: correct ? 3 : 2 };
      if (!(df1 >= 1)) return { kind: "tooFew", columns: ["n1i"], needed: 2 };
      const yi = ((correct ? smallSampleCorrection(df2) : 1) * (m1 - m2)) / sd2;
      return { yi, vi: (sd1 / sd2) ** 2 / df1 + 1 / df2 + yi ** 2 / (2 * df2) };
    }
    case "ROM": {
      const reason = meanNotPositive(m1, m2);
      if (reason !== undefined) return reason;
      const own1 = (sd1 / m1) ** 2 / n1;
      const own2 = (sd2 / m2) ** 2 / n2;
      const yi = Math.log(m1 / m2) + (correct ? (own1 - own2) / 2 : 0);
      if (varianceType === "LS") return { yi, vi: own1 + own2 };
      if (varianceType === "AV") return { yi, vi: averages.cv1 ** 2 / n1 + averages.cv2 ** 2 / n2 };
      if (!(df >= 1)) return { kind: "tooFew", columns: ["n1i", "n2i"], needed: 3 };
      return { yi, vi: pooledVariance(row) * (1 / (n1 * m1 ** 2) + 1 / (n2 * m2 ** 2)) };
    }
    case "CVR": {
      const reason = meanNotPositive(m1, m2) ?? tooFewForSds(df1, df2);
      if (reason !== undefined) return reason;
      const own1 = (sd1 / m1) ** 2 / n1;
      const own2 = (sd2 / m2) ** 2 / n2;
      const bias = 1 / (2 * df1) - 1 / (2 * df2) - (own1 - own2) / 2;
      return {
        yi: Math.log(sd1 / m1 / (sd2 / m2)) + (correct ? bias : 0),
        vi: own1 + own2 + 1 / (2 * df1) + 1 / (2 * df2),
      };
    }
    case "VR": {
      const reason = tooFewForSds(df1, df2);
      if (reason !== undefined) return reason;
      return {
        yi: Math.log(sd1 / sd2) + (correct ? 1 / (2 * df1) - 1 / (2 * df2) : 0),
        vi: 1 / (2 * df1) + 1 / (2 * df2),
      };
    }
  }
}

/**
 * Averages over rows that have an effect of the measure: the SMD weighted by n1 + n2, the coefficients of variation by
 * the sizes of their groups.
 */
export function averageTwoGroups(
  measure: TwoGroupMeasure,
  rows: readonly RowValues[],
  correct: boolean,
): TwoGroupAverages {
  let smd = 0;
  let cv1 = 0;
  let cv2 = 0;
  let n1 = 0;
  let n2 = 0;
  for (const row of rows) {
    n1 += row.n1i;
    n2 += row.n2i;
    if (measure === "SMD") {
      const factor = correct ? smallSampleCorrection(row.n1i + row.n2i - 2) : 1;
      smd += ((row.n1i + row.n2i) * factor * (row.m1i - row.m2i)) / Math.sqrt(pooledVariance(row));
    } else {
      cv1 += (row.n1i * row.sd1i) / row.m1i;
      cv2 += (row.n2i * row.sd2i) / row.m2i;
    }
  }
  return { smd: smd / (n1 + n2), cv1: cv1 / n1, cv2: cv2 / n2 };
}

function smdVariance(
  varianceType: VarianceType,
  n1: number,
  n2: number,
  uncorrected: number,
  correct: boolean,
  average: number,
): number {
  const ofMeans = 1 / n1 + 1 / n2;
  const df = n1 + n2 - 2;
  const applied = correct ? smallSampleCorrection(df) : 1;
  switch (varianceType) {
    case "LS2":
      return applied ** 2 * (ofMeans + uncorrected ** 2 / (2 * (n1 + n2)));
    case "UB": {
      const factor = smallSampleCorrection(df);
      // Of the corrected effect; the uncorrected one varies by 1 / J² more.
      const ofCorrected = ofMeans + (1 - (df - 2) / (df * factor ** 2)) * (factor * uncorrected) ** 2;
      return ofCorrected * (applied / factor) ** 2;
    }
    case "AV":
      return ofMeans + average ** 2 / (2 * (n1 + n2));
    default:
      return ofMeans + (applied * uncorrected) ** 2 / (2 * (n1 + n2));
  }
}

function pooledVariance({ sd1i, n1i, sd2i, n2i }: RowValues): number {
  return ((n1i - 1) * sd1i ** 2 + (n2i - 1) * sd2i ** 2) / (n1i + n2i - 2);
}

function tooFewForSmd({ n1i, n2i }: RowValues, leastDf: number): NoEffectReason | undefined {
  return n1i + n2i - 2 >= leastDf ? undefined : { kind: "tooFew", columns: ["n1i", "n2i"], needed: leastDf + 2 };
}

function tooFewForSds(df1: number, df2: number): NoEffectReason | undefined {
  if (!(df1 >= 1)) return { kind: "tooFew", columns: ["n1i"], needed: 2 };
  return df2 >= 1 ? undefined : { kind: "tooFew", columns: ["n2i"], needed: 2 };
}

function meanNotPositive(m1: number, m2: number): NoEffectReason | undefined {
  if (!(m1 > 0)) return { kind: "meanNotPositive", column: "m1i", value: m1 };
  return m2 > 0 ? undefined : { kind: "meanNotPositive", column: "m2i", value: m2 };
}
