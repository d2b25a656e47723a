import {
  type CircuitWarning,
  caseSentences,
  isEnough,
  type PopulationBand,
  type Scenario,
  type VirtualWomen,
} from "@materbone/circuit";
import { say, type Terms } from "@materbone/clinical";
import { significant, textTable } from "@materbone/evidence";
import type * as z from "zod";
import type { BesideCourse } from "./beside-course.ts";
import { caseTextWords } from "./case-simulation-words.ts";
import { csvLine } from "./csv.ts";
import { jsonText } from "./json.ts";
import type { simulatePopulationShape } from "./population-shape.ts";
import { populationWords as words } from "./population-words.ts";
import { timesOf } from "./simulation-data.ts";
import { scenarioVerdicts } from "./simulation-notes.ts";
import { warningLines, warningOutput } from "./warning-data.ts";

export type PopulationResult = {
  readonly scenario: Scenario;
  readonly women: VirtualWomen;
  /** Of the course with its drugs, in the median woman. */
  readonly warnings: readonly CircuitWarning[];
  readonly columns: readonly {
    readonly name: string;
    readonly unit: string;
    readonly bands: readonly { readonly course: "treated" | "untreated"; readonly band: PopulationBand }[];
  }[];
};

/** Digits of the machine output: the women differ in the second. */
const DIGITS = 7;

/** One line per course and time; three columns per output. */
export function populationCsv({ scenario, columns }: PopulationResult): string {
  const times = timesOf(scenario);
  const names = columns.flatMap(({ name }) => [`${name}_median`, `${name}_lower`, `${name}_upper`]);
  const courses = columns[0]?.bands.map(({ course }) => course) ?? [];
  const lines = courses.flatMap((course, place) =>
    times.map((time, row) =>
      csvLine([
        course,
        rounded(time),
        ...columns.flatMap(({ bands }) => {
          const { median, lower, upper } = bands[place]?.band ?? NONE;
          return [median, lower, upper].map((values) => rounded(values[row] ?? 0));
        }),
      ]),
    ),
  );
  return csvLine(["course", `time_${scenario.timeUnit}`, ...names]) + lines.join("");
}

/** Sentences that stand beside every output of a population. */
function populationNotes(scenario: Scenario, terms: Terms): readonly string[] {
  const sentences = [words.hypothesis, caseSentences.effect].map((text) => terms.text(text));
  return [...sentences, ...scenarioVerdicts(scenario, terms)];
}

/** What has no place in the CSV of a population. */
export function besidePopulation(file: string, result: PopulationResult, terms: Terms): readonly BesideCourse[] {
  const { scenario, warnings } = result;
  return [{ subject: file, notes: [...populationNotes(scenario, terms), terms.text(words.ofMedian)], warnings }];
}

export function populationJson({ scenario, women, warnings, columns }: PopulationResult, terms: Terms): string {
  const output: z.infer<typeof simulatePopulationShape> = {
    kind: "hypothesis",
    notes: [...populationNotes(scenario, terms)],
    model: scenario.model.name,
    version: scenario.model.version,
    population: {
      women: women.women,
      seed: women.seed,
      draws: women.draws,
      acceptanceRate: women.acceptanceRate,
      refusals: women.refusals.map(({ refusal, count }) => ({
        state: refusal.state,
        output: refusal.kind === "outOfBounds" ? refusal.output : null,
        count,
      })),
      effectiveSampleSize: rounded(women.effectiveSampleSize),
      isEnough: isEnough(women.weights),
      weighting: women.weighting.kind,
      anchors:
        women.weighting.kind === "equal"
          ? []
          : women.weighting.anchors.map((anchor) => ({ ...anchor, sd: anchor.sd ?? null })),
      weights: Array.from(women.weights),
    },
    warnings: [...warningOutput(warnings, terms)],
    timeUnit: scenario.timeUnit,
    times: [...timesOf(scenario)],
    columns: columns.map(({ name, unit, bands }) => ({
      name,
      unit,
      bands: bands.map(({ course, band }) => ({
        course,
        median: Array.from(band.median, rounded),
        lower: Array.from(band.lower, rounded),
        upper: Array.from(band.upper, rounded),
      })),
    })),
  };
  return jsonText(output);
}

export function populationText({ scenario, women, warnings, columns }: PopulationResult, terms: Terms): string {
  const times = timesOf(scenario);
  const step = Math.max(1, Math.ceil(times.length / MOST_ROWS));
  const rows = times.flatMap((_, row) => (row % step === 0 || row === times.length - 1 ? [row] : []));
  const tables = columns.map(({ name, unit, bands }) => {
    const header = [scenario.timeUnit, ...bands.map(({ course }) => terms.text(words[course]))];
    const body = rows.map((row) => [
      significant(times[row], 5),
      ...bands.map(({ band: { median, lower, upper } }) => {
        const [middle, low, high] = [median, lower, upper].map((values) => significant(values[row], 4));
        return `${middle} (${low}–${high})`;
      }),
    ]);
    return `\n${name}${unit === "1" || unit === "-" ? "" : `, ${unit}`}: ${terms.text(words.band)}\n${textTable([header, ...body])}`;
  });
  const lines = [
    ...populationNotes(scenario, terms),
    say(caseTextWords.population, women, terms),
    ...(women.weighting.kind === "notReached" ? [terms.text(caseTextWords.notReached)] : []),
    ...(isEnough(women.weights) ? [] : [terms.text(words.notEnough)]),
  ];
  const warned = ["", ...warningLines(warnings, "sinceStart", terms), terms.text(words.ofMedian), ""];
  return `${lines.join("\n")}\n${tables.join("")}${warned.join("\n")}`;
}

const MOST_ROWS = 25;
const NONE: PopulationBand = { median: new Float64Array(), lower: new Float64Array(), upper: new Float64Array() };

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
