import type { CaseView } from "../../record/case-view.ts";
import type { SymptomKind } from "../../record/course.ts";
import { type FractureSite, type Imaging, isVertebra } from "../../record/fracture.ts";
import { type Reason, reason } from "../reasons.ts";
import type { SignalRules } from "./signal-rule.ts";

/** Disease of one place: hip or sacrum. */
export const localRules: SignalRules = {
  "transient-osteoporosis-of-hip": (view) => {
    if (hasVertebralFracture(view)) return [];
    const pain = fracturesOf(view, "hip").length > 0 ? [] : symptoms(view, "hipOrGroinPain");
    const signs = [...pain, ...imaging(view, "hip", ["marrowOedema"])];
    return signs.length === 0 ? [] : [...signs, withoutVertebral(view)];
  },
  "sacral-stress-fracture": (view) => {
    const signs = [...fracturesOf(view, "sacrum"), ...imaging(view, "sacrum", ["fracture", "marrowOedema"])];
    const pain = symptoms(view, "buttockPain");
    if (signs.length > 0) return [...signs, ...pain];
    return pain.length === 0 || hasVertebralFracture(view) ? [] : [...pain, withoutVertebral(view)];
  },
};

function hasVertebralFracture(view: CaseView): boolean {
  return view.fractures.some((fracture) => isVertebra(fracture.entry.site));
}

function withoutVertebral(view: CaseView): Reason {
  return reason("noVertebralFracture", { recorded: view.record.fractures !== undefined });
}

function fracturesOf(view: CaseView, site: FractureSite): readonly Reason[] {
  return view.fractures
    .filter((fracture) => fracture.entry.site === site && fracture.entry.mechanism !== "highEnergy")
    .map(({ at }) => reason("fractureOf", { site, at }));
}

function symptoms(view: CaseView, symptom: SymptomKind): readonly Reason[] {
  return (view.record.symptoms ?? []).flatMap((entry, position) =>
    entry.symptom === symptom ? [reason("symptomRecorded", { symptom, at: `/symptoms/${position}` })] : [],
  );
}

function imaging(
  view: CaseView,
  region: Imaging["region"],
  wanted: readonly Imaging["findings"][number][],
): readonly Reason[] {
  return (view.record.imaging ?? []).flatMap((entry, position) => {
    if (entry.region !== region) return [];
    return entry.findings
      .filter((finding) => wanted.includes(finding))
      .map((finding) => reason("imagingShows", { region, finding, at: `/imaging/${position}` }));
  });
}
