import data from "../../knowledge/signals.json" with { type: "json" };
import type { Text } from "../language/text.ts";
import type { Condition } from "../record/history.ts";
import type { Source } from "../source.ts";
import type { SignalId } from "./signal-rules/signal-rule.ts";

export type SignalKnowledge = {
  readonly id: SignalId;
  readonly condition: Text;
  /** What raises it, in words. */
  readonly rule: Text;
  /** Recorded or suspected diagnoses that raise it by themselves. */
  readonly conditions: readonly Condition[];
  readonly source: Source;
};

export const signalKnowledge: readonly SignalKnowledge[] = (data as { readonly signals: readonly SignalKnowledge[] })
  .signals;

const conditions: ReadonlyMap<string, Text> = new Map(signalKnowledge.map(({ id, condition }) => [id, condition]));

/** @throws RangeError when no signal has this id */
export function signalCondition(id: string): Text {
  const condition = conditions.get(id);
  if (condition === undefined) throw new RangeError(`no signal ${id}`);
  return condition;
}
