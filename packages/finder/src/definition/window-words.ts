import { type Phrase, say, type Terms } from "@materbone/clinical";
import type { DeliveryWindow, WindowBound } from "./definition-schema.ts";

type ClosedBound = Exclude<WindowBound, "open">;

/** A bound in words: "3 months before delivery", "产后18个月". */
export function sayBound(bound: ClosedBound, terms: Terms): string {
  return say("months" in bound ? monthWords : dayWords, "months" in bound ? bound.months : bound.days, terms);
}

/** A window in words: "from 3 months before delivery to 18 months after delivery", "分娩前3个月至产后18个月". */
export function sayWindow({ from, to }: Pick<DeliveryWindow, "from" | "to">, terms: Terms): string {
  const first = from === "open" ? undefined : sayBound(from, terms);
  const last = to === "open" ? undefined : sayBound(to, terms);
  return say(windowWords, { first, last }, terms);
}

const windowWords: Phrase<{ readonly first: string | undefined; readonly last: string | undefined }> = {
  en: ({ first, last }) => {
    if (first === undefined) return last === undefined ? "at any time" : `up to ${last}`;
    return last === undefined ? `from ${first} on` : `from ${first} to ${last}`;
  },
  zh: ({ first, last }) => {
    if (first === undefined) return last === undefined ? "任何时间" : `截至${last}`;
    return last === undefined ? `${first}起` : `${first}至${last}`;
  },
};

const monthWords: Phrase<number> = {
  en: (n, t) => enBound(n, t.count(n, "month", "months")),
  zh: (n) => zhBound(n, "个月"),
};

const dayWords: Phrase<number> = {
  en: (n, t) => enBound(n, t.count(n, "day", "days")),
  zh: (n) => zhBound(n, "天"),
};

function enBound(n: number, unit: string): string {
  if (n === 0) return "the day of delivery";
  return `${Math.abs(n)} ${unit} ${n < 0 ? "before" : "after"} delivery`;
}

function zhBound(n: number, unit: string): string {
  if (n === 0) return "分娩当日";
  return `${n < 0 ? "分娩前" : "产后"}${Math.abs(n)}${unit}`;
}
