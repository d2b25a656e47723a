import type { Study } from "../record/study.ts";
import { type Interval, liesWithin, point } from "../time/interval.ts";

/** Women by the time of diagnosis that their study gives; a study counts as a whole, its women are not known one by one. */
export type DiagnosedWithin = {
  readonly inside: number;
  readonly outside: number;
  /** Women of studies that give no time, or a range reaching over the window. */
  readonly unknown: number;
  readonly studiesOutside: readonly Study[];
};

/**
 * How many women were diagnosed inside a window, both ends included.
 *
 * @param window - months from delivery, negative before it
 */
export function diagnosedWithin(studies: readonly Study[], window: Interval): DiagnosedWithin {
  let inside = 0;
  let unknown = 0;
  const studiesOutside: Study[] = [];
  for (const study of studies) {
    const time = diagnosisInterval(study);
    const within = time === undefined ? "perhaps" : liesWithin(time, window);
    if (within === "yes") inside += study.women;
    else if (within === "no") studiesOutside.push(study);
    else unknown += study.women;
  }
  const outside = studiesOutside.reduce((women, study) => women + study.women, 0);
  return { inside, outside, unknown, studiesOutside };
}

function diagnosisInterval(study: Study): Interval | undefined {
  const months = study.diagnosis?.months;
  if (months === undefined) return undefined;
  return typeof months === "number" ? point(months) : { earliest: months[0], latest: months[1] };
}
