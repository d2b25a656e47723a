import type { Computed, RowValues } from "./effect-size-row.ts";
import type { ProportionMeasure, RateMeasure, TwoByTwoMeasure, TwoRateMeasure } from "./measures.ts";

/**
 * Effect of one group by events among people.
 *
 * @param add - added to the events and to the non-events
 * @see Freeman MF, Tukey JW (1950) Ann Math Stat 21:607-611 (PFT)
 * @see Miller JJ (1978) Am Stat 32:138 (PFT, its inverse)
 */
export function proportionEffect(measure: ProportionMeasure, row: RowValues, add: number): Computed {
  const x = row.xi + add;
  const n = row.ni + 2 * add;
  const p = x / n;
  switch (measure) {
    case "PR":
      return { yi: p, vi: (p * (1 - p)) / n };
    case "PLN":
      return x > 0 ? { yi: Math.log(p), vi: 1 / x - 1 / n } : { kind: "zeroCount" };
    case "PLO":
      return x > 0 && x < n ? { yi: Math.log(x / (n - x)), vi: 1 / x + 1 / (n - x) } : { kind: "zeroCount" };
    case "PAS":
      return { yi: Math.asin(Math.sqrt(p)), vi: 1 / (4 * n) };
    case "PFT":
      return {
        yi: (Math.asin(Math.sqrt(x / (n + 1))) + Math.asin(Math.sqrt((x + 1) / (n + 1)))) / 2,
        vi: 1 / (4 * n + 2),
      };
  }
}

/**
 * Effect of one group by events in person-time.
 *
 * @param add - added to the events
 * @see Freeman MF, Tukey JW (1950) Ann Math Stat 21:607-611 (IRFT)
 */
export function rateEffect(measure: RateMeasure, row: RowValues, add: number): Computed {
  const x = row.xi + add;
  const t = row.ti;
  switch (measure) {
    case "IR":
      return { yi: x / t, vi: x / t ** 2 };
    case "IRLN":
      return x > 0 ? { yi: Math.log(x / t), vi: 1 / x } : { kind: "zeroCount" };
    case "IRS":
      return { yi: Math.sqrt(x / t), vi: 1 / (4 * t) };
    case "IRFT":
      return { yi: (Math.sqrt(x / t) + Math.sqrt((x + 1) / t)) / 2, vi: 1 / (4 * t) };
  }
}

/**
 * Rate of group 1 against group 2.
 *
 * @param add - added to the events of both groups
 * @see Rothman KJ, Greenland S, Lash TL (2008) Modern Epidemiology, 3rd ed., chapter 14
 */
export function twoRateEffect(measure: TwoRateMeasure, row: RowValues, add: number): Computed {
  const x1 = row.x1i + add;
  const x2 = row.x2i + add;
  const { t1i: t1, t2i: t2 } = row;
  switch (measure) {
    case "IRR":
      return x1 > 0 && x2 > 0 ? { yi: Math.log(x1 / t1 / (x2 / t2)), vi: 1 / x1 + 1 / x2 } : { kind: "zeroCount" };
    case "IRD":
      return { yi: x1 / t1 - x2 / t2, vi: x1 / t1 ** 2 + x2 / t2 ** 2 };
    case "IRSD":
      return { yi: Math.sqrt(x1 / t1) - Math.sqrt(x2 / t2), vi: 1 / (4 * t1) + 1 / (4 * t2) };
  }
}

/**
 * Effect of a 2x2 table: `ai` events and `bi` others of group 1, `ci` events and `di` others of group 2.
 *
 * @param add - added to every cell
 * @see Fleiss JL, Berlin JA (2009) in Cooper H et al., Handbook of Research Synthesis, 2nd ed., chapter 13 (RR, OR, RD)
 * @see Rücker G et al. (2009) Stat Med 28:721-738 (AS)
 * @see Yusuf S et al. (1985) Prog Cardiovasc Dis 27:335-371 (PETO)
 */
export function twoByTwoEffect(measure: TwoByTwoMeasure, row: RowValues, add: number): Computed {
  const a = row.ai + add;
  const b = row.bi + add;
  const c = row.ci + add;
  const d = row.di + add;
  const n1 = a + b;
  const n2 = c + d;
  // An empty group stays empty, whatever is added.
  if (!(row.ai + row.bi > 0)) return { kind: "tooFew", columns: ["ai", "bi"], needed: 1 };
  if (!(row.ci + row.di > 0)) return { kind: "tooFew", columns: ["ci", "di"], needed: 1 };
  const p1 = a / n1;
  const p2 = c / n2;
  switch (measure) {
    case "RR":
      if (!(a > 0 && c > 0)) return { kind: "zeroCount" };
      return { yi: Math.log(p1 / p2), vi: 1 / a - 1 / n1 + (1 / c - 1 / n2) };
    case "OR":
      if (!(a > 0 && b > 0 && c > 0 && d > 0)) return { kind: "zeroCount" };
      return { yi: Math.log(a / b / (c / d)), vi: 1 / a + 1 / b + 1 / c + 1 / d };
    case "RD":
      return { yi: p1 - p2, vi: (p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2 };
    case "AS":
      return { yi: Math.asin(Math.sqrt(p1)) - Math.asin(Math.sqrt(p2)), vi: 1 / (4 * n1) + 1 / (4 * n2) };
    case "PETO": {
      const n = n1 + n2;
      const events = a + c;
      // Variance of `a` when both margins are fixed.
      const variance = (n1 * n2 * events * (n - events)) / (n ** 2 * (n - 1));
      if (!(variance > 0)) return { kind: "noContrast" };
      return { yi: (a - (events * n1) / n) / variance, vi: 1 / variance };
    }
  }
}
