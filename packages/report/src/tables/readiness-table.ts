import {
  type AgentId,
  type CaseView,
  createTerms,
  type Lang,
  type ReadinessStatus,
  readiness,
  readinessStatement,
  readinessStatusWords,
  sayReadinessReason,
} from "@materbone/clinical";
import { headed } from "../figures/time-words.ts";
import { cell, column, plainTable, row, type Table, type Tone } from "./table.ts";
import { titleOf } from "./title-of.ts";
import { TABLE_WORDS } from "./words.ts";

const TONES: Readonly<Record<ReadinessStatus, Tone>> = {
  has: "good",
  lacks: "question",
  fails: "serious",
  undecided: "question",
  notYet: "quiet",
};

/** Checks of one agent that the record has, lacks or fails. It clears nothing and recommends nothing. */
export function readinessTable(view: CaseView, agent: AgentId, lang: Lang): Table {
  const t = createTerms(lang);
  const name = t.agent(agent);
  return plainTable(
    {
      id: `readiness-${view.record.id}-${agent}`,
      lang,
      title: titleOf(view, lang === "zh" ? `${name}相关检查` : `checks for ${name}`, t),
      footnotes: [{ text: t.text(readinessStatement) }],
    },
    [column("left", true), column("left"), column("left", true)],
    [t.text(TABLE_WORDS.check), t.text(TABLE_WORDS.state), t.text(TABLE_WORDS.basis)],
    readiness(view, agent).items.map((item) =>
      row(
        cell(headed(t.text(item.check.name))),
        cell(t.text(readinessStatusWords[item.status]), { tone: TONES[item.status] }),
        cell(sayReadinessReason(item.reason, t)),
      ),
    ),
  );
}
