import {
  type ArmTreatment,
  type StratumPool,
  type Synthesis,
  stratumKey,
  type TreatmentPool,
} from "@materbone/evidence";

/** The stratum that an address asks for, else the one in which the most studies are pooled. */
export function stratumOf({ strata }: Synthesis, key: string | undefined): StratumPool | undefined {
  const asked = strata.find(({ stratum }) => stratumKey(stratum) === key);
  if (asked !== undefined) return asked;
  const [first] = strata.toSorted((a, b) => pooledStudies(b) - pooledStudies(a));
  return first;
}

/** Strata of the same site, and for every site the stratum that a change of the site leads to: the same time if it has one. */
export function sitesOf({ strata }: Synthesis, now: StratumPool): readonly StratumPool[] {
  const bySite = new Map<string, StratumPool>();
  for (const each of strata) {
    const { site, metric, window } = each.stratum;
    const isSameTime = metric === now.stratum.metric && window === now.stratum.window;
    if (isSameTime || !bySite.has(site)) bySite.set(site, each);
  }
  return [...bySite.values()];
}

/** Treatments of a stratum with a pooled effect. */
export function pooledTreatments({ pools }: StratumPool): readonly TreatmentPool[] {
  return pools.filter(({ withSingles }) => withSingles.kind === "pooled");
}

/** The pooled treatment that an address asks for, else the one with the most studies. */
export function treatmentOf(stratum: StratumPool, treatment: string | undefined): TreatmentPool | undefined {
  const pooled = pooledTreatments(stratum);
  const asked = pooled.find((pool) => pool.treatment === (treatment as ArmTreatment | undefined));
  return asked ?? pooled.toSorted((a, b) => b.rows.length - a.rows.length)[0];
}

function pooledStudies(stratum: StratumPool): number {
  return pooledTreatments(stratum).reduce((sum, { rows }) => sum + rows.length, 0);
}
