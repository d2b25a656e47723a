import type { CaseView } from "../../record/case-view.ts";
import type { Dose, Treatment } from "../../record/treatment.ts";
import { checkRegimen, type RegimenCheck } from "../../therapy/regimen.ts";

/** A given treatment with its dose, its check against the listed regimens, and the JSON Pointer of the dose. */
type CheckedDose = {
  readonly treatment: Treatment;
  readonly dose: Dose;
  readonly check: RegimenCheck;
  readonly at: string;
};

/** Two rules ask the same question of a woman; the answer lives as long as her view. */
const checksByView = new WeakMap<CaseView, readonly CheckedDose[]>();

/** Every given treatment that has a dose. */
export function regimenChecks(view: CaseView): readonly CheckedDose[] {
  const known = checksByView.get(view);
  if (known !== undefined) return known;
  const checks: CheckedDose[] = [];
  for (const { entry, at } of view.treatments) {
    if (entry.dose === undefined) continue;
    const check = checkRegimen(entry.agent, entry.dose, entry.route);
    checks.push({ treatment: entry, dose: entry.dose, check, at: `${at}/dose` });
  }
  checksByView.set(view, checks);
  return checks;
}
