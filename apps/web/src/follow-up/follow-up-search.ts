import { given, oneOf, textOf } from "../app/search-value.ts";
import { TASK_GROUPS, type TaskGroup } from "./task-group.ts";

/** What asks for most attention first. */
export const STATUSES = ["overdue", "due", "notYet", "unknown", "done"] as const;

export type FollowUpSearch = {
  /** ISO date that due and overdue refer to; today when absent. */
  readonly on?: string;
  readonly status?: (typeof STATUSES)[number];
  readonly task?: TaskGroup;
};

export function followUpSearch(search: Readonly<Record<string, unknown>>): FollowUpSearch {
  return given({
    on: textOf(search.on),
    status: oneOf(search.status, STATUSES),
    task: oneOf(search.task, TASK_GROUPS),
  });
}
