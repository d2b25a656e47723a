import {
  type FollowUpEntry,
  type FollowUpItem,
  type FollowUpPlan,
  type FollowUpStatus,
  followUpStatusWords,
  type Interval,
  sayFollowUpTask,
  type Terms,
} from "@materbone/clinical";
import { isTimed } from "./time-words.ts";

/** Everything of one time of the schedule, drawn as one row. */
export type FollowUpRow = {
  readonly entry: FollowUpEntry;
  readonly due: Interval | undefined;
  readonly status: FollowUpStatus;
  readonly items: readonly FollowUpItem[];
};

/** What asks for most attention stands for the row. */
const URGENCY: readonly FollowUpStatus[] = ["overdue", "due", "unknown", "notYet", "done"];

/** The plan by its times, the earliest first; times that are not known come last. */
export function followUpRows(plan: FollowUpPlan): readonly FollowUpRow[] {
  const entries = [...new Set(plan.items.map((item) => item.entry))];
  const rows = entries.map((entry): FollowUpRow => {
    const items = plan.items.filter((item) => item.entry === entry);
    const status = URGENCY.find((each) => items.some((item) => item.status === each)) ?? "unknown";
    return { entry, due: items[0]?.due, status, items };
  });
  const start = (row: FollowUpRow): number => (isTimed(row.due) ? row.due.earliest : Number.POSITIVE_INFINITY);
  return rows
    .map((row, position) => ({ row, position }))
    .sort((a, b) => start(a.row) - start(b.row) || a.position - b.position)
    .map(({ row }) => row);
}

/** "overdue: calcium; done: DXA of spine and hip", what asks for most attention first. */
export function statusSentence(items: readonly FollowUpItem[], terms: Terms): string {
  const parts = URGENCY.flatMap((status) => {
    const tasks = items.filter((item) => item.status === status).map((item) => sayFollowUpTask(item.task, terms));
    if (tasks.length === 0) return [];
    return [`${terms.text(followUpStatusWords[status])}${terms.lang === "zh" ? "：" : ": "}${terms.series(tasks)}`];
  });
  return parts.join(terms.lang === "zh" ? "；" : "; ");
}

/** "overdue 2, done 1". */
export function statusCounts(items: readonly FollowUpItem[], terms: Terms): string {
  const parts = URGENCY.flatMap((status) => {
    const count = items.filter((item) => item.status === status).length;
    return count === 0 ? [] : [`${terms.text(followUpStatusWords[status])} ${count}`];
  });
  return terms.series(parts);
}
