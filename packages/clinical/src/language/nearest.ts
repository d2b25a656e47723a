/** Longest word that a slip is looked for in; a longer one is no word. */
const LONGEST = 100;

/** Letters that two words must begin with alike to be taken for one drug or item under two endings. */
const SHARED_STEM = 6;

/**
 * The only candidate that begins with the same six letters ("zoledronate", `zoledronicAcid`), else the one that needs the
 * fewest single-letter edits (insert, delete, replace, swap neighbours), letter case aside.
 *
 * @param more - edits allowed beyond the usual in words of five letters or more, where the candidates are few
 * @returns `undefined` when even the nearest differs in too many letters to be meant
 */
export function nearest(word: string, candidates: Iterable<string>, more = 0): string | undefined {
  if (word.length > LONGEST) return undefined;
  const known = [...candidates];
  const stem = word.toLowerCase().slice(0, SHARED_STEM);
  const sameStem = known.filter((candidate) => candidate.toLowerCase().startsWith(stem));
  if (stem.length === SHARED_STEM && sameStem.length === 1) return sameStem[0];
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const allowed = mostEdits(word, candidate) + (Math.min(word.length, candidate.length) < FAIR_WORD ? 0 : more);
    if (Math.abs(word.length - candidate.length) > allowed) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= allowed && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Shorter words become any other in few edits. */
const FAIR_WORD = 5;

/** Longer words are told apart more strictly: alendronate is three letters from zoledronate, and another drug. */
const LONG_WORD = 8;

/** A third of the longer word, a quarter of a long one, one at least; none where one edit would make any word of it. */
function mostEdits(word: string, candidate: string): number {
  const letters = Math.max(word.length, candidate.length);
  return letters <= 1 ? 0 : Math.max(1, Math.floor(letters / (letters < LONG_WORD ? 3 : 4)));
}

// Optimal string alignment over three rows.
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, (before[j - 2] ?? 0) + 1);
      }
      current.push(distance);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
