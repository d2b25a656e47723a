import {
  type CaseView,
  considerInstead,
  type PloDefinition,
  type Reason,
  sayReason,
  type Terms,
  type Verdict,
} from "@materbone/clinical";
import { words } from "../words.ts";

/** One definition applied to one woman: outcome, then each criterion with the facts used and the facts missing. */
export function verdictText(verdict: Verdict, definition: PloDefinition, terms: Terms): string {
  const name = `${verdict.case}  ${terms.text(definition.name)} (${definition.id})`;
  const lines = [`\n${name}: ${terms.word("outcome", verdict.outcome)}\n`];
  for (const { id, status, because, missing } of verdict.criteria) {
    lines.push(`  ${terms.word("criterionStatus", status)}  ${terms.word("criterion", id)}\n`);
    lines.push(...because.map((reason) => reasonLine("·", reason, terms)));
    lines.push(...missing.map((reason) => reasonLine("?", reason, terms)));
  }
  return lines.join("");
}

/** Conditions to consider instead, each with what raised it; empty when there are none. */
export function signalText(view: CaseView, terms: Terms): string {
  const signals = considerInstead(view);
  if (signals.length === 0) return "";
  const lines = signals.flatMap((signal) => [
    `  ${terms.text(signal.condition)} (${signal.id}; ${signal.source.cite})\n`,
    ...signal.because.map((reason) => reasonLine("·", reason, terms)),
  ]);
  return `\n${view.record.id}  ${terms.text(words.considerInstead)}\n${lines.join("")}`;
}

function reasonLine(mark: string, reason: Reason, terms: Terms): string {
  return `      ${mark} ${sayReason(reason, terms)}\n`;
}
