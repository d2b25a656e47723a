/**
 * A unit that was understood. Its size is `factor x 10^exponent` of the base units in `dimension`;
 * the power of ten is kept apart so that moving the decimal point stays exact.
 */
export type Unit = {
  readonly kind: "unit";
  /** One spelling for every way to write it: "ng/mL", "µmol/L", "g/24h". */
  readonly code: string;
  /** Base units, numerator and denominator not cancelled: "g/L", "mol/L", "g/s", "mol/mol", "%". */
  readonly dimension: string;
  readonly factor: number;
  readonly exponent: number;
};

/** What a printed unit says; `unreadable` is an answer, not an error. */
export type UnitReading = Unit | { readonly kind: "unreadable"; readonly text: string };

/** Do the two units have the same size and dimension, as ng/mL and µg/L do? */
export function isSameScale(a: Unit, b: Unit): boolean {
  return a.dimension === b.dimension && a.factor === b.factor && a.exponent === b.exponent;
}
