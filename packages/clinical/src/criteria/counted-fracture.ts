import type { CaseView, Timed } from "../record/case-view.ts";
import { type Fracture, isVertebra } from "../record/fracture.ts";
import type { Certainty } from "../time/interval.ts";
import { gradeOf, type FractureRule as VertebralRule } from "../vertebrae/genant.ts";
import type { FractureRule } from "./definition.ts";
import { type Reason, reason } from "./reasons.ts";

/** A recorded fracture and whether a definition counts it, with the reason. */
export type CountedFracture = {
  readonly fracture: Timed<Fracture>;
  readonly counts: Certainty;
  readonly why: Reason;
};

/** Every recorded fracture held against the site, the height loss and the mechanism that a definition asks for. */
export function countFractures(view: CaseView, rule: FractureRule): readonly CountedFracture[] {
  const vertebral = view.context.methods?.vertebralFractureRule ?? "genant";
  return view.fractures.map((fracture) => countFracture(fracture, rule, vertebral));
}

function countFracture(fracture: Timed<Fracture>, rule: FractureRule, vertebral: VertebralRule): CountedFracture {
  const { entry, at } = fracture;
  const place = { site: entry.site, at };
  if (!isNamedSite(entry, rule) && rule.otherSites === "out") {
    return { fracture, counts: "no", why: reason("siteNotCounted", place) };
  }
  const { grade, basis } = isVertebra(entry.site) ? gradeOf(entry, vertebral) : { grade: undefined, basis: undefined };
  if (grade !== undefined && basis !== undefined && grade < 1) {
    const loss = basis === "heightLoss" ? (entry.heightLossPercent ?? null) : null;
    const facts = { ...place, grade, basis, rule: vertebral, heightLossPercent: loss };
    return { fracture, counts: "no", why: reason("belowFractureGrade", facts) };
  }
  if (rule.mechanism === "any") return { fracture, counts: "yes", why: reason("anyFracture", place) };
  if (entry.mechanism === "highEnergy") return { fracture, counts: "no", why: reason("highEnergyFracture", place) };
  if (!isNamedSite(entry, rule)) return { fracture, counts: "perhaps", why: reason("siteNotNamed", place) };
  if (entry.mechanism === undefined || entry.mechanism === "notStated") {
    return { fracture, counts: "perhaps", why: reason("mechanismNotStated", place) };
  }
  return {
    fracture,
    counts: "yes",
    why: reason("fragilityFracture", { ...place, mechanism: entry.mechanism }),
  };
}

function isNamedSite(fracture: Fracture, rule: FractureRule): boolean {
  if (rule.sites === "any") return true;
  return isVertebra(fracture.site) ? rule.sites.includes("vertebra") : rule.sites.includes(fracture.site);
}
