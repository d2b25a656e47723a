import { SETTLERS, type Settler, type Tier } from "../definition/definition-schema.ts";
import type { Candidate, SettleItem, SettleReason } from "./answer.ts";
import { isOneDay } from "./day-range.ts";
import type { ClockStep } from "./delay-clock.ts";

type Known = Pick<Candidate, "flags" | "unused" | "clock" | "delivery">;

/** What a missing step of the delay clock asks for; a drug that was not given settles nothing. */
const OF_MISSING: Readonly<Partial<Record<ClockStep, Settler>>> = {
  pain: "pain_history",
  imaging: "spine_imaging",
  density: "dxa_z_score",
};

/** What would settle a candidate, in the order of `SETTLERS`: what her tier names, and what follows from what is open about her. */
export function whatWouldSettle(tier: Tier, known: Known): readonly SettleItem[] {
  const reasons = new Map<Settler, SettleReason[]>();
  const ask = (settler: Settler, because: SettleReason): void => {
    const all = reasons.get(settler) ?? [];
    if (!all.includes(because)) reasons.set(settler, [...all, because]);
  };
  for (const settler of tier.settle) ask(settler, "tier");
  if (known.flags.length > 0) ask("exclusion_workup", "flag");
  if (known.unused.length > 0) ask("value_unit", "unusedValue");
  for (const reading of known.clock) {
    const settler = OF_MISSING[reading.step];
    if (reading.kind === "notRecorded" && settler !== undefined) ask(settler, "missingStep");
  }
  if (!isOneDay(known.delivery.when)) ask("delivery_date", "partialDate");
  return SETTLERS.flatMap((settler) => {
    const because = reasons.get(settler);
    return because === undefined ? [] : [{ settler, because }];
  });
}
