import { type CircuitWarning, caseSentences, type Scenario, sayCite, type Trajectory } from "@materbone/circuit";
import { localText, type Terms, type Text } from "@materbone/clinical";
import { shownWidth, significant, textTable } from "@materbone/evidence";
import { printedTimes } from "./simulation-data.ts";
import { simulationNotes } from "./simulation-notes.ts";
import { warningLines } from "./warning-data.ts";

/** Rows that people read; more stand in the CSV. */
const MOST_ROWS = 25;
const DIGITS = 5;

const words = {
  changed: { en: "Parameters changed (value of the model, source):", zh: "改动的参数（模型原值、来源）：" },
  changedLater: { en: "Parameters changed over time: ", zh: "随时间改动的参数：" },
  nothingChanged: { en: "Parameters: as the model has them.", zh: "参数：均为模型原值。" },
  doses: { en: "Doses and changes over time: ", zh: "给药与随时间变化的次数：" },
  moreRows: { en: "Rows left out here: ", zh: "此处未列出的行数：" },
  moreColumns: { en: "Columns left out here: ", zh: "此处未列出的列数：" },
  inCsv: { en: ' (all with "--format csv")', zh: "（用“--format csv”输出全部）" },
} as const satisfies Record<string, Text>;

/**
 * What was run, a table of times that fits a terminal of `width` columns, the same without drugs that act on bone, and what the
 * circuit warns of.
 *
 * @param untreated - `undefined` where no such drug is given
 * @param warnings - `undefined` of a model that has none to give
 */
export function simulationText(
  scenario: Scenario,
  trajectory: Trajectory,
  untreated: Trajectory | undefined,
  warnings: readonly CircuitWarning[] | undefined,
  terms: Terms,
  width: number,
): string {
  const { title, model, plan } = scenario;
  const heading = title === undefined ? [] : [localText(title, terms.lang)];
  const lines = [
    ...heading,
    ...simulationNotes(scenario, { trajectory, untreated }, terms),
    `${model.name} (${model.version}): ${terms.text(model.title)}`,
    ...parameterLines(scenario, terms),
    ...(plan.events.length === 0 ? [] : [`${terms.text(words.doses)}${plan.events.length}`]),
    "",
  ];
  const told = warnings === undefined ? [] : ["", ...warningLines(warnings, "sinceStart", terms), ""];
  const without =
    untreated === undefined
      ? ""
      : `\n${terms.text(caseSentences.untreated)}\n\n${table(scenario, untreated, terms, width)}`;
  return `${lines.join("\n")}\n${table(scenario, trajectory, terms, width)}${without}${told.join("\n")}`;
}

function parameterLines({ model, plan }: Scenario, terms: Terms): readonly string[] {
  const { parameters } = model.kernel;
  const later = new Set(plan.events.flatMap((event) => (event.kind === "parameter" ? [event.index] : [])));
  const laterNames = [...later].map((index) => parameters[index]?.name ?? "");
  if (plan.parameters.length + later.size === 0) return [terms.text(words.nothingChanged)];
  const lines = plan.parameters.map(({ index, value }) => {
    const { name = "", unit = "", value: published = 0 } = parameters[index] ?? {};
    const cite = model.facts.get(name)?.source;
    const source = cite === undefined ? undefined : sayCite(cite, terms);
    const shown = unitText(unit) === "" ? "" : ` ${unit}`;
    return `  ${name} = ${value}${shown} (${published}${source === undefined ? "" : `; ${source}`})`;
  });
  return [
    ...(lines.length === 0 ? [] : [terms.text(words.changed), ...lines]),
    ...(later.size === 0 ? [] : [`${terms.text(words.changedLater)}${terms.series(laterNames)}`]),
  ];
}

function table(scenario: Scenario, trajectory: Trajectory, terms: Terms, width: number): string {
  const times = printedTimes(scenario, trajectory);
  const rows = spread(times.length, MOST_ROWS);
  const columns = columnsFor(scenario, trajectory, rows, width);
  const header = [
    [scenario.timeUnit, ...columns.map((place) => trajectory.columns[place]?.name ?? "")],
    ["", ...columns.map((place) => unitText(trajectory.columns[place]?.unit ?? ""))],
  ];
  const body = rows.map((row) => [
    significant(times[row], 7),
    ...columns.map((place) => significant(trajectory.values[place]?.[row], DIGITS)),
  ]);
  const left = [
    [words.moreRows, times.length - rows.length] as const,
    [words.moreColumns, trajectory.columns.length - columns.length] as const,
  ];
  const notes = left.flatMap(([text, count]) =>
    count > 0 ? [`${terms.text(text)}${count}${terms.text(words.inCsv)}\n`] : [],
  );
  return `${textTable([...header, ...body])}${notes.join("")}`;
}

function unitText(unit: string): string {
  return unit === "1" || unit === "-" ? "" : unit;
}

/** First, last and evenly between. */
function spread(count: number, most: number): readonly number[] {
  if (count <= most) return Array.from({ length: count }, (_, row) => row);
  return Array.from({ length: most }, (_, place) => Math.round((place * (count - 1)) / (most - 1)));
}

/** What the circuit is for, among more columns than fit. */
const FIRST = "dBMD_LS_pct";

/** The columns asked for; of all, what is neither state, depot nor input. As many as fit. */
function columnsFor(
  { model }: Scenario,
  { columns, values }: Trajectory,
  rows: readonly number[],
  width: number,
): readonly number[] {
  const { kernel } = model;
  const inner = new Set([...kernel.states, ...kernel.depots, ...kernel.inputs].map(({ name }) => name));
  const outer = columns.flatMap(({ name }, place) => (inner.has(name) ? [] : [place]));
  const isWhole = columns.length > inner.size && outer.length > 0;
  const isFirst = (place: number): boolean => columns[place]?.name === FIRST;
  const chosen = isWhole
    ? [...outer.filter(isFirst), ...outer.filter((place) => !isFirst(place))]
    : columns.map((_, place) => place);
  const fitting: number[] = [];
  let taken = TIME_WIDTH;
  for (const place of chosen) {
    const cells = rows.map((row) => significant(values[place]?.[row], DIGITS));
    taken += 2 + Math.max(...[columns[place]?.name ?? "", ...cells].map(shownWidth));
    if (taken > width && fitting.length > 0) break;
    fitting.push(place);
  }
  return fitting;
}

/** Margin and column of the times. */
const TIME_WIDTH = 12;
