import { type PersonTables, peopleQueries, type WhichPeople } from "@materbone/finder";
import type { FinderEngine } from "../engine.ts";

/** All rows of persons; `person` is empty when the source has none such. @throws EngineError, or the reason of `signal` */
export async function personTables(
  engine: FinderEngine,
  which: WhichPeople,
  signal?: AbortSignal,
): Promise<PersonTables> {
  const { person, event, ancestor } = peopleQueries(which);
  return {
    person: await engine.run(person, signal),
    event: await engine.run(event, signal),
    ancestor: await engine.run(ancestor, signal),
  };
}
