import { createTerms, type Lang, localText, type Terms } from "@materbone/clinical";
import { conceptLibrary } from "./concept-library.ts";
import { childrenOf, criteriaOf, isLeaf } from "./criterion-tree.ts";
import type { CohortDefinition, Criterion, CriterionLeaf, EventStream, NearEvent } from "./definition-schema.ts";
import { definitionWords as words } from "./definition-words.ts";
import { sayWindow } from "./window-words.ts";

/** One sentence; `depth` counts the criteria around it, 0 at the margin. `at` is the JSON Pointer of the part that it says. */
export type DefinitionLine = { readonly text: string; readonly depth: number; readonly at: string };

type Line = Omit<DefinitionLine, "at">;

type Source = NonNullable<NearEvent["source"]>;

export type DefinitionSection = { readonly heading: string; readonly lines: readonly DefinitionLine[] };

/** A definition in the words of one language, as a doctor reads it. */
export type DefinitionSentences = {
  readonly title: string;
  readonly about: string | undefined;
  /** Of which definition it is a copy. */
  readonly copiedFrom: string | undefined;
  readonly sections: readonly DefinitionSection[];
};

/** Says a definition in plain sentences: who, when, what counts, tiers, exclusions, clock, sources. */
export function sayDefinition(definition: CohortDefinition, lang: Lang): DefinitionSentences {
  const t = createTerms(lang);
  const section = (
    heading: keyof typeof words.headings,
    lines: readonly DefinitionLine[],
  ): readonly DefinitionSection[] => (lines.length === 0 ? [] : [{ heading: words.headings[heading][lang], lines }]);
  return {
    title: words.title[lang]({ name: localText(definition.name, lang), version: definition.version }, t),
    about: definition.about === undefined ? undefined : localText(definition.about, lang),
    copiedFrom: definition.copiedFrom === undefined ? undefined : words.copiedFrom[lang](definition.copiedFrom, t),
    sections: [
      ...section("women", womenLines(definition, t)),
      ...section("windows", windowLines(definition, t)),
      ...section("events", eventLines(definition, t)),
      ...section("tiers", tierLines(definition, t)),
      ...section("exclusions", exclusionLines(definition, t)),
      ...section("clock", clockLines(definition, t)),
      ...section("sources", sourceLines(definition, t)),
    ],
  };
}

function line(text: string, depth = 0): Line {
  return { text, depth };
}

function placed(at: string, lines: readonly Line[]): readonly DefinitionLine[] {
  return lines.map((each) => ({ ...each, at }));
}

function womenLines({ population, episodes, streams }: CohortDefinition, t: Terms): readonly DefinitionLine[] {
  const { sexes, ageYears } = population;
  const delivery = { stream: sayStreamName(streams, episodes.delivery, t), days: episodes.spacingDays };
  return [
    ...placed("/population", [
      line(words.sexes[t.lang]({ sexes: t.either(sexes.map((sex) => t.text(words.sex[sex]))) }, t)),
      ...(ageYears === undefined ? [] : [line(words.age[t.lang](ageYears, t))]),
    ]),
    ...placed("/episodes", [line(words.episodes[t.lang](delivery, t))]),
  ];
}

function windowLines({ windows }: CohortDefinition, t: Terms): readonly DefinitionLine[] {
  return Object.entries(windows).flatMap(([id, { name, from, to }]) => {
    const hasEnd = from !== "open" || to !== "open";
    const facts = { name: localText(name, t.lang), days: sayWindow({ from, to }, t), hasEnd };
    return placed(`/windows/${id}`, [line(words.window[t.lang](facts, t))]);
  });
}

function eventLines(definition: CohortDefinition, t: Terms): readonly DefinitionLine[] {
  return Object.entries(definition.streams).flatMap(([id, stream]) =>
    placed(`/streams/${id}`, streamLines(definition, stream, t)),
  );
}

function streamLines(definition: CohortDefinition, stream: EventStream, t: Terms): readonly Line[] {
  return [
    line(words.stream[t.lang]({ name: localText(stream.name, t.lang), sets: setNames(definition, stream, t.lang) }, t)),
    ...(stream.kinds === undefined
      ? []
      : [line(words.kinds[t.lang]({ kinds: t.either(stream.kinds.map((kind) => t.text(words.kind[kind]))) }, t), 1)]),
    ...(stream.value === undefined ? [] : [line(words.value[t.lang](stream.value, t), 1)]),
    ...(stream.units === undefined ? [] : [line(words.units[t.lang]({ units: unitTexts(stream.units, t) }, t), 1)]),
    ...(stream.plausible === undefined ? [] : [line(words.plausible[t.lang](stream.plausible, t), 1)]),
    ...(stream.laterVisits === undefined ? [] : [line(t.text(words.laterVisits[stream.laterVisits]), 1)]),
  ];
}

function unitTexts(units: NonNullable<EventStream["units"]>, t: Terms): string {
  return t.either(
    units.map(({ unit, factor, none }) =>
      words.unit[t.lang]({ unit, factor, none: none === true, first: units[0]?.unit ?? "" }, t),
    ),
  );
}

function setNames({ concepts = {} }: CohortDefinition, stream: EventStream, lang: Lang): readonly string[] {
  return stream.concepts.map((name) => {
    const set = Object.hasOwn(concepts, name) ? concepts[name] : conceptLibrary.sets[name];
    return set === undefined ? name : localText(set.name, lang);
  });
}

function tierLines(definition: CohortDefinition, t: Terms): readonly DefinitionLine[] {
  return definition.tiers.flatMap(({ name, when, settle }, position) => {
    const settlers = t.list(settle.map((settler) => t.text(words.settler[settler])));
    return placed(`/tiers/${position}`, [
      line(words.tier[t.lang]({ number: position + 1, name: localText(name, t.lang) }, t)),
      ...criterionLines(definition, when, t, 1),
      ...(settle.length === 0 ? [] : [line(words.settle[t.lang]({ settlers }, t), 1)]),
    ]);
  });
}

function exclusionLines(definition: CohortDefinition, t: Terms): readonly DefinitionLine[] {
  return definition.exclusions.flatMap(({ name, when, effect }, position) =>
    placed(`/exclusions/${position}`, [
      line(words.effect[effect][t.lang]({ name: localText(name, t.lang) }, t)),
      ...criterionLines(definition, when, t, 1),
    ]),
  );
}

function criterionLines(definition: CohortDefinition, criterion: Criterion, t: Terms, depth: number): readonly Line[] {
  if (isLeaf(criterion)) return [line(leafText(definition, criterion, t), depth)];
  if ("not" in criterion && isLeaf(criterion.not)) {
    return [line(words.none[t.lang]({ leaf: leafText(definition, criterion.not, t) }, t), depth)];
  }
  return [
    line(words.branch[t.lang](criterion, t), depth),
    ...childrenOf(criterion).flatMap((child) => criterionLines(definition, child.criterion, t, depth + 1)),
  ];
}

function leafText({ streams, windows }: CohortDefinition, leaf: CriterionLeaf, t: Terms): string {
  const { event, window, atLeastDays = 1, spanDays } = leaf;
  const found = Object.hasOwn(windows, window) ? windows[window] : undefined;
  const facts = {
    stream: sayStreamName(streams, event, t),
    window: found === undefined ? window : sayWindow(found, t),
    atLeastDays,
    spanDays,
    near: sayNear(leaf, streams, t),
  };
  return words.leaf[t.lang](facts, t);
}

/** What a leaf asks for near each of its events, and what it asks that there is not; nothing for most. */
export function sayNear(
  { near, notNear }: CriterionLeaf,
  streams: CohortDefinition["streams"],
  t: Terms,
): readonly string[] {
  const said = (other: NearEvent | undefined, isNear: boolean): readonly string[] =>
    other === undefined
      ? []
      : [words.near[t.lang]({ stream: sayStreamName(streams, other.event, t), isNear, ...other.days }, t)];
  return [...said(near, true), ...said(notNear, false)];
}

/** Name of a stream with the bound of its values, said from the definition: "Z-score ≤ −2.5". Names themselves hold no bound. */
export function sayStreamName(streams: CohortDefinition["streams"], id: string, t: Terms): string {
  const stream = Object.hasOwn(streams, id) ? streams[id] : undefined;
  if (stream === undefined) return id;
  const name = localText(stream.name, t.lang);
  return stream.value === undefined ? name : words.bounded[t.lang]({ name, ...stream.value }, t);
}

function clockLines({ clock, context = [], streams, windows }: CohortDefinition, t: Terms): readonly DefinitionLine[] {
  const window = Object.hasOwn(windows, clock.window) ? windows[clock.window] : undefined;
  const steps = [clock.pain, clock.imaging, clock.density, clock.drug].map((name) => sayStreamName(streams, name, t));
  const beside = context.map((name) => sayStreamName(streams, name, t));
  const facts = { steps, window: window === undefined ? clock.window : sayWindow(window, t) };
  return [
    ...placed("/clock", [line(words.clock[t.lang](facts, t))]),
    ...placed("/context", beside.length === 0 ? [] : [line(words.context[t.lang]({ streams: t.series(beside) }, t))]),
  ];
}

function nearSources(criterion: Criterion): readonly Source[] {
  return criteriaOf(criterion).flatMap(({ criterion: one }) =>
    isLeaf(one) ? [one.near?.source ?? [], one.notNear?.source ?? []].flat() : [],
  );
}

function sourceLines(definition: CohortDefinition, t: Terms): readonly DefinitionLine[] {
  const { sources, windows, episodes, exclusions, tiers } = definition;
  const all = [
    ...sources,
    ...[...Object.values(windows), episodes, ...exclusions, ...tiers].flatMap(({ source }) => source ?? []),
    ...[...exclusions, ...tiers].flatMap(({ when }) => nearSources(when)),
  ];
  const first = all.filter(({ cite }, position) => all.findIndex((other) => other.cite === cite) === position);
  const lines = first.map(({ cite, doi, status, checked, note }) =>
    line(
      words.source[t.lang](
        {
          cite,
          doi,
          status: t.text(words.status[status]),
          checked,
          note: note === undefined ? undefined : localText(note, t.lang),
        },
        t,
      ),
    ),
  );
  return placed("/sources", lines);
}
