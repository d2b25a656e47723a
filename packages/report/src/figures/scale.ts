/** Maps a domain onto pixels; values outside are clamped to the ends, open times among them. */
export type Scale = {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  readonly at: (value: number) => number;
};

/** @throws RangeError when the domain is empty or not finite */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [low, high] = domain;
  if (!(low < high) || !Number.isFinite(high - low)) throw new RangeError(`not a domain: ${low} to ${high}`);
  return {
    domain,
    range,
    at: (value) => {
      const share = (Math.min(high, Math.max(low, value)) - low) / (high - low);
      return range[0] + share * (range[1] - range[0]);
    },
  };
}

/** A range of round numbers about the values, with its ticks. */
type ValueAxis = {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly decimals: number;
};

/** A span below this is none: a step of it would be no number any more. */
const FLAT = 1e-300;

/** Steps of 1, 2 or 5 times a power of ten, so that about `count` ticks cover the values. */
export function valueAxis(values: readonly number[], count: number): ValueAxis {
  const finite = values.filter((value) => Number.isFinite(value));
  const low = finite.length === 0 ? 0 : Math.min(...finite);
  const high = finite.length === 0 ? 1 : Math.max(...finite);
  const size = Math.max(Math.abs(low), Math.abs(high));
  // No printed digit tells values apart that differ by less than a millionth: they are drawn as one.
  const span = high - low > Math.max(size * 1e-6, FLAT) ? high - low : size > FLAT ? size : 1;
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return {
    domain: [ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1],
    ticks,
    decimals: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)),
  };
}
