import type { Text } from "@materbone/clinical";
import { finite, onePlaceEach } from "./checked.ts";

/**
 * What leaving one study out does: externally studentised residual, DFFITS, Cook's distance, covariance ratio, tau² and Q
 * without it; its leverage and its weight in percent.
 *
 * @see Viechtbauer W, Cheung MW-L 2010, Res Synth Methods 1:112
 */
export const INFLUENCE_STATISTICS = [
  "rstudent",
  "dffits",
  "cooksDistance",
  "covarianceRatio",
  "tau2Deleted",
  "qeDeleted",
  "hat",
  "weightPercent",
] as const;
export type InfluenceStatistic = (typeof INFLUENCE_STATISTICS)[number];

export type InfluenceRow = {
  readonly at: string;
  readonly study: string;
  readonly year?: number | undefined;
  /** `undefined` where a statistic is not defined for the study. */
  readonly values: Readonly<Record<InfluenceStatistic, number | undefined>>;
  /** Influential by the rule that the caller names in the notes. */
  readonly isFlagged: boolean;
};

export type InfluenceData = {
  readonly id: string;
  readonly title: Text;
  readonly rows: readonly InfluenceRow[];
  /** Limits beyond which a value asks for a look; drawn dashed. */
  readonly limits?: Partial<Readonly<Record<InfluenceStatistic, readonly number[]>>> | undefined;
  /** The value with all studies, or that of no influence; drawn solid. */
  readonly references?: Partial<Readonly<Record<InfluenceStatistic, number>>> | undefined;
  readonly notes?: readonly Text[] | undefined;
};

/**
 * @throws RangeError for a number that is not finite
 * @throws TypeError for two data at one place
 */
export function checkInfluence(data: InfluenceData): void {
  for (const statistic of INFLUENCE_STATISTICS) {
    for (const { at, values } of data.rows) {
      const value = values[statistic];
      if (value !== undefined) finite(`${statistic} of ${at}`, value);
    }
    for (const limit of data.limits?.[statistic] ?? []) finite(`limit of ${statistic}`, limit);
    const reference = data.references?.[statistic];
    if (reference !== undefined) finite(`reference of ${statistic}`, reference);
  }
  onePlaceEach(data.rows.map(({ at }) => at));
}
