import type { CircuitWarning, Scenario, Trajectory } from "@materbone/circuit";
import { localText, type Terms, type Text } from "@materbone/clinical";
import { significant, textTable } from "@materbone/evidence";
import type * as z from "zod";
import type { BesideCourse } from "./beside-course.ts";
import type { simulateCompareShape } from "./comparison-shape.ts";
import { csvLine } from "./csv.ts";
import { jsonText } from "./json.ts";
import { printedTimes } from "./simulation-data.ts";
import { isUndefinedColumn, scenarioRemarks, simulationNotes } from "./simulation-notes.ts";
import { warningLines, warningOutput } from "./warning-data.ts";

/** Scenarios that ran, side by side; nothing of one goes into another. */
export type Compared = {
  readonly file: string;
  readonly scenario: Scenario;
  readonly trajectory: Trajectory;
  /** `undefined` of a model that has none to give. */
  readonly warnings: readonly CircuitWarning[] | undefined;
};

const DIGITS = 9;

/** One line per value, because models differ in their columns and times. */
export function comparisonCsv(all: readonly Compared[]): string {
  const lines = all.flatMap(({ file, scenario, trajectory }) => {
    const times = printedTimes(scenario, trajectory);
    return trajectory.columns.flatMap(({ name, unit }, column) =>
      times.map((time, row) =>
        csvLine([
          file,
          scenario.model.name,
          name,
          unit,
          scenario.timeUnit,
          rounded(time),
          isUndefinedColumn(trajectory, column) ? null : rounded(trajectory.values[column]?.[row] ?? 0),
        ]),
      ),
    );
  });
  return csvLine(["scenario", "model", "output", "unit", "timeUnit", "time", "value"]) + lines.join("");
}

/** What has no place in the CSV of a comparison. */
export function besideComparison(all: readonly Compared[], terms: Terms): readonly BesideCourse[] {
  return all.map(({ file, scenario, trajectory, warnings = [] }) => ({
    subject: file,
    notes: [terms.text(words.hypothesis), ...scenarioRemarks(scenario, { trajectory }, terms)],
    warnings,
  }));
}

export function comparisonJson(all: readonly Compared[], terms: Terms): string {
  const output: z.infer<typeof simulateCompareShape> = {
    kind: "hypothesis",
    scenarios: all.map(({ file, scenario, trajectory, warnings = [] }) => ({
      file,
      model: scenario.model.name,
      version: scenario.model.version,
      title: scenario.title === undefined ? null : localText(scenario.title, terms.lang),
      notes: [...simulationNotes(scenario, { trajectory }, terms)],
      warnings: [...warningOutput(warnings, terms)],
      timeUnit: scenario.timeUnit,
      times: printedTimes(scenario, trajectory).map(rounded),
      columns: trajectory.columns.map(({ name, unit }, column) => ({
        name,
        unit,
        values: isUndefinedColumn(trajectory, column) ? null : Array.from(trajectory.values[column] ?? [], rounded),
      })),
    })),
  };
  return jsonText(output);
}

/** A table per output that several scenarios give in one unit; the rest is in the CSV. */
export function comparisonText(all: readonly Compared[], terms: Terms): string {
  const names = [...new Set(all.flatMap(({ trajectory }) => trajectory.columns.map(({ name }) => name)))];
  const shared = names.filter((name) => all.filter(({ trajectory }) => columnOf(trajectory, name) >= 0).length > 1);
  const tables = shared.map((name) => {
    const times = [...new Set(all.flatMap((each) => printedTimes(each.scenario, each.trajectory).map(rounded)))];
    const shown = times.sort((a, b) => a - b);
    const step = Math.max(1, Math.ceil(shown.length / MOST_ROWS));
    const rows = shown.filter((_, row) => row % step === 0 || row === shown.length - 1);
    const header = [all[0]?.scenario.timeUnit ?? "", ...all.map(({ file }) => file)];
    const body = rows.map((time) => [
      significant(time, 6),
      ...all.map(({ scenario, trajectory }) => {
        const row = printedTimes(scenario, trajectory).map(rounded).indexOf(time);
        const value = trajectory.values[columnOf(trajectory, name)]?.[row];
        return value === undefined ? "" : significant(value, 5);
      }),
    ]);
    return `\n${name}\n${textTable([header, ...body])}`;
  });
  const head = [
    terms.text(words.hypothesis),
    ...all.flatMap(({ file, scenario, trajectory }) => [
      `${file}: ${scenario.model.name} (${scenario.model.version})`,
      ...scenarioRemarks(scenario, { trajectory }, terms).map((remark) => `  ${remark}`),
    ]),
  ];
  const warned = all.flatMap(({ file, warnings }) =>
    warnings === undefined ? [] : ["", file, ...warningLines(warnings, "sinceStart", terms), ""],
  );
  return `${head.join("\n")}\n${shared.length === 0 ? `${terms.text(words.nothingShared)}\n` : tables.join("")}${warned.join("\n")}`;
}

const MOST_ROWS = 25;

const words = {
  hypothesis: {
    en: "Hypothesis: scenarios side by side, each by its own model, never blended. No probability of fracture, no advice on doses.",
    zh: "假说：各情景由各自模型计算，并列而不混合。不给出骨折概率，也不提供用药剂量建议。",
  },
  nothingShared: {
    en: 'The scenarios have no output in common; "--format csv" gives all of each.',
    zh: "各情景无共同输出；可用“--format csv”输出全部。",
  },
} as const satisfies Record<string, Text>;

function columnOf(trajectory: Trajectory, name: string): number {
  return trajectory.columns.findIndex((column) => column.name === name);
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
