import { type Phrase, printWhen, say, type Terms, type When } from "@materbone/clinical";

/** What a time says in words: "15 months post partum", "产后15个月"; `undefined` where no time is given. */
export function sayWhen(when: When | undefined, terms: Terms): string | undefined {
  if (when === undefined) return undefined;
  const { months, date, gestationalWeeks, readings } = when;
  if (readings !== undefined) {
    return say(READINGS, { months: readings.map(terms.months) }, terms);
  }
  if (months !== undefined) return monthsWords(months, terms);
  if (gestationalWeeks !== undefined) {
    return say(GESTATION, { weeks: printWhen({ gestationalWeeks }).replaceAll("w", "").replace("..", "–") }, terms);
  }
  if (date === undefined) return undefined;
  if (typeof date === "string") return dateWords(date, terms);
  const [from, to] = date;
  const ends = { from: from === null ? "" : dateWords(from, terms), to: to === null ? "" : dateWords(to, terms) };
  return say(from === null ? UNTIL : to === null ? SINCE : FROM_TO, ends, terms);
}

function monthsWords(months: NonNullable<When["months"]>, terms: Terms): string {
  if (months === 0) return terms.text({ en: "at delivery", zh: "分娩时" });
  const [from, to] = typeof months === "number" ? [months, months] : months;
  const isBefore = (to ?? 0) <= 0 && to !== null && from !== null && from < 0;
  if (isBefore) {
    const time = { earliest: -to || 0, latest: -from };
    return say(BEFORE_DELIVERY, { months: terms.monthInterval(time) }, terms);
  }
  const time = { earliest: from ?? Number.NEGATIVE_INFINITY, latest: to ?? Number.POSITIVE_INFINITY };
  return say(POST_PARTUM, { months: terms.monthInterval(time), isOne: from === 1 && to === 1 }, terms);
}

function dateWords(date: string, terms: Terms): string {
  const [year, month, day] = date.split("-").map(Number);
  if (terms.lang === "zh")
    return `${year}年${month === undefined ? "" : `${month}月`}${day === undefined ? "" : `${day}日`}`;
  const name = month === undefined ? undefined : MONTHS[month - 1];
  return [day, name, year].filter((part) => part !== undefined).join(" ");
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const POST_PARTUM: Phrase<{ readonly months: string; readonly isOne: boolean }> = {
  en: ({ months, isOne }) => `${months} ${isOne ? "month" : "months"} post partum`,
  zh: ({ months }) => (/^\d/.test(months) ? `产后${months}个月` : `产后 ${months} 个月`),
};
const BEFORE_DELIVERY: Phrase<{ readonly months: string }> = {
  en: ({ months }) => `${months} ${months === "1" ? "month" : "months"} before delivery`,
  zh: ({ months }) => `产前${months}个月`,
};
const READINGS: Phrase<{ readonly months: readonly string[] }> = {
  en: ({ months }, t) => `${t.either(months)} months post partum`,
  zh: ({ months }, t) => `产后 ${t.either(months)} 个月`,
};
const GESTATION: Phrase<{ readonly weeks: string }> = {
  en: ({ weeks }) => `${weeks} weeks of gestation`,
  zh: ({ weeks }) => `孕${weeks}周`,
};
const SINCE: Phrase<{ readonly from: string }> = {
  en: ({ from }) => `from ${from} on`,
  zh: ({ from }) => `${from}以后`,
};
const UNTIL: Phrase<{ readonly to: string }> = { en: ({ to }) => `until ${to}`, zh: ({ to }) => `${to}以前` };
const FROM_TO: Phrase<{ readonly from: string; readonly to: string }> = {
  en: ({ from, to }) => `${from} to ${to}`,
  zh: ({ from, to }) => `${from}至${to}`,
};
