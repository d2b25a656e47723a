import { PERCENT_DECIMALS } from "../../densitometry/response.ts";
import { roundHalfAway } from "../../language/number.ts";
import type { Terms } from "../../language/terms.ts";
import type { Text } from "../../language/text.ts";
import { overallChange } from "../bmd-course.ts";
import { claimTest, outcomeForAll } from "../claim-result.ts";
import { namedCase } from "../named-case.ts";

/** BMD said to have risen in every woman: first to last scan, site by site, whatever the limit of measurement. */
export const bmdRoseInAll = claimTest({
  kind: "bmdRoseInAll",
  test: (claim, view) => {
    const changes = view.cases.flatMap((woman) =>
      claim.sites.map((site) => {
        const change = overallChange(woman, site);
        return { ...namedCase(woman.record), site, percent: change === undefined ? null : change.percent };
      }),
    );
    const notRisen = changes.filter(
      ({ percent }) => percent !== null && !(roundHalfAway(percent, PERCENT_DECIMALS) > 0),
    );
    const notMeasured = changes.filter(({ percent }) => percent === null);
    return {
      outcome: outcomeForAll(changes.length, notRisen.length, notMeasured.length),
      facts: { sites: claim.sites, women: view.cases.length, changes, notRisen, notMeasured },
    };
  },
  sentence: {
    en: ({ facts }, t) => {
      const sites = t.list(facts.sites.map(t.site));
      const open = facts.notMeasured.length === 0 ? "" : ` Not comparable: ${places(facts.notMeasured, t)}.`;
      if (facts.notRisen.length === 0) {
        return `A rise at ${sites} in all ${facts.women} women is stated; no first-to-last change contradicts it.${open}`;
      }
      return `A rise at ${sites} in all women is stated; no rise from the first to the last scan: ${places(facts.notRisen, t)}.${open}`;
    },
    zh: ({ facts }, t) => {
      const sites = t.list(facts.sites.map(t.site));
      const open = facts.notMeasured.length === 0 ? "" : `无法比较：${places(facts.notMeasured, t)}。`;
      if (facts.notRisen.length === 0) {
        return `文中称全部 ${facts.women} 例${sites}骨密度均升高，首末次检查未见相反变化。${open}`;
      }
      return `文中称全部病例${sites}骨密度均升高；但首末次比较未升高：${places(facts.notRisen, t)}。${open}`;
    },
  },
});

type SiteChange = { readonly name: Text; readonly site: string; readonly percent: number | null };

function places(changes: readonly SiteChange[], t: Terms): string {
  return t.series(
    changes.map(({ name, site, percent }) => {
      const value = percent === null ? "" : ` ${t.signed(percent, PERCENT_DECIMALS)}${t.lang === "zh" ? "" : " "}%`;
      return `${t.text(name)} ${t.site(site)}${value}`;
    }),
  );
}
