import type { FigureMark } from "@materbone/report";

/** Beyond this many units of the viewBox a pointer is near nothing. */
const REACH = 28;

/** Position of the mark nearest to a point of the viewBox; `undefined` when none is near. */
export function nearestMark(marks: readonly FigureMark[], x: number, y: number): number | undefined {
  let nearest: number | undefined;
  let least = REACH;
  for (const [position, mark] of marks.entries()) {
    const distance = distanceTo(mark, x, y);
    if (distance < least) {
      least = distance;
      nearest = position;
    }
  }
  return nearest;
}

/** The mark that a key goes to from the current one; `undefined` for a key that goes nowhere. */
export function markAfterKey(key: string, current: number | undefined, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return current === undefined ? 0 : Math.min(count - 1, current + 1);
    case "ArrowLeft":
    case "ArrowUp":
      return current === undefined ? count - 1 : Math.max(0, current - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

/** To the nearest end of what reaches over time, and somewhat farther to its inside: a bar must not hide a point on it. */
function distanceTo({ x, x2 = x, y }: FigureMark, px: number, py: number): number {
  const toEnds = Math.min(Math.hypot(px - x, py - y), Math.hypot(px - x2, py - y));
  const isBetween = px > x && px < x2;
  return isBetween ? Math.min(toEnds, Math.abs(py - y) + INSIDE) : toEnds;
}

const INSIDE = 2;
