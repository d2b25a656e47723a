import { type Facts, type Finding, localText, sayFinding, type Terms } from "@materbone/clinical";
import { printable, wrapText } from "@materbone/report";

/** A finding as the machine output carries it. */
export function findingJson(found: Finding, terms: Terms): Readonly<Record<string, string | null | Facts>> {
  const { rule, severity, at, facts, state } = found;
  const base = { rule, severity, case: found.case, at, message: sayFinding(found, terms), facts, state };
  return found.note === undefined ? base : { ...base, note: localText(found.note, terms.lang) };
}

/** Column names of findings as CSV. */
export const FINDING_COLUMNS = ["rule", "severity", "case", "at", "message", "state"] as const;

export function findingRow(found: Finding, terms: Terms): readonly (string | null)[] {
  return [found.rule, found.severity, found.case, found.at, sayFinding(found, terms), found.state];
}

const INDENT = "      ";

/** For a terminal: severity, rule and place, then the question in lines of at most `width` columns. */
export function findingLines(found: Finding, terms: Terms, width: number): string {
  const state = found.state === "open" ? "" : ` [${terms.word("findingState", found.state)}]`;
  const note = found.note === undefined ? "" : ` (${localText(found.note, terms.lang)})`;
  const question = wrapText(printable(sayFinding(found, terms) + note), width - INDENT.length);
  const head = `  ${terms.word("severity", found.severity)}  ${found.rule}  ${found.at}${state}\n`;
  return head + question.map((line) => `${INDENT}${line}\n`).join("");
}
