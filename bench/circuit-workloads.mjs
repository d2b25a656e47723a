// The six courses that the circuit is timed on, as plans, and the women who take them.
import { createRandom, randomNormal } from "@materbone/numerics";

const MONTH = 730.5;
const YEAR = 8766;
/** The reference's age clock: a month of 728 h. */
const CLOCK_MONTH = 728;

/** Varied from woman to woman, log-normally. */
export const VARIED = [
  ["OBtot0", "k1", "k3", "koutRNK", "Da", "koutTGF0", "kb", "k14a", "koutL", "kO"],
  ["V1", "CaDay", "OralCa", "OralPhos", "T69", "T64", "kout", "bcl2Kout", "koutBMDls", "koutBMDfn"],
].flat();
const SPREAD = 0.1;
const SEED = 2026;

/** Compared with the reference, each relative to its own size. */
export const OUTPUTS = [
  ["output", "PTH_pM"],
  ["output", "Ca_mM"],
  ["output", "calcitriol_pM"],
  ["output", "PO4_mM"],
  ["output", "OC_pct"],
  ["output", "OB_pct"],
  ["state", "L"],
  ["state", "BMDls"],
  ["state", "BMDlsDEN"],
  ["state", "BMDfn"],
];

/** `aimMs` is what one woman may cost on one core with a worst error of 5e-5. */
export function workloads(kernel) {
  const parameter = (name, value) => ({ index: indexOf(kernel.parameters, name), value });
  const input = (name, value) => ({ index: indexOf(kernel.inputs, name), value });
  const change = (time, name, value) => ({ kind: "input", time, ...input(name, value), slope: 0 });
  // mg of denosumab, micrograms of teriparatide, mg of zoledronate: factors of the model's equations.
  const depot = (name, time, amount) => ({
    kind: "dose",
    time,
    into: "depot",
    index: indexOf(kernel.depots, name),
    amount,
  });
  const denosumab = (count) => every(count, YEAR / 2, (time) => depot("DENSC", time, 60 * 0.729 * 1e6));
  return [
    {
      name: "menopause, 10 years",
      aimMs: 1.0,
      times: monthly(120, CLOCK_MONTH),
      parameters: [parameter("ESTON", 1)],
      inputs: [],
      events: [],
    },
    {
      name: "chronic kidney disease, 10 years",
      aimMs: 1.0,
      times: monthly(120, MONTH),
      parameters: [parameter("kGFR", 0.27 / 8766), parameter("GFRinf", 10 / 16.667), parameter("gamOB", 0.0739)],
      inputs: [],
      events: [],
    },
    {
      name: "denosumab every 6 months, 2 years",
      aimMs: 1.5,
      times: monthly(24, MONTH),
      parameters: [],
      inputs: [],
      events: denosumab(4),
    },
    {
      name: "denosumab every 6 months, 10 years",
      aimMs: 8,
      times: monthly(120, MONTH),
      parameters: [],
      inputs: [],
      events: denosumab(20),
    },
    {
      name: "6 months of lactation, then zoledronate, 2 years",
      aimMs: 1.2,
      times: monthly(24, MONTH),
      parameters: [],
      inputs: [input("ETGT", -0.7), input("PRPT", 1), input("MILK", 5.25 / 24)],
      events: [
        ...["ETGT", "PRPT", "MILK"].map((name) => change(6 * MONTH, name, 0)),
        depot("ABP", 6 * MONTH, 5),
        depot("ABP", 18 * MONTH, 5),
      ],
    },
    {
      name: "teriparatide daily, 2 years",
      aimMs: 150,
      times: monthly(24, MONTH),
      parameters: [],
      inputs: [],
      events: every(729, 24, (time) => depot("TERISC", time, (20 * 1e6) / 4117.8)),
    },
  ];
}

/** A plan of one woman. */
export function planOf(kernel, workload, woman, tolerance) {
  const { parameters, inputs, events, times } = workload;
  return {
    model: kernel.name,
    start: 0,
    from: { kind: "published", states: [] },
    parameters: [...woman, ...parameters],
    inputs,
    events,
    times,
    atEvents: "before",
    columns: OUTPUTS.map(([kind, name]) => {
      const all = kind === "state" ? kernel.states : kernel.outputs;
      const index = indexOf(all, name);
      return { kind: "value", name, unit: all[index].unit, of: { in: kind, index } };
    }),
    tolerance,
  };
}

/** The same women every time. */
export function drawWomen(kernel, count) {
  const random = createRandom(SEED);
  return Array.from({ length: count }, () =>
    VARIED.map((name) => {
      const index = indexOf(kernel.parameters, name);
      return { index, value: kernel.parameters[index].value * Math.exp(SPREAD * randomNormal(random)) };
    }),
  );
}

function monthly(count, month) {
  return Float64Array.from({ length: count + 1 }, (_, index) => index * month);
}

function every(count, hours, event) {
  return Array.from({ length: count }, (_, index) => event(index * hours));
}

function indexOf(list, name) {
  const index = list.findIndex((one) => one.name === name);
  if (index < 0) throw new Error(`the model has no ${name}`);
  return index;
}
