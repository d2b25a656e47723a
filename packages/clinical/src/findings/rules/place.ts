/**
 * The most specific JSON Pointer that covers all places: the place itself when there is one, else their common parent.
 *
 * @throws RangeError when `places` is empty
 */
export function commonPlace(places: readonly string[]): string {
  const first = places[0];
  if (first === undefined) throw new RangeError("places must not be empty");
  let shared = first.length;
  for (const place of places) shared = sharedSteps(first, shared, place);
  return first.slice(0, shared);
}

/** How many characters of `first`, in whole steps and at most `limit`, `place` begins with. */
function sharedSteps(first: string, limit: number, place: string): number {
  let end = 0;
  while (end < limit && end < place.length && first.charCodeAt(end) === place.charCodeAt(end)) end++;
  const isWhole = (end === first.length || first[end] === "/") && (end === place.length || place[end] === "/");
  return isWhole ? end : first.lastIndexOf("/", end - 1);
}
