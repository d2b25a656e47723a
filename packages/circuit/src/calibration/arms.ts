import routeData from "../../knowledge/dose-routes.json" with { type: "json" };
import type { ModelKernel } from "../model-kernel.ts";
import { placeOf } from "../place-of.ts";
import type { Plan, PlanEvent } from "../run/plan.ts";
import { HOURS_PER_MONTH } from "../scenario/time-unit.ts";

/** 20 ug, by the molar mass of the dose routes, g/mol. */
const TERIPARATIDE_PMOL = 20e6 / molarMassOf("teriparatide");
/** Nanograms under the skin before the bioavailability. */
const NG_PER_MG = 1e6;

/** What is done in an arm, by names of the circuit; times in months. */
export type Arm = {
  readonly parameters?: Readonly<Record<string, number>>;
  readonly inputs?: readonly {
    readonly name: string;
    readonly at: number;
    readonly value: number;
    readonly slope?: number;
  }[];
  readonly doses?: readonly Doses[];
};

type Doses = {
  readonly into: string;
  readonly amount: number;
  readonly fraction?: string;
  readonly count: number;
  readonly everyHours: number;
};

/** Arms by the names that the anchors give them: doses and intervals of their trials, in words in anchors.json. */
export const arms: Readonly<Record<string, Arm>> = {
  rest: {},
  nursing6: nursing(6),
  nursing6Half: nursing(6.5),
  postpartum: { parameters: { depletionStart: 1 } },
  leuprolide: { inputs: estradiol(0.2, 12) },
  elagolix: { inputs: estradiol(0.5, 12) },
  zoledronate1: { doses: [zoledronate(1)] },
  zoledronate2: { doses: [zoledronate(2)] },
  zoledronate3: { doses: [zoledronate(3)] },
  alendronate: { doses: [{ into: "AALN", amount: 70, count: 79, everyHours: 168 }] },
  denosumab: { doses: [denosumab(60, 6)] },
  denosumabOff: { doses: [denosumab(60, 4)] },
  denosumab14: { doses: [denosumab(14, 4)] },
  denosumab210: { doses: [denosumab(210, 4)] },
  teriparatide: { doses: [{ into: "TERISC", amount: TERIPARATIDE_PMOL, count: 578, everyHours: 24 }] },
};

/**
 * The plan of an arm, from the woman at rest.
 *
 * @param months - of the rows, ascending, from 0
 * @param outputs - names of outputs of the model, the columns in this order
 * @throws RangeError when the model does not have a name
 */
export function armPlan(
  kernel: ModelKernel,
  arm: Arm,
  months: readonly number[],
  outputs: readonly string[],
  tolerance: number,
): Plan {
  const times = Float64Array.from(months, (month) => month * HOURS_PER_MONTH);
  const end = times.at(-1) ?? 0;
  const events = [...inputEvents(kernel, arm), ...doseEvents(kernel, arm)].filter(({ time }) => time <= end);
  return {
    model: kernel.name,
    start: 0,
    from: { kind: "published", states: [] },
    parameters: Object.entries(arm.parameters ?? {}).map(([name, value]) => ({
      index: placeOf(kernel.parameters, name),
      value,
    })),
    inputs: [],
    events: events.toSorted((a, b) => a.time - b.time),
    times,
    atEvents: "before",
    columns: outputs.map((name) => {
      const index = placeOf(kernel.outputs, name);
      return { kind: "value", name, unit: kernel.outputs[index].unit, of: { in: "output", index } };
    }),
    tolerance,
  };
}

function inputEvents(kernel: ModelKernel, { inputs = [] }: Arm): readonly PlanEvent[] {
  return inputs.map(({ name, at, value, slope = 0 }) => ({
    kind: "input",
    time: at * HOURS_PER_MONTH,
    index: placeOf(kernel.inputs, name),
    value,
    slope,
  }));
}

function doseEvents(kernel: ModelKernel, { doses = [] }: Arm): readonly PlanEvent[] {
  return doses.flatMap(({ into, amount, fraction, count, everyHours }) =>
    Array.from(
      { length: count },
      (_, i): PlanEvent => ({
        kind: "dose",
        time: i * everyHours,
        into: "depot",
        index: placeOf(kernel.depots, into),
        amount,
        ...(fraction === undefined ? {} : { fraction: placeOf(kernel.parameters, fraction) }),
      }),
    ),
  );
}

/** Full nursing of one infant from birth on, ended within a day. */
function nursing(months: number): Arm {
  return {
    parameters: { depletionStart: 1 },
    inputs: [
      { name: "NURSING", at: 0, value: 1 },
      { name: "POSTPARTUM", at: 0, value: 0, slope: 1 / 24 },
      { name: "NURSING", at: months, value: 0 },
    ],
  };
}

function estradiol(share: number, months: number): NonNullable<Arm["inputs"]> {
  return [
    { name: "ETGT", at: 0, value: share - 1 },
    { name: "ETGT", at: months, value: 0 },
  ];
}

function zoledronate(count: number): Doses {
  return { into: "ABP", amount: 5, count, everyHours: 12 * HOURS_PER_MONTH };
}

function denosumab(mg: number, count: number): Doses {
  return { into: "DENSC", amount: mg * NG_PER_MG, fraction: "DENF", count, everyHours: 6 * HOURS_PER_MONTH };
}

/** @throws RangeError when the routes state none */
function molarMassOf(agent: string): number {
  const mass = routeData.routes.find((route) => route.agent === agent)?.molarMassGPerMol;
  if (mass === undefined) throw new RangeError(`there is no molar mass of ${agent}`);
  return mass;
}
