import type { ModelKernel } from "../model-kernel.ts";
import { createRunner } from "../run/create-runner.ts";
import { inOrder } from "../run/event-order.ts";
import { modelColumns } from "../run/model-columns.ts";
import type { PlanEvent } from "../run/plan.ts";

/** A course by names: what differs from the start on, what happens when, and the times of the rows. */
export type Course = {
  readonly parameters?: Readonly<Record<string, number>>;
  /** Inputs at a time, held until the next change. */
  readonly inputs?: readonly { readonly time: number; readonly values: Readonly<Record<string, number>> }[];
  /** Amounts that are added to a state or depot, in its unit. */
  readonly doses?: readonly { readonly time: number; readonly into: string; readonly amount: number }[];
  readonly start?: number;
  readonly times: readonly number[];
  readonly tolerance?: number;
};

/** Every state, depot, input and output by name. */
export type CourseRow = { readonly time: number; readonly values: ReadonlyMap<string, number> };

/** Runs a course; a row at the time of an event shows what stands before it. */
export function courseOf(kernel: ModelKernel, course: Course): readonly CourseRow[] {
  const { parameters = {}, inputs = [], doses = [], start = 0, times, tolerance = 1e-8 } = course;
  const inputEvents = inputs.flatMap(({ time, values }) =>
    Object.entries(values).map(([name, value]): PlanEvent => {
      return { kind: "input", time, index: position(kernel.inputs, name), value, slope: 0 };
    }),
  );
  const doseEvents = doses.map(({ time, into, amount }): PlanEvent => {
    const isDepot = kernel.depots.some(({ name }) => name === into);
    const index = position(isDepot ? kernel.depots : kernel.states, into);
    return { kind: "dose", time, into: isDepot ? "depot" : "state", index, amount };
  });
  const columns = modelColumns(kernel);
  const { values } = createRunner(kernel).run({
    model: kernel.name,
    start,
    from: { kind: "published", states: [] },
    parameters: Object.entries(parameters).map(([name, value]) => ({
      index: position(kernel.parameters, name),
      value,
    })),
    inputs: [],
    events: inOrder([...inputEvents, ...doseEvents]),
    times: Float64Array.from(times),
    atEvents: "before",
    columns,
    tolerance,
  });
  return times.map((time, row) => ({ time, values: new Map(columns.map(({ name }, j) => [name, values[j][row]])) }));
}

/** The value of a row; every name is one of its model. */
export function valueIn({ values }: CourseRow, name: string): number {
  const value = values.get(name);
  if (value === undefined) throw new Error(`no column ${name}`);
  return value;
}

function position(all: readonly { readonly name: string }[], name: string): number {
  const index = all.findIndex((one) => one.name === name);
  if (index < 0) throw new Error(`no name ${name}`);
  return index;
}
