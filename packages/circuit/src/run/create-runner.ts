import { createStiffWorkspace, integrateStiff, type StiffMethod, type StiffReport } from "@materbone/numerics";
import type { ModelKernel } from "../model-kernel.ts";
import { type DrivenSystem, drivenSystem, drivePlaces, moveDrive, resetDrive } from "./driven-system.ts";
import type { Plan, PlanEvent } from "./plan.ts";
import { restInto } from "./rest-state.ts";
import { createRowWriter } from "./row-writer.ts";
import type { Runner, RunOptions, RunReport, Trajectory } from "./trajectory.ts";

/** Share of a state's published value below which its error counts as absolute. */
const FLOOR_SHARE = 1e-3;
/** The same for states that begin at 0, in their own unit. */
const FLOOR_OF_EMPTY = 1e-6;

const DEFAULT_METHOD: StiffMethod = "rodas5p";

/** Allocates what runs of a model need, once. */
export function createRunner(kernel: ModelKernel, method: StiffMethod = DEFAULT_METHOD): Runner {
  const driven = drivenSystem(kernel);
  const workspace = createStiffWorkspace(driven.system, method);
  const state = new Float64Array(kernel.states.length);
  const absolute = new Float64Array(kernel.states.length);
  const rest = emptyRest(driven);
  /** First step after a dose into each depot, then into each state; 0 before there was one. */
  const suited = new Float64Array(kernel.depots.length + kernel.states.length);
  const seen = new Int32Array(suited.length);

  function run(plan: Plan, options: RunOptions = {}): Trajectory {
    begin(driven, plan, options, state, rest);
    setFloors(driven, plan.tolerance, absolute);
    const rows = createRowWriter(plan, driven);
    const { grid } = rows;
    const end = plan.times.at(-1) ?? plan.start;
    const tolerance = { relative: plan.tolerance, absolute };
    const totals = emptyTotals();
    suited.fill(0);
    seen.fill(0);
    const shouldStop = watchOf(plan, options, driven);
    let nextOutput = 0;
    let nextEvent = 0;
    let time = plan.start;
    for (;;) {
      const last = lastEventAt(plan.events, nextEvent, time);
      const isEvent = last > nextEvent;
      if (grid[nextOutput] === time && plan.atEvents === "before") rows.write(nextOutput, time, state);
      const kind = isEvent ? doseKind(plan.events, nextEvent, last, kernel) : -1;
      for (; nextEvent < last; nextEvent++) act(driven, plan.events[nextEvent], state);
      if (grid[nextOutput] === time && plan.atEvents === "after") rows.write(nextOutput, time, state);
      if (grid[nextOutput] === time) nextOutput++;
      if (!(time < end)) break;
      const to = Math.min(plan.events[nextEvent]?.time ?? end, end);
      const report = integrateStiff(
        {
          system: driven.system,
          from: time,
          to,
          state,
          tolerance,
          outputTimes: grid,
          firstOutput: nextOutput,
          // The row at the end of the piece is written when the events there are known.
          record: (index, at, there) => {
            if (at < to) rows.write(index, at, there);
          },
          // After an event the old length says nothing, but that after the last dose into the same place does.
          firstStep: kind >= 0 ? suited[kind] : isEvent ? 0 : totals.nextStep,
          maxSteps: MOST_STEPS,
          ...(shouldStop === undefined ? {} : { shouldStop }),
        },
        workspace,
      );
      // The first dose meets empty compartments: what follows it is no guide.
      if (kind >= 0 && seen[kind]++ > 0) suited[kind] = report.suitedFirst;
      addTo(totals, report);
      nextOutput = grid[report.nextOutput - 1] === to ? report.nextOutput - 1 : report.nextOutput;
      moveDrive(driven, to);
      time = to;
      options.onProgress?.((time - plan.start) / (end - plan.start));
    }
    return { ...rows.finished(), report: reportOf(plan, method, totals) };
  }

  return { run };
}

/** Steps of one piece between events; ten years without events take a few hundred. */
const MOST_STEPS = 1_000_000;

function begin(driven: DrivenSystem, plan: Plan, options: RunOptions, state: Float64Array, rest: FoundRest): void {
  const { kernel, parameters, drive, constants } = driven;
  if (plan.model !== kernel.name) throw new RangeError(`the plan is for ${plan.model}, the runner for ${kernel.name}`);
  resetDrive(driven, plan.start);
  if (options.parameters !== undefined) parameters.set(options.parameters);
  for (const { index, value } of plan.parameters) parameters[index] = value;
  for (const { index, value } of plan.inputs) drive[1 + index] = value;
  driven.parametersChanged();
  kernel.initialState(constants, state);
  if (plan.from.kind === "rest") restOf(driven, plan.start, state, rest);
  else for (const { index, value } of plan.from.states) state[index] = value;
}

/** The rest found last and what it was found under: a woman's courses all begin at the same one. */
type FoundRest = {
  readonly parameters: Float64Array;
  readonly drive: Float64Array;
  readonly state: Float64Array;
  readonly modes: Int8Array;
};

function emptyRest({ kernel, parameters, drive, modes }: DrivenSystem): FoundRest {
  return {
    // Equal to nothing.
    parameters: new Float64Array(parameters.length).fill(Number.NaN),
    drive: new Float64Array(drive.length),
    state: new Float64Array(kernel.states.length),
    modes: new Int8Array(modes.length),
  };
}

function restOf(driven: DrivenSystem, time: number, state: Float64Array, rest: FoundRest): void {
  const { parameters, drive, modes } = driven;
  if (isEqual(parameters, rest.parameters) && isEqual(drive, rest.drive)) {
    state.set(rest.state);
    modes.set(rest.modes);
    return;
  }
  rest.parameters.fill(Number.NaN);
  restInto(driven, time, state);
  rest.drive.set(drive);
  rest.state.set(state);
  rest.modes.set(modes);
  rest.parameters.set(parameters);
}

function isEqual(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function setFloors({ kernel, constants }: DrivenSystem, tolerance: number, absolute: Float64Array): void {
  kernel.initialState(constants, absolute);
  for (let i = 0; i < absolute.length; i++) {
    const size = Math.abs(absolute[i]);
    absolute[i] = tolerance * (size > 0 ? FLOOR_SHARE * size : FLOOR_OF_EMPTY);
  }
}

/** Index after the last event of a moment. */
function lastEventAt(events: readonly PlanEvent[], from: number, time: number): number {
  let last = from;
  while (last < events.length && events[last].time <= time) last++;
  return last;
}

/** Place of a dose that comes alone among those into depots, then states; -1 for anything else. */
function doseKind(events: readonly PlanEvent[], from: number, to: number, { depots }: ModelKernel): number {
  const event = events[from];
  if (to - from !== 1 || event.kind !== "dose") return -1;
  return event.into === "depot" ? event.index : depots.length + event.index;
}

function act(driven: DrivenSystem, event: PlanEvent, state: Float64Array): void {
  const { kernel, parameters, drive } = driven;
  const { inputs, slopes, depots } = drivePlaces(kernel);
  switch (event.kind) {
    case "parameter":
      parameters[event.index] = event.value;
      driven.parametersChanged();
      return;
    case "input":
      drive[inputs + event.index] = event.value;
      drive[slopes + event.index] = event.slope;
      return;
    case "dose": {
      const share = event.fraction === undefined ? 1 : parameters[event.fraction];
      const amount = event.amount * share;
      if (event.into === "depot") drive[depots + event.index] += amount;
      else state[event.index] += amount;
    }
  }
}

function watchOf(
  plan: Plan,
  { shouldStop, onProgress }: RunOptions,
  driven: DrivenSystem,
): (() => boolean) | undefined {
  if (shouldStop === undefined && onProgress === undefined) return undefined;
  const end = plan.times.at(-1) ?? plan.start;
  return () => {
    onProgress?.((driven.drive[0] - plan.start) / (end - plan.start));
    return shouldStop?.() === true;
  };
}

type Totals = { -readonly [K in keyof Omit<StiffReport, "nextOutput" | "suitedFirst">]: number } & { segments: number };

function emptyTotals(): Totals {
  return { segments: 0, steps: 0, rejected: 0, evaluations: 0, factorizations: 0, switches: 0, nextStep: 0 };
}

function addTo(totals: Totals, report: StiffReport): void {
  totals.segments++;
  totals.steps += report.steps;
  totals.rejected += report.rejected;
  totals.evaluations += report.evaluations;
  totals.factorizations += report.factorizations;
  totals.switches += report.switches;
  totals.nextStep = report.nextStep;
}

function reportOf({ model, tolerance }: Plan, method: string, totals: Totals): RunReport {
  const { segments, steps, rejected, evaluations, factorizations, switches } = totals;
  return { model, method, tolerance, segments, steps, rejectedSteps: rejected, evaluations, factorizations, switches };
}
