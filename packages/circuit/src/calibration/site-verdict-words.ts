import { type Phrase, type SkeletalSite, say, type Terms } from "@materbone/clinical";
import type { DensitySite } from "../model/site-density.ts";
import { MOST_SD, type SiteVerdict, siteVerdicts } from "./calibration.ts";

/**
 * What has to stand beside densities of the circuit: one sentence for each site among the columns that does not pass its
 * validation rows, the lumbar spine first.
 *
 * @param names - columns of a run of the circuit, as `BMD_LS` or `dBMD_TH_pct`
 */
export function saySiteVerdicts(names: readonly string[], terms: Terms): readonly string[] {
  return siteVerdicts
    .filter(({ site, passes }) => !passes && (names.includes(`BMD_${site}`) || names.includes(`dBMD_${site}_pct`)))
    .map((verdict) => say(verdict.shown ? shown : hidden, verdict, terms));
}

const SITES: Readonly<Record<DensitySite, SkeletalSite>> = { LS: "lumbarSpine", TH: "totalHip", FN: "femoralNeck" };

const shown: Phrase<SiteVerdict> = {
  en: ({ site, rows, met }, t) =>
    `The model misses ${rows - met} of ${rows} validation rows of the ${t.site(SITES[site])} by more than ${MOST_SD} SD; it is shown all the same.`,
  zh: ({ site, rows, met }, t) =>
    `${t.site(SITES[site])}：${rows} 项验证数据中 ${rows - met} 项相差超过 ${MOST_SD} SD，未通过验证，仍予显示。`,
};

const hidden: Phrase<SiteVerdict> = {
  en: ({ site, rows, met }, t) =>
    `The model misses ${rows - met} of ${rows} validation rows of the ${t.site(SITES[site])} by more than ${MOST_SD} SD; it is not to be relied on, and left out where a woman is drawn.`,
  zh: ({ site, rows, met }, t) =>
    `${t.site(SITES[site])}：${rows} 项验证数据中 ${rows - met} 项相差超过 ${MOST_SD} SD，未通过验证，结果不可采信；患者图表中不显示。`,
};
