import { say, type Terms } from "@materbone/clinical";
import type { BoardRow } from "./board-rows.ts";
import { followUpWords } from "./follow-up-words.ts";

/** When a row is due: days where the delivery has a date, else months: "2025-01-15", "months 12–13", "产后12～13个月". */
export function dueText(row: Pick<BoardRow, "due" | "days">, terms: Terms): string {
  if (row.due === undefined) return terms.text(followUpWords.unknownTime);
  const [first, last] = row.days ?? [];
  if (first != null && last != null) return first === last ? first : say(BETWEEN, { first, last }, terms);
  return say(MONTHS, { months: terms.monthInterval(row.due) }, terms);
}

const BETWEEN = {
  en: ({ first, last }: { readonly first: string; readonly last: string }) => `${first} to ${last}`,
  zh: ({ first, last }: { readonly first: string; readonly last: string }) => `${first} 至 ${last}`,
};

const MONTHS = {
  en: ({ months }: { readonly months: string }) => `month ${months}`,
  zh: ({ months }: { readonly months: string }) => `产后${months}个月`,
};
