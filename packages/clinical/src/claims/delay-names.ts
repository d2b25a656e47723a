import type { Text } from "../language/text.ts";
import type { CaseView } from "../record/case-view.ts";
import type { ClaimOf } from "../record/claim.ts";
import type { SeriesView } from "../record/series-view.ts";
import { delays, type Milestone } from "../therapy/delays.ts";
import { elapsed, type Interval } from "../time/interval.ts";
import { type MonthsFact, monthsFact } from "./months-fact.ts";
import { namedCase } from "./named-case.ts";

type DelayStart = NonNullable<ClaimOf<"delayInAll">["from"]>;
type DelayEnd = NonNullable<ClaimOf<"delayInAll">["to"]>;

/** One reading of "delay" with its length in every woman. */
export type NamedDelay = {
  readonly from: DelayStart;
  readonly to: DelayEnd;
  readonly women: readonly { readonly case: string; readonly name: Text; readonly months: MonthsFact }[];
};

const STARTS: readonly DelayStart[] = ["symptom", "fracture", "delivery", "weaning"];
const ENDS: readonly DelayEnd[] = ["diagnosis", "treatment"];

/** Every reading that a claim of delay leaves open; one when it names both ends. */
export function delayNames(claim: ClaimOf<"delayInAll">, view: SeriesView): readonly NamedDelay[] {
  const starts = claim.from === undefined ? STARTS : [claim.from];
  const ends = claim.to === undefined ? ENDS : [claim.to];
  return starts.flatMap((from) =>
    ends.map((to) => ({
      from,
      to,
      women: view.cases.map((woman) => ({
        ...namedCase(woman.record),
        months: monthsFact(delayMonths(woman, from, to)),
      })),
    })),
  );
}

/** Months from one moment to the other; `undefined` when a time is not known. */
function delayMonths(woman: CaseView, from: DelayStart, to: DelayEnd): Interval | undefined {
  const end: Milestone = to === "treatment" ? "firstBoneDrug" : "diagnosis";
  const known = delays(woman).find((delay) => delay.from === from && delay.to === end);
  if (known !== undefined) return known.months;
  // Weaning to diagnosis is no delay of care and has no name among the delays.
  const { weaned, diagnosis } = woman;
  return weaned === undefined || diagnosis === undefined ? undefined : elapsed(weaned, diagnosis);
}
