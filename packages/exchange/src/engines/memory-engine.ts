import { type CompiledQuery, compileQuery, type PersonTables, type Query, type Row } from "@materbone/finder";
import type { FinderEngine } from "../engine.ts";

export type MemoryOptions = {
  /** The rows of one person after another; asked for anew by each run. */
  readonly people: () => Iterable<PersonTables> | AsyncIterable<PersonTables>;
  /** Makes one answer of the answers of the persons: adds up what is counted. Without it they stand one after another. */
  readonly merge?: (rows: readonly Row[]) => readonly Row[];
};

/** Others may work after so many persons. */
const PEOPLE_PER_TURN = 200;

/** The evaluator, one person after another. */
export function openMemoryEngine(options: MemoryOptions): FinderEngine {
  return {
    name: "memory",
    version: async () => "1",
    explain: (query) => JSON.stringify(query, null, 1),
    run: (query, signal) => run(query, options, signal),
    close: async () => undefined,
  };
}

async function run(query: Query, options: MemoryOptions, signal?: AbortSignal): Promise<readonly Row[]> {
  const ask: CompiledQuery = compileQuery(query);
  const rows: Row[] = [];
  let people = 0;
  for await (const tables of options.people()) {
    if (people % PEOPLE_PER_TURN === 0) {
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    }
    people += 1;
    for (const row of ask(tables)) {
      rows.push(row);
    }
  }
  signal?.throwIfAborted();
  return options.merge?.(rows) ?? rows;
}
