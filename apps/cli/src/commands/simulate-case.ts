import { type CaseSimulation, circuitSimulation, simulateCase } from "@materbone/circuit";
import { openSeries } from "@materbone/clinical";
import type { Flags } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import { readSource } from "../input/read-series.ts";
import { monthsOption } from "../options.ts";
import type { Produced } from "../output/beside-course.ts";
import { besideCase, caseCsv, caseJson } from "../output/case-simulation-data.ts";
import { caseSvg } from "../output/case-simulation-figure.ts";
import { caseText } from "../output/case-simulation-text.ts";
import { progressLine, type Session } from "../terminal.ts";
import { words } from "../words.ts";
import { lscOption } from "./lsc-option.ts";
import { pickCases } from "./pick-cases.ts";
import { populationOption } from "./population-option.ts";

/** One woman of a series: her course with her drugs and without, her scans, and what they say. */
export async function simulatedCase(
  { world, terms, lang }: Session,
  format: "text" | "csv" | "json" | "svg",
  flags: Flags,
): Promise<Produced> {
  const { series: source, case: id, weaned } = flags;
  if (typeof source !== "string") throw new InputError([{ kind: "missingOption", option: "--series" }]);
  if (typeof id !== "string") throw new InputError([{ kind: "missingOption", option: "--case" }]);
  const series = pickCases((await readSource(source)).series, id);
  const [view] = openSeries(series).cases;
  if (view === undefined) throw new InputError([{ kind: "missingOption", option: "--case" }]);
  const lsc = await lscOption(flags.lsc, series);
  const { women, seed, runner } = populationOption(flags, world);
  const progress = progressLine(world, terms.text(words.womenSimulated));
  const result: CaseSimulation = await simulateCase({
    view,
    model: circuitSimulation,
    lsc,
    runner,
    women,
    seed,
    weanedMonth: typeof weaned === "string" ? monthsOption("--weaned", weaned) : undefined,
    onProgress: progress.step,
  }).finally(() => {
    progress.end();
    runner.close();
  });
  if (result.kind === "weaningUnknown") throw new InputError([{ kind: "weaningUnknown" }]);
  if (result.kind === "refused") {
    throw new InputError(result.problems.map((problem) => ({ kind: "scenario", file: id, line: undefined, problem })));
  }
  if (format === "csv") return { text: caseCsv(result), beside: besideCase(id, result, terms) };
  if (format === "json") return { text: caseJson(id, result, { women, seed }, terms) };
  if (format === "svg") return { text: caseSvg(view, result, lang) };
  return { text: caseText(id, result, terms) };
}
