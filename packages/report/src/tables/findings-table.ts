import {
  createTerms,
  type Finding,
  type Lang,
  SEVERITIES,
  type SeriesView,
  type Severity,
  sayFinding,
} from "@materbone/clinical";
import { headed, womanName } from "../figures/time-words.ts";
import { cell, column, plainTable, row, type Table, type Tone } from "./table.ts";
import { TABLE_WORDS } from "./words.ts";

export const SEVERITY_TONE: Readonly<Record<Severity, Tone>> = { major: "serious", minor: "question", info: "quiet" };

/** Findings with the gravest first, as one table. */
export function findingsTable(view: SeriesView, found: readonly Finding[], lang: Lang): Table {
  const t = createTerms(lang);
  const names = new Map(view.cases.map((woman) => [woman.record.id, womanName(woman.record, t)]));
  return plainTable(
    { id: "findings", lang, title: t.text(TABLE_WORDS.findingsTitle) },
    [column("left"), column("left"), column("left", true), column("left"), column("left"), column("left")],
    [
      t.text(TABLE_WORDS.severity),
      t.text(TABLE_WORDS.where),
      t.text(TABLE_WORDS.finding),
      t.text(TABLE_WORDS.rule),
      t.text(TABLE_WORDS.place),
      t.text(TABLE_WORDS.state),
    ],
    bySeverity(found).map((finding) =>
      row(
        cell(headed(t.word("severity", finding.severity)), { tone: SEVERITY_TONE[finding.severity] }),
        cell(finding.case === null ? t.text(TABLE_WORDS.series) : (names.get(finding.case) ?? finding.case)),
        cell(sayFinding(finding, t)),
        cell(finding.rule),
        cell(finding.at),
        cell(t.word("findingState", finding.state)),
      ),
    ),
  );
}

/** Gravest first, else in the order they came. */
export function bySeverity(found: readonly Finding[]): readonly Finding[] {
  return [...found].sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
}
