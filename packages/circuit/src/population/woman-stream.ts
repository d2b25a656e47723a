import { createRandom, type RandomSource } from "@materbone/numerics";

/**
 * The random numbers of one virtual woman: they follow from the seed of the population and her number alone, so she is the
 * same woman however many workers there are and in whatever order they work.
 *
 * @param seed - a safe integer
 * @param woman - her number, a whole number from 0 to 2^32 - 1
 * @param purpose - a small whole number: 0 for her parameters; others give her independent streams
 * @throws RangeError when an argument is out of range
 */
export function womanRandom(seed: number, woman: number, purpose = 0): RandomSource {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed is a safe integer, not ${seed}`);
  if (!(Number.isInteger(woman) && woman >= 0 && woman < 2 ** 32)) {
    throw new RangeError(`a woman's number is a whole number from 0, not ${woman}`);
  }
  if (!(Number.isInteger(purpose) && purpose >= 0))
    throw new RangeError(`purpose is a whole number from 0: ${purpose}`);
  let high = mixed(seed | 0, 0x9e3779b9);
  high = mixed(high, Math.floor(seed / 2 ** 32));
  high = mixed(high, woman);
  high = mixed(high, purpose);
  const low = mixed(high, 0x85ebca6b);
  // 53 bits: 21 of one word, 32 of the other.
  return createRandom((high >>> 11) * 2 ** 32 + (low >>> 0));
}

/** One word after another through the mix of MurmurHash3. */
function mixed(state: number, word: number): number {
  let bits = Math.imul(word | 0, 0xcc9e2d51);
  bits = Math.imul((bits << 15) | (bits >>> 17), 0x1b873593) ^ state;
  bits = (Math.imul((bits << 13) | (bits >>> 19), 5) + 0xe6546b64) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
