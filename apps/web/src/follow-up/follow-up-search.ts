import { given, oneOf, textOf } from "../app/search-value.ts";

export type FollowUpSearch = {
  /** ISO date that due and overdue refer to; today when absent. */
  readonly on?: string;
  readonly status?: "due" | "overdue" | "done" | "notYet" | "unknown";
};

export function followUpSearch(search: Readonly<Record<string, unknown>>): FollowUpSearch {
  return given({
    on: textOf(search.on),
    status: oneOf(search.status, ["due", "overdue", "done", "notYet", "unknown"]),
  });
}
