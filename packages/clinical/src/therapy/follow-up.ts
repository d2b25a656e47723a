import type { CaseView } from "../record/case-view.ts";
import { earliestOf, type Interval, liesWithin, point } from "../time/interval.ts";
import { monthsOf } from "../time/time-frame.ts";
import { firstBoneDrug } from "./delays.ts";
import { type Datum, dataFor } from "./follow-up-done.ts";
import { defaultSchedule, type FollowUpEntry, type FollowUpSchedule, type FollowUpTask } from "./follow-up-schedule.ts";
import { lastObservedMonths } from "./observation.ts";

/**
 * `done`: the record has it in its time; `notYet`: its time has not come; `due`: it is now; `overdue`: its time and
 * tolerance are over; `unknown`: the anchor, the date asked about or the time of the only datum is not known.
 */
export type FollowUpStatus = "done" | "notYet" | "due" | "overdue" | "unknown";

/** One task at one time of the schedule. */
export type FollowUpItem = {
  readonly entry: FollowUpEntry;
  readonly task: FollowUpTask;
  /** When it is due, months from delivery, without the tolerance; `undefined` when the anchor is not known. */
  readonly due: Interval | undefined;
  readonly status: FollowUpStatus;
  /** JSON Pointer of the datum that answers it, or that may. */
  readonly at: string | undefined;
  /** Time of that datum, months from delivery; `undefined` when there is none or its time was not recorded. */
  readonly when: Interval | undefined;
};

export type FollowUpPlan = {
  /** The month that "due" and "overdue" refer to. */
  readonly asOfMonths: number | undefined;
  readonly items: readonly FollowUpItem[];
};

/**
 * What the schedule asks for and what of it the record has. It reminds; it prescribes nothing.
 *
 * Times of a next delivery are left out while no further pregnancy is recorded or wished for, and times of a first dose
 * of named agents while none of them was given.
 *
 * @param schedule - the one of Materbone unless a centre brings its own
 * @param asOfMonths - months from delivery to judge by; the end of the record when left out, since there is no clock
 */
export function followUpPlan(
  view: CaseView,
  schedule: FollowUpSchedule = defaultSchedule,
  asOfMonths: number | undefined = lastObservedMonths(view),
): FollowUpPlan {
  const items = schedule.entries
    .filter((entry) => applies(entry, view))
    .flatMap((entry) => {
      const anchor = anchorOf(entry, view);
      return entry.tasks.map((task) => item(entry, task, anchor, answersOf(entry, task, view), asOfMonths));
    });
  return { asOfMonths, items };
}

/** The data that may answer a task; for one that belongs before the first dose, those not decidedly after it. */
function answersOf(entry: FollowUpEntry, task: FollowUpTask, view: CaseView): readonly Datum[] {
  const data = dataFor(task, view);
  const dose = entry.beforeFirstDose === true ? firstBoneDrug(view) : undefined;
  return dose === undefined ? data : data.filter(({ when }) => when === undefined || when.earliest <= dose.latest);
}

function item(
  entry: FollowUpEntry,
  task: FollowUpTask,
  anchor: Interval | undefined,
  data: readonly Datum[],
  asOfMonths: number | undefined,
): FollowUpItem {
  if (anchor === undefined) return { entry, task, due: undefined, status: "unknown", at: undefined, when: undefined };
  const due = { earliest: anchor.earliest + entry.fromMonths, latest: anchor.latest + entry.toMonths };
  const done = data.find(({ when }) => counts(when, entry, anchor) === "yes");
  if (done !== undefined) return { entry, task, due, status: "done", at: done.at, when: done.when };
  const possibly = data.find(({ when }) => counts(when, entry, anchor) === "perhaps");
  if (possibly !== undefined) return { entry, task, due, status: "unknown", at: possibly.at, when: possibly.when };
  return { entry, task, due, status: openStatus(entry, due, asOfMonths), at: undefined, when: undefined };
}

/** Does a datum count for the entry: under every reading of its time and of the anchor's, under some, or none? */
function counts(when: Interval | undefined, entry: FollowUpEntry, anchor: Interval): "yes" | "no" | "perhaps" {
  if (when === undefined) return "perhaps";
  const from = entry.fromMonths - entry.toleranceMonths;
  const to = entry.toMonths + entry.toleranceMonths;
  const surely = { earliest: anchor.latest + from, latest: anchor.earliest + to };
  if (liesWithin(when, surely) === "yes") return "yes";
  const possibly = { earliest: anchor.earliest + from, latest: anchor.latest + to };
  return liesWithin(when, possibly) === "no" ? "no" : "perhaps";
}

function openStatus(entry: FollowUpEntry, due: Interval, asOfMonths: number | undefined): FollowUpStatus {
  if (asOfMonths === undefined) return "unknown";
  if (asOfMonths < due.earliest) return "notYet";
  return asOfMonths > due.latest + entry.toleranceMonths ? "overdue" : "due";
}

function applies(entry: FollowUpEntry, view: CaseView): boolean {
  if (entry.anchor === "nextDelivery") {
    return view.record.plan?.nextPregnancy?.plan === "wished" || laterDeliveries(view).length > 0;
  }
  return entry.agents === undefined || dosesOf(entry.agents, view).length > 0;
}

function anchorOf(entry: FollowUpEntry, view: CaseView): Interval | undefined {
  switch (entry.anchor) {
    case "diagnosis":
      return view.diagnosis;
    case "weaning":
      return view.weaned;
    case "delivery":
      return point(0);
    case "firstDose":
      return entry.agents === undefined ? firstBoneDrug(view) : earliestKnown(dosesOf(entry.agents, view));
    case "nextDelivery":
      return earliestKnown(laterDeliveries(view));
  }
}

function dosesOf(agents: FollowUpEntry["agents"], view: CaseView): readonly (Interval | undefined)[] {
  return view.treatments
    .filter((treatment) => agents?.includes(treatment.entry.agent))
    .map((treatment) => treatment.when);
}

/** Deliveries of pregnancies recorded after the index one; a time that is not later is left out. */
function laterDeliveries(view: CaseView): readonly (Interval | undefined)[] {
  return (view.record.pregnancies ?? [])
    .filter((pregnancy) => pregnancy !== view.index)
    .map((pregnancy) => monthsOf(pregnancy.deliveredAt, view.frame))
    .filter((delivered) => delivered !== undefined && delivered.earliest > 0);
}

function earliestKnown(times: readonly (Interval | undefined)[]): Interval | undefined {
  return earliestOf(times.filter((time) => time !== undefined));
}
