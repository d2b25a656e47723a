import { simulationModels } from "@materbone/circuit";
import { type ReactNode, useMemo } from "react";
import { useTerms } from "../../language/language.tsx";
import { SITE_OUTPUTS } from "../course/course-data.ts";
import classes from "../Simulator.module.css";
import { useSimulation } from "../simulator-context.tsx";
import { useCourses } from "../use-course.ts";
import { COMPANION_OUTPUT, COMPANIONS, companionScenario, firstZoledronate } from "./companions.ts";
import { compareWords as words } from "./compare-words.ts";
import { changesSince, tableMonths, valuesAt } from "./compared-numbers.ts";
import { MonthTable } from "./NumberTable.tsx";

/** Models of other groups under the same doses, each by itself. */
export function CompanionTable(): ReactNode {
  const { text } = useTerms();
  const { inputs, treated } = useSimulation();
  const first = firstZoledronate(inputs);
  const files = useMemo(
    () => COMPANIONS.map((model) => companionScenario(model, inputs)).filter((file) => file !== undefined),
    [inputs],
  );
  const { results } = useCourses(files);
  const notJorg = <p className={classes.note}>{text(words.notJorg)}</p>;
  if (first === undefined) {
    return (
      <>
        <p className={classes.note}>{text(words.companionsNone)}</p>
        {notJorg}
      </>
    );
  }
  const months = tableMonths(Math.max(3, Math.floor(inputs.months - first)));
  const rows = [
    { name: text(words.circuit), values: changesSince(treated, SITE_OUTPUTS.lumbarSpine, first, months) },
    ...COMPANIONS.map((model, place) => {
      const title = simulationModels.find(({ name }) => name === model)?.title;
      return {
        name: title === undefined ? model : text(title),
        values: valuesAt(results?.[place], COMPANION_OUTPUT, months),
      };
    }),
  ];
  return (
    <>
      <p className={classes.note}>{text(words.companionsText)}</p>
      <MonthTable caption={text(words.monthsAfter)} months={months} rows={rows} />
      {notJorg}
    </>
  );
}
