import {
  type CaseView,
  createTerms,
  type Lang,
  type SensitivityRow,
  sensitivity,
  type Terms,
} from "@materbone/clinical";
import { type Cell, cell, column, plainTable, row, type Table } from "./table.ts";
import { STATUS_TONE } from "./table-cells.ts";
import { titleOf } from "./title-of.ts";
import { TABLE_WORDS } from "./words.ts";

/** The combinations of site rule and operator in the order of the columns. */
const CHOICES = [
  ["any", "<="],
  ["any", "<"],
  ["all", "<="],
  ["all", "<"],
] as const;

/** How timing and density of the paper's definition move with the window, the site rule and `<` or `<=`. */
export function sensitivityTable(view: CaseView, lang: Lang): Table {
  const t = createTerms(lang);
  const { rows } = sensitivity(view);
  const windows = [...new Set(rows.map((each) => each.windowMonths))];
  return plainTable(
    {
      id: `sensitivity-${view.record.id}`,
      lang,
      title: titleOf(view, t.text(TABLE_WORDS.sensitivityTitle), t),
      footnotes: [{ text: t.text(TABLE_WORDS.sensitivityNote) }],
    },
    [column("left"), ...CHOICES.map(() => column("left"))],
    [t.text(TABLE_WORDS.window), ...CHOICES.map(([rule, operator]) => choiceText(rule, operator, t))],
    windows.map((months) =>
      row(
        cell(t.lang === "zh" ? `妊娠晚期至产后${months}个月` : `late pregnancy to month ${months}`),
        ...CHOICES.map(([rule, operator]) =>
          statusCell(
            rows.find((each) => each.windowMonths === months && each.siteRule === rule && each.operator === operator),
            t,
          ),
        ),
      ),
    ),
  );
}

function choiceText(rule: "any" | "all", operator: "<" | "<=", t: Terms): string {
  const limit = `Z ${operator === "<=" ? "≤" : "<"} ${t.fixed(-2, 1)}`;
  if (t.lang === "zh") return `${rule === "any" ? "任一部位" : "全部部位"} ${limit}`;
  return `${rule} site${rule === "any" ? "" : "s"}, ${limit}`;
}

function statusCell(found: SensitivityRow | undefined, t: Terms): Cell {
  return found === undefined
    ? cell("")
    : cell(t.word("criterionStatus", found.both), { tone: STATUS_TONE[found.both] });
}
