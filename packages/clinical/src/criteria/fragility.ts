import type { CaseView } from "../record/case-view.ts";
import { type CountedFracture, countFractures } from "./counted-fracture.ts";
import type { FractureRule, PloDefinition } from "./definition.ts";
import { type Reason, reason } from "./reasons.ts";
import type { CriterionResult } from "./verdict.ts";

/** Is there a fracture of the kind that the definition asks for? Its time is judged by the criterion `timing`. */
export function assessFragility(view: CaseView, definition: PloDefinition, rule: FractureRule): CriterionResult {
  const counted = countFractures(view, rule);
  const yes = counted.filter((one) => one.counts === "yes");
  const open = counted.filter((one) => one.counts === "perhaps");
  const no = counted.filter((one) => one.counts === "no");
  const pain = rule.orHipPain === true ? hipPains(view) : [];
  const because = [...whys(yes), ...pain, ...whys(no)];
  const missing = whys(open);
  if (yes.length > 0 || pain.length > 0) return { id: "fragility-fracture", status: "met", because, missing };
  if (view.record.fractures === undefined) missing.push(reason("fracturesNotRecorded", {}));
  if (rule.orLowDensity === true) missing.push(reason("densityThresholdNotStated", { definition: definition.id }));
  if (missing.length > 0) return { id: "fragility-fracture", status: "undecided", because, missing };
  if (counted.length === 0) because.push(reason("noFracture", {}));
  return { id: "fragility-fracture", status: "notMet", because, missing };
}

/** Hip or groin pain of the record, as reasons. */
function hipPains(view: CaseView): readonly Reason[] {
  return (view.record.symptoms ?? []).flatMap((symptom, position) =>
    symptom.symptom === "hipOrGroinPain" ? [reason("hipPain", { at: `/symptoms/${position}` })] : [],
  );
}

function whys(counted: readonly CountedFracture[]): Reason[] {
  return counted.map((one) => one.why);
}
