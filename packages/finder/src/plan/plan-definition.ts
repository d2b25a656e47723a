import type { ResolvedDefinition } from "../definition/definition-schema.ts";
import type { Query } from "../ir/relation.ts";
import { deliverySteps } from "./deliveries.ts";
import { type EventSource, flatContract } from "./event-source.ts";
import { streamSteps } from "./event-streams.ts";
import { judgementSteps } from "./judgement.ts";
import { resultOf } from "./result-rows.ts";

/**
 * The one statement of a definition over converted data, or over another source: events of its streams -> deliveries -> each delivery beside the
 * events of its mother -> answers to the criteria -> tiers -> rows of `RESULT_COLUMNS`.
 */
export function planDefinition(definition: ResolvedDefinition, source: EventSource = flatContract): Query {
  return {
    steps: [
      ...streamSteps(definition, source),
      ...deliverySteps(definition, source),
      ...judgementSteps(definition, source),
    ],
    result: resultOf(definition, source),
  };
}
