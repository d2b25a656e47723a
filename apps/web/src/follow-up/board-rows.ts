import {
  type CaseView,
  dueDates,
  type FollowUpEntry,
  type FollowUpItem,
  type FollowUpStatus,
  followUpPlanOn,
  type Interval,
} from "@materbone/clinical";
import { type TaskGroup, taskGroup } from "./task-group.ts";

/** The tasks of one woman at one time of the schedule that share a status. */
export type BoardRow = {
  readonly woman: CaseView;
  readonly entry: FollowUpEntry;
  readonly status: FollowUpStatus;
  readonly items: readonly FollowUpItem[];
  /** Months from delivery. */
  readonly due: Interval | undefined;
  /** Calendar days of the same, where the delivery has a date; `null` for an open end. */
  readonly days: readonly [first: string | null, last: string | null] | undefined;
  readonly judgedBy: "date" | "endOfRecord";
};

/**
 * What the schedule asks for across women on a day, the earliest due first; what has no time comes last.
 *
 * @param on - ISO date that judges women whose delivery has a date; the others are judged by the end of their record
 */
export function boardRows(women: readonly CaseView[], on: string, task?: TaskGroup): readonly BoardRow[] {
  const rows = women.flatMap((woman) => {
    const { items, judgedBy } = followUpPlanOn(woman, on);
    const byPlace = new Map<string, FollowUpItem[]>();
    for (const item of items) {
      if (task !== undefined && taskGroup(item) !== task) continue;
      const place = `${item.entry.id} ${item.status}`;
      byPlace.set(place, [...(byPlace.get(place) ?? []), item]);
    }
    return [...byPlace.values()].flatMap((same): readonly BoardRow[] => {
      const [first] = same;
      if (first === undefined) return [];
      const { entry, status, due } = first;
      return [{ woman, entry, status, items: same, due, days: dueDates(due, woman.frame), judgedBy }];
    });
  });
  return rows
    .map((row, position) => ({ row, position }))
    .sort((a, b) => compare(a.row, b.row) || a.position - b.position)
    .map(({ row }) => row);
}

/** Days come before months, and both before what has no time. */
function compare(a: BoardRow, b: BoardRow): number {
  const dayA = a.days?.[0] ?? a.days?.[1];
  const dayB = b.days?.[0] ?? b.days?.[1];
  if (dayA != null && dayB != null) return dayA < dayB ? -1 : dayA > dayB ? 1 : 0;
  if (dayA != null || dayB != null) return dayA != null ? -1 : 1;
  return startOf(a) - startOf(b) || 0;
}

function startOf({ due }: BoardRow): number {
  if (due === undefined) return Number.MAX_VALUE;
  return Number.isFinite(due.earliest) ? due.earliest : due.latest;
}

/** Most rows of one printed page, and most lines of text in them. */
const ROWS_PER_PAGE = 25;
const LINES_PER_PAGE = 32;

/**
 * Breaks rows into printed pages.
 *
 * @param linesOf - lines that a row takes; one too long for any page has a page of its own
 */
export function inPages<T>(rows: readonly T[], linesOf: (row: T) => number): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let lines = 0;
  for (const row of rows) {
    const page = pages.at(-1);
    const own = linesOf(row);
    if (page === undefined || page.length >= ROWS_PER_PAGE || lines + own > LINES_PER_PAGE) {
      pages.push([row]);
      lines = own;
    } else {
      page.push(row);
      lines += own;
    }
  }
  return pages;
}
