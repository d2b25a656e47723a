import type { DayRange } from "../answer/day-range.ts";
import type { KeyEntry, KeyHead } from "../generator/answer-key.ts";

/** What a worklist tells of the hospital in which it was made. */
export type WorklistTrace = {
  /** Persons in the data; absent where the funnel hides them. */
  readonly persons?: number;
  readonly candidates: readonly { readonly sourceId: string; readonly birth?: DayRange }[];
};

/**
 * Whether a key may be that of the hospital of a worklist. Hospitals share their identifiers, so that the size of the hospital and
 * the births of the candidates tell: a person of the key was born when the worklist says.
 */
export function isKeyOf(head: KeyHead, entries: Iterable<KeyEntry>, { persons, candidates }: WorklistTrace): boolean {
  if (persons !== undefined && persons !== head.persons) return false;
  const birthById = new Map([...entries].map(({ sourceId, birthDate }) => [sourceId, birthDate]));
  return candidates.every(({ sourceId, birth }) => {
    const known = birthById.get(sourceId);
    return known === undefined || birth === undefined || (birth.low.startsWith(known) && birth.high.startsWith(known));
  });
}
