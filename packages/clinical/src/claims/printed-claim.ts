import { printedValue } from "../laboratory/printed-value.ts";
import { roundHalfAway } from "../language/number.ts";

/** A number that a claim prints, with the digits it is printed with. */
export type PrintedClaim = { readonly value: number; readonly decimals: number };

/** Reads the printed number of a claim; `-1.50` keeps its two digits. */
export function printedClaim(printed: number | string): PrintedClaim {
  const { value, decimals } = printedValue(printed);
  return { value, decimals };
}

/** Would the computed value print as the claim does? Rounds half away from zero at the printed digits. */
export function printsAs(computed: number, printed: PrintedClaim): boolean {
  return roundHalfAway(computed, printed.decimals) === roundHalfAway(printed.value, printed.decimals);
}
