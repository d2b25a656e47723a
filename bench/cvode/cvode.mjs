// CVODE of SUNDIALS on the generated C of the model: built where the libraries are installed, absent with a reason where not.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OUTPUTS } from "../circuit-workloads.mjs";

const LIBRARIES = [
  "sundials_cvode",
  "sundials_nvecserial",
  "sundials_sunlinsolklu",
  "sundials_sunlinsoldense",
  "sundials_sunmatrixsparse",
  "sundials_sunmatrixdense",
  "sundials_generic",
  "klu",
  "m",
];

/** The runner's floor of an error, in the state's own unit: a thousandth of the published value, 1e-6 where that is 0. */
const FLOOR_SHARE = 1e-3;
const FLOOR_OF_EMPTY = 1e-6;

export async function buildCvode(kernel) {
  if (!existsSync("/usr/include/cvode/cvode.h")) {
    return { kind: "absent", reason: "libsundials-dev and libsuitesparse-dev are not installed" };
  }
  const folder = mkdtempSync(join(tmpdir(), "materbone-cvode-"));
  const program = join(folder, "run-women");
  const source = new URL("run-women.c", import.meta.url).pathname;
  const tool = new URL("../../tools/compile-circuit.mjs", import.meta.url).pathname;
  const root = new URL("../../", import.meta.url).pathname;
  const emitted = spawnSync(process.execPath, [tool, "--c", folder], { cwd: root, encoding: "utf8" });
  if (emitted.status !== 0) return { kind: "absent", reason: emitted.stderr };
  const compiled = spawnSync(
    "cc",
    [
      ...["-O3", "-march=native", "-I", folder, "-I", "/usr/include/suitesparse", "-o", program],
      ...[source, join(folder, `${kernel.name}.c`), ...LIBRARIES.map((library) => `-l${library}`)],
    ],
    { encoding: "utf8" },
  );
  if (compiled.status !== 0) return { kind: "absent", reason: compiled.stderr ?? "no C compiler" };
  return {
    kind: "built",
    run: (mode, plans, tolerance, repeats) => run(kernel, program, folder, mode, plans, tolerance, repeats),
  };
}

/** Of each woman: milliseconds of processor time, steps and the values of each output at each time. */
function run(kernel, program, folder, mode, plans, tolerance, repeats) {
  const file = join(folder, "women.bin");
  writeFileSync(file, Float64Array.from(numbersOf(kernel, plans)));
  const { stdout, stderr, status } = spawnSync(program, [mode, String(tolerance), String(repeats), file], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`CVODE ended with ${status}: ${stderr}`);
  const width = kernel.outputs.length + kernel.states.length;
  return stdout
    .trim()
    .split("\n")
    .map((line) => {
      const [ms, steps, ...table] = line.split(" ").map(Number);
      const values = OUTPUTS.map(([kind, name]) => {
        const isState = kind === "state";
        const at = (isState ? kernel.states : kernel.outputs).findIndex((one) => one.name === name);
        const column = isState ? kernel.outputs.length + at : at;
        return plans[0].times.map((_, row) => table[row * width + column]);
      });
      return { ms, steps, values };
    });
}

/** What run-women.c reads. */
function numbersOf(kernel, plans) {
  const { times, events } = plans[0];
  const ends = [...new Set(events.map(({ time }) => time).filter((time) => time > 0)), times.at(-1)];
  const published = withConstants(
    kernel,
    kernel.parameters.map(({ value }) => value),
  );
  const floors = published.initial.map((value) => (value === 0 ? FLOOR_OF_EMPTY : FLOOR_SHARE * Math.abs(value)));
  const women = plans.flatMap((plan) => {
    const parameters = kernel.parameters.map(({ value }) => value);
    for (const { index, value } of plan.parameters) parameters[index] = value;
    return [...parameters, ...segmentsOf(kernel, plan, withConstants(kernel, parameters).depotRates, ends)];
  });
  return [plans.length, ends.length, times.length, ...floors, ...times, ...women];
}

/** End and drive of each piece between events. */
function segmentsOf(kernel, plan, depotRates, ends) {
  const { inputs, depots } = kernel;
  const values = inputs.map(({ value }) => value);
  for (const { index, value } of plan.inputs) values[index] = value;
  const amounts = depots.map(() => 0);
  let start = plan.start;
  return ends.flatMap((end) => {
    for (const event of plan.events.filter(({ time }) => time === start)) {
      if (event.kind === "input") values[event.index] = event.value;
      else amounts[event.index] += event.amount;
    }
    const drive = [start, ...values, ...values.map(() => 0), ...amounts];
    for (let k = 0; k < amounts.length; k++) amounts[k] *= Math.exp(-depotRates[k] * (end - start));
    start = end;
    return [end, ...drive];
  });
}

function withConstants(kernel, parameters) {
  const constants = new Float64Array(kernel.constantCount);
  kernel.constants(Float64Array.from(parameters), constants);
  const initial = new Float64Array(kernel.states.length);
  kernel.initialState(constants, initial);
  const depotRates = new Float64Array(kernel.depots.length);
  kernel.depotRates(constants, depotRates);
  return { initial: [...initial], depotRates };
}
