import { availableParallelism } from "node:os";
import {
  type CircuitJob,
  circuitSimulator,
  inMemoryRunner,
  type PopulationRunner,
  pooledRunner,
} from "@materbone/circuit";
import type { Flags } from "../command.ts";
import { InputError } from "../input/input-error.ts";
import type { World } from "../terminal.ts";
import { threadWorker } from "../workers/thread-worker.ts";

/** How many virtual women, from which seed, and what runs them. */
export type PopulationOption = {
  readonly women: number;
  readonly seed: number;
  readonly runner: PopulationRunner<CircuitJob>;
};

/** Women of a population unless another number is given. */
const DEFAULT_WOMEN = 500;
const MOST_WOMEN = 100_000;
const MOST_THREADS = 256;

/** Reads `--population` (else `otherwise`), `--seed` and `--workers`. @throws InputError when one is no whole number in its range */
export function populationOption(flags: Flags, world: World, otherwise = DEFAULT_WOMEN): PopulationOption {
  const women = wholeNumber("--population", flags.population, otherwise, 1, MOST_WOMEN);
  const seed = wholeNumber("--seed", flags.seed, 1, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const threads = wholeNumber("--workers", flags.workers, Math.max(1, availableParallelism()), 1, MOST_THREADS);
  const program = world.populationWorker;
  const isAlone = program === undefined || (threads === 1 && flags.workers === undefined);
  return {
    women,
    seed,
    runner: isAlone
      ? inMemoryRunner(circuitSimulator, () => new Promise((resume) => setImmediate(resume)))
      : pooledRunner(() => threadWorker(program), threads),
  };
}

function wholeNumber(option: string, value: Flags[string], otherwise: number, least: number, most: number): number {
  if (typeof value !== "string") return otherwise;
  const number = Number(value);
  if (value.trim() !== "" && Number.isSafeInteger(number) && number >= least && number <= most) return number;
  throw new InputError([{ kind: "notWhole", option, value, least, most }]);
}
