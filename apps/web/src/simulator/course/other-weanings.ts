import { type Phrase, say, type Text } from "@materbone/clinical";
import { CASE_COURSE_WORDS, inBoth } from "@materbone/report";
import { type CourseInputs, isTreated, untreated, weaningMonth } from "../course-inputs.ts";
import type { RecordedInputs } from "../recorded-inputs.ts";

/** The course with another time of weaning that the record allows; drawn thin beside the one at hand. */
export type OtherWeaning = { readonly id: string; readonly name: Text; readonly inputs: CourseInputs };

/**
 * Courses for the ends of an open time of weaning, with her drugs and without; none once the reader has set it.
 *
 * @param base - the inputs as recorded
 */
export function otherWeanings(
  inputs: CourseInputs,
  base: CourseInputs,
  weanedBetween: RecordedInputs["weanedBetween"],
): readonly OtherWeaning[] {
  const shown = weaningMonth(base.nursing);
  if (weanedBetween === undefined || weaningMonth(inputs.nursing) !== shown) return [];
  const level = base.nursing[0]?.level ?? "full";
  return [...new Set(weanedBetween)]
    .filter((month) => Math.abs(month - shown) > SAME)
    .flatMap((month) => {
      const other = { ...inputs, nursing: month > 0 ? [{ level, months: month }] : [] };
      const name = (phrase: Phrase<{ readonly month: string }>): Text =>
        inBoth((terms) => say(phrase, { month: terms.months(month) }, terms));
      const without = {
        id: `untreated-${month}`,
        name: name(CASE_COURSE_WORDS.untreatedIfWeaned),
        inputs: untreated(other),
      };
      if (!isTreated(inputs)) return [without];
      return [{ id: `treated-${month}`, name: name(CASE_COURSE_WORDS.treatedIfWeaned), inputs: other }, without];
    });
}

/** Inputs are rounded to a thousandth of a month. */
const SAME = 1e-3;
