import type { CaseRecord } from "../record/case-record.ts";
import type { LaboratoryPanel, PhysiologicalState } from "../record/laboratory.ts";
import type { Pregnancy } from "../record/pregnancy.ts";
import type { Interval } from "../time/interval.ts";
import { DAYS_PER_MONTH, monthsOf, type TimeFrame } from "../time/time-frame.ts";

/**
 * The state that a panel was sampled in, as recorded, else where delivery and weaning leave no doubt.
 *
 * @param when - time of the panel, months from index delivery
 * @returns `undefined` when the state is not known
 */
export function stateAtSampling(
  panel: LaboratoryPanel,
  when: Interval | undefined,
  record: CaseRecord,
  frame: TimeFrame,
): PhysiologicalState | undefined {
  if (panel.state !== undefined) return panel.state;
  if (when === undefined) return undefined;
  const pregnancies = record.pregnancies ?? [];
  const marked = pregnancies.findIndex((pregnancy) => pregnancy.index === true);
  const index = pregnancies[Math.max(0, marked)];
  if (when.latest < 0) {
    return when.earliest > -frame.gestationalAgeDays.earliest / DAYS_PER_MONTH ? "pregnant" : undefined;
  }
  // A later pregnancy or lactation may fall on any time after this delivery.
  if (when.earliest <= 0 || index === undefined || pregnancies.length > Math.max(0, marked) + 1) return undefined;
  return afterDelivery(when, index, frame);
}

function afterDelivery(when: Interval, index: Pregnancy, frame: TimeFrame): PhysiologicalState | undefined {
  const lactation = index.lactation;
  const weaned = monthsOf(lactation?.weaned, frame);
  if (lactation?.breastfed === "no") return "notPregnantNotLactating";
  if (weaned === undefined) return lactation?.stillBreastfeeding === true ? "lactating" : undefined;
  if (when.earliest > weaned.latest) return "notPregnantNotLactating";
  return when.latest < weaned.earliest && lactation?.breastfed === "yes" ? "lactating" : undefined;
}
