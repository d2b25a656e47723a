import {
  assess,
  createTerms,
  definitions,
  type Lang,
  type PloDefinition,
  type SeriesView,
  type Terms,
  type Verdict,
} from "@materbone/clinical";
import { womanName } from "../figures/time-words.ts";
import { type Cell, cell, column, linesCell, plainTable, row, type Table } from "./table.ts";
import { OUTCOME_TONE } from "./table-cells.ts";
import { TABLE_WORDS } from "./words.ts";

/** Every definition of PLO against every woman, with the criteria that are not met or stay open. */
export function verdictTable(
  view: Pick<SeriesView, "cases">,
  lang: Lang,
  used: readonly PloDefinition[] = definitions,
): Table {
  const t = createTerms(lang);
  return plainTable(
    {
      id: "verdicts",
      lang,
      title: t.text(TABLE_WORDS.verdictTitle),
      footnotes: [{ text: t.text(TABLE_WORDS.verdictNote) }],
    },
    [column("left", true), ...view.cases.map(() => column("left", true))],
    [t.text(TABLE_WORDS.definition), ...view.cases.map((woman) => womanName(woman.record, t))],
    used.map((definition) =>
      row(cell(t.text(definition.name)), ...view.cases.map((woman) => outcomeCell(assess(woman, definition), t))),
    ),
  );
}

function outcomeCell(verdict: Verdict, t: Terms): Cell {
  const open = (["notMet", "undecided"] as const).flatMap((status) => {
    const criteria = verdict.criteria.filter((criterion) => criterion.status === status);
    if (criteria.length === 0) return [];
    const names = t.series(criteria.map((criterion) => t.word("criterion", criterion.id)));
    const word = t.word("criterionStatus", status);
    return [t.lang === "zh" ? `${word}：${names}` : `${word}: ${names}`];
  });
  return linesCell([t.word("outcome", verdict.outcome), ...open], { tone: OUTCOME_TONE[verdict.outcome] });
}
