import { TANH_TABLE } from "./tanh-table.ts";

/** tanh(x) is 1 to the last place from here on. */
const ONE_FROM = 19.07;

/**
 * Hyperbolic tangent, the same bits in every engine: sums, products, one quotient and a table alone.
 *
 * @returns tanh(x) to 0.83 units in the last place; 1 and -1 at Infinity and -Infinity, NaN of NaN
 */
export function tanh(x: number): number {
  const size = x < 0 ? -x : x;
  if (size < 0.25) return x + x * (x * x) * central(x * x);
  if (!(size < ONE_FROM)) return size >= ONE_FROM ? (x < 0 ? -1 : 1) : Number.NaN;
  const step = (size * 8 + 0.5) | 0;
  const rest = size - step * 0.125;
  const square = rest * rest;
  const t = rest + rest * square * beside(square);
  const i = step * 3;
  const near = TANH_TABLE[i];
  const value = near + (TANH_TABLE[i + 1] + (TANH_TABLE[i + 2] * t) / (1 + near * t));
  return x < 0 ? -value : value;
}

/** (tanh(x) - x) / x³ of `s` = x², |x| <= 1/4. */
function central(s: number): number {
  const s2 = s * s;
  return (
    -0.3333333333333333 +
    s * 0.1333333333333302 +
    s2 *
      (-0.053968253967195144 +
        s * 0.021869488400359672 +
        s2 *
          (-0.008863226966121487 +
            s * 0.0035918341339896886 +
            s2 * (-0.001450223471408297 + s * 0.0005336803019398782)))
  );
}

/** The same, |x| <= 1/16. */
function beside(s: number): number {
  const s2 = s * s;
  return (
    -0.3333333333333333 +
    s * 0.13333333333325198 +
    s2 * (-0.05396825380160962 + s * 0.02186936904166473 + s2 * -0.008828246199730936)
  );
}
