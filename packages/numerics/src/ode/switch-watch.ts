import { IntegrationError } from "./integration-error.ts";
import type { Stepper, Tolerance } from "./stepper.ts";
import type { StiffSystem, Switches } from "./stiff-system.ts";

/** How often switches may turn before it counts as a back and forth: `count` times within `time`. */
export type SwitchLimit = { readonly count: number; readonly time: number };

/** Share of the tolerance by which the state may change without the sign of a quantity counting as another. */
const NOISE = 0.01;
/** A crossing is located to this share of the step. */
const LOCATED = 1e-10;
/** Nearer to the start of a step the interpolation is not trusted: it starts with the step's slope, not with the system's. */
const EARLY = 0.02;
/** What is left of a step in which a switch turns back as soon as it has turned. */
const SHRINKAGE = 0.125;
/** Down to this share of the time of the limit, below which branches that push against each other are an error. */
const TURNING = 0.01;
/** Parts of a step at whose ends a quantity that comes near 0 is looked at. */
const PROBES = 4;
/** Shares of the disturbance from state to state: uneven, so that they do not cancel in a difference or a ratio. */
const PATTERN = Float64Array.of(1, -0.7, 0.9, -1, 0.8, -0.6, -0.9, 0.7, 0.95, 0.65, -0.85);

/**
 * Keeps the modes of a system in step with the signs of its switching quantities.
 *
 * A sign that a disturbance of the state by a hundredth of the tolerance would turn says nothing, so a quantity that
 * rests at 0 does not flicker. Within a step a quantity that comes near 0 is looked at three times more, so that one
 * that dips below and returns is found; a shallower dip than that is within the error of the step, or is missed.
 */
export class SwitchWatch {
  turned = 0;
  private readonly before: Float64Array;
  private readonly beforeThat: Float64Array;
  private readonly after: Float64Array;
  private readonly trial: Float64Array;
  /** 1 where the switch turns at the crossing that was found. */
  private readonly turns: Int8Array;
  /** Time at which each switch turned last. */
  private readonly turnedAt: Float64Array;
  private readonly state: Float64Array;
  private readonly disturbed: Float64Array;
  private readonly slope: Float64Array;
  private readonly probed = new Float64Array(PROBES + 1);
  private windowStart = 0;
  private inWindow = 0;

  /** @param width - length of the stepper's state, at least `size` */
  constructor(size: number, width: number, count: number) {
    const quantities = () => new Float64Array(count);
    this.before = quantities();
    this.beforeThat = quantities();
    this.after = quantities();
    this.trial = quantities();
    this.turns = new Int8Array(count);
    this.turnedAt = quantities();
    this.state = new Float64Array(width);
    this.disturbed = new Float64Array(size);
    this.slope = new Float64Array(size);
  }

  /** Sets the modes at the start: by the sign, and where that says nothing, by where the quantity is going. */
  begin(system: StiffSystem, switches: Switches, tolerance: Tolerance, time: number, state: Float64Array): void {
    const { before, trial, slope, disturbed } = this;
    const { modes } = switches;
    this.turned = 0;
    this.turnedAt.fill(Number.NEGATIVE_INFINITY);
    this.windowStart = time;
    this.inWindow = 0;
    switches.evaluate(time, state, before);
    for (let j = 0; j < switches.count; j++) modes[j] = before[j] >= 0 ? 1 : 0;
    this.beforeThat.fill(Number.POSITIVE_INFINITY);
    let isOpen = false;
    for (let j = 0; j < switches.count; j++) {
      this.turns[j] = this.isCertain(switches, tolerance, time, state, j, before[j]) ? 0 : 1;
      if (this.turns[j] === 1) isOpen = true;
    }
    if (!isOpen) return;
    // As far along the slope as moves no state by more than its tolerance. Twice, because a mode can turn the slope.
    for (let round = 0; round < 2; round++) {
      system.derivative(time, state, slope);
      let fastest = 0;
      for (let i = 0; i < system.size; i++) {
        const speed = Math.abs(slope[i]) / (tolerance.absolute[i] + tolerance.relative * Math.abs(state[i]));
        if (speed > fastest) fastest = speed;
      }
      if (!(fastest > 0 && Number.isFinite(fastest))) return;
      const ahead = 1 / fastest;
      for (let i = 0; i < system.size; i++) disturbed[i] = state[i] + ahead * slope[i];
      switches.evaluate(time + ahead, disturbed, trial);
      for (let j = 0; j < switches.count; j++) {
        if (this.turns[j] === 1 && trial[j] !== before[j]) modes[j] = trial[j] > before[j] ? 1 : 0;
      }
    }
    switches.evaluate(time, state, before);
  }

  /**
   * Looks at the step just taken. When a switch turns within it, the step is cut there and the modes are set.
   *
   * @returns false when the step was undone altogether, so that nothing was gained
   * @throws IntegrationError when a switch turns back and forth
   */
  settle(stepper: Stepper, switches: Switches, tolerance: Tolerance, limit: SwitchLimit): boolean {
    const { before, after, turns } = this;
    switches.evaluate(stepper.time, stepper.state, after);
    const start = stepper.previousTime;
    const rounding = 8 * Number.EPSILON * Math.max(Math.abs(start), Math.abs(stepper.time));
    const located = LOCATED * (stepper.time - start) + rounding;
    let first = Number.POSITIVE_INFINITY;
    for (let j = 0; j < switches.count; j++) {
      turns[j] = 0;
      const mode = switches.modes[j];
      const crossed =
        opposes(mode, after[j]) && this.isCertain(switches, tolerance, stepper.time, stepper.state, j, after[j]);
      if (!crossed && !this.isNear(j)) continue;
      const crossing = this.locate(stepper, switches, tolerance, j, mode, crossed, located);
      if (crossing < first - located) {
        first = crossing;
        turns.fill(0, 0, j);
      }
      if (crossing <= first + located) turns[j] = 1;
    }
    if (first === Number.POSITIVE_INFINITY) {
      this.beforeThat.set(before);
      before.set(after);
      return true;
    }

    const length = stepper.time - start;
    const isEarly = first - start < EARLY * length;
    if (isEarly && length > limit.time * TURNING && this.hasJustTurned(start)) {
      // A long step passes over what follows a turn and lands on the average, where the switch would turn at once.
      stepper.undo(SHRINKAGE * length);
      switches.evaluate(start, stepper.state, before);
      return false;
    }
    const isAtStart = first - start <= rounding;
    if (isAtStart) {
      stepper.undo(length);
    } else if (first < stepper.time) {
      if (isEarly || this.isJump(switches)) {
        first = this.land(stepper, switches, tolerance, turns.indexOf(1), first, stepper.time);
      } else {
        stepper.cut(first);
      }
    }
    if (!isAtStart && stepper.time !== first) {
      // The shorter step was refused, and a part of it taken: the crossing is still ahead.
      this.beforeThat.set(before);
      switches.evaluate(stepper.time, stepper.state, before);
      return true;
    }
    for (let j = 0; j < switches.count; j++) {
      if (turns[j] === 0) continue;
      switches.modes[j] = 1 - switches.modes[j];
      this.turnedAt[j] = stepper.time;
      this.turned++;
      this.inWindow++;
    }
    if (stepper.time - this.windowStart > limit.time) {
      this.windowStart = stepper.time;
      this.inWindow = 0;
    }
    if (this.inWindow > limit.count) {
      const message = `switches turned more than ${limit.count} times within ${limit.time}`;
      throw new IntegrationError("tooManySwitches", message, stepper.time, stepper.counts.steps);
    }
    stepper.changeForm();
    switches.evaluate(stepper.time, stepper.state, before);
    this.beforeThat.fill(Number.POSITIVE_INFINITY);
    return !isAtStart;
  }

  private isJump({ jumps }: Switches): boolean {
    for (let j = 0; j < this.turns.length; j++) if (this.turns[j] === 1 && jumps?.[j] !== 0) return true;
    return false;
  }

  /** Did a switch that turns now turn at `time`, too? */
  private hasJustTurned(time: number): boolean {
    for (let j = 0; j < this.turns.length; j++) if (this.turns[j] === 1 && this.turnedAt[j] === time) return true;
    return false;
  }

  /**
   * Steps onto `crossing`, then a little further when the shorter step, being more exact, falls short of it.
   *
   * @returns time that was aimed at last
   */
  private land(
    stepper: Stepper,
    switches: Switches,
    tolerance: Tolerance,
    j: number,
    crossing: number,
    end: number,
  ): number {
    let aim = crossing;
    for (let attempt = 0; ; attempt++) {
      if (aim < stepper.time || attempt > 0) stepper.redo(aim);
      const { time, previousTime } = stepper;
      if (time !== aim || attempt === 3) return aim;
      switches.evaluate(time, stepper.state, this.after);
      const q = this.after[j];
      if (opposes(switches.modes[j], q)) return aim;
      if (!this.isCertain(switches, tolerance, time, stepper.state, j, q)) return aim;
      const back = 0.125 * (time - previousTime);
      const slope = (q - this.quantity(stepper, switches, j, time - back)) / back;
      const next = time - (1.5 * q) / slope;
      if (!(next > time && next < end)) return aim;
      aim = next;
    }
  }

  /** Could quantity j have touched 0 within the step, by how it moves from step to step? At a first step, yes. */
  private isNear(j: number): boolean {
    const a = this.before[j];
    const b = this.after[j];
    const reach = 2 * (Math.abs(b - a) + Math.abs(a - this.beforeThat[j]));
    return Math.abs(a) < reach || Math.abs(b) < reach;
  }

  /** First time within the step at which quantity j leaves the side of its mode; infinite when it does not. */
  private locate(
    stepper: Stepper,
    switches: Switches,
    tolerance: Tolerance,
    j: number,
    mode: number,
    crossedAtEnd: boolean,
    located: number,
  ): number {
    const from = stepper.previousTime;
    const length = stepper.time - from;
    const { probed } = this;
    probed[0] = this.before[j];
    let a = from;
    let qa = this.before[j];
    // Left over from the last turn, or noise: on the wrong side from the start.
    let isAhead = !opposes(mode, qa);
    for (let k = 1; k <= PROBES; k++) {
      const isEnd = k === PROBES;
      const share = k / PROBES;
      const b = isEnd ? stepper.time : from + share * length;
      const qb = isEnd ? this.after[j] : this.quantity(stepper, switches, j, b);
      const crossed = isEnd
        ? crossedAtEnd
        : opposes(mode, qb) && this.isCertain(switches, tolerance, b, this.state, j, qb);
      if (crossed && isAhead) return this.refine(stepper, switches, j, mode, a, qa, b, qb, located);
      if (!opposes(mode, qb)) {
        isAhead = true;
        a = b;
        qa = qb;
      }
      if (isEnd && crossed) return from;
      probed[k] = qb;
    }
    return this.dip(stepper, switches, tolerance, j, mode, located);
  }

  /** As `locate`, at the vertex of the parabola through the probe that is nearest to 0 and its neighbours. */
  private dip(
    stepper: Stepper,
    switches: Switches,
    tolerance: Tolerance,
    j: number,
    mode: number,
    located: number,
  ): number {
    const { probed } = this;
    let k = 1;
    for (let i = 2; i < PROBES; i++) if (Math.abs(probed[i]) < Math.abs(probed[k])) k = i;
    const left = probed[k - 1];
    const right = probed[k + 1];
    const bend = left - 2 * probed[k] + right;
    const vertex = k + (left - right) / (2 * bend);
    if (opposes(mode, probed[k - 1]) || !(vertex > k - 1 && vertex < k + 1)) return Number.POSITIVE_INFINITY;
    const share = (stepper.time - stepper.previousTime) / PROBES;
    const b = stepper.previousTime + vertex * share;
    const qb = this.quantity(stepper, switches, j, b);
    if (!opposes(mode, qb) || !this.isCertain(switches, tolerance, b, this.state, j, qb)) {
      return Number.POSITIVE_INFINITY;
    }
    return this.refine(stepper, switches, j, mode, stepper.previousTime + (k - 1) * share, left, b, qb, located);
  }

  /** Illinois's method between `a`, on the side of the mode, and `b`, beyond; returns a time beyond, or on it. */
  private refine(
    stepper: Stepper,
    switches: Switches,
    j: number,
    mode: number,
    a: number,
    qa: number,
    b: number,
    qb: number,
    located: number,
  ): number {
    let side = 0;
    for (let i = 0; i < 100 && b - a > located; i++) {
      let middle = b - (qb * (b - a)) / (qb - qa);
      // Never nearer to an end than what is asked, so that the other end follows.
      if (middle < a + located / 2) middle = a + located / 2;
      if (middle > b - located / 2) middle = b - located / 2;
      if (i > 40 || !(middle > a && middle < b)) middle = a + (b - a) / 2;
      const q = this.quantity(stepper, switches, j, middle);
      if (q === 0) return middle;
      if (opposes(mode, q)) {
        b = middle;
        qb = q;
        if (side === 1) qa /= 2;
        side = 1;
      } else {
        a = middle;
        qa = q;
        if (side === -1) qb /= 2;
        side = -1;
      }
    }
    return b;
  }

  private quantity(stepper: Stepper, switches: Switches, j: number, time: number): number {
    stepper.interpolate(time, this.state);
    switches.evaluate(time, this.state, this.trial);
    return this.trial[j];
  }

  /** Does the sign of quantity j stay when the state is disturbed a little, in two opposite ways? */
  private isCertain(
    switches: Switches,
    tolerance: Tolerance,
    time: number,
    state: Float64Array,
    j: number,
    quantity: number,
  ): boolean {
    if (quantity === 0) return false;
    const n = tolerance.absolute.length;
    const disturbed = this.disturbed;
    for (let sign = -1; sign <= 1; sign += 2) {
      for (let i = 0; i < n; i++) {
        const share = sign * NOISE * PATTERN[i % PATTERN.length];
        disturbed[i] = state[i] + share * (tolerance.absolute[i] + tolerance.relative * Math.abs(state[i]));
      }
      switches.evaluate(time, disturbed, this.trial);
      if (this.trial[j] * quantity <= 0) return false;
    }
    return true;
  }
}

/** Is the quantity strictly on the other side than the mode says? */
function opposes(mode: number, quantity: number): boolean {
  return mode === 1 ? quantity < 0 : quantity > 0;
}
