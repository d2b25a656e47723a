/** What can be chosen in the palette, with the words it is found by. */
export type Entry<T> = {
  readonly id: string;
  readonly section: "women" | "series" | "pages" | "actions";
  readonly label: string;
  readonly detail?: string | undefined;
  readonly target: T;
};

/** Entries that every word of the query is part of, letters of any case and width; all of them for an empty query. */
export function matching<T>(entries: readonly Entry<T>[], query: string): readonly Entry<T>[] {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  return entries.filter(({ label, detail = "" }) => {
    const text = folded(`${label} ${detail}`);
    return words.every((word) => text.includes(word));
  });
}

/** The entry that a step up or down leads to; past an end it goes on at the other. */
export function stepped(count: number, from: number, by: number): number {
  if (count === 0) return -1;
  if (from < 0) return by > 0 ? 0 : count - 1;
  return (from + by + count) % count;
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
