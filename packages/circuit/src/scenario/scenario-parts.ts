import { jsonPointer, type LocalText, localTextSchema, type Problem } from "@materbone/clinical";
import type * as z from "zod";
import {
  type Course,
  courseSchema,
  type DoseEntry,
  doseSchema,
  type OutputsEntry,
  outputsSchema,
  type QuantityText,
  quantitySchema,
  type ScenarioFile,
  scenarioSchema,
  type TimeText,
} from "./scenario-schema.ts";

/** A part of a file with its JSON Pointer. */
export type Placed<T> = readonly [at: string, part: T];

/**
 * The parts of a scenario that can be read each by itself, so that a slip in one place hides none in another. What cannot
 * be read is left out; the schema of the whole has told of it.
 */
export type ScenarioParts = {
  readonly title: LocalText | undefined;
  readonly model: string | undefined;
  readonly start: TimeText | undefined;
  readonly from: NonNullable<ScenarioFile["start"]>["from"];
  readonly values: readonly (readonly [name: string, value: QuantityText])[];
  readonly parameters: readonly (readonly [name: string, course: Course])[];
  readonly inputs: readonly (readonly [name: string, course: Course])[];
  readonly doses: readonly Placed<DoseEntry>[];
  readonly times: readonly Placed<OutputsEntry["times"][number]>[];
  readonly names: readonly string[] | undefined;
  readonly changes: readonly Placed<NonNullable<OutputsEntry["changes"]>[number]>[];
  readonly timeUnit: string | undefined;
  readonly atEvents: OutputsEntry["atEvents"];
  readonly tolerance: number | undefined;
};

/** @param problems - those of the schema: keys it does not know are passed over */
export function scenarioParts(document: object, problems: readonly Problem[]): ScenarioParts {
  const known = withoutUnknownKeys(document, problems);
  const start = objectAt(known, "start");
  const outputs = objectAt(known, "outputs");
  const { start: startSchema, tolerance } = scenarioSchema.shape;
  const { at, from } = startSchema.unwrap().shape;
  const { times, names, changes, timeUnit, atEvents } = outputsSchema.shape;
  return {
    title: readable(localTextSchema, known.title),
    model: typeof known.model === "string" ? known.model : undefined,
    start: readable(at, start.at),
    from: readable(from, start.from),
    values: entriesOf(start.values, quantitySchema),
    parameters: entriesOf(known.parameters, courseSchema),
    inputs: entriesOf(known.inputs, courseSchema),
    doses: elementsOf("/doses", known.doses, doseSchema),
    times: elementsOf("/outputs/times", outputs.times, times.element),
    names: readable(names, outputs.names),
    changes: elementsOf("/outputs/changes", outputs.changes, changes.unwrap().element),
    timeUnit: readable(timeUnit, outputs.timeUnit),
    atEvents: readable(atEvents, outputs.atEvents),
    tolerance: readable(tolerance, known.tolerance),
  };
}

type Keyed = Readonly<Record<string, unknown>>;

function objectAt(parent: Keyed, key: string): Keyed {
  const found = parent[key];
  return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Keyed) : {};
}

/** `null` stands for a key left out. */
function readable<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  return value === undefined || value === null ? undefined : schema.safeParse(value).data;
}

function entriesOf<T>(value: unknown, schema: z.ZodType<T>): readonly (readonly [string, T])[] {
  return Object.entries(objectAt({ value }, "value")).flatMap(([name, part]) => {
    const read = readable(schema, part);
    return read === undefined ? [] : [[name, read] as const];
  });
}

function elementsOf<T>(at: string, value: unknown, schema: z.ZodType<T>): readonly Placed<T>[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((part: unknown, position) => {
    const read = readable(schema, part);
    return read === undefined ? [] : [[`${at}/${position}`, read] as const];
  });
}

/** A copy without the keys that the schema refused, so that what stands beside them is read as well. */
function withoutUnknownKeys(document: object, problems: readonly Problem[]): Keyed {
  const refused = new Set(problems.flatMap((problem) => (problem.kind === "unknownKey" ? [problem.at] : [])));
  const copy = (value: unknown, path: readonly PropertyKey[]): unknown => {
    if (Array.isArray(value)) return value.map((inner, position) => copy(inner, [...path, position]));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, inner]) => inner !== null && !refused.has(jsonPointer([...path, key])))
        .map(([key, inner]) => [key, copy(inner, [...path, key])]),
    );
  };
  return copy(document, []) as Keyed;
}
