import { type Phrase, say, type Terms } from "@materbone/clinical";
import { type DayRange, elapsed, type IntegerRange, sayDays, sayRange, saySinceDelivery } from "@materbone/finder";

/**
 * "3 months after delivery", "27 days before delivery": completed months, counted away from the delivery on both sides, and
 * days where not one month is certainly completed, so that nothing is 0 but the day itself.
 */
export function sayFromDelivery(delivery: DayRange, when: DayRange, terms: Terms): string {
  return sayFrom(delivery, when, WHOLE, terms);
}

/** "3 months after", "产后 3 个月": where the place says that times are counted from the delivery. */
export function sayShortFromDelivery(delivery: DayRange, when: DayRange, terms: Terms): string {
  return sayFrom(delivery, when, SHORT, terms);
}

type Sides = { readonly before: Phrase<string>; readonly after: Phrase<string> };

function sayFrom(delivery: DayRange, when: DayRange, { before, after }: Sides, terms: Terms): string {
  const { days, months } = elapsed(delivery, when);
  const isAfter = days.least >= 0;
  if (isAfter ? days.most === 0 : days.most >= 0) return saySinceDelivery(delivery, when, terms);
  const away = isAfter ? { days, months } : elapsed(when, delivery);
  const amount = away.months.least < 1 ? sayDays(away.days, terms) : sayMonths(away.months, terms);
  return say(isAfter ? after : before, amount, terms);
}

function sayMonths(months: IntegerRange, terms: Terms): string {
  const count = months.least === months.most ? months.most : Number.POSITIVE_INFINITY;
  return terms.lang === "zh"
    ? `${sayRange(months)} 个月`
    : `${sayRange(months)} ${terms.count(count, "month", "months")}`;
}

const WHOLE: Sides = {
  before: { en: (amount) => `${amount} before delivery`, zh: (amount) => `产前 ${amount}` },
  after: { en: (amount) => `${amount} after delivery`, zh: (amount) => `产后 ${amount}` },
};

const SHORT: Sides = {
  before: { en: (amount) => `${amount} before`, zh: (amount) => `产前 ${amount}` },
  after: { en: (amount) => `${amount} after`, zh: (amount) => `产后 ${amount}` },
};
