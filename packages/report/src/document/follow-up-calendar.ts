import {
  asDates,
  type CaseView,
  createTerms,
  defaultSchedule,
  type FollowUpItem,
  type FollowUpSchedule,
  followUpPlan,
  followUpStatusWords,
  type Interval,
  type Lang,
  monthsOf,
  type SeriesView,
  sayFollowUpTask,
  type Terms,
} from "@materbone/clinical";
import { calendarDay, calendarLines, calendarText, dayAfter, utcStamp } from "./calendar-lines.ts";

export type FollowUpCalendarOptions = {
  readonly lang: Lang;
  /** The day that the plan is judged by, ISO date; what is overdue by then stands on it. */
  readonly on: string;
  /** Instant at which the file is made, UTC, ISO 8601; there is no clock here. */
  readonly madeAt: string;
  /** The one of Materbone unless a centre brings its own. */
  readonly schedule?: FollowUpSchedule;
};

export type FollowUpCalendar = {
  /** The calendar after RFC 5545. */
  readonly text: string;
  /** Ids of the women who are left out, because their delivery has no date: months alone have no place in a calendar. */
  readonly undated: readonly string[];
};

/**
 * What the follow-up plan still asks for, as all-day events: one for each woman and time of the schedule, over the days on
 * which it is due. It holds the pseudonym and the tasks, and nothing else of the record. Events keep their identity, so that
 * a later file replaces them.
 */
export function followUpCalendar(view: SeriesView, options: FollowUpCalendarOptions): FollowUpCalendar {
  const dated = view.cases.filter((woman) => woman.frame.delivery !== undefined);
  const undated = view.cases.filter((woman) => woman.frame.delivery === undefined);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Materbone//Follow-up//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...dated.flatMap((woman) => eventsOf(woman, view.series.id, options)),
    "END:VCALENDAR",
  ];
  return { text: calendarLines(lines), undated: undated.map((woman) => woman.record.id) };
}

function eventsOf(woman: CaseView, series: string, options: FollowUpCalendarOptions): readonly string[] {
  const schedule = options.schedule ?? defaultSchedule;
  // The earliest reading, so that only what is over under every reading of the delivery counts as overdue.
  const asOfMonths = monthsOf({ date: options.on }, woman.frame)?.earliest;
  const open = followUpPlan(woman, schedule, asOfMonths).items.filter((item) => item.status !== "done");
  return schedule.entries.flatMap((entry) => {
    const items = open.filter((item) => item.entry === entry);
    const isOverdue = items.some((item) => item.status === "overdue");
    const days = isOverdue ? ([options.on, options.on] as const) : daysOf(items[0]?.due, woman);
    if (days === undefined) return [];
    return [
      "BEGIN:VEVENT",
      `UID:${calendarText(`${series}.${woman.record.id}.${entry.id}@materbone`)}`,
      `DTSTAMP:${utcStamp(options.madeAt)}`,
      `DTSTART;VALUE=DATE:${calendarDay(days[0])}`,
      `DTEND;VALUE=DATE:${calendarDay(dayAfter(days[1]))}`,
      `SUMMARY;LANGUAGE=${options.lang === "zh" ? "zh-CN" : "en"}:${calendarText(summaryOf(woman, items, isOverdue, createTerms(options.lang)))}`,
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  });
}

/** First and last day on which it is due; an open end leaves the other one. */
function daysOf(due: Interval | undefined, woman: CaseView): readonly [first: string, last: string] | undefined {
  if (due === undefined) return undefined;
  const date = asDates({ months: [finite(due.earliest), finite(due.latest)] }, woman.frame)?.date;
  if (date === undefined) return undefined;
  if (typeof date === "string") return [date, date];
  const first = date[0] ?? date[1];
  const last = date[1] ?? date[0];
  return first == null || last == null ? undefined : [first, last];
}

function finite(months: number): number | null {
  return Number.isFinite(months) ? months : null;
}

/** "case-1: DXA of spine and hip, review", "case-1 (overdue): review". */
function summaryOf(woman: CaseView, items: readonly FollowUpItem[], isOverdue: boolean, t: Terms): string {
  const tasks = t.series(items.map((item) => sayFollowUpTask(item.task, t)));
  const overdue = t.text(followUpStatusWords.overdue);
  if (t.lang === "zh") return `${woman.record.id}${isOverdue ? `（${overdue}）` : ""}：${tasks}`;
  return `${woman.record.id}${isOverdue ? ` (${overdue})` : ""}: ${tasks}`;
}
