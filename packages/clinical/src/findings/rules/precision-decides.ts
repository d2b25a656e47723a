import { lscBasis, presetLscPercent } from "../../densitometry/least-significant-change.ts";
import { type BmdResponse, bmdResponses, PERCENT_DECIMALS, percentChange } from "../../densitometry/response.ts";
import type { CaseView } from "../../record/case-view.ts";
import { SKELETAL_SITES, type SkeletalSite } from "../../record/scan.ts";
import { caseRule } from "../rule.ts";
import { sourcePaper } from "./cited.ts";
import { type NamedScan, namedScan, sayScan } from "./named-scan.ts";

type Verdict = "gain" | "loss" | "noChange";
type DecidedPair = {
  readonly site: SkeletalSite;
  readonly from: NamedScan;
  readonly to: NamedScan;
  readonly percent: number;
  readonly statedLscPercent: number;
  readonly minimumLscPercent: number;
  readonly statedVerdict: Verdict;
  readonly minimumVerdict: Verdict;
};
type PrecisionFacts = { readonly pairs: readonly DecidedPair[] };

const EN: Readonly<Record<Verdict, string>> = { gain: "a gain", loss: "a loss", noChange: "no change" };
const ZH: Readonly<Record<Verdict, string>> = { gain: "升高", loss: "下降", noChange: "无变化" };

/** The stated device CV and the minimum acceptable in-vivo precision call one change by two names. */
export const precisionDecides = caseRule<PrecisionFacts>({
  id: "precision-decides",
  severity: "major",
  reads: ["scans[].sites[].bmdGPerCm2", "series.methods.densitometers[].precision"],
  source: sourcePaper(
    "l.136-140, l.312-332",
    "CV of at most 1 %; whether in vivo or on a phantom, and at which site, is unstated",
  ),
  title: {
    en: "Does the verdict on a change depend on which precision is assumed?",
    zh: "骨密度变化的判定是否取决于所采用的精密度？",
  },
  message: {
    en: ({ pairs }, t) =>
      `Precision decides: ${t.series(pairs.map((pair) => `${t.site(pair.site)} ${t.signed(pair.percent, 2)} % (${sayScan(pair.from, t)} to ${sayScan(pair.to, t)}) is ${EN[pair.statedVerdict]} at LSC ${t.fixed(pair.statedLscPercent, 2)} % and ${EN[pair.minimumVerdict]} at ${t.fixed(pair.minimumLscPercent, 1)} %`))}.`,
    zh: ({ pairs }, t) =>
      `判定取决于精密度：${pairs.map((pair) => `${t.site(pair.site)} ${t.signed(pair.percent, 2)}%（${sayScan(pair.from, t)}至${sayScan(pair.to, t)}）按 LSC ${t.fixed(pair.statedLscPercent, 2)}% 为${ZH[pair.statedVerdict]}，按 ${t.fixed(pair.minimumLscPercent, 1)}% 为${ZH[pair.minimumVerdict]}`).join("；")}。`,
  },
  find: (view) => {
    // Without a stated precision nothing was claimed.
    if (view.scans.length < 2 || lscBasis(STATED, view.context) === "published" || !mayDiffer(view)) return [];
    const stated = bmdResponses(view, STATED);
    const minimum = bmdResponses(view, MINIMUM);
    const pairs: DecidedPair[] = [];
    for (const [position, response] of stated.entries()) {
      const pair = decided(response, minimum[position]);
      if (pair !== undefined) pairs.push(pair);
    }
    return pairs.length === 0 ? [] : [{ at: "/scans", facts: { pairs } }];
  },
});

function decided(stated: BmdResponse, minimum: BmdResponse | undefined): DecidedPair | undefined {
  if (minimum === undefined || stated.verdict === minimum.verdict) return undefined;
  if (stated.verdict === "notComparable" || minimum.verdict === "notComparable") return undefined;
  if (stated.lscPercent === undefined || minimum.lscPercent === undefined) return undefined;
  return {
    site: stated.site,
    from: namedScan(stated.from.entry),
    to: namedScan(stated.to.entry),
    percent: stated.percent,
    statedLscPercent: stated.lscPercent,
    minimumLscPercent: minimum.lscPercent,
    statedVerdict: stated.verdict,
    minimumVerdict: minimum.verdict,
  };
}

const STATED = { kind: "paper" } as const;
const MINIMUM = { kind: "minimum" } as const;

/** What printing may move the change and the limit apart: half a unit of the last digit each. */
const PRINT_MARGIN_PERCENT = 10 ** -PERCENT_DECIMALS;

/** Does any change lie between the two limits? Most do not, and are told from the printed densities alone. */
function mayDiffer(view: CaseView): boolean {
  const { scans, context } = view;
  // Converted densities are not the printed ones.
  if (context.methods?.crossCalibrations !== undefined) return true;
  for (const site of SKELETAL_SITES) {
    for (let first = 0; first < scans.length - 1; first++) {
      const scan = scans[first]?.entry;
      const reading = scan?.sites[site];
      const from = reading?.bmdGPerCm2;
      if (from === undefined) continue;
      const reference = { site, vertebrae: reading?.vertebrae?.length, device: scan?.device };
      const stated = presetLscPercent("paper", reference, context);
      const minimum = presetLscPercent("minimum", reference, context);
      const lowest = Math.min(stated, minimum) - PRINT_MARGIN_PERCENT;
      const highest = Math.max(stated, minimum) + PRINT_MARGIN_PERCENT;
      for (let second = first + 1; second < scans.length; second++) {
        const to = scans[second]?.entry.sites[site]?.bmdGPerCm2;
        if (to === undefined) continue;
        const change = Math.abs(percentChange(from, to));
        if (change >= lowest && change <= highest) return true;
      }
    }
  }
  return false;
}
