import { firstStep } from "./first-step.ts";
import { IntegrationError, type IntegrationFailure } from "./integration-error.ts";
import { ALPHA, ERROR_CONSTANT, GAMMA, MAX_ORDER, rescaleDifferences } from "./ndf-differences.ts";
import { errorNorm, wholeRoot } from "./step-arithmetic.ts";
import type { StepCounts, Stepper, Tolerance } from "./stepper.ts";
import type { StiffSystem } from "./stiff-system.ts";

/** Writes df/dp of parameter `index` at fixed state into `out`, length n. */
export type ParameterSlope = (index: number, time: number, state: Float64Array, out: Float64Array) => void;

const NEWTON_ITERATIONS = 4;
const LARGEST_GROWTH = 10;
const SMALLEST_SHRINKAGE = 0.2;

/**
 * Numerical differentiation formulas of order 1 to 5 on a quasi-constant step, with simplified Newton's method.
 *
 * With parameters, the state is followed by its derivative to each (n values a parameter), from the same formula with a
 * fresh factorisation at the end of each step (staggered direct method); their error is not controlled by itself.
 *
 * @see Shampine LF, Reichelt MW (1997) SIAM J Sci Comput 18:1-22
 * @see Caracotsios M, Stewart WE (1985) Comput Chem Eng 9:359-365 (staggered direct sensitivities)
 */
export class NdfStepper implements Stepper {
  time = 0;
  previousTime = 0;
  nextStep = 0;
  readonly counts: StepCounts = { steps: 0, rejected: 0, evaluations: 0, factorizations: 0 };
  parameterSlope: ParameterSlope | undefined;

  private readonly size: number;
  private readonly width: number;
  private readonly parameterCount: number;
  /** Backward differences at the end of the last step, of order 0 to 7. */
  private readonly differences: readonly Float64Array[];
  private readonly previousState: Float64Array;
  /** State where a step was cut by a switch; the differences still describe the whole step. */
  private readonly landed: Float64Array;
  private isLanded = false;
  private readonly predicted: Float64Array;
  private readonly psi: Float64Array;
  private readonly correction: Float64Array;
  private readonly trial: Float64Array;
  private readonly residual: Float64Array;
  private readonly slope: Float64Array;
  private readonly timeSlope: Float64Array;
  private readonly jacobian: Float64Array;
  private readonly factors: Float64Array;
  private readonly work = new Float64Array(108);

  private system: StiffSystem | undefined;
  private tolerance: Tolerance | undefined;
  /** Starts anew at order 1 from the state. */
  private isFresh = true;
  private chosenStep = 0;
  private order = 1;
  /** Spacing of the differences. */
  private h = 0;
  private endTime = 0;
  /** Order and step for the next step, applied when it begins. */
  private orderAhead = 1;
  private evenSteps = 0;
  /** 1 / (h / alpha) of the factors; 0 when they are of another Jacobian. */
  private factoredShift = 0;

  constructor(size: number, jacobianLength: number, factorsLength: number, parameterCount: number) {
    this.size = size;
    this.parameterCount = parameterCount;
    this.width = size * (1 + parameterCount);
    const wide = () => new Float64Array(this.width);
    this.differences = Array.from({ length: MAX_ORDER + 3 }, wide);
    this.previousState = wide();
    this.landed = wide();
    this.predicted = wide();
    this.psi = wide();
    this.correction = wide();
    this.trial = new Float64Array(size);
    this.residual = new Float64Array(size);
    this.slope = new Float64Array(size);
    this.timeSlope = new Float64Array(size);
    this.jacobian = new Float64Array(jacobianLength);
    this.factors = new Float64Array(factorsLength);
  }

  get state(): Float64Array {
    return this.isLanded ? this.landed : this.differences[0];
  }

  begin(system: StiffSystem, tolerance: Tolerance, time: number, state: Float64Array, chosenStep: number): void {
    this.system = system;
    this.tolerance = tolerance;
    this.time = time;
    this.previousTime = time;
    this.isLanded = false;
    this.differences[0].set(state);
    this.counts.steps = 0;
    this.counts.rejected = 0;
    this.counts.evaluations = 0;
    this.counts.factorizations = 0;
    this.isFresh = true;
    this.chosenStep = chosenStep;
  }

  advance(limit: number): void {
    const { system, tolerance, size } = this;
    if (system === undefined || tolerance === undefined) throw new TypeError("the stepper has not begun");
    let isJacobianFresh = this.isFresh;
    if (this.isFresh) this.startAtOrderOne(system, tolerance, limit - this.time);
    this.order = this.orderAhead;
    this.previousState.set(this.differences[0]);
    let refused: IntegrationFailure = "stepTooSmall";
    for (;;) {
      const left = limit - this.time;
      const isLast = this.nextStep * 1.0001 >= left;
      const target = isLast ? limit : this.time + this.nextStep;
      const h = target - this.time;
      if (!(h > 4 * Number.EPSILON * Math.abs(this.time)) && !(isLast && h > 0)) {
        throw new IntegrationError(refused, `the step fell to ${h}`, this.time, this.counts.steps);
      }
      this.useStep(h);
      const { order } = this;
      const shift = ALPHA[order] / this.h;
      this.predict(order);
      if (shift !== this.factoredShift && !this.factorAt(system, shift)) {
        refused = "singular";
        this.shrink(h * 0.5);
        continue;
      }
      const iterations = this.correct(system, tolerance, target, shift);
      if (iterations === 0) {
        refused = "notFinite";
        if (isJacobianFresh) {
          this.shrink(h * 0.5);
        } else {
          for (let i = 0; i < size; i++) this.trial[i] = this.predicted[i];
          system.linearise(target, this.trial, this.jacobian, this.timeSlope);
          this.factoredShift = 0;
          isJacobianFresh = true;
        }
        continue;
      }
      const safety = (0.9 * (2 * NEWTON_ITERATIONS + 1)) / (2 * NEWTON_ITERATIONS + iterations);
      const scaled = ERROR_CONSTANT[order] * this.norm(tolerance, this.correction);
      if (!(scaled <= 1)) {
        refused = "stepTooSmall";
        const shrinkage = safety / wholeRoot(scaled, order + 1);
        this.shrink(h * (shrinkage > SMALLEST_SHRINKAGE ? shrinkage : SMALLEST_SHRINKAGE));
        continue;
      }
      if (this.parameterCount > 0) {
        if (!this.followParameters(system, target, shift)) {
          refused = "singular";
          this.shrink(h * 0.5);
          continue;
        }
      }
      this.accept(tolerance, target, scaled, safety);
      return;
    }
  }

  interpolate(time: number, out: Float64Array): void {
    const { differences, order, width, h } = this;
    const base = differences[0];
    for (let i = 0; i < width; i++) out[i] = base[i];
    let product = 1;
    for (let k = 1; k <= order; k++) {
      product *= (time - (this.endTime - (k - 1) * h)) / (k * h);
      const difference = differences[k];
      for (let i = 0; i < width; i++) out[i] += product * difference[i];
    }
  }

  undo(longest: number): void {
    this.landed.set(this.previousState);
    this.land(this.previousTime);
    this.chosenStep = longest;
  }

  redo(limit: number): void {
    this.cut(limit);
  }

  cut(time: number): void {
    this.interpolate(time, this.landed);
    this.land(time);
  }

  changeForm(): void {
    this.isFresh = true;
  }

  private land(time: number): void {
    this.isLanded = true;
    this.time = time;
    this.isFresh = true;
    this.chosenStep = 0;
  }

  private startAtOrderOne(system: StiffSystem, tolerance: Tolerance, span: number): void {
    const { differences, size, slope, trial, residual } = this;
    if (this.isLanded) differences[0].set(this.landed);
    this.isLanded = false;
    const y = differences[0];
    system.derivative(this.time, y, slope);
    system.linearise(this.time, y, this.jacobian, this.timeSlope);
    this.counts.evaluations++;
    for (let i = 0; i < size; i++) {
      if (!Number.isFinite(slope[i])) {
        throw new IntegrationError("notFinite", "the right-hand side is not finite", this.time, this.counts.steps);
      }
    }
    // A step of the segment before is one of a higher order.
    const guess = firstStep(system, tolerance, 1, this.time, y, slope, span, trial, residual);
    this.counts.evaluations++;
    this.nextStep = this.chosenStep > 0 ? Math.min(this.chosenStep, guess) : guess;
    this.h = this.nextStep;
    for (let k = 1; k < differences.length; k++) differences[k].fill(0);
    for (let i = 0; i < size; i++) differences[1][i] = this.h * slope[i];
    for (let p = 0; p < this.parameterCount; p++) this.startParameter(system, p, size * (p + 1));
    this.order = 1;
    this.orderAhead = 1;
    this.evenSteps = 0;
    this.factoredShift = 0;
    this.isFresh = false;
    this.chosenStep = 0;
  }

  /** First difference of a sensitivity, h (J s + df/dp), with J s from a difference along s: it only predicts. */
  private startParameter(system: StiffSystem, parameter: number, at: number): void {
    const { differences, size, slope, trial, residual } = this;
    const y = differences[0];
    let largest = 0;
    for (let i = 0; i < size; i++) {
      const relative = Math.abs(y[at + i] / y[i]);
      if (relative > largest && y[i] !== 0) largest = relative;
    }
    this.parameterSlope?.(parameter, this.time, y, trial);
    for (let i = 0; i < size; i++) differences[1][at + i] = this.h * trial[i];
    if (largest === 0) return;
    const reach = 1e-7 / largest;
    for (let i = 0; i < size; i++) trial[i] = y[i] + reach * y[at + i];
    system.derivative(this.time, trial, residual);
    this.counts.evaluations++;
    for (let i = 0; i < size; i++) differences[1][at + i] += (this.h * (residual[i] - slope[i])) / reach;
  }

  /** Brings the differences to the spacing `h`. */
  private useStep(h: number): void {
    // The rounding of time alone makes no other step.
    if (Math.abs(h - this.h) <= 4 * Number.EPSILON * (Math.abs(this.time) + h)) return;
    rescaleDifferences(this.differences, this.order, h / this.h, this.width, this.work);
    this.h = h;
    this.evenSteps = 0;
  }

  private shrink(step: number): void {
    this.counts.rejected++;
    this.nextStep = step;
  }

  private predict(order: number): void {
    const { differences, predicted, psi, width } = this;
    const base = differences[0];
    for (let i = 0; i < width; i++) {
      predicted[i] = base[i];
      psi[i] = 0;
    }
    for (let k = 1; k <= order; k++) {
      const difference = differences[k];
      const weight = GAMMA[k] / ALPHA[order];
      for (let i = 0; i < width; i++) {
        predicted[i] += difference[i];
        psi[i] += weight * difference[i];
      }
    }
  }

  private factorAt(system: StiffSystem, shift: number): boolean {
    this.counts.factorizations++;
    const succeeded = system.factor(this.jacobian, shift, this.factors);
    this.factoredShift = succeeded ? shift : 0;
    return succeeded;
  }

  /** Simplified Newton's method; returns its iterations, 0 when it does not converge. */
  private correct(system: StiffSystem, tolerance: Tolerance, time: number, shift: number): number {
    const { size, predicted, psi, correction, trial, residual } = this;
    const { relative, absolute } = tolerance;
    const enough =
      relative > 0 ? Math.max((10 * Number.EPSILON) / relative, Math.min(0.03, Math.sqrt(relative))) : 0.01;
    for (let i = 0; i < size; i++) {
      correction[i] = 0;
      trial[i] = predicted[i];
    }
    let last = 0;
    for (let k = 1; k <= NEWTON_ITERATIONS; k++) {
      system.derivative(time, trial, residual);
      this.counts.evaluations++;
      for (let i = 0; i < size; i++) residual[i] -= shift * (psi[i] + correction[i]);
      system.solve(this.factors, residual);
      const change = errorNorm(size, residual, predicted, predicted, relative, absolute);
      if (!Number.isFinite(change)) return 0;
      const rate = k === 1 ? 0 : change / last;
      if (rate >= 1) return 0;
      for (let i = 0; i < size; i++) {
        correction[i] += residual[i];
        trial[i] += residual[i];
      }
      if (change === 0 || (k > 1 && (rate / (1 - rate)) * change < enough)) return k;
      last = change;
    }
    return 0;
  }

  /** Root mean square of a difference over the tolerance at the new state (which `trial` holds). */
  private norm(tolerance: Tolerance, difference: Float64Array): number {
    return errorNorm(this.size, difference, this.trial, this.trial, tolerance.relative, tolerance.absolute);
  }

  /** Sensitivities at the end of the step: the formula is linear in them. False when the matrix has no inverse. */
  private followParameters(system: StiffSystem, time: number, shift: number): boolean {
    const { size, predicted, psi, correction, residual } = this;
    system.linearise(time, this.trial, this.jacobian, this.timeSlope);
    if (!this.factorAt(system, shift)) return false;
    for (let p = 0; p < this.parameterCount; p++) {
      const at = size * (p + 1);
      this.parameterSlope?.(p, time, this.trial, residual);
      for (let i = 0; i < size; i++) residual[i] += shift * (predicted[at + i] - psi[at + i]);
      system.solve(this.factors, residual);
      for (let i = 0; i < size; i++) correction[at + i] = residual[i] - predicted[at + i];
    }
    return true;
  }

  private accept(tolerance: Tolerance, target: number, error: number, safety: number): void {
    const { differences, correction, order, width, h } = this;
    const above = differences[order + 1];
    const twoAbove = differences[order + 2];
    for (let i = 0; i < width; i++) {
      twoAbove[i] = correction[i] - above[i];
      above[i] = correction[i];
    }
    for (let k = order; k >= 0; k--) {
      const difference = differences[k];
      const next = differences[k + 1];
      for (let i = 0; i < width; i++) difference[i] += next[i];
    }
    this.previousTime = this.time;
    this.time = target;
    this.endTime = target;
    this.counts.steps++;
    this.evenSteps++;
    this.nextStep = h;
    if (this.evenSteps <= order) return;
    const same = safety / wholeRoot(error, order + 1);
    let best = same;
    this.orderAhead = order;
    if (order > 1) {
      const lower = safety / wholeRoot(ERROR_CONSTANT[order - 1] * this.norm(tolerance, differences[order]), order);
      if (lower > best) {
        best = lower;
        this.orderAhead = order - 1;
      }
    }
    if (order < MAX_ORDER) {
      const higher =
        safety / wholeRoot(ERROR_CONSTANT[order + 1] * this.norm(tolerance, differences[order + 2]), order + 2);
      if (higher > best) {
        best = higher;
        this.orderAhead = order + 1;
      }
    }
    this.nextStep = h * (best < LARGEST_GROWTH ? best : LARGEST_GROWTH);
    this.evenSteps = 0;
  }
}
