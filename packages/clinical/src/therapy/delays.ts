import type { CaseView } from "../record/case-view.ts";
import { earliestOf, elapsed, type Interval, point } from "../time/interval.ts";
import { monthsOf } from "../time/time-frame.ts";
import { isBoneActive } from "./agent.ts";

export const DELAY_IDS = [
  "deliveryToSymptom",
  "deliveryToDiagnosis",
  "deliveryToFirstBoneDrug",
  "symptomToDiagnosis",
  "symptomToFirstBoneDrug",
  "symptomToWeaning",
  "fractureToDiagnosis",
  "fractureToFirstBoneDrug",
  "diagnosisToFirstBoneDrug",
  "weaningToFirstBoneDrug",
] as const;
export type DelayId = (typeof DELAY_IDS)[number];

/** The moments that delays run between. */
export type Milestone = "delivery" | "symptom" | "fracture" | "diagnosis" | "weaning" | "firstBoneDrug";

/** One delay under its own name; the words "delay" alone can mean any of them. */
export type Delay = {
  readonly id: DelayId;
  readonly from: Milestone;
  readonly to: Milestone;
  /** All lengths that the recorded times allow, months; negative when `to` came first. `undefined` = not known. */
  readonly months: Interval | undefined;
  /** Milestones without a recorded time. */
  readonly missing: readonly Milestone[];
  /** Milestones of which an entry without a time could be earlier than the one used. */
  readonly undated: readonly Milestone[];
};

const ENDS: Readonly<Record<DelayId, readonly [Milestone, Milestone]>> = {
  deliveryToSymptom: ["delivery", "symptom"],
  deliveryToDiagnosis: ["delivery", "diagnosis"],
  deliveryToFirstBoneDrug: ["delivery", "firstBoneDrug"],
  symptomToDiagnosis: ["symptom", "diagnosis"],
  symptomToFirstBoneDrug: ["symptom", "firstBoneDrug"],
  symptomToWeaning: ["symptom", "weaning"],
  fractureToDiagnosis: ["fracture", "diagnosis"],
  fractureToFirstBoneDrug: ["fracture", "firstBoneDrug"],
  diagnosisToFirstBoneDrug: ["diagnosis", "firstBoneDrug"],
  weaningToFirstBoneDrug: ["weaning", "firstBoneDrug"],
};

/** Every delay of a woman, in the order of `DELAY_IDS`. */
export function delays(view: CaseView): readonly Delay[] {
  const milestones = milestonesOf(view);
  return DELAY_IDS.map((id) => {
    const [from, to] = ENDS[id];
    const start = milestones[from].time;
    const end = milestones[to].time;
    return {
      id,
      from,
      to,
      months: start === undefined || end === undefined ? undefined : elapsed(start, end),
      missing: [from, to].filter((milestone) => milestones[milestone].time === undefined),
      undated: [from, to].filter((milestone) => milestones[milestone].undated),
    };
  });
}

/** The delay of that name. */
export function delay(view: CaseView, id: DelayId): Delay {
  const found = delays(view).find((each) => each.id === id);
  if (found === undefined) throw new RangeError(`no such delay: ${id}`);
  return found;
}

/** Start of the first antiresorptive or anabolic drug, months; `undefined` when none has a recorded start. */
export function firstBoneDrug(view: CaseView): Interval | undefined {
  return milestonesOf(view).firstBoneDrug.time;
}

/** When a milestone was, months from delivery; `undefined` when no time is recorded. */
export function milestoneTime(view: CaseView, milestone: Milestone): Interval | undefined {
  return milestonesOf(view)[milestone].time;
}

type Moment = { readonly time: Interval | undefined; readonly undated: boolean };

function milestonesOf(view: CaseView): Readonly<Record<Milestone, Moment>> {
  const fractures = view.fractures.filter((fracture) => fracture.entry.mechanism !== "highEnergy");
  const drugs = view.treatments.filter((treatment) => isBoneActive(treatment.entry.agent));
  return {
    delivery: { time: point(0), undated: false },
    symptom: first((view.record.symptoms ?? []).map((symptom) => monthsOf(symptom.onset, view.frame))),
    fracture: first(fractures.map((fracture) => fracture.when)),
    diagnosis: { time: view.diagnosis, undated: false },
    weaning: { time: view.weaned, undated: false },
    firstBoneDrug: first(drugs.map((drug) => drug.when)),
  };
}

function first(times: readonly (Interval | undefined)[]): Moment {
  const known = times.filter((time) => time !== undefined);
  return { time: earliestOf(known), undated: known.length > 0 && known.length < times.length };
}
