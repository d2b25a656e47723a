// Virtual women: 1 000 of them through two years with lactation and zoledronate and through the same years without it, in one
// and in two threads of the built command line; and how often the interval of a fit holds the woman it was drawn from.
import { performance } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import {
  circuitPopulation,
  circuitSimulator,
  levelLikelihood,
  mapFit,
  pooledRunner,
  readScenario,
  simulateBatch,
  simulationModels,
} from "@materbone/circuit";
import { createRandom, normalDeviate } from "@materbone/numerics";

const WORKER = new URL("../apps/cli/dist/bundle/population-worker.js", import.meta.url);
const model = simulationModels.find(({ name }) => name === "circuit");
const treated = plan([{ agent: "zoledronicAcid", amount: "5 mg", at: "8 month" }]);
const { job } = circuitPopulation(model, [treated, plan([])]);

{
  const simulator = circuitSimulator(job);
  simulateBatch(simulator, 1, 0, 50);
  const before = process.cpuUsage();
  simulateBatch(simulator, 1, 50, 150);
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1e3 / 100;
  report(
    "virtual women, one thread, ms of processor per woman",
    ms,
    "ms",
    "trial, two years treated, two years untreated",
  );
}
for (const threads of [1, 2]) {
  const runner = pooledRunner(() => startThread(), threads);
  const start = performance.now();
  await runner.run({ job, seed: 1, women: 1_000 });
  runner.close();
  const seconds = (performance.now() - start) / 1e3;
  report(
    `1 000 virtual women, two years, ${threads} threads`,
    seconds,
    "s",
    "threads started with it; aim 1 s on two cores",
  );
}
{
  const covered = coverage(2_000);
  report(
    "fit of one woman: 95 % intervals that hold her susceptibility",
    100 * covered,
    "%",
    "2 000 women of the prior",
  );
}

function plan(doses) {
  const read = readScenario(
    {
      schema: "materbone/scenario/1",
      model: "circuit",
      start: { from: "rest" },
      inputs: {
        NURSING: [
          { at: 0, value: 1 },
          { at: "6 month", value: 0 },
        ],
        POSTPARTUM: [{ from: 0, to: "24 month", value: "730.5 d" }],
      },
      doses,
      outputs: { times: [{ from: 0, to: "24 month", every: "1 month" }], names: ["BMD_LS", "BMD_TH", "BMD_FN"] },
    },
    [model],
  );
  if (read.kind === "refused") throw new Error(JSON.stringify(read.problems));
  return read.scenario.plan;
}

function startThread() {
  const thread = new Worker(WORKER);
  return {
    send: (request) => thread.postMessage(request),
    onReply: (listener) => {
      thread.on("message", listener);
      thread.on("error", (error) => listener({ kind: "failed", message: error.message }));
    },
    stop: () => void thread.terminate(),
  };
}

/** Share of women drawn from the prior whose score lies within its 95 % interval: loss and recovery in closed form. */
function coverage(women) {
  const prior = { meanLog: [Math.log(0.95)], sdLog: [0.24], correlation: [[1]] };
  const months = [3, 12, 24];
  const ratio = (score, month) => 1 - 0.06 * Math.exp(0.5 * score - month / 12);
  const random = createRandom(3);
  let held = 0;
  for (let woman = 0; woman < women; woman++) {
    const score = normalDeviate(random);
    const level = Math.exp(prior.meanLog[0] + 0.24 * normalDeviate(random));
    const observations = months.map((month) => ({
      site: 0,
      bmdGPerCm2: level * ratio(score, month) * Math.exp(0.01 * normalDeviate(random)),
      logSd: 0.01,
      months: [month],
    }));
    const ratios = (at) => Float64Array.from(months, (month) => ratio(at, month));
    const fit = mapFit(levelLikelihood(observations, prior), prior, ratios);
    if (Math.abs(fit.score - score) < 1.96 * fit.scoreSd) held += 1;
  }
  return held / women;
}

function report(workload, value, unit, detail) {
  const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ workload, value: Number(value.toPrecision(3)), unit, peakMemoryMb, detail }));
}
