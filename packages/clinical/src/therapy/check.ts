import checks from "../../knowledge/checks.json" with { type: "json" };
import type { Analyte } from "../laboratory/vocabulary.ts";
import type { Text } from "../language/text.ts";
import type { Condition } from "../record/history.ts";
import type { WorkupItem } from "../record/workup.ts";
import type { Source } from "../source.ts";

export const CHECK_IDS = [
  "kidneyFunction",
  "calciumNotLow",
  "calciumNotHigh",
  "vitaminD25oh",
  "phosphateAndAlp",
  "pthNotHigh",
  "urineCalcium",
  "pregnancyTest",
  "pregnancyIntention",
  "contraception",
  "breastfeedingStopped",
  "dentalCheck",
  "competingCondition",
  "calciumAfterDose",
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** A laboratory part of a check: the value fails when it is flagged on that side of its interval. */
export type LaboratoryPart = {
  readonly analytes: readonly Analyte[];
  readonly failsWhen: readonly ("low" | "high")[];
  /** A work-up entry that stands in for a value. */
  readonly item?: WorkupItem;
};

/** What a check asks, in data; how it is answered is in `readiness.ts`. */
export type CheckKnowledge = {
  readonly id: CheckId;
  readonly phase: "before" | "after";
  readonly name: Text;
  readonly why: Text;
  readonly laboratory?: readonly LaboratoryPart[];
  /** 25(OH)D: a value below it fails whatever the laboratory's interval says. */
  readonly failsBelow?: { readonly value: number; readonly unit: string; readonly source: Source };
  /** After a dose: when the value is due, days, and how far from that it still counts. */
  readonly dueDays?: { readonly from: number; readonly to: number; readonly toleranceDays: number };
  readonly source: Source;
};

/** A check as one agent needs it. */
export type AgentCheck = {
  readonly check: CheckId;
  /** Kidney function: smallest creatinine clearance or eGFR that passes, mL/min; the limit itself passes. */
  readonly atLeastMlPerMin?: number;
  /** Diagnoses that stand against the agent. */
  readonly conditions?: readonly Condition[];
  readonly source: Source;
};

type CheckCatalogue = {
  readonly version: string;
  readonly researchUse: Text;
  readonly checks: readonly CheckKnowledge[];
};
const catalogue = checks as CheckCatalogue;

export const checksKnown: readonly CheckKnowledge[] = catalogue.checks;

/** Shown with every readiness list: what it is, and that it recommends nothing. */
export const readinessStatement: Text = catalogue.researchUse;

const checksById: ReadonlyMap<CheckId, CheckKnowledge> = new Map(checksKnown.map((check) => [check.id, check]));

/**
 * What a check asks and why.
 *
 * @throws RangeError for an id outside the vocabulary
 */
export function checkKnowledge(id: CheckId): CheckKnowledge {
  const check = checksById.get(id);
  if (check === undefined) throw new RangeError(`no such check: ${id}`);
  return check;
}
