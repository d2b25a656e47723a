import type { Lang } from "@materbone/clinical";

/** Time of day of an instant, with the day when it was not today: "14:32", "4 May, 14:32". */
export function clockText(instant: string, now: Date, lang: Lang): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return "";
  const locale = lang === "zh" ? "zh-CN" : "en-GB";
  const clock = time.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", hour12: false });
  if (time.toDateString() === now.toDateString()) return clock;
  const day = time.toLocaleDateString(locale, {
    day: "numeric",
    month: "short",
    ...(time.getFullYear() === now.getFullYear() ? {} : { year: "numeric" }),
  });
  return `${day} ${clock}`;
}

/** Whole minutes from an instant to now, never negative. */
export function minutesSince(instant: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - new Date(instant).getTime()) / 60_000));
}
