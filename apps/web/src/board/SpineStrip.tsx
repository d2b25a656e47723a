import type { ReactNode } from "react";
import type { FracturePicture } from "./fracture-picture.ts";
import classes from "./WomanCard.module.css";

const WIDTH = 9;
const STEP = 12;
/** Room for the names of the first and the last vertebra. */
const NAME = 19;

/** T4 to L5 as a strip, head at the left; a fractured vertebra is flattened and red, hollow when its grade is not known. */
export function SpineStrip({ levels }: Pick<FracturePicture, "levels">): ReactNode {
  const width = levels.length * STEP;
  return (
    <svg
      className={classes.spine}
      viewBox={`${-NAME} 0 ${width + 2 * NAME} 18`}
      width={width + 2 * NAME}
      height="18"
      aria-hidden="true"
    >
      <text className={classes.end} x={-3} y="13" textAnchor="end">
        {levels[0]?.level}
      </text>
      <text className={classes.end} x={width + 3} y="13">
        {levels.at(-1)?.level}
      </text>
      {levels.map(({ level, state }, position) => (
        <rect
          key={level}
          className={classes[state]}
          x={position * STEP + 1.5}
          y={state === "whole" ? 3 : 2}
          width={state === "whole" ? WIDTH : WIDTH - 3}
          height={state === "whole" ? 12 : 14}
          rx="1.5"
        />
      ))}
    </svg>
  );
}
