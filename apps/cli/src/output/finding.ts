import { type Facts, type Finding, type Lang, localText, sayFinding, type Terms } from "@materbone/clinical";

/** A finding as the machine output carries it. */
export function findingJson(found: Finding, terms: Terms): Readonly<Record<string, string | null | Facts>> {
  const { rule, severity, at, facts, state } = found;
  const base = { rule, severity, case: found.case, at, message: sayFinding(found, terms), facts, state };
  return found.note === undefined ? base : { ...base, note: localText(found.note, terms.lang satisfies Lang) };
}

/** Column names of findings as CSV. */
export const FINDING_COLUMNS = ["rule", "severity", "case", "at", "message", "state"] as const;

export function findingRow(found: Finding, terms: Terms): readonly (string | null)[] {
  return [found.rule, found.severity, found.case, found.at, sayFinding(found, terms), found.state];
}

/** Two lines for a terminal: severity, rule and place, then the question. */
export function findingLines(found: Finding, terms: Terms): string {
  const state = found.state === "open" ? "" : ` [${terms.word("findingState", found.state)}]`;
  return `  ${terms.word("severity", found.severity)}  ${found.rule}  ${found.at}${state}\n      ${sayFinding(found, terms)}\n`;
}
