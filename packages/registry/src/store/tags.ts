import { folded, plain } from "./folded.ts";

export type TagCount = { readonly tag: string; readonly cases: number };

/** Tags of one woman; those that differ only in case or width are one, in the spelling that comes first. */
export function distinctTags(tags: readonly string[]): readonly string[] {
  const byFolded = new Map<string, string>();
  for (const tag of tags) if (!byFolded.has(folded(tag))) byFolded.set(folded(tag), plain(tag));
  return [...byFolded.values()];
}

/** Tags of a series from the counts of their spellings: each once, in the spelling used most, most used first. */
export function tagList(spellings: Iterable<TagCount>): readonly TagCount[] {
  const byFolded = new Map<string, TagCount>();
  for (const { tag, cases } of [...spellings].sort((a, b) => b.cases - a.cases || (a.tag < b.tag ? -1 : 1))) {
    if (cases <= 0) continue;
    const known = byFolded.get(folded(tag));
    byFolded.set(folded(tag), known === undefined ? { tag, cases } : { ...known, cases: known.cases + cases });
  }
  return [...byFolded]
    .sort(([a, m], [b, n]) => n.cases - m.cases || (a < b ? -1 : 1))
    .map(([, { tag, cases }]) => ({ tag, cases }));
}
