import { type CaseView, createTerms, type Delay, delays, type Lang, type Terms } from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { printedMonthInterval } from "./printed.ts";
import { cell, column, MISSING, plainTable, row, type Table } from "./table.ts";
import { titleOf } from "./title-of.ts";
import { DELAY_NAMES, MILESTONES, TABLE_WORDS } from "./words.ts";

/** Each delay of a woman under its own name; a range where a time is one. */
export function delayTable(view: CaseView, lang: Lang): Table {
  const t = createTerms(lang);
  const each = delays(view).map((delay) => ({ delay, remark: remark(delay, t) }));
  const hasRemarks = each.some(({ remark }) => remark !== "");
  return plainTable(
    { id: `delays-${view.record.id}`, lang, title: titleOf(view, t.text(TABLE_WORDS.delayTitle), t) },
    [column("left", true), column("right"), ...(hasRemarks ? [column("left", true)] : [])],
    [t.text(TABLE_WORDS.delay), t.text(TABLE_WORDS.months), ...(hasRemarks ? [t.text(TABLE_WORDS.remark)] : [])],
    each.map(({ delay, remark }) =>
      row(
        cell(headed(t.text(DELAY_NAMES[delay.id]))),
        cell(delay.months === undefined ? MISSING[lang] : printedMonthInterval(delay.months, t)),
        ...(hasRemarks ? [cell(remark)] : []),
      ),
    ),
  );
}

function remark(delay: Delay, t: Terms): string {
  const zh = t.lang === "zh";
  if (delay.missing.length > 0) {
    const names = t.series(delay.missing.map((milestone) => t.text(MILESTONES[milestone])));
    return zh ? `时间未记录：${names}` : `time not recorded: ${names}`;
  }
  if (delay.months !== undefined && delay.months.latest < 0) return zh ? "先后顺序相反" : "in the reverse order";
  if (delay.undated.length === 0) return "";
  const names = t.series(delay.undated.map((milestone) => t.text(MILESTONES[milestone])));
  return zh ? `另有未记录时间者，可能更早：${names}` : `one without a time could be earlier: ${names}`;
}
