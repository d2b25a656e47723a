import type { Lang } from "@materbone/clinical";

/** An instant as the clock of this computer shows it: "2026-03-04 15:07". */
export function instantText(at: string, lang: Lang): string {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return at;
  const two = (part: number): string => String(part).padStart(2, "0");
  const clock = `${two(instant.getHours())}:${two(instant.getMinutes())}`;
  const [year, month, day] = [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()];
  return lang === "zh" ? `${year}年${month}月${day}日 ${clock}` : `${year}-${two(month)}-${two(day)} ${clock}`;
}
