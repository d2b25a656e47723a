/** Returns the next number of a stream, at least 0 and below 1. */
export type RandomSource = () => number;

/**
 * A stream of random numbers that is the same for the same seed, on every machine; not for secrets.
 *
 * xoshiro128** with 53 bits per number, of two steps. Its state comes from the seed by a Weyl sequence through the last
 * mix of MurmurHash3.
 *
 * @param seed - a safe integer
 * @throws RangeError when `seed` is not a safe integer
 */
export function createRandom(seed: number): RandomSource {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed is a safe integer, not ${seed}`);
  // The upper half of the seed goes in turned, so that seeds 1 and 2^32 differ.
  let mixed = seed ^ Math.imul(Math.floor(seed / 2 ** 32), 0x85ebca6b);
  const nextWord = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let bits = mixed;
    bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return bits ^ (bits >>> 16);
  };
  const next = xoshiro128([nextWord(), nextWord(), nextWord(), nextWord()]);
  return () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992;
}

/**
 * The generator xoshiro128**: unsigned numbers of 32 bits with period 2^128 - 1.
 *
 * @param state - four words, not all zero
 * @see Blackman & Vigna 2021, Scrambled linear pseudorandom number generators
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [s0, s1, s2, s3] = state;
  return () => {
    const scrambled = Math.imul(rotated(Math.imul(s1, 5), 7), 9);
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotated(s3, 11);
    return scrambled >>> 0;
  };
}

/**
 * One number of the standard normal distribution, by the polar method; takes two numbers of the source or more.
 *
 * @see Marsaglia & Bray 1964
 */
export function randomNormal(random: RandomSource): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const square = u * u + v * v;
    if (square > 0 && square < 1) return u * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/**
 * Puts the values into an order in which every order is equally likely; in place.
 *
 * @param values - overwritten
 * @see Fisher & Yates 1938; Durstenfeld 1964
 */
export function shuffle<T>(values: { readonly length: number; [index: number]: T }, random: RandomSource): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = values[last];
    values[last] = values[other];
    values[other] = kept;
  }
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
