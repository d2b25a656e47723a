import { jsonPointer } from "@materbone/clinical";
import type * as z from "zod";
import { checkConcepts } from "./check-concepts.ts";
import { checkCriteria } from "./check-criterion.ts";
import { checkStream } from "./check-stream.ts";
import { conceptLibrary } from "./concept-library.ts";
import type { DefinitionProblem } from "./definition-problem.ts";
import { type DeliveryWindow, definitionSchema } from "./definition-schema.ts";
import { type DefinitionNames, type PartProblem, unknownName } from "./part-problem.ts";
import { isBackwards } from "./window-days.ts";

const { shape } = definitionSchema;
const parts = {
  concepts: shape.concepts.unwrap().valueType,
  streams: shape.streams.valueType,
  windows: shape.windows.valueType,
} as const;

/**
 * What the schema of a definition cannot say: names, order, units and codes. Each part is looked at by itself, so that a slip in
 * one hides nothing in another: parts whose form is wrong are left out here, and their names stand.
 */
export function checkDefinition(document: unknown): readonly DefinitionProblem[] {
  const whole = keysOf(document);
  const concepts = keysOf(whole.concepts);
  const streams = keysOf(whole.streams);
  const windows = keysOf(whole.windows);
  const windowByName = Object.fromEntries(sound(windows, parts.windows));
  const names: DefinitionNames = {
    streams: whole.streams === streams ? Object.keys(streams) : undefined,
    windows: whole.windows === windows ? Object.keys(windows) : undefined,
    windowByName,
    conceptSets: [...Object.keys(concepts), ...Object.keys(conceptLibrary.sets)],
  };
  const age = shape.population.safeParse(whole.population).data?.ageYears;
  const { window, ...clockStreams } = keysOf(whole.clock);
  const problems: readonly PartProblem[] = [
    ...sound(concepts, parts.concepts).flatMap(([name, set]) => under(["concepts", name], checkConcepts(set))),
    ...sound(streams, parts.streams).flatMap(([name, stream]) => under(["streams", name], checkStream(stream, names))),
    ...Object.entries(windowByName).flatMap(([name, one]) => under(["windows", name], checkWindow(one))),
    ...(age !== undefined && age.from > age.to
      ? [{ path: ["population", "ageYears"], kind: "rangeBackwards" as const, ...age }]
      : []),
    ...unknownName(["episodes", "delivery"], "stream", keysOf(whole.episodes).delivery, names.streams),
    ...(["exclusions", "tiers"] as const).flatMap((list) =>
      itemsOf(whole[list]).flatMap(({ when }, position) => under([list, position, "when"], checkCriteria(when, names))),
    ),
    ...under(["exclusions"], idsTwice("exclusion", itemsOf(whole.exclusions))),
    ...under(["tiers"], idsTwice("tier", itemsOf(whole.tiers))),
    ...Object.entries(clockStreams)
      .filter(([key]) => Object.hasOwn(shape.clock.shape, key))
      .flatMap(([key, name]) => unknownName(["clock", key], "stream", name, names.streams)),
    ...unknownName(["clock", "window"], "window", window, names.windows),
    ...(Array.isArray(whole.context) ? whole.context : []).flatMap((name: unknown, position) =>
      unknownName(["context", position], "stream", name, names.streams),
    ),
  ];
  return problems.map(({ path, ...problem }) => ({ at: jsonPointer(path), ...problem }));
}

function under(steps: readonly PropertyKey[], problems: readonly PartProblem[]): readonly PartProblem[] {
  return problems.map((problem) => ({ ...problem, path: [...steps, ...problem.path] }));
}

/** The value itself when it has keys, else none. */
function keysOf(value: unknown): Readonly<Record<string, unknown>> {
  const hasKeys = typeof value === "object" && value !== null && !Array.isArray(value);
  return hasKeys ? (value as Readonly<Record<string, unknown>>) : {};
}

function itemsOf(list: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(list) ? list.map(keysOf) : [];
}

/** The entries whose value has the right form. */
function sound<T>(record: Readonly<Record<string, unknown>>, schema: z.ZodType<T>): readonly (readonly [string, T])[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const read = schema.safeParse(value);
    return read.success ? [[name, read.data] as const] : [];
  });
}

function checkWindow({ from, to }: DeliveryWindow): readonly PartProblem[] {
  if (from === "open" || to === "open" || !isBackwards(from, to)) return [];
  return [{ path: [], kind: "windowBackwards", from, to }];
}

function idsTwice(
  what: "tier" | "exclusion",
  list: readonly Readonly<Record<string, unknown>>[],
): readonly PartProblem[] {
  return list.flatMap(({ id }, position) =>
    typeof id === "string" && list.findIndex((other) => other.id === id) < position
      ? [{ path: [position, "id"], kind: "idTwice" as const, what, id }]
      : [],
  );
}
