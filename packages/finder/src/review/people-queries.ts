import { CONTRACT, type ContractTable } from "../contract.ts";
import { integer } from "../ir/build-expression.ts";
import { contractTable, join, keep, project, step, values } from "../ir/build-relation.ts";
import type { Query } from "../ir/relation.ts";

/**
 * Questions for all rows of several persons, as the evaluator takes them: themselves, their events, and what their codes
 * stand under. Every definition looks for exclusions at any time, so that no event may be left out.
 *
 * @param personIds - `person_id` of the contract, at least one
 * @throws RangeError without a person
 */
export function peopleQueries(personIds: readonly number[]): Readonly<Record<Exclude<ContractTable, "code">, Query>> {
  if (personIds.length === 0) throw new RangeError("rows are asked for of at least one person");
  const people = values(
    { wanted_id: "integer" },
    personIds.map((id) => [integer(id)]),
  );
  const steps: Query["steps"] = [
    { name: "wanted", relation: people },
    {
      name: "their_events",
      relation: join("semi", contractTable("event"), step("wanted"), [["person_id", "wanted_id"]]),
    },
  ];
  const columns = (table: ContractTable) => keep(...Object.keys(CONTRACT[table]));
  return {
    person: {
      steps: steps.slice(0, 1),
      result: project(
        join("semi", contractTable("person"), step("wanted"), [["person_id", "wanted_id"]]),
        columns("person"),
      ),
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
