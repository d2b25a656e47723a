/** One BMD value with its time in months from delivery; `null` is an open end, no `months` an unknown time. */
export type SparkValue = {
  readonly months?: readonly [number | null, number | null] | undefined;
  readonly bmdGPerCm2: number;
};

/** A value placed in the picture. */
export type SparkPoint = {
  readonly x: number;
  readonly y: number;
  /** The time is one point; else it is a range, has an open end or is not known. */
  readonly isCertain: boolean;
  /** Left and right end of a time that is a range. */
  readonly reach?: readonly [number, number];
};

export type Spark = {
  readonly points: readonly SparkPoint[];
  /** Strokes between neighbours; dotted where either time is uncertain. */
  readonly strokes: readonly { readonly from: SparkPoint; readonly to: SparkPoint; readonly isCertain: boolean }[];
};

/** Size of the picture and the room left around the line, in its own units. */
export type SparkSize = { readonly width: number; readonly height: number; readonly margin: number };

/**
 * Lays BMD values on a small picture, earliest left, highest top. A value without a time stands evenly between its
 * neighbours in the order of the record, as uncertain.
 */
export function sparkline(values: readonly SparkValue[], { width, height, margin }: SparkSize): Spark {
  const times = placedTimes(values);
  const ends = times.flatMap(({ at, reach }) => (reach === undefined ? [at] : [...reach]));
  const x = scale(ends, margin, width - margin);
  const y = scale(
    values.map(({ bmdGPerCm2 }) => bmdGPerCm2),
    height - margin,
    margin,
  );
  const points = values.map(({ bmdGPerCm2 }, position): SparkPoint => {
    const time = times[position];
    if (time === undefined) throw new RangeError(`no time for value ${position}`);
    const { at, isCertain, reach } = time;
    return {
      x: x(at),
      y: y(bmdGPerCm2),
      isCertain,
      ...(reach === undefined ? {} : { reach: [x(reach[0]), x(reach[1])] as const }),
    };
  });
  const strokes = points.slice(1).flatMap((to, position) => {
    const from = points[position];
    return from === undefined ? [] : [{ from, to, isCertain: from.isCertain && to.isCertain }];
  });
  return { points, strokes };
}

type Time = { readonly at: number; readonly isCertain: boolean; readonly reach?: readonly [number, number] };

function placedTimes(values: readonly SparkValue[]): readonly Time[] {
  const known = values.map(({ months }) => knownTime(months));
  return known.map((time, position) => {
    if (time !== undefined) return time;
    const before = known.slice(0, position).findLastIndex((other) => other !== undefined);
    const after = known.findIndex((other, place) => place > position && other !== undefined);
    return { at: between(known, position, before, after), isCertain: false };
  });
}

function knownTime(months: SparkValue["months"]): Time | undefined {
  const [earliest, latest] = months ?? [null, null];
  if (earliest === null && latest === null) return undefined;
  if (earliest === null || latest === null) return { at: earliest ?? latest ?? 0, isCertain: false };
  if (earliest === latest) return { at: earliest, isCertain: true };
  return { at: (earliest + latest) / 2, isCertain: false, reach: [earliest, latest] };
}

/** Evenly between the neighbours that have a time; past the last of them one step further. */
function between(known: readonly (Time | undefined)[], position: number, before: number, after: number): number {
  const left = known[before]?.at;
  const right = known[after]?.at;
  if (left !== undefined && right !== undefined) {
    return left + ((right - left) * (position - before)) / (after - before);
  }
  if (left !== undefined) return left + (position - before) * STEP_MONTHS;
  return right === undefined ? position * STEP_MONTHS : right - (after - position) * STEP_MONTHS;
}

/** Room for a value of unknown time beyond the known ones: scans are about a year apart. */
const STEP_MONTHS = 12;

/** From values to a length; all alike stand in the middle. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (!(high > low)) return () => (from + to) / 2;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}
