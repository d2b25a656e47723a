import type { Analyte } from "../laboratory/vocabulary.ts";
import type { CaseView } from "../record/case-view.ts";
import type { Condition } from "../record/history.ts";
import type { WorkupItem, WorkupStatus } from "../record/workup.ts";
import { type Interval, isNotAfter } from "../time/interval.ts";
import { monthsOf } from "../time/time-frame.ts";

/**
 * `has`: the record answers the check; `lacks`: nothing is recorded; `fails`: what is recorded stands against the agent;
 * `undecided`: something is recorded that cannot be judged; `notYet`: a check after a dose, and none was given.
 */
export type ReadinessStatus = "has" | "lacks" | "fails" | "undecided" | "notYet";

/** Why a check has its status; the words are in `readiness-messages.ts`. */
export type ReadinessReason =
  | { readonly kind: "notDocumented" }
  | {
      readonly kind: "value";
      readonly analyte: Analyte;
      readonly value: string;
      readonly unit: string;
      readonly sign: ValueSign;
    }
  | {
      readonly kind: "limit";
      readonly analyte: Analyte;
      readonly value: string;
      readonly unit: string;
      readonly limit: number;
      readonly limitUnit: string;
    }
  | { readonly kind: "creatinineOnly" }
  | { readonly kind: "workup"; readonly item: WorkupItem; readonly status: WorkupStatus }
  | { readonly kind: "plan"; readonly plan: "wished" | "notWished" | "undecided" }
  | { readonly kind: "contraception"; readonly use: "yes" | "no" | "notNeeded" }
  | { readonly kind: "breastfeeding"; readonly state: "never" | "weaned" | "weanedAfterDose" | "continues" }
  | { readonly kind: "condition"; readonly condition: Condition; readonly certainty: "established" | "suspected" }
  | { readonly kind: "noDose" }
  | { readonly kind: "doseTimeUnknown" }
  | { readonly kind: "outsideDueDays"; readonly analyte: Analyte };

/** What a value says: inside, outside on the wrong side or the harmless side, or not to be judged. */
export type ValueSign = "inRange" | "low" | "high" | "undetermined" | "noInterval" | "recorded";

export type Answer = {
  readonly status: ReadinessStatus;
  /** JSON Pointer of the datum, where there is one. */
  readonly at?: string;
  readonly reason: ReadinessReason;
};

export const NOT_DOCUMENTED: Answer = { status: "lacks", reason: { kind: "notDocumented" } };

/** The last of several entries that is not certainly after the dose; entries without a time come before dated ones. */
export function lastBefore<T extends { readonly when: Interval | undefined }>(
  entries: readonly T[],
  dose: Interval | undefined,
): T | undefined {
  const before = entries.filter(
    ({ when }) => when === undefined || dose === undefined || isNotAfter(when, dose) !== "no",
  );
  return before.reduce<T | undefined>((last, entry) => (isEarlier(entry, last) ? last : entry), undefined);
}

/** The work-up entry in force for an item, read as an answer; `undefined` when there is none. */
export function workupAnswer(view: CaseView, item: WorkupItem, dose: Interval | undefined): Answer | undefined {
  const entries = (view.record.workup ?? [])
    .map((entry, position) => ({ entry, when: monthsOf(entry.at, view.frame), at: `/workup/${position}` }))
    .filter(({ entry }) => entry.item === item);
  const last = lastBefore(entries, dose);
  if (last === undefined) return undefined;
  const status = last.entry.status;
  return { status: WORKUP_READINESS[status], at: last.at, reason: { kind: "workup", item, status } };
}

/** "Abnormal" without a value has no side, and "done" has no result: neither is judged. */
const WORKUP_READINESS: Readonly<Record<WorkupStatus, ReadinessStatus>> = {
  normal: "has",
  abnormal: "undecided",
  done: "undecided",
  notDone: "lacks",
  notDocumented: "lacks",
};

function isEarlier(
  entry: { readonly when: Interval | undefined },
  last: { readonly when: Interval | undefined } | undefined,
): boolean {
  if (last?.when === undefined) return false;
  return entry.when === undefined || entry.when.latest < last.when.latest;
}
