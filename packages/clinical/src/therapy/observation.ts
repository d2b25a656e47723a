import type { CaseView } from "../record/case-view.ts";
import type { Interval } from "../time/interval.ts";
import { monthsOf } from "../time/time-frame.ts";

/**
 * Latest month at which the record certainly still observed the woman: the end of what is known, used in place of
 * today's date.
 *
 * @returns months from delivery; `undefined` when the record has no times
 */
export function lastObservedMonths(view: CaseView): number | undefined {
  const { record, frame } = view;
  const times: readonly (Interval | undefined)[] = [
    view.weaned,
    ...view.scans.map((scan) => scan.when),
    ...view.fractures.map((fracture) => fracture.when),
    ...view.laboratory.map((reading) => reading.when),
    ...view.treatments.flatMap((treatment) => [treatment.when, treatment.end]),
    ...(record.events ?? []).map((event) => monthsOf(event.at, frame)),
    ...(record.symptoms ?? []).map((symptom) => monthsOf(symptom.onset, frame)),
    ...(record.symptomCourse ?? []).map((course) => monthsOf(course.at, frame)),
    ...(record.scores ?? []).map((score) => monthsOf(score.at, frame)),
    ...(record.imaging ?? []).map((imaging) => monthsOf(imaging.at, frame)),
  ];
  const known = times.filter((time) => time !== undefined).map((time) => time.earliest);
  const finite = known.filter((months) => Number.isFinite(months));
  return finite.length === 0 ? undefined : Math.max(...finite);
}
