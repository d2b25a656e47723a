import { circuitSimulation, simulateCase } from "@materbone/circuit";
import { localText, openSeries } from "@materbone/clinical";
import { type SimulatedWomanOfSeries, seriesCoursesFigure } from "@materbone/report";
import type { Flags } from "../command.ts";
import { InputError, type InputProblem } from "../input/input-error.ts";
import { sayInputProblem } from "../input/input-words.ts";
import { readSource } from "../input/read-series.ts";
import { progressLine, type Session, visible } from "../terminal.ts";
import { words } from "../words.ts";
import { lscOption } from "./lsc-option.ts";
import { populationOption } from "./population-option.ts";

/** Enough that the weighed ones make bands of 95 % with a smooth edge: of 500 some 330 count, and 400 are needed. */
const SERIES_WOMEN = 1000;

/** Every woman of a series over untreated virtual women, as one drawing; who cannot be drawn is named in it. */
export async function simulatedSeries({ world, terms, lang }: Session, flags: Flags): Promise<string> {
  const { series: source } = flags;
  if (typeof source !== "string") throw new InputError([{ kind: "missingOption", option: "--series" }]);
  const { series } = await readSource(source);
  const lsc = await lscOption(flags.lsc, series);
  const { women: count, seed, runner } = populationOption(flags, world, SERIES_WOMEN);
  const { cases } = openSeries(series);
  const progress = progressLine(world, terms.text(words.womenSimulated));
  const women: SimulatedWomanOfSeries[] = [];
  const refused: InputProblem[] = [];
  try {
    for (const [at, view] of cases.entries()) {
      const onProgress = (done: number, all: number): void =>
        progress.step(at * count + (done * count) / all, cases.length * count);
      const result = await simulateCase({
        view,
        model: circuitSimulation,
        lsc,
        runner,
        women: count,
        seed,
        onProgress,
      });
      if (result.kind === "refused") {
        const file = view.record.id;
        refused.push(
          ...result.problems.map((problem) => ({ kind: "scenario" as const, file, line: undefined, problem })),
        );
      }
      women.push({
        view,
        result: result.kind === "simulated" ? result : undefined,
        isRefused: result.kind === "refused",
      });
    }
  } finally {
    progress.end();
    runner.close();
  }
  const figure = seriesCoursesFigure(
    { title: { en: localText(series.title, "en"), zh: localText(series.title, "zh") }, women },
    "lumbarSpine",
    { lang, layout: "broad" },
  );
  if (figure === undefined) throw new InputError([...refused, { kind: "noWomanDrawn", file: source }]);
  for (const problem of refused) world.progress.write(`${visible(sayInputProblem(problem, terms))}\n`);
  return figure.svg;
}
