import type { Terms } from "@materbone/clinical";
import { headed } from "../time-words.ts";
import type { CoursePanel } from "./course-panel.ts";
import { monthWords, simulatedText } from "./course-words.ts";
import { pointsWithin } from "./shown-points.ts";
import { COURSE_SUMMARY, SITE_SUMMARY } from "./simulation-words.ts";

/** "Lumbar spine: with treatment +5.2% at month 24, without a drug +1.0% at month 24." */
export function panelSummary(panel: CoursePanel, span: readonly [number, number], terms: Terms): string {
  const courses = panel.lines.flatMap(({ name, course }) => {
    const last = pointsWithin(course.months, span).at(-1);
    if (last === undefined) return [];
    const value = simulatedText(course.values[last] ?? 0, panel.quantity, terms);
    return [
      COURSE_SUMMARY[terms.lang](
        { name, value, when: monthWords(course.months[last] ?? 0, panel.since, terms) },
        terms,
      ),
    ];
  });
  return SITE_SUMMARY[terms.lang]({ site: headed(panel.name), courses: terms.series(courses) }, terms);
}
