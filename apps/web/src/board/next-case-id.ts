const NUMBERED = /^(.*?)(\d+)$/;

/**
 * The id to propose for the next woman: the most frequent beginning of the ids in use with the number after its highest,
 * as wide as theirs; `case-1` where no id ends in a number.
 */
export function nextCaseId(ids: readonly string[]): string {
  const highest = new Map<string, { readonly number: number; readonly width: number; readonly count: number }>();
  for (const id of ids) {
    const match = NUMBERED.exec(id);
    const [, start, digits] = match ?? [];
    if (start === undefined || digits === undefined || !Number.isSafeInteger(Number(digits))) continue;
    const known = highest.get(start);
    highest.set(start, {
      number: Math.max(known?.number ?? 0, Number(digits)),
      width: Math.max(known?.width ?? 0, digits.startsWith("0") ? digits.length : 0),
      count: (known?.count ?? 0) + 1,
    });
  }
  const [start, { number, width }] = [...highest].reduce(
    (best, next) => (next[1].count > best[1].count ? next : best),
    ["case-", { number: 0, width: 0, count: 0 }] as [string, { number: number; width: number; count: number }],
  );
  const taken = new Set(ids);
  let next = number + 1;
  while (taken.has(idOf(start, next, width))) next++;
  return idOf(start, next, width);
}

function idOf(start: string, number: number, width: number): string {
  return `${start}${String(number).padStart(width, "0")}`;
}
