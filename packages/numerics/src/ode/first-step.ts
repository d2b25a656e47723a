import { wholeRoot } from "./step-arithmetic.ts";
import type { Tolerance } from "./stepper.ts";
import type { StiffSystem } from "./stiff-system.ts";

/**
 * Length of a first step whose error a method of the order would just tolerate, guessed from f here and a little on.
 *
 * @param slope - f at (`time`, `state`)
 * @param trial - overwritten, length n
 * @param trialSlope - overwritten, length n
 * @returns above 0, at most `span`
 * @see Hairer E, Nørsett SP, Wanner G (1993) Solving Ordinary Differential Equations I, 2nd ed, Springer, II.4
 */
export function firstStep(
  system: StiffSystem,
  { relative, absolute }: Tolerance,
  order: number,
  time: number,
  state: Float64Array,
  slope: Float64Array,
  span: number,
  trial: Float64Array,
  trialSlope: Float64Array,
): number {
  const n = system.size;
  let d0 = 0;
  let d1 = 0;
  for (let i = 0; i < n; i++) {
    const scale = absolute[i] + relative * Math.abs(state[i]);
    // A power would leave the bits to the engine.
    const size = state[i] / scale;
    const speed = slope[i] / scale;
    d0 += size * size;
    d1 += speed * speed;
  }
  d0 = Math.sqrt(d0 / n);
  d1 = Math.sqrt(d1 / n);
  // Where the book takes 1e-6 of an unknown unit of time, a part of the span.
  let h0 = d0 < 1e-5 || d1 < 1e-5 ? 1e-4 * span : (0.01 * d0) / d1;
  if (!(h0 < span)) h0 = span;
  for (let i = 0; i < n; i++) trial[i] = state[i] + h0 * slope[i];
  system.derivative(time + h0, trial, trialSlope);
  let d2 = 0;
  for (let i = 0; i < n; i++) {
    const scale = absolute[i] + relative * Math.abs(state[i]);
    const change = (trialSlope[i] - slope[i]) / scale;
    d2 += change * change;
  }
  d2 = Math.sqrt(d2 / n) / h0;
  const steepest = d1 > d2 ? d1 : d2;
  if (!Number.isFinite(steepest)) return Math.min(withinTime(1e-3 * h0, time), span);
  const h1 = steepest * span < 1e-8 ? span : wholeRoot(0.01 / steepest, order + 1);
  return Math.min(withinTime(Math.min(100 * h0, h1), time), span);
}

/** What a step has to be longer than, and what a shorter one becomes, in roundings of the time: room to shorten it again. */
const SHORTEST = 8 * Number.EPSILON;
const HELD = 1000 * Number.EPSILON;

/**
 * A step that the rounding of time can hold. A large dose into an empty compartment asks for a shorter one, because next to
 * nothing is tolerated beside nothing; late in a run that would be no step at all.
 */
function withinTime(step: number, time: number): number {
  return step > SHORTEST * Math.abs(time) ? step : HELD * Math.abs(time);
}
