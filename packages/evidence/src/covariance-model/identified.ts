import { thinQr } from "@materbone/numerics";
import type { Evaluation } from "./evaluation.ts";
import {
  type ComponentState,
  informationAlong,
  type ScoreDirection,
  type ScoreDirections,
  scoreDirections,
} from "./score-directions.ts";

/** Variances that the data cannot tell apart, or tell nothing of. */
export class UnidentifiedError extends RangeError {
  override readonly name: string = "UnidentifiedError";
  /** The superfluous variance first, then those that say the same. */
  readonly components: readonly string[];

  constructor(components: readonly string[]) {
    const [first, ...others] = components;
    super(
      others.length === 0
        ? `the data tell nothing of the variance of ${first}`
        : `the variance of ${first} cannot be told from that of ${others.join(", ")}`,
    );
    this.components = components;
  }
}

/** Information about a parameter, in units of the parameter squared, below which there is none but rounding. */
const NO_INFORMATION = 1e-9;
/** What is left of a parameter's information beside those before it, as a part, below which it says the same. */
const SAME_INFORMATION = 1e-6;

/**
 * Holds the expected information at starting values, where no parameter is at a boundary, to full rank.
 *
 * @throws UnidentifiedError
 */
export function requireIdentified(states: readonly ComponentState[], evaluation: Evaluation): void {
  const open = scoreDirections(states, evaluation);
  for (const [i, state] of states.entries()) {
    const found = open.directions.filter(({ component }) => component === i).length;
    const asked = open.sets[i].columns.length;
    if (found < asked) throw new UnidentifiedError([state.component.name]);
  }
  const { directions } = open;
  const n = directions.length;
  const information = informationAlong(open, directions, evaluation.expected, false);
  for (let i = 0; i < n; i++) {
    const size = sizeOf(open, directions[i]);
    if (!(information[i * n + i] * size * size > NO_INFORMATION))
      throw new UnidentifiedError([nameOf(open, directions[i])]);
  }
  const scaled = information.map(
    (value, at) => value / Math.sqrt(information[Math.floor(at / n) * (n + 1)] * information[(at % n) * (n + 1)]),
  );
  for (const { column, madeOf } of thinQr(scaled, n, n, SAME_INFORMATION).dependent) {
    const names = [column, ...madeOf].map((j) => nameOf(open, directions[j]));
    throw new UnidentifiedError([...new Set(names)]);
  }
}

/** Size of the parameters that a direction changes. */
function sizeOf({ states }: ScoreDirections, { component, column }: ScoreDirection): number {
  const state = states[component];
  if (state.kind === "box") return column.length === 1 ? state.values[0] : 1;
  let sum = 0;
  for (const value of state.values) sum += value / state.rank;
  return sum;
}

function nameOf({ states }: ScoreDirections, { component }: ScoreDirection): string {
  return states[component].component.name;
}
