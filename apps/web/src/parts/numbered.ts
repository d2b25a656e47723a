/** An entry with its position as a key, for lists whose entries have no name and never move among themselves. */
export type Numbered<T> = { readonly key: string; readonly item: T; readonly isFirst: boolean };

/** Gives every entry of a list its position as a key. */
export function numbered<T>(items: readonly T[]): readonly Numbered<T>[] {
  return items.map((item, position) => ({ key: `${position}`, item, isFirst: position === 0 }));
}
