import type { ModelKernel } from "../model-kernel.ts";
import type { Runner } from "../run/trajectory.ts";
import type { ComparedAnchor } from "./anchors.ts";
import { type Arm, armPlan, arms } from "./arms.ts";

/** What the model says of anchors: one number each, in their order, in their unit. */
export type AnchorPredictor = (parameters: Float64Array) => Float64Array;

/** Of a step; densities come out a hundred times closer, to a few millionths. */
const TOLERANCE = 1e-4;
const OUTPUTS = ["BMD_LS", "BMD_TH", "BMD_FN", "OC_pct", "OB_pct"];

/**
 * Runs each arm that the anchors name once.
 *
 * @throws RangeError when an anchor names an arm or an output that there is not
 */
export function anchorPredictor(
  kernel: ModelKernel,
  runner: Runner,
  anchors: readonly ComparedAnchor[],
): AnchorPredictor {
  const months = monthsByArm(anchors);
  const plans = [...months].map(([name, at]) => {
    const arm = arms[name];
    if (arm === undefined) throw new RangeError(`there is no arm ${name}`);
    const plan = armPlan(kernel, arm, at, OUTPUTS, TOLERANCE);
    return {
      name,
      at,
      run: remembered((parameters) => runner.run(plan, { parameters }).values, idleParameters(kernel, arm)),
    };
  });
  return (parameters) => {
    const courses = new Map<string, Course>();
    for (const { name, at, run } of plans) courses.set(name, { months: at, values: run(parameters) });
    return Float64Array.from(anchors, (anchor) => predicted(anchor, courses));
  };
}

type Course = { readonly months: readonly number[]; readonly values: readonly Float64Array[] };

type ArmRun = (parameters: Float64Array) => readonly Float64Array[];

/** Runs that are kept: those at a point and beside it. */
const MOST_KEPT = 4;

/** Runs anew only where a parameter that acts in the arm has changed. */
function remembered(run: ArmRun, idle: ReadonlySet<number>): ArmRun {
  const kept = new Map<string, readonly Float64Array[]>();
  return (parameters) => {
    const key = parameters.map((value, i) => (idle.has(i) ? 0 : value)).join();
    const values = kept.get(key) ?? run(parameters);
    kept.delete(key);
    kept.set(key, values);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return values;
  };
}

/** Positions of the parameters of drugs that an arm does not give, and of what pregnancy took where there was none. */
function idleParameters(kernel: ModelKernel, { doses = [], parameters = {} }: Arm): ReadonlySet<number> {
  const given = (depot: string): boolean => doses.some(({ into }) => into === depot);
  const idle = (name: string): boolean =>
    (name === "EmaxBP" && !given("ABP") && !given("AALN")) ||
    (name === "alendronatePotency" && !given("AALN")) ||
    (name.startsWith("anabolic") && !given("TERISC")) ||
    (/^(?:depletionRecovery|pregnancyDepletion)/.test(name) && parameters.depletionStart === undefined);
  return new Set(kernel.parameters.flatMap(({ name }, i) => (idle(name) ? [i] : [])));
}

function predicted({ site, simulation }: ComparedAnchor, courses: ReadonlyMap<string, Course>): number {
  const { arm, control } = simulation;
  if (simulation.kind === "change") {
    const { from, to } = simulation;
    const ratio = (name: string): number =>
      at(courses, name, `BMD_${site}`, to) / at(courses, name, `BMD_${site}`, from);
    return 100 * (ratio(arm) / (control === undefined ? 1 : ratio(control)) - 1);
  }
  const base =
    control === undefined
      ? at(courses, arm, simulation.output, 0)
      : at(courses, control, simulation.output, simulation.at);
  return at(courses, arm, simulation.output, simulation.at) / base;
}

function at(courses: ReadonlyMap<string, Course>, arm: string, output: string, month: number): number {
  const course = courses.get(arm);
  const column = OUTPUTS.indexOf(output);
  if (course === undefined || column < 0) throw new RangeError(`there is no ${output} of ${arm}`);
  return course.values[column][course.months.indexOf(month)];
}

function monthsByArm(anchors: readonly ComparedAnchor[]): ReadonlyMap<string, readonly number[]> {
  const months = new Map<string, Set<number>>();
  for (const { simulation } of anchors) {
    const wanted = simulation.kind === "change" ? [simulation.from, simulation.to] : [0, simulation.at];
    for (const arm of [simulation.arm, simulation.control]) {
      if (arm === undefined) continue;
      const known = months.get(arm) ?? new Set([0]);
      months.set(arm, known);
      for (const month of wanted) known.add(month);
    }
  }
  return new Map([...months].map(([arm, all]) => [arm, [...all].toSorted((a, b) => a - b)]));
}
