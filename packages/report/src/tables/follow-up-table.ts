import {
  type CaseView,
  createTerms,
  defaultSchedule,
  type FollowUpItem,
  type FollowUpStatus,
  followUpPlan,
  followUpStatusWords,
  type Lang,
  sayFollowUpTask,
  type Terms,
} from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { printedMonthInterval } from "./printed.ts";
import { cell, column, linesCell, plainTable, row, type Table, type Tone } from "./table.ts";
import { titleOf } from "./title-of.ts";
import { TABLE_WORDS } from "./words.ts";

/** What the schedule asks for, one row per time, and what of it the record has by the month asked about. */
export function followUpTable(view: CaseView, lang: Lang, asOfMonths?: number): Table {
  const t = createTerms(lang);
  const plan = followUpPlan(view, defaultSchedule, asOfMonths);
  const entries = [...new Set(plan.items.map((item) => item.entry))];
  const asOf =
    plan.asOfMonths === undefined
      ? []
      : [
          {
            text:
              lang === "zh"
                ? `以产后${t.months(plan.asOfMonths)}个月为判断时点。`
                : `As of month ${t.months(plan.asOfMonths)}.`,
          },
        ];
  return plainTable(
    {
      id: `follow-up-${view.record.id}`,
      lang,
      title: titleOf(view, t.text(TABLE_WORDS.followUpTitle), t),
      footnotes: [...asOf, { text: t.text(defaultSchedule.statement) }],
    },
    [column("left", true), column("left"), column("left", true), column("left", true)],
    [
      t.text(TABLE_WORDS.time),
      t.text(TABLE_WORDS.monthsPostpartum),
      t.text(TABLE_WORDS.recorded),
      t.text(TABLE_WORDS.notOnRecord),
    ],
    entries.map((entry) => {
      const items = plan.items.filter((item) => item.entry === entry);
      return row(
        cell(headed(t.text(entry.name))),
        cell(printedMonthInterval(items[0]?.due, t)),
        linesCell(statusLines(items, ["done"], t)),
        linesCell(statusLines(items, ["overdue", "due", "unknown", "notYet"], t), toneOf(items)),
      );
    }),
  );
}

/** One line per status: "overdue: calcium, phosphate". */
function statusLines(items: readonly FollowUpItem[], statuses: readonly FollowUpStatus[], t: Terms): readonly string[] {
  return statuses.flatMap((status) => {
    const tasks = items.filter((item) => item.status === status).map((item) => sayFollowUpTask(item.task, t));
    if (tasks.length === 0) return [];
    const names = t.series(tasks);
    if (status === "done") return [names];
    return [`${t.text(followUpStatusWords[status])}${t.lang === "zh" ? "：" : ": "}${names}`];
  });
}

function toneOf(items: readonly FollowUpItem[]): { readonly tone?: Tone } {
  return items.some((item) => item.status === "overdue" || item.status === "due") ? { tone: "question" } : {};
}
