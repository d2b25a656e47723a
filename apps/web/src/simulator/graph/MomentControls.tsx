import { Button } from "@mantine/core";
import { say } from "@materbone/clinical";
import type { ReactNode } from "react";
import { useTerms } from "../../language/language.tsx";
import { ROW_MONTHS } from "../scenario-of-inputs.ts";
import graphClasses from "./Graph.module.css";
import { sayMonth, graphWords as words } from "./graph-words.ts";
import type { Moment } from "./use-moment.ts";

/** A slider over the months, a way to let them pass, and single steps for who asks for less motion. */
export function MomentControls({ moment, months }: { readonly moment: Moment; readonly months: number }): ReactNode {
  const terms = useTerms();
  const { text } = terms;
  const { month, isPlaying, canPlay } = moment;
  return (
    <div className={`mb-noprint ${graphClasses.moment}`}>
      {canPlay && (
        <Button size="compact-sm" variant="light" onClick={() => moment.play(!isPlaying)}>
          {text(isPlaying ? words.pause : words.play)}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={text(words.earlier)}
        title={text(words.earlier)}
        disabled={month === 0}
        onClick={() => moment.set(month - 1)}
      >
        −1
      </Button>
      <input
        type="range"
        className={graphClasses.slider}
        min={0}
        max={months}
        step={ROW_MONTHS}
        value={month}
        aria-label={text(words.month)}
        aria-valuetext={say(sayMonth, { month }, terms)}
        onChange={(event) => moment.set(event.currentTarget.valueAsNumber)}
      />
      <Button
        size="compact-sm"
        variant="default"
        aria-label={text(words.later)}
        title={text(words.later)}
        disabled={month >= months}
        onClick={() => moment.set(month + 1)}
      >
        +1
      </Button>
      <output className={graphClasses.month}>{say(sayMonth, { month }, terms)}</output>
    </div>
  );
}
