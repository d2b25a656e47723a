import { firstStep } from "./first-step.ts";
import { IntegrationError } from "./integration-error.ts";
import type { RosenbrockTableau } from "./rosenbrock-tableau.ts";
import { combine, errorNorm, wholeRoot } from "./step-arithmetic.ts";
import type { StepCounts, Stepper, Tolerance } from "./stepper.ts";
import type { StiffSystem } from "./stiff-system.ts";

/** Factors of the step from one to the next, and the share of the step that the estimate would allow: RODAS's. */
const LARGEST_GROWTH = 6;
const SMALLEST_SHRINKAGE = 0.2;
const SAFETY = 0.9;
/** A first step is a guess, or comes from the other side of a dose: it may be far off. */
const SMALLEST_FIRST_SHRINKAGE = 0.05;

type Arrays = readonly Float64Array[];

/**
 * Steps of a Rosenbrock method: one Jacobian and one factorisation a step, one solution a stage.
 *
 * The step is controlled by Gustafsson's predictive controller.
 *
 * @see Hairer E, Wanner G (1996) Solving Ordinary Differential Equations II, 2nd ed, Springer, IV.7 and IV.8
 */
export class RosenbrockStepper implements Stepper {
  time = 0;
  previousTime = 0;
  nextStep = 0;
  readonly counts: StepCounts = { steps: 0, rejected: 0, evaluations: 0, factorizations: 0 };

  private readonly size: number;
  private readonly stageCount: number;
  private readonly tableau: RosenbrockTableau;
  /** Weights of stage i: of the state (constant), of the right side (over h, so filled at each step). */
  private readonly stateWeights: Arrays;
  private readonly rightWeights: Arrays;
  private readonly rightWeightsByStep: Arrays;
  /** Stage i starts from the state of stage i - 1 plus stage i - 1 itself. */
  private readonly continues: readonly boolean[];
  private readonly denseWeights: Arrays;

  private readonly states: [Float64Array, Float64Array];
  private current = 0;
  /** State where a step was cut by a switch; the two others still describe the whole step, which ended at `wholeEnd`. */
  private readonly landed: Float64Array;
  private isLanded = false;
  private wholeEnd = 0;
  private readonly slope: Float64Array;
  private readonly timeSlope: Float64Array;
  private readonly stageState: Float64Array;
  /** The stages one after the other, and each by itself. */
  private readonly allStages: Float64Array;
  private readonly stages: Arrays;
  private readonly dense: Arrays;
  private readonly zero: Float64Array;
  private readonly jacobian: Float64Array;
  private readonly factors: Float64Array;

  private system: StiffSystem | undefined;
  private tolerance: Tolerance | undefined;
  private linearised = false;
  /** df/dt is 0 here. */
  private isAutonomous = false;
  private denseReady = false;
  private isFirst = true;
  /** Length and error of the last accepted step; 0 before there is one. */
  private lastStep = 0;
  private lastError = 0;
  private stepOfUndone = 0;

  constructor(tableau: RosenbrockTableau, size: number, jacobianLength: number, factorsLength: number) {
    const s = tableau.nodes.length;
    this.tableau = tableau;
    this.size = size;
    this.stageCount = s;
    this.stateWeights = tableau.a.map((row) => Float64Array.from(row));
    this.rightWeights = tableau.c.map((row) => Float64Array.from(row));
    this.rightWeightsByStep = tableau.c.map((row) => new Float64Array(row.length));
    this.continues = tableau.a.map(
      (row, i) => i > 1 && row[i - 1] === 1 && tableau.a[i - 1].every((weight, j) => weight === row[j]),
    );
    this.denseWeights = tableau.dense.map((row) => Float64Array.from(row));
    const vector = () => new Float64Array(size);
    this.states = [vector(), vector()];
    this.landed = vector();
    this.slope = vector();
    this.timeSlope = vector();
    this.stageState = vector();
    this.zero = vector();
    this.allStages = new Float64Array(s * size);
    this.stages = tableau.nodes.map((_, i) => this.allStages.subarray(i * size, (i + 1) * size));
    this.dense = tableau.dense.map(vector);
    this.jacobian = new Float64Array(jacobianLength);
    this.factors = new Float64Array(factorsLength);
  }

  get state(): Float64Array {
    return this.isLanded ? this.landed : this.states[this.current];
  }

  begin(
    system: StiffSystem,
    tolerance: Tolerance,
    time: number,
    state: Float64Array,
    chosenStep: number,
    span: number,
  ): void {
    this.system = system;
    this.tolerance = tolerance;
    this.time = time;
    this.previousTime = time;
    this.isLanded = false;
    this.state.set(state);
    this.counts.steps = 0;
    this.counts.rejected = 0;
    this.counts.evaluations = 0;
    this.counts.factorizations = 0;
    this.isFirst = true;
    this.lastStep = 0;
    this.linearise(system);
    if (chosenStep > 0) {
      this.nextStep = chosenStep;
      return;
    }
    const [trial, trialSlope] = this.stages;
    const order = this.tableau.embeddedOrder;
    this.nextStep = firstStep(system, tolerance, order, time, this.state, this.slope, span, trial, trialSlope);
    this.counts.evaluations++;
  }

  advance(limit: number): void {
    const { system, tolerance } = this;
    if (system === undefined || tolerance === undefined) throw new TypeError("the stepper has not begun");
    if (this.isLanded) {
      this.states[this.current].set(this.landed);
      this.isLanded = false;
    }
    if (!this.linearised) this.linearise(system);
    const start = this.state;
    const end = this.states[1 - this.current];
    const degree = this.tableau.embeddedOrder + 1;
    let rejections = 0;
    let refused: "stepTooSmall" | "notFinite" | "singular" = "stepTooSmall";
    for (;;) {
      const wanted = this.nextStep;
      const left = limit - this.time;
      const isLast = wanted * 1.0001 >= left;
      // Two even steps instead of a long one and a rest.
      const target = isLast ? limit : this.time + (2 * wanted > left ? left / 2 : wanted);
      // The length between the two times as they are rounded.
      const h = target - this.time;
      if (!(h > 4 * Number.EPSILON * Math.abs(this.time)) && !(isLast && h > 0)) {
        throw new IntegrationError(refused, MESSAGES[refused], this.time, this.counts.steps);
      }
      let error = Number.POSITIVE_INFINITY;
      this.counts.factorizations++;
      if (!system.factor(this.jacobian, 1 / (this.tableau.gamma * h), this.factors)) {
        refused = "singular";
      } else {
        this.takeStages(system, h, start, end);
        const lastStage = this.stages[this.stageCount - 1];
        error = errorNorm(this.size, lastStage, start, end, tolerance.relative, tolerance.absolute);
        if (!Number.isFinite(error)) {
          error = Number.POSITIVE_INFINITY;
          refused = "notFinite";
        } else if (error > 1) {
          refused = "stepTooSmall";
        }
      }

      if (error <= 1) {
        const growth = this.growth(h, error, degree);
        // What the limit has cut off is not forgotten.
        const uncut = wanted > h ? wanted : 0;
        const free = rejections > 0 && growth > 1 ? h : h * growth;
        this.nextStep = uncut > free ? uncut : free;
        this.lastStep = h;
        this.lastError = error > 1e-2 ? error : 1e-2;
        this.stepOfUndone = wanted;
        this.previousTime = this.time;
        this.time = target;
        this.wholeEnd = target;
        this.current = 1 - this.current;
        this.counts.steps++;
        this.isFirst = false;
        this.linearised = false;
        this.denseReady = false;
        return;
      }
      rejections++;
      this.counts.rejected++;
      const least = this.isFirst ? SMALLEST_FIRST_SHRINKAGE : SMALLEST_SHRINKAGE;
      const shrinkage = SAFETY / wholeRoot(error, degree);
      this.nextStep = h * (shrinkage > least ? shrinkage : least);
    }
  }

  interpolate(time: number, out: Float64Array): void {
    const start = this.states[1 - this.current];
    const end = this.states[this.current];
    if (!this.denseReady) {
      for (let m = 0; m < this.dense.length; m++) {
        combine(this.size, this.dense[m], this.zero, this.stageCount, this.denseWeights[m], this.allStages);
      }
      this.denseReady = true;
    }
    const x = (time - this.previousTime) / (this.wholeEnd - this.previousTime);
    const w = x * (1 - x);
    const k0 = this.dense[0];
    const k1 = this.dense[1];
    const k2 = this.dense[2];
    for (let i = 0; i < this.size; i++) {
      out[i] = (1 - x) * start[i] + x * end[i] + w * (k0[i] + x * (k1[i] + x * k2[i]));
    }
  }

  undo(longest: number): void {
    this.isLanded = false;
    this.time = this.previousTime;
    this.current = 1 - this.current;
    this.nextStep = this.stepOfUndone < longest ? this.stepOfUndone : longest;
    this.lastStep = 0;
    // They are computed on the way out of a point, so they still belong to this one.
    this.linearised = true;
  }

  redo(limit: number): void {
    this.undo(Number.POSITIVE_INFINITY);
    this.advance(limit);
  }

  cut(time: number): void {
    this.interpolate(time, this.landed);
    this.isLanded = true;
    this.time = time;
  }

  changeForm(): void {
    this.linearised = false;
    this.lastStep = 0;
    this.isFirst = true;
  }

  private linearise(system: StiffSystem): void {
    const { slope, timeSlope, size } = this;
    system.derivative(this.time, this.state, slope);
    system.linearise(this.time, this.state, this.jacobian, timeSlope);
    this.counts.evaluations++;
    let sum = 0;
    this.isAutonomous = true;
    for (let i = 0; i < size; i++) {
      sum += Math.abs(slope[i]);
      if (timeSlope[i] !== 0) this.isAutonomous = false;
    }
    if (!Number.isFinite(sum)) {
      throw new IntegrationError("notFinite", MESSAGES.notFinite, this.time, this.counts.steps);
    }
    this.linearised = true;
  }

  /** All stages of a step of length `h`, and the state at its end. */
  private takeStages(system: StiffSystem, h: number, start: Float64Array, end: Float64Array): void {
    const { size, stageCount, stages, allStages, stageState, timeSlope, factors, tableau } = this;
    for (let i = 0; i < stageCount; i++) {
      const stage = stages[i];
      let base = this.slope;
      if (i > 0) {
        if (this.continues[i]) {
          const before = stages[i - 1];
          for (let k = 0; k < size; k++) stageState[k] += before[k];
        } else {
          combine(size, stageState, start, i, this.stateWeights[i], allStages);
        }
        system.derivative(this.time + tableau.nodes[i] * h, stageState, stage);
        base = stage;
      }
      const weights = this.rightWeights[i];
      const weightsByStep = this.rightWeightsByStep[i];
      for (let j = 0; j < i; j++) weightsByStep[j] = weights[j] / h;
      combine(size, stage, base, i, weightsByStep, allStages);
      const timeWeight = tableau.timeWeights[i];
      if (timeWeight !== 0 && !this.isAutonomous) {
        const weight = h * timeWeight;
        for (let k = 0; k < size; k++) stage[k] += weight * timeSlope[k];
      }
      system.solve(factors, stage);
    }
    this.counts.evaluations += stageCount - 1;
    const last = stages[stageCount - 1];
    for (let k = 0; k < size; k++) end[k] = stageState[k] + last[k];
  }

  /** Factor from this accepted step to the next. */
  private growth(h: number, error: number, degree: number): number {
    let factor = wholeRoot(error, degree) / SAFETY;
    if (this.lastStep > 0) {
      const predicted = ((this.lastStep / h) * wholeRoot((error * error) / this.lastError, degree)) / SAFETY;
      if (predicted > factor) factor = predicted;
    }
    const growth = 1 / factor;
    if (growth > LARGEST_GROWTH) return LARGEST_GROWTH;
    return growth > SMALLEST_SHRINKAGE ? growth : SMALLEST_SHRINKAGE;
  }
}

const MESSAGES = {
  stepTooSmall: "the step fell below the rounding of time",
  notFinite: "the right-hand side is not finite",
  singular: "the matrix of the implicit equations is singular",
} as const;
