import { CONTRACT, type ContractTable } from "../contract.ts";
import { col, equal, integer, text } from "../ir/build-expression.ts";
import { contractTable, filter, join, keep, project, step, values } from "../ir/build-relation.ts";
import type { Query, Relation } from "../ir/relation.ts";

/** One person by `source_id` of the contract, or persons by `person_id`. */
export type WhichPeople = { readonly sourceId: string } | { readonly personIds: readonly number[] };

/**
 * Questions for all rows of persons, as the evaluator takes them: themselves, their events, and what their codes stand under.
 * Every definition looks for exclusions at any time, so that no event may be left out.
 *
 * @throws RangeError when `personIds` is empty
 */
export function peopleQueries(which: WhichPeople): Readonly<Record<Exclude<ContractTable, "code">, Query>> {
  const steps: Query["steps"] = [
    { name: "wanted", relation: wanted(which) },
    { name: "their_events", relation: join("semi", contractTable("event"), step("wanted"), ["person_id"]) },
  ];
  const columns = (table: ContractTable) => keep(...Object.keys(CONTRACT[table]));
  return {
    person: {
      steps: steps.slice(0, 1),
      result: project(join("semi", contractTable("person"), step("wanted"), ["person_id"]), columns("person")),
    },
    event: { steps, result: project(step("their_events"), columns("event")) },
    ancestor: {
      steps,
      result: project(
        join("semi", contractTable("ancestor"), step("their_events"), [
          ["system", "system"],
          ["descendant_code", "code"],
        ]),
        columns("ancestor"),
      ),
    },
  };
}

function wanted(which: WhichPeople): Relation {
  if ("sourceId" in which) {
    const herself = filter(contractTable("person"), equal(col("source_id"), text(which.sourceId)));
    return project(herself, keep("person_id"));
  }
  if (which.personIds.length === 0) throw new RangeError("rows are asked for of at least one person");
  return values(
    { person_id: "integer" },
    which.personIds.map((id) => [integer(id)]),
  );
}
