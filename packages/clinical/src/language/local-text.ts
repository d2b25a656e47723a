import type { Lang } from "./text.ts";

/** The user's words in `lang`, else in the language that was given. In a file of its own, so that a light page needs no schema for it. */
export function localText(
  text: string | { readonly en?: string | undefined; readonly zh?: string | undefined },
  lang: Lang,
): string {
  if (typeof text === "string") return text;
  return text[lang] ?? text.en ?? text.zh ?? "";
}
