import type { CaseView } from "../record/case-view.ts";
import type { Interval } from "../time/interval.ts";
import { monthsOf } from "../time/time-frame.ts";
import type { FollowUpTask } from "./follow-up-schedule.ts";

/** Something in the record that can answer a task of the schedule. */
export type Datum = { readonly when: Interval | undefined; readonly at: string };

/** Everything in the record that is of the kind a task asks for, whenever it was. */
export function dataFor(task: FollowUpTask, view: CaseView): readonly Datum[] {
  const { record } = view;
  switch (task.kind) {
    case "scan":
      return view.scans;
    case "laboratory":
      return view.laboratory.filter((reading) => task.anyOf.includes(reading.analyte));
    case "workup":
      return dated(record.workup, "/workup", view).filter(
        ({ entry }) => entry.item === task.item && entry.status !== "notDone" && entry.status !== "notDocumented",
      );
    case "imaging":
      return dated(record.imaging, "/imaging", view).filter(({ entry }) => task.regions.includes(entry.region));
    case "score":
      return dated(record.scores, "/scores", view);
    case "visit":
      return dated(record.events, "/events", view);
    case "weaning":
      return view.weaned === undefined ? [] : [{ when: view.weaned, at: `${view.indexAt}/lactation/weaned` }];
    case "heightLoss":
      return record.outcomes?.heightLossCm === undefined ? [] : [{ when: undefined, at: "/outcomes/heightLossCm" }];
    case "newFracture":
      return record.outcomes?.newFracturesInFollowUp === undefined
        ? []
        : [{ when: undefined, at: "/outcomes/newFracturesInFollowUp" }];
    case "pregnancyWish": {
      const asked = record.plan?.nextPregnancy;
      if (asked === undefined || asked.plan === "notReported") return [];
      return [{ when: monthsOf(asked.at, view.frame), at: "/plan/nextPregnancy" }];
    }
  }
}

function dated<T extends { readonly at?: Parameters<typeof monthsOf>[0] }>(
  entries: readonly T[] | undefined,
  pointer: string,
  view: CaseView,
): readonly (Datum & { readonly entry: T })[] {
  return (entries ?? []).map((entry, position) => ({
    entry,
    when: monthsOf(entry.at, view.frame),
    at: `${pointer}/${position}`,
  }));
}
