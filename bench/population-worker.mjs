// Runs a share of the population of bench/circuit and says when it is done; warmed up with a few women of its own.
import { createRunner, simulationModels } from "@materbone/circuit";
import { drawWomen, planOf, workloads } from "./circuit-workloads.mjs";

/** At which the worst error of this course is below 5e-5. */
const TOLERANCE = 3e-5;
const { kernel } = simulationModels.find(({ name }) => name === "calcium-bone");
const lactation = workloads(kernel).find(({ name }) => name.includes("lactation"));
const runner = createRunner(kernel);
const women = drawWomen(kernel, 1_000);

for (const woman of women.slice(0, 50)) runner.run(planOf(kernel, lactation, woman, TOLERANCE));
process.on("message", ({ first, step, count }) => {
  let sum = 0;
  for (let index = first; index < count; index += step) {
    const { values } = runner.run(planOf(kernel, lactation, women[index], TOLERANCE));
    sum += values.length;
  }
  process.send(sum);
});
process.send("ready");
