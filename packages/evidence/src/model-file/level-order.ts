/**
 * Orders the levels of a factor as a dictionary does, and as R does outside the C locale: marks before digits before letters,
 * letters without regard to case, and the small letter first where nothing else differs. So BP, none, TPTD.
 */
export function compareLevels(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = compareKeys(key(left[at] as string), key(right[at] as string));
    if (difference !== 0) return difference;
  }
  if (left.length !== right.length) return left.length - right.length;
  // Equal but for case: small letters first.
  for (let at = 0; at < left.length; at++) {
    if (left[at] !== right[at]) return isSmall(left[at] as string) ? -1 : 1;
  }
  return 0;
}

/** The distinct levels in order: numbers by size where all are numbers, else as a dictionary has them. */
export function sortedLevels(levels: Iterable<string>): string[] {
  const distinct = [...new Set(levels)];
  const areNumbers = distinct.every((level) => level.trim() !== "" && Number.isFinite(Number(level)));
  return distinct.sort(areNumbers ? (a, b) => Number(a) - Number(b) : compareLevels);
}

type Key = readonly [group: number, text: string];

function key(character: string): Key {
  if (/\p{N}/u.test(character)) return [1, character];
  if (/\p{L}/u.test(character)) return [2, character.toLowerCase()];
  return [0, character];
}

function compareKeys([groupA, textA]: Key, [groupB, textB]: Key): number {
  if (groupA !== groupB) return groupA - groupB;
  return textA < textB ? -1 : textA > textB ? 1 : 0;
}

function isSmall(character: string): boolean {
  return character === character.toLowerCase();
}
