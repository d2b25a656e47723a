import type { Lang } from "@materbone/clinical";

/** A name and what is said of it: "Z-score: −2.3", “Z值：−2.3”. */
export function labelled(name: string, said: string, lang: Lang): string {
  return lang === "zh" ? `${name}：${said}` : `${name}: ${said}`;
}

/** Parts of one saying behind each other, between commas. */
export function phrases(parts: readonly string[], lang: Lang): string {
  return parts.join(lang === "zh" ? "，" : ", ");
}

/** Sayings behind each other, between semicolons. */
export function clauses(parts: readonly string[], lang: Lang): string {
  return parts.join(lang === "zh" ? "；" : "; ");
}

/** A name in quotation marks. The Chinese kind stands close to what is before it: 层级“骨折”. */
export function called(kind: string, name: string, lang: Lang): string {
  return lang === "zh" ? `${kind}“${name}”` : `${kind} “${name}”`;
}

/** Words with an addition in brackets, full-width in Chinese. */
export function bracketed(words: string, addition: string | number, lang: Lang): string {
  return lang === "zh" ? `${words}（${addition}）` : `${words} (${addition})`;
}
