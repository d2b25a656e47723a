import type { Lang } from "@materbone/clinical";

/** A name and what is said of it: "Z-score: −2.3", “Z值：−2.3”. */
export function labelled(name: string, said: string, lang: Lang): string {
  return lang === "zh" ? `${name}：${said}` : `${name}: ${said}`;
}

/** Words with an addition in brackets, full-width in Chinese. */
export function bracketed(words: string, addition: string | number, lang: Lang): string {
  return lang === "zh" ? `${words}（${addition}）` : `${words} (${addition})`;
}
