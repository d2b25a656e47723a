import { type AskedAbout, type PersonTables, peopleQueries, type WhichPeople } from "@materbone/finder";
import type { FinderEngine } from "../engine.ts";

/**
 * All rows of persons, or those that a definition looks for in a source; `person` is empty when there is none such.
 *
 * @throws EngineError, or the reason of `signal`
 */
export async function personTables(
  engine: FinderEngine,
  which: WhichPeople,
  signal?: AbortSignal,
  asked?: AskedAbout,
): Promise<PersonTables> {
  const { person, event, ancestor } = peopleQueries(which, asked);
  return {
    person: await engine.run(person, signal),
    event: await engine.run(event, signal),
    ancestor: await engine.run(ancestor, signal),
  };
}
