import type { ReactNode } from "react";
import type { FracturePicture } from "./fracture-picture.ts";
import classes from "./WomanCard.module.css";

const WIDTH = 9;
const STEP = 12;

/** T4 to L5 as a strip, head at the left; a fractured vertebra is flattened and red, hollow when its grade is not known. */
export function SpineStrip({ levels }: Pick<FracturePicture, "levels">): ReactNode {
  return (
    <svg
      className={classes.spine}
      viewBox={`0 0 ${levels.length * STEP} 18`}
      width={levels.length * STEP}
      height="18"
      aria-hidden="true"
    >
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
