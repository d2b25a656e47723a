import type { PlanEvent } from "./plan.ts";

const ORDER: Readonly<Record<PlanEvent["kind"], number>> = { parameter: 0, input: 1, dose: 2 };

/**
 * Events in the order in which they act: by time; at one time parameters, then inputs in the order given, then doses by
 * target and size, so that the order in which doses are written down changes no digit.
 */
export function inOrder(events: readonly PlanEvent[]): readonly PlanEvent[] {
  return events.toSorted((a, b) => a.time - b.time || ORDER[a.kind] - ORDER[b.kind] || compareDoses(a, b));
}

function compareDoses(a: PlanEvent, b: PlanEvent): number {
  if (a.kind !== "dose" || b.kind !== "dose") return 0;
  if (a.into !== b.into) return a.into < b.into ? -1 : 1;
  return a.index - b.index || a.amount - b.amount || (a.fraction ?? -1) - (b.fraction ?? -1);
}
