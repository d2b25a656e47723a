import { type BmdResponse, type Facts, type Finding, SKELETAL_SITES, type SkeletalSite } from "@materbone/clinical";

/**
 * Findings that ask whether a change of BMD was measured like for like at its site, besides those that the comparability
 * of the two scans says already.
 */
export function measureQuestions(found: readonly Finding[], { site }: BmdResponse): readonly Finding[] {
  return found.filter((finding) => sitesAsked(finding).includes(site));
}

/** Sites that a rule about the measurement asks of: those in its facts, where it has any. */
function sitesAsked({ rule, facts }: Finding): readonly SkeletalSite[] {
  const always = MEASURE_RULES[rule];
  if (always === undefined) return [];
  const { sites } = facts;
  return Array.isArray(sites)
    ? SKELETAL_SITES.filter((site) => sites.some((fact: Facts[string]) => siteOf(fact) === site))
    : always;
}

function siteOf(fact: Facts[string]): Facts[string] | undefined {
  return typeof fact === "object" && fact !== null && "site" in fact ? fact.site : undefined;
}

/** Rules about the measurement itself; sites where their facts name none. */
const MEASURE_RULES: Readonly<Record<string, readonly SkeletalSite[]>> = {
  "z-reference-inconsistent": SKELETAL_SITES,
  "scoliosis-at-spine-dxa": ["lumbarSpine"],
  "device-unconfirmed": SKELETAL_SITES,
};
