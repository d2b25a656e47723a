import type { Computed, RowValues } from "./effect-size-row.ts";
import type { OneGroupMeasure } from "./measures.ts";
import { smallSampleCorrection } from "./small-sample-correction.ts";

/**
 * Effect of one group: mean, standardised mean, or logarithm of mean, SD or coefficient of variation.
 *
 * @param correct - take the small-sample bias from SMN, CVLN and SDLN
 * @see Hedges LV (1981) J Educ Stat 6:107-128 (SMN)
 * @see Raudenbush SW, Bryk AS (1987) J Educ Stat 12:241-269 (SDLN)
 * @see Nakagawa S et al. (2015) Methods Ecol Evol 6:143-152 (MNLN, CVLN)
 */
export function oneGroupEffect(measure: OneGroupMeasure, row: RowValues, correct: boolean): Computed {
  const { mi: m, sdi: sd, ni: n } = row;
  const df = n - 1;
  switch (measure) {
    case "MN":
      return { yi: m, vi: sd ** 2 / n };
    case "SMN": {
      if (!(df > (correct ? 1 : 0))) return { kind: "tooFew", columns: ["ni"], needed: correct ? 3 : 2 };
      const yi = ((correct ? smallSampleCorrection(df) : 1) * m) / sd;
      return { yi, vi: 1 / n + yi ** 2 / (2 * n) };
    }
    case "MNLN":
      if (!(m > 0)) return { kind: "meanNotPositive", column: "mi", value: m };
      return { yi: Math.log(m), vi: (sd / m) ** 2 / n };
    case "CVLN":
      if (!(m > 0)) return { kind: "meanNotPositive", column: "mi", value: m };
      if (!(n >= 2)) return { kind: "tooFew", columns: ["ni"], needed: 2 };
      return { yi: Math.log(sd / m) + (correct ? 1 / (2 * df) : 0), vi: 1 / (2 * df) + (sd / m) ** 2 / n };
    case "SDLN":
      if (!(n >= 2)) return { kind: "tooFew", columns: ["ni"], needed: 2 };
      return { yi: Math.log(sd) + (correct ? 1 / (2 * df) : 0), vi: 1 / (2 * df) };
  }
}
