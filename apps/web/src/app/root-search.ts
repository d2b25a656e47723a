import type { Lang } from "@materbone/clinical";

/** What every address may carry. */
export type RootSearch = { readonly lang?: Lang };

export function rootSearch(search: Readonly<Record<string, unknown>>): RootSearch {
  return search.lang === "zh" || search.lang === "en" ? { lang: search.lang } : {};
}
