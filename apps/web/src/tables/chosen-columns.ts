/** Columns that were chosen, in the order of choice; those that the table does not have are dropped. All when nothing is chosen. */
export function chosenOf<T extends string>(text: string | undefined, all: readonly T[]): readonly T[] {
  if (text === undefined) return all;
  const wanted = new Set(text.split(","));
  const chosen = [...wanted].flatMap((name) => all.filter((each) => each === name));
  return chosen.length === 0 ? all : chosen;
}

/** The choice as an address keeps it; `undefined` when it is every column in the given order. */
export function columnText<T extends string>(chosen: readonly T[], all: readonly T[]): string | undefined {
  const isAll = chosen.length === all.length && chosen.every((each, position) => each === all[position]);
  return isAll ? undefined : chosen.join(",");
}

/** Puts a column in, at its usual place among those chosen, or takes it out. The last column stays. */
export function toggled<T extends string>(chosen: readonly T[], column: T, all: readonly T[]): readonly T[] {
  if (chosen.includes(column)) return chosen.length === 1 ? chosen : chosen.filter((each) => each !== column);
  const following = all.slice(all.indexOf(column) + 1);
  const before = chosen.findIndex((each) => following.includes(each));
  const place = before < 0 ? chosen.length : before;
  return [...chosen.slice(0, place), column, ...chosen.slice(place)];
}

/** Moves a column one place towards the beginning (-1) or the end (1). */
export function moved<T extends string>(chosen: readonly T[], column: T, by: -1 | 1): readonly T[] {
  const from = chosen.indexOf(column);
  const to = from + by;
  if (from < 0 || to < 0 || to >= chosen.length) return chosen;
  const rest = chosen.filter((each) => each !== column);
  return [...rest.slice(0, to), column, ...rest.slice(to)];
}
