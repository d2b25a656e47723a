import { modelColumns } from "../run/model-columns.ts";
import type { PlanColumn } from "../run/plan.ts";
import { isWithin, type RunSpan, snapped } from "./run-span.ts";
import { positionOf, report, type ScenarioReading, timeAt, timeText } from "./scenario-reading.ts";
import type { OutputsEntry } from "./scenario-schema.ts";

type ChangeEntry = NonNullable<OutputsEntry["changes"]>[number];

/** The columns asked for, then the percent changes; every column of the model that is not hidden when none is named. */
export function readColumns(
  reading: ScenarioReading,
  names: readonly string[] | undefined,
  changes: readonly (readonly [at: string, entry: ChangeEntry])[],
  span: RunSpan | undefined,
  times: ArrayLike<number>,
): readonly PlanColumn[] {
  const { kernel, hidden } = reading.model;
  const known = modelColumns(kernel);
  const offered = known.flatMap(({ name }) => (hidden?.has(name) ? [] : [name]));
  const taken = new Set<string>();
  const columns: PlanColumn[] = [];
  const add = (at: string, column: PlanColumn): void => {
    if (taken.has(column.name)) report(reading, at, { kind: "columnTwice", name: column.name });
    taken.add(column.name);
    columns.push(column);
  };
  for (const [place, name] of (names ?? offered).entries()) {
    const at = `/outputs/names/${place}`;
    const column = known[positionOf(reading, at, "output", name, known) ?? -1];
    if (column !== undefined) add(at, column);
  }
  for (const [at, { name, of, since }] of changes) {
    const base = known[positionOf(reading, `${at}/of`, "output", of, known) ?? -1];
    const time = timeAt(reading, `${at}/since`, since);
    if (base === undefined || time === undefined) continue;
    if (span !== undefined && !isWithin(span, time)) {
      report(reading, `${at}/since`, {
        kind: "outsideTime",
        what: "since",
        time: timeText(reading, time),
        from: timeText(reading, span.start),
        to: timeText(reading, span.end),
      });
      continue;
    }
    const moment = span === undefined ? time : snapped(span, times, time);
    add(`${at}/name`, { kind: "change", name, unit: "%", of: base.of, since: moment });
  }
  return columns;
}
