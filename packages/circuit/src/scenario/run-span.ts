/** From the start to the last row, in the unit of the model. */
export type RunSpan = {
  readonly start: number;
  readonly end: number;
  /** Times nearer to each other than this are one moment: what is left of a conversion of units. */
  readonly moment: number;
};

/** Share of the longest time of a run that conversions of units may leave. */
const ROUNDING = 1e-10;

export function runSpan(start: number, end: number): RunSpan {
  return { start, end, moment: ROUNDING * Math.max(Math.abs(start), Math.abs(end), 1) };
}

/** Is the time within the run? */
export function isWithin({ start, end, moment }: RunSpan, time: number): boolean {
  return time >= start - moment && time <= end + moment;
}

/** The row's own time where a time is the same moment, so that both are exactly equal. @param times - ascending */
export function snapped({ start, moment }: RunSpan, times: ArrayLike<number>, time: number): number {
  if (Math.abs(time - start) <= moment) return start;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Number.POSITIVE_INFINITY) < time - moment) low = middle + 1;
    else high = middle;
  }
  const near = times[low];
  return near !== undefined && Math.abs(near - time) <= moment ? near : time;
}
