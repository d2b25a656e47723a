import type { ReactNode } from "react";
import classes from "./SpineMap.module.css";
import type { Look } from "./SpineMap.tsx";

/** Share of the anterior height that is drawn as lost: a symbol, not a measurement. */
const SYMBOLIC_LOSS: Readonly<Record<number, number>> = { 1: 0.22, 2: 0.4, 3: 0.62 };

/** One vertebral body from the side, anterior edge at the left; a wedge where it is fractured, hollow and dashed where the grade is open. */
export function VertebraShape({ position, look }: { readonly position: number; readonly look: Look }): ReactNode {
  const width = 34 + position * 1.6;
  const height = 15;
  // Kyphosis leans the column back, lordosis forward; proportions are for the eye only.
  const shift = position <= 8 ? 6 * Math.sin((position / 8) * Math.PI) : -6 * Math.sin(((position - 8) / 6) * Math.PI);
  const left = 42 - width / 2 + shift;
  const right = left + width;
  const loss =
    look.kind === "unknown" ? 0.3 : look.kind === "fractured" ? (SYMBOLIC_LOSS[Math.round(look.grade)] ?? 0.22) : 0;
  const top = 2 + height * loss;
  return (
    <svg width="84" height="19" viewBox="0 0 84 19" aria-hidden="true" className={classes.body}>
      <path d={`M ${left} ${top} L ${right} 2 L ${right} ${2 + height} L ${left} ${2 + height} Z`} />
    </svg>
  );
}
