import type { Text } from "../language/text.ts";
import type { CaseView } from "../record/case-view.ts";
import type { Condition } from "../record/history.ts";
import type { Source } from "../source.ts";
import { type Reason, reason } from "./reasons.ts";
import { signalKnowledge } from "./signal-knowledge.ts";
import { exposureRules } from "./signal-rules/exposure.ts";
import { geneticRules } from "./signal-rules/genetic.ts";
import { hormoneRules } from "./signal-rules/hormone.ts";
import { localRules } from "./signal-rules/local.ts";
import { mineralRules } from "./signal-rules/mineral.ts";
import type { SignalId, SignalRule } from "./signal-rules/signal-rule.ts";

export { type SignalKnowledge, signalKnowledge } from "./signal-knowledge.ts";
export type { SignalId } from "./signal-rules/signal-rule.ts";

/** "Consider instead": another condition that some facts of the record fit. It keeps exclusion open and never makes a criterion not met. */
export type Signal = {
  readonly id: SignalId;
  readonly condition: Text;
  readonly rule: Text;
  readonly because: readonly Reason[];
  /** JSON Pointer of the first fact. */
  readonly at: string;
  readonly source: Source;
};

const rules: Readonly<Partial<Record<SignalId, SignalRule>>> = {
  ...mineralRules,
  ...hormoneRules,
  ...exposureRules,
  ...geneticRules,
  ...localRules,
};

/** Every competing condition that the record gives a reason for, in the order of the catalogue. */
export function considerInstead(view: CaseView): readonly Signal[] {
  return signalKnowledge.flatMap(({ id, condition, rule, conditions, source }) => {
    const because = [...recorded(view, conditions), ...(rules[id]?.(view) ?? [])];
    const [first] = because;
    return first === undefined ? [] : [{ id, condition, rule, because, at: placeOf(first), source }];
  });
}

function recorded(view: CaseView, conditions: readonly Condition[]): readonly Reason[] {
  return (view.record.comorbidities ?? []).flatMap(({ condition, certainty = "established" }, position) =>
    conditions.includes(condition)
      ? [reason("conditionRecorded", { condition, certainty, at: `/comorbidities/${position}` })]
      : [],
  );
}

function placeOf(first: Reason): string {
  const { at } = first.facts;
  return typeof at === "string" ? at : "";
}
