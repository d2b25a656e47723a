import type { FollowUpEntry, FollowUpItem } from "@materbone/clinical";

/** What the board filters by, in the order of a visit. */
export const TASK_GROUPS = ["scan", "laboratory", "infusion", "imaging", "visit", "pregnancyWish"] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];

/** Where a task of the schedule belongs. What is checked before or after a dose belongs to the infusion, whatever is checked. */
export function taskGroup({ entry, task }: Pick<FollowUpItem, "entry" | "task">): TaskGroup {
  if (isAroundDose(entry)) return "infusion";
  switch (task.kind) {
    case "scan":
    case "imaging":
    case "laboratory":
    case "pregnancyWish":
      return task.kind;
    case "workup":
      return "laboratory";
    case "score":
    case "visit":
    case "weaning":
    case "heightLoss":
    case "newFracture":
      return "visit";
  }
}

function isAroundDose(entry: FollowUpEntry): boolean {
  return entry.beforeFirstDose === true || entry.anchor === "firstDose";
}
