const LOWEST = -1074;

/** 2^n for n from -1074 to 1023 at index n + 1074: a factor that moves the exponent, where bits cannot be moved. */
export const POWERS_OF_TWO: Float64Array = powers();

function powers(): Float64Array {
  const all = new Float64Array(1024 - LOWEST);
  all[-LOWEST] = 1;
  for (let n = 1; n < 1024; n++) all[n - LOWEST] = 2 * all[n - 1 - LOWEST];
  for (let n = -1; n >= LOWEST; n--) all[n - LOWEST] = all[n + 1 - LOWEST] / 2;
  return all;
}
