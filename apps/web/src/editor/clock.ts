import type { Lang } from "@materbone/clinical";

/** Time of day of an instant, with the day when it was not today: "14:32", "4 May, 14:32". */
export function clockText(instant: string, now: Date, lang: Lang): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return "";
  const clock = format(lang, "clock").format(time);
  if (time.toDateString() === now.toDateString()) return clock;
  const day = format(lang, time.getFullYear() === now.getFullYear() ? "day" : "dayOfYear");
  return `${day.format(time)} ${clock}`;
}

const OPTIONS = {
  clock: { hour: "2-digit", minute: "2-digit", hour12: false },
  day: { day: "numeric", month: "short" },
  dayOfYear: { day: "numeric", month: "short", year: "numeric" },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

// Making one takes longer than all else that is said at a letter.
const made = new Map<string, Intl.DateTimeFormat>();

function format(lang: Lang, kind: keyof typeof OPTIONS): Intl.DateTimeFormat {
  const key = `${lang} ${kind}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", OPTIONS[kind]);
  made.set(key, known);
  return known;
}

/** Whole minutes from an instant to now, never negative. */
export function minutesSince(instant: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - new Date(instant).getTime()) / 60_000));
}
