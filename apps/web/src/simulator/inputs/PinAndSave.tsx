import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { downloadText } from "../../parts/download.ts";
import { courseCsv } from "../course-csv.ts";
import { isTreated } from "../course-inputs.ts";
import classes from "../Simulator.module.css";
import { useSimulation, useSimulatorChange, useSimulatorSearch } from "../simulator-context.tsx";
import { MOST_PINS, pinsOf, pinsText } from "../simulator-search.ts";
import { simulatorWords as words } from "../simulator-words.ts";

/** Keeps the course beside others, or takes it home. */
export function PinAndSave(): ReactNode {
  const { text } = useTerms();
  const { inputs, scenario, treated, untreated, isRunning } = useSimulation();
  const { pins } = useSimulatorSearch();
  const change = useSimulatorChange();
  const pinned = pinsOf(pins);
  const text1 = pinsText([inputs]);
  const isPinned = pinned.some((each) => pinsText([each]) === text1);
  return (
    <div className={classes.acts}>
      <Button
        size="compact-md"
        variant="light"
        disabled={isPinned || pinned.length >= MOST_PINS}
        onClick={() => change({ pins: pinsText([...pinned, inputs]) })}
      >
        {text(words.pin)}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        onClick={() => downloadText("scenario.json", "application/json", `${JSON.stringify(scenario, null, 2)}\n`)}
      >
        {text(words.saveScenario)}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        disabled={treated?.kind !== "ran" || isRunning}
        onClick={() => {
          if (treated?.kind !== "ran") return;
          const without = isTreated(inputs) && untreated?.kind === "ran" ? untreated : undefined;
          downloadText("course.csv", "text/csv", courseCsv(treated, without));
        }}
      >
        {text(words.saveCsv)}
      </Button>
      <p className={classes.note}>{text(words.exportNote)}</p>
    </div>
  );
}
