import { printedScore } from "../densitometry/printed-score.ts";
import type { CaseView, Timed } from "../record/case-view.ts";
import type { Scan, SkeletalSite } from "../record/scan.ts";
import type { DensityRule } from "./definition.ts";
import { type Reason, reason } from "./reasons.ts";
import type { CriterionResult, CriterionStatus } from "./verdict.ts";

/** One site against the threshold; `open` without a Z-score. */
type SiteResult = { readonly result: "meets" | "fails" | "open"; readonly why: Reason };

/**
 * Is the Z-score low enough, on the scan that the diagnosis rests on? The printed number, one decimal, is classed.
 * A site without a Z-score leaves the criterion undecided where it could decide; a T-score is never converted.
 */
export function assessDensity(view: CaseView, rule: DensityRule): CriterionResult {
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
  const status = statusOf(sites, rule);
  const missing = status === "undecided" ? sites.filter((site) => site.result === "open").map((site) => site.why) : [];
  if (scan.when === undefined) missing.push(reason("scanTimeUnknown", { at: scan.at }));
  return {
    id: "density",
    status,
    because: sites.filter((site) => site.result !== "open").map((site) => site.why),
    missing,
  };
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
