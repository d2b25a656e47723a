import { localText, type Terms, type Treatment } from "@materbone/clinical";
import { DOSE_NOT_RECORDED, ONCE, PER_WORDS, WORDS } from "./words.ts";

/** Name of what was given: the source's own words for `other`, else the agent. */
export function treatmentName(treatment: Treatment, terms: Terms): string {
  if (treatment.agent === "other" && treatment.name !== undefined) return localText(treatment.name, terms.lang);
  return terms.agent(treatment.agent);
}

/** "0.6–1.2 g/day", "5 mg once", or that no dose is recorded. */
export function doseText(treatment: Treatment, terms: Terms): string {
  const { dose } = treatment;
  if (dose === undefined) return terms.text(DOSE_NOT_RECORDED);
  const amounts = typeof dose.amount === "number" ? [dose.amount] : dose.amount;
  const amount = amounts.map((value) => String(value)).join("–");
  const unit = dose.unit === "ug" ? "µg" : dose.unit;
  return `${amount} ${unit}${perText(dose.per, terms)}`;
}

/** "declined: cost". */
export function declinedText(treatment: Treatment, terms: Terms): string {
  const reason = treatment.declined?.reason;
  const word = terms.text(WORDS.declined);
  if (reason === undefined || reason === "notStated") return word;
  const colon = terms.lang === "zh" ? "：" : ": ";
  return `${word}${colon}${terms.word("declinedReason", reason)}`;
}

function perText(per: string, terms: Terms): string {
  if (per === "once") return terms.text(ONCE);
  const parts = /^(?:(\d+) )?(day|week|month|year)s?$/.exec(per);
  const count = Number(parts?.[1] ?? 1);
  const facts = { count, period: parts?.[2] ?? per };
  return PER_WORDS[terms.lang](facts, terms);
}
