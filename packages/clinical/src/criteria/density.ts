import { printedScore } from "../densitometry/printed-score.ts";
import type { CaseView, Timed } from "../record/case-view.ts";
import { isPremenopausal } from "../record/person.ts";
import type { Scan, SkeletalSite } from "../record/scan.ts";
import type { DefinitionWindow, DensityRule } from "./definition.ts";
import { timeFact } from "./reason-time.ts";
import { type Reason, reason } from "./reasons.ts";
import type { CriterionResult, CriterionStatus } from "./verdict.ts";
import { resolveWindow } from "./window.ts";

/** One site against the threshold; `open` without a Z-score. */
type SiteResult = { readonly result: "meets" | "fails" | "open"; readonly why: Reason };

/**
 * Is the Z-score low enough, on the scan that the diagnosis rests on? The printed number, one decimal, is classed.
 * A site without a Z-score leaves the criterion undecided where it could decide; a T-score is never converted.
 * A scan after the window of the definition can show that the score is still low, never that it was not: bone recovers.
 * After menopause no rule by Z-score applies.
 */
export function assessDensity(view: CaseView, rule: DensityRule, window: DefinitionWindow): CriterionResult {
  if (!isPremenopausal(view.record.person ?? {})) {
    const because = [reason("zScoreAfterMenopause", { at: "/person/menopause" })];
    return { id: "density", status: "undecided", because, missing: [] };
  }
  const scan = view.diagnosticScan;
  if (scan === undefined) {
    const reports = (view.record.scans ?? []).flatMap((entry, position) =>
      entry.report === undefined
        ? []
        : [reason("reportWithoutNumbers", { at: `/scans/${position}`, basis: entry.report.basis })],
    );
    return { id: "density", status: "undecided", because: reports, missing: [reason("noDiagnosticScan", {})] };
  }
  const sites = rule.sites.map((site) => siteResult(scan, site, rule));
  const late = lateReason(view, scan, window);
  const judged = statusOf(sites, rule);
  const status = judged === "notMet" && late !== undefined ? "undecided" : judged;
  const missing = status === "undecided" ? sites.filter((site) => site.result === "open").map((site) => site.why) : [];
  if (late !== undefined && sites.some((site) => site.result !== "open")) missing.push(late);
  if (scan.when === undefined) missing.push(reason("scanTimeUnknown", { at: scan.at }));
  return {
    id: "density",
    status,
    because: sites.filter((site) => site.result !== "open").map((site) => site.why),
    missing,
  };
}

/** Present where the scan lies after the end of the window in every reading of its time. */
function lateReason(view: CaseView, scan: Timed<Scan>, window: DefinitionWindow): Reason | undefined {
  const { to } = resolveWindow(view, window);
  if (to === undefined || scan.when === undefined || scan.when.earliest <= to.latest) return undefined;
  return reason("scanAfterWindow", { time: timeFact(scan.when), toMonths: to.latest, at: scan.at });
}

function siteResult(scan: Timed<Scan>, site: SkeletalSite, rule: DensityRule): SiteResult {
  const reading = scan.entry.sites[site];
  const at = reading === undefined ? `${scan.at}/sites` : `${scan.at}/sites/${site}`;
  if (reading?.zScore === undefined) {
    if (reading?.tScore === undefined) return { result: "open", why: reason("zScoreMissing", { site, at }) };
    return { result: "open", why: reason("tScoreOnly", { site, at, tScore: reading.tScore }) };
  }
  const printedZ = printedScore(reading.zScore);
  const { threshold, operator } = rule;
  const meets = operator === "<=" ? printedZ <= threshold : printedZ < threshold;
  const facts = { site, at: `${at}/zScore`, zScore: reading.zScore, printedZ, threshold, operator };
  return { result: meets ? "meets" : "fails", why: reason(meets ? "zScoreMeets" : "zScoreFails", facts) };
}

function statusOf(sites: readonly SiteResult[], rule: DensityRule): CriterionStatus {
  const decided = rule.rule === "any" ? "meets" : "fails";
  if (sites.some((site) => site.result === decided)) return decided === "meets" ? "met" : "notMet";
  if (sites.some((site) => site.result === "open")) return "undecided";
  return decided === "meets" ? "notMet" : "met";
}
