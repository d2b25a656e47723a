import type { FinderEngine } from "@materbone/exchange";
import { type PersonTables, personQueries } from "@materbone/finder";

/** The rows of one person by the identifier of the source; `person` is empty when the source has none such. */
export async function personTables(engine: FinderEngine, id: string, signal: AbortSignal): Promise<PersonTables> {
  const { person, event, ancestor } = personQueries(id);
  return {
    person: await engine.run(person, signal),
    event: await engine.run(event, signal),
    ancestor: await engine.run(ancestor, signal),
  };
}
