import type { ReactNode } from "react";
import { type SparkValue, sparkline } from "./sparkline.ts";
import classes from "./WomanCard.module.css";

const SIZE = { width: 112, height: 40, margin: 6 } as const;

/** Spine BMD over time as a small line; the words beside it say the same. */
export function Sparkline({ values }: { readonly values: readonly SparkValue[] }): ReactNode {
  const { points, strokes } = sparkline(values, SIZE);
  const last = points.at(-1);
  return (
    <svg
      className={classes.spark}
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      width={SIZE.width}
      height={SIZE.height}
      aria-hidden="true"
    >
      <line className={classes.ground} x1="0" x2={SIZE.width} y1={SIZE.height - 0.5} y2={SIZE.height - 0.5} />
      {points.map(
        ({ reach, y, x }) =>
          reach !== undefined && (
            <line key={`reach ${x}`} className={classes.dotted} x1={reach[0]} x2={reach[1]} y1={y} y2={y} />
          ),
      )}
      {strokes.map(({ from, to, isCertain }) => (
        <line
          key={`${from.x} ${to.x}`}
          className={isCertain ? classes.stroke : classes.dotted}
          x1={from.x}
          y1={from.y}
          x2={to.x}
          y2={to.y}
        />
      ))}
      {points.map((point) => (
        <circle
          key={`${point.x} ${point.y}`}
          className={point === last ? classes.last : point.isCertain ? classes.point : classes.open}
          cx={point.x}
          cy={point.y}
          r={point === last ? 4 : 2.6}
        />
      ))}
    </svg>
  );
}
