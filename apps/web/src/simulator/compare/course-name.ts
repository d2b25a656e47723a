import type { Terms } from "@materbone/clinical";
import { type CourseInputs, doseShown, doseUnit, isOnBone, REST_CALCIUM_MG, weaningMonth } from "../course-inputs.ts";
import { sayDose } from "../simulator-words.ts";
import { compareWords, sayCourse, sayGiven } from "./compare-words.ts";

/** What tells a course from another, in one line. */
export function courseName(inputs: CourseInputs, terms: Terms): string {
  const given = inputs.given.map((course) => {
    const unit = sayDose[terms.lang]({ unit: doseUnit(course.agent).unit, isPerDay: !isOnBone(course) }, terms);
    const dose = `${doseShown(course)} ${unit}`;
    return sayGiven[terms.lang]({ agent: terms.agent(course.agent), dose, month: course.startMonth }, terms);
  });
  return sayCourse[terms.lang](
    {
      woman: terms.text(compareWords[inputs.woman]),
      weaned: weaningMonth(inputs.nursing),
      isPartial: inputs.nursing.some(({ level }) => level !== "full"),
      infants: inputs.infants,
      calcium: inputs.dietCalciumMg === REST_CALCIUM_MG ? undefined : inputs.dietCalciumMg,
      given,
    },
    terms,
  );
}
