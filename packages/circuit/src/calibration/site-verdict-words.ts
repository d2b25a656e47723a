import { type Phrase, type SkeletalSite, say, type Terms, type Text } from "@materbone/clinical";
import type { DensitySite } from "../model/site-density.ts";
import { MOST_SD, type SiteVerdict, siteVerdicts } from "./calibration.ts";
import { PUBLISHED_SPINE, siteColumns } from "./site-columns.ts";

/**
 * What has to stand beside densities of the circuit: one sentence for each site among the columns, how it fared at its
 * validation rows, the lumbar spine first; and what the published equations of the spine are.
 *
 * @param names - values of a run of the circuit, as `BMD_LS` or `dBMD_TH_pct`
 */
export function saySiteVerdicts(names: readonly string[], terms: Terms): readonly string[] {
  const own = siteVerdicts
    .filter(({ site }) => siteColumns(site).some((column) => names.includes(column)))
    .map((verdict) => sayVerdict(verdict, terms));
  return PUBLISHED_SPINE.some((column) => names.includes(column)) ? [...own, terms.text(published)] : own;
}

/** What has to stand beside densities of the calcium-bone model: by which equations they are. */
export function sayPublishedDensity(names: readonly string[], terms: Terms): readonly string[] {
  return PUBLISHED_SPINE.some((column) => names.includes(column)) ? [terms.text(publishedAlone)] : [];
}

/** See docs/explanation/circuit.md. */
const publishedAlone: Text = {
  en: "BMDls and BMDlsDEN are two published equations of the lumbar spine that disagree about fourfold and both let it fall under teriparatide; for density take the model circuit.",
  zh: "BMDls 与 BMDlsDEN 为两个已发表的腰椎方程，二者相差约四倍，且特立帕肽下均为下降；骨密度请用 circuit 模型。",
};

/** See docs/explanation/circuit.md. */
const published: Text = {
  en: "BMDls and BMDlsDEN are the published equations of the lumbar spine, not the layer of the circuit (BMD_LS): no validation row was held against them, and they contradict each other.",
  zh: "BMDls 与 BMDlsDEN 为已发表的腰椎方程，并非本环路的骨密度层（BMD_LS）：未经验证数据检验，且二者相互矛盾。",
};

/** The same of the sites that are shown wherever a woman is drawn. */
export function sayShownVerdicts(terms: Terms): readonly string[] {
  return siteVerdicts.filter((verdict) => verdict.shown).map((verdict) => sayVerdict(verdict, terms));
}

function sayVerdict(verdict: SiteVerdict, terms: Terms): string {
  return say(verdict.passes ? passed : verdict.shown ? shown : hidden, verdict, terms);
}

const SITES: Readonly<Record<DensitySite, SkeletalSite>> = { LS: "lumbarSpine", TH: "totalHip", FN: "femoralNeck" };

const passed: Phrase<SiteVerdict> = {
  en: ({ site, rows }, t) =>
    `The model meets all ${rows} validation rows of the ${t.site(SITES[site])} within ${MOST_SD} SD.`,
  zh: ({ site, rows }, t) => `${t.site(SITES[site])}：${rows} 项验证数据均相差在 ${MOST_SD} SD 以内，通过验证。`,
};

const shown: Phrase<SiteVerdict> = {
  en: ({ site, rows, met }, t) =>
    `The model misses ${rows - met} of ${rows} validation rows of the ${t.site(SITES[site])} by more than ${MOST_SD} SD; it is shown all the same.`,
  zh: ({ site, rows, met }, t) =>
    `${t.site(SITES[site])}：${rows} 项验证数据中 ${rows - met} 项相差超过 ${MOST_SD} SD，未通过验证，仍予显示。`,
};

const hidden: Phrase<SiteVerdict> = {
  en: ({ site, rows, met }, t) =>
    `The model misses ${rows - met} of ${rows} validation rows of the ${t.site(SITES[site])} by more than ${MOST_SD} SD; it is not to be relied on, and given only where a scenario names it.`,
  zh: ({ site, rows, met }, t) =>
    `${t.site(SITES[site])}：${rows} 项验证数据中 ${rows - met} 项相差超过 ${MOST_SD} SD，未通过验证，结果不可采信；仅在情景中指定时给出。`,
};
