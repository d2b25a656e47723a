import { CONTRACT, type ContractTable } from "../contract.ts";
import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import { col, equal, integer, text } from "../ir/build-expression.ts";
import { contractTable, filter, join, keep, project, step, values } from "../ir/build-relation.ts";
import type { Query, Relation } from "../ir/relation.ts";
import { type EventSource, flatContract } from "../plan/event-source.ts";
import { wantedCodes } from "../plan/event-streams.ts";

/** One person by `source_id` of the contract, or persons by `person_id`. */
export type WhichPeople = { readonly sourceId: string } | { readonly personIds: readonly number[] };

/** What is asked about persons, and where their records are. */
export type AskedAbout = { readonly definition: ResolvedDefinition; readonly source: EventSource };

/**
 * Questions for the rows of persons, as the evaluator takes them: themselves, their events, and what their codes stand under.
 * Of converted data these are all their events. Where a definition is asked of a source, events are those that it looks for,
 * at any time, because exclusions look at any.
 *
 * @throws RangeError when `personIds` is empty
 */
export function peopleQueries(
  which: WhichPeople,
  asked?: AskedAbout,
): Readonly<Record<Exclude<ContractTable, "code">, Query>> {
  const { person, ancestor } = asked?.source ?? flatContract;
  const { steps: before, events } = asked === undefined ? ALL_EVENTS : eventsAsked(asked);
  const chosen: Query["steps"] = [{ name: "chosen", relation: chosenOf(which, person) }];
  const steps: Query["steps"] = [
    ...chosen,
    ...before,
    { name: "their_events", relation: join("semi", events, step("chosen"), ["person_id"]) },
  ];
  const columns = (table: ContractTable) => keep(...Object.keys(CONTRACT[table]));
  return {
    person: {
      steps: chosen,
      result: project(join("semi", person, step("chosen"), ["person_id"]), columns("person")),
    },
    event: { steps, result: project(step("their_events"), columns("event")) },
    ancestor: {
      steps,
      result: project(
        join("semi", ancestor, step("their_events"), [
          ["system", "system"],
          ["descendant_code", "code"],
        ]),
        columns("ancestor"),
      ),
    },
  };
}

type Events = { readonly steps: Query["steps"]; readonly events: Relation };

const ALL_EVENTS: Events = { steps: [], events: contractTable("event") };

function eventsAsked({ definition, source }: AskedAbout): Events {
  const { steps, codes, columns, found } = source.events({ ...wantedCodes(definition), withLater: true });
  const named = project(codes, { ...keep(...columns), wanted_system: col("system"), wanted_code: col("code") });
  return { steps: [...steps, { name: "wanted", relation: named }], events: found(step("wanted"), []) };
}

function chosenOf(which: WhichPeople, person: Relation): Relation {
  if ("sourceId" in which) {
    return project(filter(person, equal(col("source_id"), text(which.sourceId))), keep("person_id"));
  }
  if (which.personIds.length === 0) throw new RangeError("rows are asked for of at least one person");
  return values(
    { person_id: "integer" },
    which.personIds.map((id) => [integer(id)]),
  );
}
