import { CONTRACT, type ContractTable } from "../contract.ts";
import { col, equal, text } from "../ir/build-expression.ts";
import { contractTable, filter, join, keep, project, step } from "../ir/build-relation.ts";
import type { Query } from "../ir/relation.ts";

/**
 * Questions for the rows of one person, as the evaluator takes them: herself, her events, and what her codes stand under.
 *
 * @param sourceId - `source_id` of the contract
 */
export function personQueries(sourceId: string): Readonly<Record<Exclude<ContractTable, "code">, Query>> {
  const steps: Query["steps"] = [
    { name: "herself", relation: filter(contractTable("person"), equal(col("source_id"), text(sourceId))) },
    { name: "her_events", relation: join("semi", contractTable("event"), step("herself"), ["person_id"]) },
  ];
  const columns = (table: ContractTable) => keep(...Object.keys(CONTRACT[table]));
  return {
    person: { steps, result: project(step("herself"), columns("person")) },
    event: { steps, result: project(step("her_events"), columns("event")) },
    ancestor: {
      steps,
      result: project(
        join("semi", contractTable("ancestor"), step("her_events"), [
          ["system", "system"],
          ["descendant_code", "code"],
        ]),
        columns("ancestor"),
      ),
    },
  };
}
