import { simulationFigure } from "@materbone/report";
import { type ReactNode, useMemo } from "react";
import { DrawnFigure } from "../../evidence/DrawnFigure.tsx";
import { useTerms } from "../../language/language.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { courseFigureData, SITE_OUTPUTS } from "../course/course-data.ts";
import { isTreated } from "../course-inputs.ts";
import classes from "../Simulator.module.css";
import { scenarioOfInputs } from "../scenario-of-inputs.ts";
import type { CourseResult } from "../simulate-course.ts";
import { useRanCourses, useSimulation, useSimulatorSearch } from "../simulator-context.tsx";
import { pinsOf } from "../simulator-search.ts";
import { useCourses } from "../use-course.ts";
import { CompanionTable } from "./CompanionTable.tsx";
import { compareWords as words } from "./compare-words.ts";
import { tableMonths } from "./compared-numbers.ts";
import { courseName } from "./course-name.ts";
import { NumberTable } from "./NumberTable.tsx";
import { PinList, pinLetter } from "./PinList.tsx";

/** Pinned courses beside the one at hand: overlaid, in numbers, and beside the models of others. */
export function ComparePanel(): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { inputs, treated, untreated, isRunning } = useSimulation();
  const { pins: asked } = useSimulatorSearch();
  const courses = useRanCourses();
  const pins = useMemo(() => pinsOf(asked), [asked]);
  // A course that is shorter than the one at hand goes on beside it.
  const files = useMemo(
    () => pins.map((pin) => scenarioOfInputs({ ...pin, months: Math.max(pin.months, inputs.months) })),
    [pins, inputs.months],
  );
  const pinned = useCourses(files).results;
  const data = useMemo(() => {
    if (courses === undefined) return undefined;
    const overlaid = pins.flatMap((_, place) => {
      const course = pinned?.[place];
      const letter = pinLetter(place);
      return course?.kind === "ran" ? [{ id: `pin-${place}`, name: { en: letter, zh: letter }, course }] : [];
    });
    return courseFigureData({ inputs, ...courses, pinned: overlaid });
  }, [courses, inputs, pins, pinned]);
  if (data === undefined) return isRunning ? <Loading /> : null;
  const months = tableMonths(Math.max(inputs.months, ...pins.map((pin) => pin.months)));
  const rows: readonly { readonly name: string; readonly result: CourseResult | undefined }[] = [
    { name: text(words.now), result: treated },
    ...(isTreated(inputs) ? [{ name: text(words.untreated), result: untreated }] : []),
    ...pins.map((pin, place) => ({ name: `${pinLetter(place)}. ${courseName(pin, terms)}`, result: pinned?.[place] })),
  ];
  return (
    <section className={`mb-card ${classes.sheet}`} aria-labelledby="simulator-compare">
      <h2 id="simulator-compare">{text(words.title)}</h2>
      <PinList pins={pins} />
      <DrawnFigure data={data} figure={simulationFigure} />
      <h3>{text(words.numbers)}</h3>
      <NumberTable caption={text(words.change)} rows={rows} months={months} output={SITE_OUTPUTS.lumbarSpine} />
      <h3>{text(words.companions)}</h3>
      <CompanionTable />
    </section>
  );
}
