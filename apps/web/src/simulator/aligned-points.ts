import type { RecordedScan } from "./recorded-inputs.ts";

/** A scan beside a simulated course. */
export type AlignedPoint = RecordedScan & {
  /** Percent change since delivery, if at the first scan the woman stood where the course stands. */
  readonly percent: number;
  /** The first scan of its device: it lies on the course by construction. */
  readonly isAnchor: boolean;
};

/**
 * Puts a woman's scans beside a course of percent changes. Her level at delivery was not measured, so that the first scan of
 * each device is laid upon the course; only what follows it tells something.
 *
 * @param months - ascending
 * @param percents - the course, one per month
 */
export function alignedPoints(
  scans: readonly RecordedScan[],
  months: ArrayLike<number>,
  percents: ArrayLike<number>,
): readonly AlignedPoint[] {
  const levelByDevice = new Map<string, { readonly scan: string; readonly level: number }>();
  return [...scans]
    .sort((a, b) => a.month - b.month)
    .map((scan) => {
      const there = valueAt(months, percents, scan.month);
      const known = levelByDevice.get(scan.device) ?? {
        scan: scan.scan,
        level: scan.bmdGPerCm2 / (1 + there / 100),
      };
      levelByDevice.set(scan.device, known);
      return { ...scan, percent: 100 * (scan.bmdGPerCm2 / known.level - 1), isAnchor: known.scan === scan.scan };
    });
}

/** A value of a course between its rows, in a straight line. @param months - ascending, at least one */
export function valueAt(months: ArrayLike<number>, values: ArrayLike<number>, month: number): number {
  const last = months.length - 1;
  const after = Array.from(months).findIndex((at) => at >= month);
  if (after === 0) return values[0] ?? 0;
  if (after < 0) return values[last] ?? 0;
  const [from = 0, to = 0] = [months[after - 1], months[after]];
  const share = (month - from) / (to - from);
  const [low = 0, high = 0] = [values[after - 1], values[after]];
  return low + share * (high - low);
}
