import { type ResolvedDefinition, SETTLERS, type Settler, type Tier } from "../definition/definition-schema.ts";
import type { Candidate, SettleItem, SettleReason } from "./answer.ts";
import { metLeaves } from "./criterion-answer.ts";
import { isOneDay } from "./day-range.ts";
import type { ClockStep } from "./delay-clock.ts";
import { namingRules } from "./naming-rule.ts";

type Known = Pick<Candidate, "flags" | "unused" | "clock" | "delivery" | "why" | "evidence">;

/** What a missing step of the delay clock asks for; a drug that was not given settles nothing. */
const OF_MISSING: Readonly<Partial<Record<ClockStep, Settler>>> = {
  pain: "pain_history",
  imaging: "spine_imaging",
  density: "dxa_z_score",
};

/**
 * What would settle a candidate, in the order of `SETTLERS`: what her tier names, and what follows from what is open about her. Where
 * the fracture that lists her is of the hip, images of the hip are asked for, and those of the spine only by her tier.
 */
export function whatWouldSettle(tier: Tier, known: Known, definition: ResolvedDefinition): readonly SettleItem[] {
  const reasons = new Map<Settler, SettleReason[]>();
  const ask = (settler: Settler, because: SettleReason): void => {
    const all = reasons.get(settler) ?? [];
    if (!all.includes(because)) reasons.set(settler, [...all, because]);
  };
  for (const settler of tier.settle) ask(settler, "tier");
  if (known.flags.length > 0) ask("exclusion_workup", "flag");
  if (known.unused.length > 0) ask("value_unit", "unusedValue");
  const sites = fractureSites(known, definition);
  if (sites.has("hip_fracture")) ask("hip_imaging", "hipFracture");
  const isOfHipAlone = sites.has("hip_fracture") && !sites.has("vertebral_fracture");
  for (const reading of known.clock) {
    const settler = OF_MISSING[reading.step];
    if (reading.kind !== "notRecorded" || settler === undefined) continue;
    if (settler === "spine_imaging" && isOfHipAlone) continue;
    ask(settler, "missingStep");
  }
  if (!isOneDay(known.delivery.when)) ask("delivery_date", "partialDate");
  return SETTLERS.flatMap((settler) => {
    const because = reasons.get(settler);
    return because === undefined ? [] : [{ settler, because }];
  });
}

/** Concept sets of fractures of a site, as the library names them. */
const FRACTURE_SETS = ["hip_fracture", "vertebral_fracture"] as const;

/** Of which sites the events are that list her, as far as their codes say. */
function fractureSites({ why, evidence }: Known, definition: ResolvedDefinition): ReadonlySet<string> {
  const listing = metLeaves(why).flatMap((leaf) => leaf.evidence.flatMap((position) => evidence[position] ?? []));
  return new Set(listing.flatMap((line) => namingRules(FRACTURE_SETS, line, definition).map(({ concept }) => concept)));
}
