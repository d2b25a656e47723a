import { writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { readScenario, type Scenario, simulationModels, untreatedPlan } from "@materbone/circuit";
import { EXIT, type Flags, type Run } from "../command.ts";
import { readText } from "../input/files.ts";
import { InputError } from "../input/input-error.ts";
import { linesOf, readJsonText } from "../input/json-text.ts";
import { oneOf } from "../options.ts";
import { besideCsv, besideFile, besideLines, type Produced } from "../output/beside-course.ts";
import {
  besideComparison,
  type Compared,
  comparisonCsv,
  comparisonJson,
  comparisonText,
} from "../output/comparison-data.ts";
import { makeFolder } from "../output/make-folder.ts";
import { scenarioNameList } from "../output/scenario-name-list.ts";
import { simulationCsv, simulationJson } from "../output/simulation-data.ts";
import { simulationSvg } from "../output/simulation-drawing.ts";
import { isOfCircuit, scenarioWarnings, simulationNotes } from "../output/simulation-notes.ts";
import { simulationText } from "../output/simulation-text.ts";
import { ranScenario } from "../output/stopped-run.ts";
import { progressLine, type Session, textWidth, visible, write } from "../terminal.ts";
import { words } from "../words.ts";
import { simulatedCase } from "./simulate-case.ts";
import { simulatedPopulation } from "./simulate-population.ts";
import { simulatedSeries } from "./simulate-series.ts";

const FORMATS = ["text", "csv", "json", "svg"] as const;
type Format = (typeof FORMATS)[number];
/** A list, a comparison and a population are no drawing. */
const DATA_FORMATS = ["text", "csv", "json"] as const;

/** Runs a scenario, or lists the names that one may use. */
export const simulate: Run = async (session, _argument, flags) => {
  const format = formatOf(flags);
  const produced: Produced =
    flags.list === undefined ? await simulated(session, format, flags) : { text: listed(session, format, flags.list) };
  await (typeof flags.out === "string" ? writeFiles(session, flags.out, produced) : print(session, produced));
  return EXIT.done;
};

/** What has no place in a CSV goes to a file of its own beside it. */
async function writeFiles({ world, terms }: Session, out: string, { text, beside }: Produced): Promise<void> {
  await makeFolder(dirname(resolve(out)));
  await writeFile(out, text);
  world.progress.write(`${terms.text(words.simulationWritten)}${visible(out)}\n`);
  if (beside === undefined) return;
  await writeFile(besideFile(out), besideCsv(beside, terms));
  world.progress.write(`${terms.text(words.simulationNotes)}${visible(besideFile(out))}\n`);
}

/** What has no place in a CSV goes to the messages. */
async function print({ world, terms }: Session, { text, beside = [] }: Produced): Promise<void> {
  await write(world, text);
  for (const line of besideLines(beside, terms)) world.progress.write(`${visible(line)}\n`);
}

/** As asked, else by the ending of the file to write. */
function formatOf({ format, out }: Flags): Format {
  if (format !== undefined) return oneOf("--format", String(format), FORMATS);
  const ending = typeof out === "string" ? out.slice(out.lastIndexOf(".") + 1).toLowerCase() : "";
  return FORMATS.find((one) => one === ending) ?? "text";
}

function listed({ terms, world }: Session, format: Format, model: NonNullable<Flags[string]>): string {
  const names = simulationModels.map(({ name }) => name);
  const name = typeof model === "string" ? oneOf("--list", model, names) : undefined;
  const models = simulationModels.filter((one) => name === undefined || one.name === name);
  return scenarioNameList(models, oneOf("--format", format, DATA_FORMATS), terms, textWidth(world));
}

async function simulated(session: Session, format: Format, flags: Flags): Promise<Produced> {
  if (flags.weaned !== undefined && flags.case === undefined) throw new InputError([{ kind: "weanedWithoutCase" }]);
  if (flags.series !== undefined && flags.case === undefined && format === "svg") {
    return { text: await simulatedSeries(session, flags) };
  }
  if (flags.series !== undefined || flags.case !== undefined) return simulatedCase(session, format, flags);
  if (typeof flags.compare === "string") return compared(session, format, flags.compare);
  const { world, terms } = session;
  const { scenario: file, out } = flags;
  if (typeof file !== "string") throw new InputError([{ kind: "missingOption", option: "--scenario" }]);
  if (typeof out === "string" && resolve(out) === resolve(file))
    throw new InputError([{ kind: "ownInput", option: "--out", file: out }]);
  const scenario = await readScenarioFile(file);
  if (flags.population !== undefined)
    return simulatedPopulation(session, oneOf("--format", format, DATA_FORMATS), flags, file, scenario);
  const progress = progressLine(world, terms.text(words.simulated));
  const trajectory = ranScenario(scenario, {
    onProgress: (share) => progress.step(Math.round(100 * share), 100),
  });
  progress.end();
  const without = isOfCircuit(scenario) || format === "svg" ? untreatedPlan(scenario) : undefined;
  const untreated = without === undefined ? undefined : ranScenario({ ...scenario, plan: without });
  const warnings = scenarioWarnings(scenario);
  if (format === "csv") {
    const beside = {
      subject: file,
      notes: simulationNotes(scenario, { trajectory, untreated }, terms),
      warnings: warnings ?? [],
    };
    return { text: simulationCsv(scenario, trajectory, untreated), beside: [beside] };
  }
  if (format === "json") return { text: simulationJson(scenario, trajectory, untreated, warnings ?? [], terms) };
  if (format === "svg") return { text: simulationSvg(scenario, trajectory, untreated, warnings, terms.lang) };
  const text = simulationText(scenario, trajectory, untreated, warnings, terms, textWidth(world));
  return { text: `${visible(text, "\n")}${terms.text(words.researchUse)}\n` };
}

async function compared({ terms }: Session, format: Format, files: string): Promise<Produced> {
  oneOf("--format", format, DATA_FORMATS);
  const all: Compared[] = [];
  for (const file of files.split(",").map((each) => each.trim())) {
    const scenario = await readScenarioFile(file);
    all.push({ file, scenario, trajectory: ranScenario(scenario), warnings: scenarioWarnings(scenario) });
  }
  if (format === "csv") return { text: comparisonCsv(all), beside: besideComparison(all, terms) };
  if (format === "json") return { text: comparisonJson(all, terms) };
  return { text: visible(comparisonText(all, terms), "\n") };
}

/** @throws InputError with every problem of the file, each with its line and place */
async function readScenarioFile(file: string): Promise<Scenario> {
  const text = await readText(file).catch((error: unknown) => {
    const isEmpty = error instanceof InputError && error.problems.some(({ kind }) => kind === "empty");
    throw isEmpty ? new InputError([{ kind: "emptyScenario", file }]) : error;
  });
  if (text.trim() === "") throw new InputError([{ kind: "emptyScenario", file }]);
  const json = readJsonText(text, file);
  if (json.kind === "refused") throw new InputError(json.problems);
  const read = readScenario(json.value, simulationModels);
  if (read.kind === "read") return read.scenario;
  const lineOf = linesOf(
    text,
    read.problems.map(({ at }) => at),
  );
  throw new InputError(read.problems.map((problem) => ({ kind: "scenario", file, line: lineOf(problem.at), problem })));
}
