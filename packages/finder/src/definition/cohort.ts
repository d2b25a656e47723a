import type { LocalText } from "@materbone/clinical";
import { createTerms } from "@materbone/clinical";
import type { LibraryConceptName } from "./concept-library.ts";
import { sayDefinitionProblem } from "./definition-problem-words.ts";
import {
  COHORT_SCHEMA,
  type CohortDefinition,
  type ConceptSet,
  type CriterionLeaf,
  type DeliveryWindow,
  type EventStream,
  type Exclusion,
  type NearEvent,
  type Tier,
} from "./definition-schema.ts";
import { readDefinition } from "./read-definition.ts";

/** A criterion over streams and windows of known names. */
export type NamedCriterion<S extends string, W extends string> =
  | (Omit<CriterionLeaf, "event" | "window" | "near" | "notNear"> & {
      readonly event: S;
      readonly window: W;
      readonly near?: NamedNear<S>;
      readonly notNear?: NamedNear<S>;
    })
  | { readonly all: readonly NamedCriterion<S, W>[] }
  | { readonly any: readonly NamedCriterion<S, W>[] }
  | { readonly atLeast: number; readonly of: readonly NamedCriterion<S, W>[] }
  | { readonly not: NamedCriterion<S, W> };

type NamedNear<S extends string> = Omit<NearEvent, "event"> & { readonly event: S };

/** What stands at the head of a definition. */
export type CohortHead = {
  readonly version: string;
  readonly name: LocalText;
  readonly about?: LocalText;
  readonly sources: CohortDefinition["sources"];
};

/** What a definition needs besides its lists. */
export type CohortEnd<S extends string, W extends string> = {
  readonly population: CohortDefinition["population"];
  readonly episodes: Omit<CohortDefinition["episodes"], "delivery"> & { readonly delivery: S };
  readonly clock: { readonly pain: S; readonly imaging: S; readonly density: S; readonly drug: S; readonly window: W };
  readonly context?: readonly S[];
};

/**
 * A definition written in TypeScript, part by part in the order of the file. A name of a stream, a window or a shipped
 * concept set that does not exist is an error of the compiler.
 */
export type CohortBuilder<C extends string, S extends string, W extends string> = {
  /** Concept sets of this definition, beside those of the library. */
  readonly concepts: <const N extends string>(sets: Readonly<Record<N, ConceptSet>>) => CohortBuilder<C | N, S, W>;
  readonly streams: <const N extends string>(
    streams: Readonly<Record<N, Omit<EventStream, "concepts"> & { readonly concepts: readonly C[] }>>,
  ) => CohortBuilder<C, S | N, W>;
  readonly windows: <const N extends string>(
    windows: Readonly<Record<N, DeliveryWindow>>,
  ) => CohortBuilder<C, S, W | N>;
  readonly exclusion: (
    id: string,
    exclusion: Omit<Exclusion, "id" | "when"> & { readonly when: NamedCriterion<S, W> },
  ) => CohortBuilder<C, S, W>;
  readonly tier: (
    id: string,
    tier: Omit<Tier, "id" | "when"> & { readonly when: NamedCriterion<S, W> },
  ) => CohortBuilder<C, S, W>;
  /**
   * The finished definition, equal to the one read from its JSON.
   *
   * @throws TypeError when it would not be read: wrong order of a window, an id used twice, no tier
   */
  readonly definition: (end: CohortEnd<S, W>) => CohortDefinition;
};

/** Begins a definition: `cohort("my-hospital", { … }).streams({ … }).windows({ … }).tier( … ).definition({ … })`. */
export function cohort(id: string, head: CohortHead): CohortBuilder<LibraryConceptName, never, never> {
  const { version, name, about, sources } = head;
  return builder<LibraryConceptName, never, never>({
    schema: COHORT_SCHEMA,
    id,
    version,
    name,
    ...(about === undefined ? {} : { about }),
    sources,
    streams: {},
    windows: {},
    exclusions: [],
    tiers: [],
  });
}

type Parts = { readonly schema: string } & Omit<
  CohortDefinition,
  "schema" | "population" | "episodes" | "clock" | "context" | "streams"
> & {
    readonly streams: Readonly<Record<string, unknown>>;
  };

function builder<C extends string, S extends string, W extends string>(parts: Parts): CohortBuilder<C, S, W> {
  return {
    concepts: (sets) => builder({ ...parts, concepts: { ...parts.concepts, ...sets } }),
    streams: (streams) => builder({ ...parts, streams: { ...parts.streams, ...streams } }),
    windows: (windows) => builder({ ...parts, windows: { ...parts.windows, ...windows } }),
    exclusion: (id, exclusion) => builder({ ...parts, exclusions: [...parts.exclusions, { id, ...exclusion }] }),
    tier: (id, tier) => builder({ ...parts, tiers: [...parts.tiers, { id, ...tier }] }),
    definition: (end) => finished({ ...parts, ...end }),
  };
}

function finished(document: unknown): CohortDefinition {
  const read = readDefinition(document);
  if (read.kind === "read") return read.definition;
  const [first] = read.problems;
  const words = first === undefined ? "" : `${first.at}: ${sayDefinitionProblem(first, createTerms("en"))}`;
  throw new TypeError(`not a cohort definition: ${words}`);
}
