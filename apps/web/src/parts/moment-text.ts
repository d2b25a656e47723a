import type { Lang } from "@materbone/clinical";

/** An instant as the reader's clock shows it: "25 Nov 2026, 14:32", "2026年11月25日 14:32"; only the time when it is today. */
export function momentText(instant: string, lang: Lang, now: Date = new Date()): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  const locale = lang === "zh" ? "zh-CN" : "en-GB";
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(moment);
  if (moment.toDateString() === now.toDateString()) return time;
  const day = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: lang === "zh" ? "long" : "short",
    day: "numeric",
  }).format(moment);
  return lang === "zh" ? `${day} ${time}` : `${day}, ${time}`;
}
