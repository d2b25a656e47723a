import { jsonPointer } from "@materbone/clinical";
import { checkConcepts } from "./check-concepts.ts";
import { checkCriterion } from "./check-criterion.ts";
import { checkStream } from "./check-stream.ts";
import { conceptLibrary } from "./concept-library.ts";
import type { DefinitionProblem } from "./definition-problem.ts";
import type { CohortDefinition, DeliveryWindow } from "./definition-schema.ts";
import { type DefinitionNames, type PartProblem, unknownName } from "./part-problem.ts";
import { isBackwards } from "./window-days.ts";

/** What the schema of a definition cannot say: names, order, units and codes. */
export function checkDefinition(definition: CohortDefinition): readonly DefinitionProblem[] {
  const { concepts = {}, streams, windows, population, episodes, exclusions, tiers, clock } = definition;
  const names: DefinitionNames = {
    streams: Object.keys(streams),
    windows,
    conceptSets: [...Object.keys(concepts), ...Object.keys(conceptLibrary.sets)],
  };
  const { window, ...clockStreams } = clock;
  const age = population.ageYears;
  const problems: readonly PartProblem[] = [
    ...Object.entries(concepts).flatMap(([name, set]) => under(["concepts", name], checkConcepts(set))),
    ...Object.entries(streams).flatMap(([name, stream]) => under(["streams", name], checkStream(stream, names))),
    ...Object.entries(windows).flatMap(([name, one]) => under(["windows", name], checkWindow(one))),
    ...(age !== undefined && age.from > age.to
      ? [{ path: ["population", "ageYears"], kind: "rangeBackwards" as const, ...age }]
      : []),
    ...unknownName(["episodes", "delivery"], "stream", episodes.delivery, names.streams),
    ...(["exclusions", "tiers"] as const).flatMap((list) =>
      definition[list].flatMap(({ when }, position) => under([list, position, "when"], checkCriterion(when, names))),
    ),
    ...under(["exclusions"], idsTwice("exclusion", exclusions)),
    ...under(["tiers"], idsTwice("tier", tiers)),
    ...Object.entries(clockStreams).flatMap(([key, name]) =>
      unknownName(["clock", key], "stream", name, names.streams),
    ),
    ...unknownName(["clock", "window"], "window", window, Object.keys(windows)),
  ];
  return problems.map(({ path, ...problem }) => ({ at: jsonPointer(path), ...problem }));
}

function under(steps: readonly PropertyKey[], problems: readonly PartProblem[]): readonly PartProblem[] {
  return problems.map((problem) => ({ ...problem, path: [...steps, ...problem.path] }));
}

function checkWindow({ from, to }: DeliveryWindow): readonly PartProblem[] {
  if (from === "open" || to === "open" || !isBackwards(from, to)) return [];
  return [{ path: [], kind: "windowBackwards", from, to }];
}

function idsTwice(what: "tier" | "exclusion", list: readonly { readonly id: string }[]): readonly PartProblem[] {
  return list.flatMap(({ id }, position) =>
    list.findIndex((other) => other.id === id) < position
      ? [{ path: [position, "id"], kind: "idTwice" as const, what, id }]
      : [],
  );
}
