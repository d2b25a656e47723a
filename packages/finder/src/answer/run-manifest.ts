import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import type { ShownCount, ShownFunnel } from "./suppress-funnel.ts";

export const RUN_SCHEMA = "materbone/find-run/1";

/** A value of JSON, for what other parts of the program describe themselves with. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What makes an answer repeatable: which definition was asked of which data by which engine, and when. */
export type RunManifest = {
  readonly schema: typeof RUN_SCHEMA;
  /** Version of Materbone. */
  readonly materbone: string;
  /** `hash` of the canonical JSON of the resolved definition, with its algorithm: `sha256:…`. */
  readonly definition: { readonly id: string; readonly version: string; readonly hash: string };
  readonly engine: { readonly name: string; readonly version: string };
  /** What the engine read: the manifest of the conversion without its counts, or the name of a schema in a database. */
  readonly data: JsonValue;
  /** Day of which the data are read, ISO date; dates after it are not used. */
  readonly asOf?: string;
  readonly counts: {
    /** As the funnel shows it: a manifest may go where the worklist may not. */
    readonly candidates: ShownCount;
    /** Threshold below which the funnel hides counts; 0 none. */
    readonly smallCell: number;
  };
  /** Given from outside, in UTC. */
  readonly startedAt: string;
  readonly endedAt: string;
};

export type RunFacts = Pick<RunManifest, "materbone" | "engine" | "data" | "asOf" | "startedAt" | "endedAt"> & {
  readonly definitionHash: string;
};

/** @throws RangeError when the run ends before it starts, or a time is none */
export function runManifest(
  definition: ResolvedDefinition,
  funnel: ShownFunnel,
  { definitionHash, materbone, engine, data, asOf, startedAt, endedAt }: RunFacts,
): RunManifest {
  if (!(Date.parse(startedAt) <= Date.parse(endedAt))) {
    throw new RangeError(`a run cannot start at ${startedAt} and end at ${endedAt}`);
  }
  const candidates = funnel.stages.find(({ id }) => id === "candidates")?.people;
  if (candidates === undefined) throw new TypeError("a funnel has no step of candidates");
  return {
    schema: RUN_SCHEMA,
    materbone,
    definition: { id: definition.id, version: definition.version, hash: definitionHash },
    engine,
    data,
    ...(asOf === undefined ? {} : { asOf }),
    counts: { candidates, smallCell: funnel.smallCell },
    startedAt,
    endedAt,
  };
}
