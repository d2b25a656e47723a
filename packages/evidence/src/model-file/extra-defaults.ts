/** Choices that an analysis makes where the model makes none. */

/** Draws of a permutation test or bootstrap. */
export const DRAWS = 10_000;

/** Seed of a permutation test or bootstrap. */
export const SEED = 1;

/** Most arrangements of a permutation test that is not told whether to be exact and is made so. */
export const MOST_EXACT = 100_000;

/** Scale of the half-normal prior of tau: assumed; 0.5 suits log ratios and standardised differences (Roever et al. 2021, Res Synth Methods 12:448). */
export const TAU_PRIOR_SCALE = 0.5;
