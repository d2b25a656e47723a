import type { EvidenceStatistic } from "@materbone/evidence";
import type { StatisticBadge } from "../figures/evidence/evidence-figure-data.ts";

/** The badge of a value as its document names it; what is none of the three is not stated. */
export function statisticBadge(statistic: EvidenceStatistic | undefined): StatisticBadge {
  return statistic === "mean" || statistic === "median" || statistic === "singleWoman" ? statistic : "notStated";
}
