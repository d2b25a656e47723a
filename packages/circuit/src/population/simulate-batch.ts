import type { Refusal } from "./acceptance.ts";
import type { DrawWoman } from "./draw-woman.ts";
import { womanRandom } from "./woman-stream.ts";

/** Draws, tries and runs one woman after another. Made anew in every worker from the same plain data. */
export type WomanSimulator = {
  readonly draw: DrawWoman;
  /** Drawn parameters of a woman. */
  readonly parameterCount: number;
  /** What her weight is found from. */
  readonly featureCount: number;
  /** Values of all her courses. */
  readonly valueCount: number;
  /** Tries whether she belongs to the population; writes her features. `undefined` when she does. */
  readonly admit: (parameters: Float64Array, features: Float64Array) => Refusal | undefined;
  /** Runs her courses into `values`. */
  readonly run: (parameters: Float64Array, values: Float64Array) => Refusal | undefined;
};

/** Women `from` to `to` - 1, each one's numbers after another's. */
export type PopulationBatch = {
  readonly from: number;
  readonly to: number;
  readonly parameters: Float64Array;
  readonly features: Float64Array;
  readonly values: Float64Array;
  readonly refusals: readonly RefusalCount[];
};

export type RefusalCount = { readonly refusal: Refusal; readonly count: number };

/** Draws of one woman before the prior and the bounds are taken to contradict each other. */
const MOST_DRAWS = 500;

/** The bounds refused every draw of one woman: the prior and the bounds contradict each other. */
export class NoWomanError extends Error {
  override readonly name = "NoWomanError";
  readonly woman: number;
  readonly draws: number;
  readonly refusals: readonly RefusalCount[];

  constructor(woman: number, draws: number, refusals: readonly RefusalCount[]) {
    super(`no draw of woman ${woman} was accepted in ${draws}`);
    this.woman = woman;
    this.draws = draws;
    this.refusals = refusals;
  }
}

/**
 * Draws, tries and runs the women of one batch. Each draws from her own stream until the bounds accept her, so that nothing
 * of a woman depends on the batch that she is in.
 *
 * @throws RangeError when the batch is out of order
 * @throws NoWomanError when one woman is never accepted
 */
export function simulateBatch(simulator: WomanSimulator, seed: number, from: number, to: number): PopulationBatch {
  if (!(from >= 0 && to >= from)) throw new RangeError(`women ${from} to ${to} are no batch`);
  const { parameterCount, featureCount, valueCount } = simulator;
  const women = to - from;
  const parameters = new Float64Array(women * parameterCount);
  const features = new Float64Array(women * featureCount);
  const values = new Float64Array(women * valueCount);
  const refused = new Map<string, { refusal: Refusal; count: number }>();
  for (let woman = 0; woman < women; woman++) {
    const random = womanRandom(seed, from + woman);
    const own = parameters.subarray(woman * parameterCount, (woman + 1) * parameterCount);
    const ownFeatures = features.subarray(woman * featureCount, (woman + 1) * featureCount);
    const ownValues = values.subarray(woman * valueCount, (woman + 1) * valueCount);
    for (let draws = 1; ; draws++) {
      simulator.draw(random, own);
      const refusal = simulator.admit(own, ownFeatures) ?? simulator.run(own, ownValues);
      if (refusal === undefined) break;
      countInto(refused, refusal, 1);
      if (draws === MOST_DRAWS) throw new NoWomanError(from + woman, draws, counted(refused));
    }
  }
  return { from, to, parameters, features, values, refusals: counted(refused) };
}

/**
 * Batches as one, in the order of the women.
 *
 * @throws RangeError when they do not follow each other without a gap
 */
export function joinedBatches(batches: readonly PopulationBatch[]): PopulationBatch {
  const ordered = [...batches].sort((a, b) => a.from - b.from);
  const refused = new Map<string, { refusal: Refusal; count: number }>();
  const from = ordered[0]?.from ?? 0;
  let to = from;
  for (const batch of ordered) {
    if (batch.from !== to) throw new RangeError(`a batch begins at woman ${batch.from}, not at ${to}`);
    to = batch.to;
    for (const { refusal, count } of batch.refusals) countInto(refused, refusal, count);
  }
  return {
    from,
    to,
    parameters: joined(ordered.map((batch) => batch.parameters)),
    features: joined(ordered.map((batch) => batch.features)),
    values: joined(ordered.map((batch) => batch.values)),
    refusals: counted(refused),
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function keyOf(refusal: Refusal): string {
  return refusal.kind === "notSolved" ? `~${refusal.state}` : `${refusal.state} ${refusal.output}`;
}

function countInto(into: Map<string, { refusal: Refusal; count: number }>, refusal: Refusal, count: number): void {
  const known = into.get(keyOf(refusal));
  if (known === undefined) into.set(keyOf(refusal), { refusal, count });
  else known.count += count;
}

/** By name, so that the order does not tell which woman came first. */
function counted(from: ReadonlyMap<string, RefusalCount>): readonly RefusalCount[] {
  return [...from].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { refusal, count }]) => ({ refusal, count }));
}
