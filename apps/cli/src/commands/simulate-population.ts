import {
  circuitPopulation,
  type Plan,
  populationBand,
  type Scenario,
  untreatedPlan,
  virtualWomen,
} from "@materbone/circuit";
import type { Flags } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import type { Produced } from "../output/beside-course.ts";
import {
  besidePopulation,
  type PopulationResult,
  populationCsv,
  populationJson,
  populationText,
} from "../output/population-data.ts";
import { isOfCircuit, isUndefinedColumn, scenarioWarnings } from "../output/simulation-notes.ts";
import { ranScenario } from "../output/stopped-run.ts";
import { progressLine, type Session } from "../terminal.ts";
import { words } from "../words.ts";
import { populationOption } from "./population-option.ts";

/** Virtual women through a scenario of the circuit, and through the same one without drugs that act on bone. */
export async function simulatedPopulation(
  { world, terms }: Session,
  format: "text" | "csv" | "json",
  flags: Flags,
  file: string,
  scenario: Scenario,
): Promise<Produced> {
  const { model, plan } = scenario;
  if (!isOfCircuit(scenario)) throw new InputError([{ kind: "populationOfCircuit", model: model.name }]);
  const { women: count, seed, runner } = populationOption(flags, world);
  const untreated = untreatedPlan(scenario);
  const isTreated = untreated !== undefined;
  const courses = isTreated ? [plan, untreated] : [plan];
  refuseUndefined(scenario, courses);
  const { job, anchors } = circuitPopulation(model, courses);
  const progress = progressLine(world, terms.text(words.womenSimulated));
  const batch = await runner
    .run({ job, seed, women: count, onProgress: (women) => progress.step(women, count) })
    .finally(() => {
      progress.end();
      runner.close();
    });
  const women = virtualWomen(batch, seed, anchors);
  const rows = plan.times.length;
  const perCourse = plan.columns.length * rows;
  const perWoman = courses.length * perCourse;
  const bandOf = (course: number, column: number) => {
    const values = new Float64Array(count * rows);
    for (let woman = 0; woman < count; woman++) {
      const start = woman * perWoman + course * perCourse + column * rows;
      values.set(batch.values.subarray(start, start + rows), woman * rows);
    }
    return populationBand(values, rows, women.weights);
  };
  const result: PopulationResult = {
    scenario,
    women,
    warnings: scenarioWarnings(scenario, "median") ?? [],
    columns: plan.columns.map(({ name, unit }, column) => ({
      name,
      unit,
      bands: courses.map((_, course) => ({
        course: isTreated && course === 0 ? "treated" : "untreated",
        band: bandOf(course, column),
      })),
    })),
  };
  if (format === "csv") return { text: populationCsv(result), beside: besidePopulation(file, result, terms) };
  if (format === "json") return { text: populationJson(result, terms) };
  return { text: populationText(result, terms) };
}

/** @throws InputError for a percent change since a value of 0 in any of the courses */
function refuseUndefined(scenario: Scenario, courses: readonly Plan[]): void {
  const { columns } = scenario.plan;
  if (!columns.some(({ kind }) => kind === "change")) return;
  const ran = courses.map((plan) => ranScenario({ ...scenario, plan }));
  const without = columns.filter((_, column) => ran.some((each) => isUndefinedColumn(each, column)));
  if (without.length > 0) throw new InputError(without.map(({ name }) => ({ kind: "bandOfUndefined", name })));
}
