import { normalQuantile } from "@materbone/numerics";
import type { PowerNormal } from "./box-cox.ts";
import type { MeanAndSd } from "./mean-and-sd.ts";

/**
 * Mean and SD as the reference makes them: over draws of the power-normal distribution, those beyond the cut left out.
 *
 * The draws are R's after `set.seed(1)`: Mersenne Twister (Matsumoto & Nishimura 1998), two uniforms to 53 bits, and
 * the normal quantile.
 */
export function momentsOfDraws({ lambda, mu, sigma }: PowerNormal, count: number): MeanAndSd {
  const values: number[] = [];
  for (const z of referenceNormals(count)) {
    const y = mu + sigma * z;
    if (lambda === 0) values.push(Math.exp(y));
    else if (y > -1 / lambda && y < 2 * mu + 1 / lambda) values.push((lambda * y + 1) ** (1 / lambda));
  }
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const sumOfSquares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(sumOfSquares / (values.length - 1)) };
}

/** Standard normals as R draws them after `set.seed(1)`. */
export function referenceNormals(count: number): Float64Array {
  const uniform = referenceUniforms(1);
  return new Float64Array(count).map(() => {
    const high = Math.floor(2 ** 27 * uniform());
    return normalQuantile((high + uniform()) / 2 ** 27);
  });
}

function referenceUniforms(seed: number): () => number {
  const state = new Uint32Array(624);
  let scrambled = seed >>> 0;
  // 50 rounds of the congruential generator, one that R then writes over, and the state.
  for (let i = 0; i < 51; i++) scrambled = next(scrambled);
  for (let i = 0; i < 624; i++) {
    scrambled = next(scrambled);
    state[i] = scrambled;
  }
  let position = 624;
  return () => {
    if (position === 624) {
      twist(state);
      position = 0;
    }
    let y = state[position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return (y >>> 0) * 2.3283064365386963e-10;
  };
}

function next(seed: number): number {
  return (Math.imul(69069, seed) + 1) >>> 0;
}

function twist(state: Uint32Array): void {
  for (let i = 0; i < 624; i++) {
    const y = (state[i] & 0x80000000) | (state[(i + 1) % 624] & 0x7fffffff);
    state[i] = state[(i + 397) % 624] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
  }
}
