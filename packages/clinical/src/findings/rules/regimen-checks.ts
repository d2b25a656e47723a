import type { CaseView } from "../../record/case-view.ts";
import type { Dose, Treatment } from "../../record/treatment.ts";
import { checkRegimen, type RegimenCheck } from "../../therapy/regimen.ts";
import type { AgentId, Route } from "../../therapy/vocabulary.ts";

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
    const check = remembered(entry.agent, entry.dose, entry.route);
    checks.push({ treatment: entry, dose: entry.dose, check, at: `${at}/dose` });
  }
  checksByView.set(view, checks);
  return checks;
}

/** Distinct doses kept; a stream of unlike doses must not grow the memory. */
const MEMORY_LIMIT = 1000;
const checksByDose = new Map<string, RegimenCheck>();

/** The same few doses come again from woman to woman: each is compared once. */
function remembered(agent: AgentId, dose: Dose, route: Route | undefined): RegimenCheck {
  const key = `${agent} ${route} ${dose.amount} ${dose.per} ${dose.unit}`;
  const known = checksByDose.get(key);
  if (known !== undefined) return known;
  if (checksByDose.size >= MEMORY_LIMIT) checksByDose.clear();
  const check = checkRegimen(agent, dose, route);
  checksByDose.set(key, check);
  return check;
}
