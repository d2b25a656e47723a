/** Months at which a course is printed and gone to, where the caller names none. */
const STEPS_MONTHS = [-9, -6, -3, 0, 3, 6, 9, 12, 18, 24, 36, 48, 60, 84, 120, 180, 240] as const;

/** The months to print within a span, its end among them. */
export function shownMonths(
  [first, last]: readonly [number, number],
  wanted: readonly number[] = STEPS_MONTHS,
): readonly number[] {
  const inside = wanted.filter((month) => month >= first && month < last);
  return [...inside, last];
}

/** Positions of the points nearest to each month, none twice; a month well outside the course has none. */
export function pointsAt(months: ArrayLike<number>, wanted: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (const month of wanted) {
    const at = nearest(months, month);
    if (at === undefined || Math.abs((months[at] ?? 0) - month) > FAR || found.includes(at)) continue;
    found.push(at);
  }
  return found;
}

/** Positions of the points within a span, ends included. */
export function pointsWithin(months: ArrayLike<number>, [first, last]: readonly [number, number]): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < months.length; at++) {
    const month = months[at] ?? Number.NaN;
    if (month >= first - TINY && month <= last + TINY) found.push(at);
  }
  return found;
}

/** A course that has no point within half a month says nothing of that month. */
const FAR = 0.5;
/** Months that come from hours are round only to this. */
const TINY = 1e-6;

function nearest(months: ArrayLike<number>, month: number): number | undefined {
  let best: number | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (let at = 0; at < months.length; at++) {
    const away = Math.abs((months[at] ?? Number.NaN) - month);
    if (away < distance) {
      best = at;
      distance = away;
    }
  }
  return best;
}
