import type { Computed, RowValues } from "./effect-size-row.ts";
import type { CorrelationMeasure } from "./measures.ts";

/**
 * Correlation, or Fisher's z of it.
 *
 * @see Hedges LV, Olkin I (1985) Statistical Methods for Meta-Analysis, chapter 11 (COR)
 * @see Fisher RA (1921) Metron 1:3-32 (ZCOR)
 */
export function correlationEffect(measure: CorrelationMeasure, { ri: r, ni: n }: RowValues): Computed {
  switch (measure) {
    case "COR":
      return n >= 2 ? { yi: r, vi: (1 - r ** 2) ** 2 / (n - 1) } : { kind: "tooFew", columns: ["ni"], needed: 2 };
    case "ZCOR":
      if (!(Math.abs(r) < 1)) return { kind: "correlationOutOfRange", column: "ri", value: r };
      return n > 3 ? { yi: Math.atanh(r), vi: 1 / (n - 3) } : { kind: "tooFew", columns: ["ni"], needed: 4 };
  }
}
