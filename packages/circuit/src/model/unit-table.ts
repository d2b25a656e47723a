/** Powers of ten of the prefixes of units. */
export const UNIT_PREFIXES: Readonly<Record<string, number>> = {
  f: -15,
  p: -12,
  n: -9,
  u: -6,
  m: -3,
  c: -2,
  d: -1,
  k: 3,
};

/** Hours of a unit of time as a fraction, exact in whole numbers: a year is 365.25 days and a month a twelfth of it. */
export const TIME_IN_HOURS = {
  s: [1, 3600],
  min: [1, 60],
  h: [1, 1],
  d: [24, 1],
  month: [1461, 2],
  year: [8766, 1],
} as const satisfies Readonly<Record<string, readonly [above: number, below: number]>>;
