import { nearLimit as nearLimitOf } from "../../laboratory/near-limit.ts";
import { caseRule } from "../rule.ts";
import { type LabValueFact, labValueFact, type PrintedFact, sayLabValue, sayNumber } from "./lab-value.ts";
import { commonPlace } from "./place.ts";
import { ruleLimits } from "./rule-limits.ts";

type NearValue = LabValueFact & {
  readonly side: "low" | "high";
  readonly limit: PrintedFact;
  /** Distance beyond the limit, percent of the limit. */
  readonly percentBeyond: number;
};
type NearLimitFacts = { readonly values: readonly NearValue[] };

/** The flag stands, but the digit that was not printed, or a repeat, could turn it. */
export const nearLimit = caseRule<NearLimitFacts>({
  id: "near-limit",
  severity: "info",
  reads: ["laboratory[].results", "series.laboratory.intervals"],
  source: ruleLimits.nearLimit.source,
  title: {
    en: "Does a value lie only just outside its interval, printed with fewer decimals than the limit?",
    zh: "是否有数值仅略超出参考区间，且小数位数少于界值？",
  },
  message: {
    en: ({ values }, t) =>
      `Only just outside: ${t.series(values.map((value) => `${sayLabValue(value, t)} is ${t.fixed(value.percentBeyond, 1)} % ${value.side === "low" ? "below" : "above"} its limit ${sayNumber(value.limit, t)} and printed with fewer decimals`))}.`,
    zh: ({ values }, t) =>
      `仅略超界：${values.map((value) => `${sayLabValue(value, t)}仅较界值 ${sayNumber(value.limit, t)} ${value.side === "low" ? "低" : "高"} ${t.fixed(value.percentBeyond, 1)}%，且小数位数少于界值`).join("；")}。`,
  },
  find: (view) => {
    const values: NearValue[] = [];
    const places: string[] = [];
    for (const reading of view.laboratory) {
      if (reading.flag !== "low" && reading.flag !== "high") continue;
      const near = nearLimitOf(reading, ruleLimits.nearLimit.percentOfLimit);
      if (near === undefined) continue;
      const limit = { value: near.limit.value, decimals: near.limit.decimals };
      values.push({ ...labValueFact(reading), side: near.side, limit, percentBeyond: near.percentBeyond });
      places.push(reading.at);
    }
    return values.length === 0 ? [] : [{ at: commonPlace(places), facts: { values } }];
  },
});
