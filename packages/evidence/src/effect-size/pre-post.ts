import type { Computed, NoEffectReason, RowValues } from "./effect-size-row.ts";
import type { PrePostMeasure } from "./measures.ts";
import { smallSampleCorrection } from "./small-sample-correction.ts";

/**
 * Effect of one group measured twice: 1 after, 2 before.
 *
 * SMCR and SMCRH divide by the SD of the first mean given (`sd1i`); who wants the SD before treatment gives the means in
 * the other order and turns the sign.
 *
 * @param correct - take the small-sample bias from all but MC and VRC (whose biases are 0)
 * @see Gibbons RD, Hedeker DR, Davis JM (1993) J Educ Stat 18:271-279 (SMCC)
 * @see Becker BJ (1988) Br J Math Stat Psychol 41:257-278 (SMCR)
 * @see Bonett DG (2008) Psychol Methods 13:99-109 (SMCRH, SMCRPH)
 * @see Cousineau D (2020) Quant Methods Psychol 16:418-421 (degrees of freedom of SMCRP)
 * @see Lajeunesse MJ (2011) Ecology 92:2049-2055; (2015) 96:2056-2063 (ROMC)
 * @see Senior AM, Viechtbauer W, Nakagawa S (2020) Res Synth Methods 11:553-567 (CVRC, VRC)
 */
export function prePostEffect(measure: PrePostMeasure, row: RowValues, correct: boolean): Computed {
  const { m1i: m1, m2i: m2, sd1i: sd1, sd2i: sd2, ri: r, ni: n } = row;
  const df = n - 1;
  const changeVariance = sd1 ** 2 + sd2 ** 2 - 2 * r * sd1 * sd2;
  const pooledVariance = (sd1 ** 2 + sd2 ** 2) / 2;
  switch (measure) {
    case "MC":
      return { yi: m1 - m2, vi: changeVariance / n };
    case "SMCC": {
      if (!(df > (correct ? 1 : 0))) return { kind: "tooFew", columns: ["ni"], needed: correct ? 3 : 2 };
      if (!(changeVariance > 0)) return { kind: "noVariance" };
      const yi = ((correct ? smallSampleCorrection(df) : 1) * (m1 - m2)) / Math.sqrt(changeVariance);
      return { yi, vi: 1 / n + yi ** 2 / (2 * n) };
    }
    case "SMCR":
    case "SMCRH": {
      if (!(df > (correct ? 1 : 0))) return { kind: "tooFew", columns: ["ni"], needed: correct ? 3 : 2 };
      const yi = ((correct ? smallSampleCorrection(df) : 1) * (m1 - m2)) / sd1;
      if (measure === "SMCR") return { yi, vi: (2 * (1 - r)) / n + yi ** 2 / (2 * n) };
      return { yi, vi: changeVariance / (sd1 ** 2 * df) + yi ** 2 / (2 * df) };
    }
    case "SMCRP":
    case "SMCRPH": {
      const pooledDf = (2 * df) / (1 + r ** 2);
      if (!(pooledDf > (correct ? 1 : 0)))
        return { kind: "tooFew", columns: ["ni"], needed: correct && r ** 2 >= 1 ? 3 : 2 };
      const yi = ((correct ? smallSampleCorrection(pooledDf) : 1) * (m1 - m2)) / Math.sqrt(pooledVariance);
      if (measure === "SMCRP") return { yi, vi: (2 * (1 - r)) / n + (yi ** 2 * (1 + r ** 2)) / (4 * n) };
      const ofSds = sd1 ** 4 + sd2 ** 4 + 2 * (r * sd1 * sd2) ** 2;
      return {
        yi,
        vi: changeVariance / (pooledVariance * df) + (yi ** 2 * ofSds) / (8 * pooledVariance ** 2 * df),
      };
    }
    case "ROMC":
    case "PCHG": {
      const reason = meanNotPositive(m1, m2);
      if (reason !== undefined) return reason;
      const bias = ((sd1 / m1) ** 2 - (sd2 / m2) ** 2) / (2 * n);
      const vi = ratioVariance(row) / n;
      if (measure === "ROMC") return { yi: Math.log(m1 / m2) + (correct ? bias : 0), vi };
      return { yi: (100 * (m1 - m2)) / m2, vi: ((100 * m1) / m2) ** 2 * vi };
    }
    case "CVRC": {
      const reason = meanNotPositive(m1, m2);
      if (reason !== undefined) return reason;
      if (!(n >= 2)) return { kind: "tooFew", columns: ["ni"], needed: 2 };
      const bias = ((sd2 / m2) ** 2 - (sd1 / m1) ** 2) / (2 * n);
      return {
        yi: Math.log(sd1 / m1 / (sd2 / m2)) + (correct ? bias : 0),
        vi: (1 - r ** 2) / df + ratioVariance(row) / n,
      };
    }
    case "VRC":
      if (!(n >= 2)) return { kind: "tooFew", columns: ["ni"], needed: 2 };
      return { yi: Math.log(sd1 / sd2), vi: (1 - r ** 2) / df };
  }
}

/** Squared coefficient of variation of one person's ratio after to before, to first order. */
function ratioVariance({ m1i, m2i, sd1i, sd2i, ri }: RowValues): number {
  const cv1 = sd1i / m1i;
  const cv2 = sd2i / m2i;
  return cv1 ** 2 + cv2 ** 2 - 2 * ri * cv1 * cv2;
}

function meanNotPositive(m1: number, m2: number): NoEffectReason | undefined {
  if (!(m1 > 0)) return { kind: "meanNotPositive", column: "m1i", value: m1 };
  return m2 > 0 ? undefined : { kind: "meanNotPositive", column: "m2i", value: m2 };
}
