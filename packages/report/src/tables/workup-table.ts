import { type CaseView, createTerms, type Lang, type WorkupStatus, workupChecklist } from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { cell, column, plainTable, row, type Table, type Tone } from "./table.ts";
import { titleOf } from "./title-of.ts";
import { TABLE_WORDS } from "./words.ts";

const TONES: Readonly<Record<WorkupStatus, Tone>> = {
  normal: "good",
  abnormal: "question",
  done: "quiet",
  notDone: "question",
  notDocumented: "question",
};

/** The work-up for secondary causes: what the record says of every test, with why it matters. "Not documented" is not "normal". */
export function workupTable(view: CaseView, lang: Lang): Table {
  const t = createTerms(lang);
  return plainTable(
    { id: `workup-${view.record.id}`, lang, title: titleOf(view, t.text(TABLE_WORDS.workupTitle), t) },
    [column("left", true), column("left"), column("left"), column("left", true)],
    [t.text(TABLE_WORDS.test), t.text(TABLE_WORDS.tier), t.text(TABLE_WORDS.state), t.text(TABLE_WORDS.why)],
    workupChecklist(view).map((check) =>
      row(
        cell(headed(t.word("workupItem", check.item))),
        cell(t.text(check.tier === 1 ? TABLE_WORDS.tierEvery : TABLE_WORDS.tierIndicated)),
        cell(t.word("workupStatus", check.status), { tone: TONES[check.status] }),
        cell(t.text(check.why)),
      ),
    ),
  );
}
