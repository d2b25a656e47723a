// What one woman costs in the circuit, at an error that is measured: six courses, twenty parameters varied by 10 %, rows every
// month. Each is run at the coarsest tolerance at which the worst error of ten outputs, over all women and rows, against a run at
// 1e-10, is at most 5e-5; the time is the median over women, each at the best of some repeats. Where
// the libraries of SUNDIALS are installed, CVODE runs the same women in the same way.
import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";
import { createRunner, simulationModels } from "@materbone/circuit";
import { drawWomen, OUTPUTS, planOf, workloads } from "./circuit-workloads.mjs";
import { buildCvode } from "./cvode/cvode.mjs";
import { populationSeconds } from "./population-seconds.mjs";

const WOMEN = 5;
/** Of courses that are expected to take so long that five would keep the benchmark for many minutes. */
const LONG_MS = 100;
const WOMEN_OF_LONG = 2;
const REPEATS = 3;
const WARM_UP_MS = 1_000;
const PER_WOMAN_MS = 300;
const AIM = 5e-5;
const FAILED = { error: Number.POSITIVE_INFINITY, worst: "a run that could not go on" };
const REFERENCE = 1e-10;
/** Five tolerances per decade, from 1e-3 to 1e-8. */
const LADDER = Array.from({ length: 26 }, (_, index) => Number((10 ** (-3 - index / 5)).toPrecision(2)));

const { kernel } = simulationModels.find(({ name }) => name === "calcium-bone");
const drawn = drawWomen(kernel, WOMEN);
const runner = createRunner(kernel);
const cvode = await buildCvode(kernel);
if (cvode.kind === "absent") console.error(`CVODE is left out: ${cvode.reason}`);

for (const workload of workloads(kernel)) {
  const women = drawn.slice(0, workload.aimMs > LONG_MS ? WOMEN_OF_LONG : WOMEN);
  const reference = women.map((woman) => runner.run(planOf(kernel, workload, woman, REFERENCE)).values);
  const own = coarsestNeeded((tolerance, repeats) => runOwn(workload, women, tolerance, repeats), reference);
  const rivals =
    cvode.kind === "absent"
      ? []
      : ["dense", "klu"].map((mode) => ({ mode, ...rival(workload, women, mode, reference) }));
  report({
    workload: workload.name,
    value: rounded(own.ms),
    unit: "ms",
    detail: [
      `aim ${workload.aimMs} ms; error ${own.error.toExponential(1)} in ${own.worst} at tolerance ${own.tolerance}, ${own.steps} steps`,
      ...rivals.map(
        ({ mode, ms, error, tolerance, steps }) =>
          `CVODE ${mode} ${rounded(ms)} ms, ${rounded(ms / own.ms)} times as long (error ${error.toExponential(1)} at ${tolerance}, ${steps} steps)`,
      ),
    ].join("; "),
  });
}
{
  const workers = Math.min(2, availableParallelism());
  const { seconds, count } = await populationSeconds(workers);
  report({
    workload: `population of ${count} women, lactation, then zoledronate, 2 years`,
    value: rounded(seconds),
    unit: "s",
    detail: `aim 1 s on two cores; ${workers} workers, started before`,
  });
}

/** The coarsest tolerance that is near enough, found by halving: errors fall, by and large, with the tolerance. */
function coarsestNeeded(run, reference) {
  const errorAt = (tolerance) => {
    const runs = attempt(() => run(tolerance, 1));
    return { tolerance, ...(runs === undefined ? FAILED : worstError(runs, reference)) };
  };
  let best = errorAt(LADDER.at(-1));
  let coarse = -1;
  let fine = LADDER.length - 1;
  while (fine - coarse > 1) {
    const middle = (coarse + fine) >> 1;
    const found = errorAt(LADDER[middle]);
    if (found.error <= AIM) [best, fine] = [found, middle];
    else coarse = middle;
  }
  if (best.error === Number.POSITIVE_INFINITY) return { ...best, ms: Number.NaN, steps: 0 };
  const timed = run(best.tolerance, REPEATS);
  return { ...best, ms: median(timed.map(({ ms }) => ms)), steps: median(timed.map(({ steps }) => steps)) };
}

/** A run that cannot go on at a coarse tolerance counts as one that is too coarse. */
function attempt(run) {
  try {
    return run();
  } catch (error) {
    if (error.name !== "IntegrationError") throw error;
    return undefined;
  }
}

function rival(workload, women, mode, reference) {
  const plans = women.map((woman) => planOf(kernel, workload, woman, AIM));
  return coarsestNeeded((tolerance, repeats) => cvode.run(mode, plans, tolerance, repeats), reference);
}

/** `repeats` 1 is for the error alone; otherwise the machine is warmed up before a woman is timed. */
function runOwn(workload, women, tolerance, repeats) {
  const plans = women.map((woman) => planOf(kernel, workload, woman, tolerance));
  if (repeats > 1) for (const until = performance.now() + WARM_UP_MS; performance.now() < until; ) runner.run(plans[0]);
  return plans.map((plan) => {
    let ms = Number.POSITIVE_INFINITY;
    let trajectory;
    // Short runs are repeated more often: the best of them is the one that nothing else on the machine disturbed.
    const start = performance.now();
    for (let repeat = 0; repeat < repeats || (repeats > 1 && performance.now() - start < PER_WOMAN_MS); repeat++) {
      const wall = performance.now();
      const cpu = process.cpuUsage();
      trajectory = runner.run(plan);
      const { user, system } = process.cpuUsage(cpu);
      // Whichever is less: others take from the clock, the compiler's threads add to the processor's time.
      ms = Math.min(ms, performance.now() - wall, (user + system) / 1000);
    }
    return { ms, steps: trajectory.report.steps, values: trajectory.values };
  });
}

/** Over women, columns and rows; relative to the value itself. */
function worstError(runs, reference) {
  let error = 0;
  let worst = "";
  runs.forEach(({ values }, woman) => {
    values.forEach((column, place) => {
      column.forEach((value, row) => {
        const expected = reference[woman][place][row];
        const off = Math.abs(value - expected) / Math.abs(expected);
        if (off > error || Number.isNaN(off)) [error, worst] = [off, OUTPUTS[place][1]];
      });
    });
  });
  return { error, worst };
}

function report({ workload, value, unit, detail }) {
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ bench: "circuit", workload, value, unit, peakMemoryMb, detail }));
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function rounded(value) {
  return Number(value.toPrecision(3));
}
