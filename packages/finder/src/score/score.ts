import type { KeyEntry } from "../generator/answer-key.ts";
import { type Proportion, proportion } from "./exact-interval.ts";

/** A row of a worklist, as far as it is scored. */
export type ScoredCandidate = {
  readonly sourceId: string;
  readonly tier: string;
  /** ISO dates between which the delivery lies. */
  readonly deliveryLow: string;
  readonly deliveryHigh: string;
};

/** How the candidates of a search fare against the answer key; persons are counted, not rows. */
export type Score = {
  /** PLO women found among all. */
  readonly sensitivity: Proportion;
  /** PLO women among the persons found. */
  readonly ppv: Proportion;
  readonly byStory: readonly { readonly story: string; readonly isPlo: boolean; readonly found: Proportion }[];
  /** By tier as the candidates name it; a person of two tiers counts in both. */
  readonly byTier: readonly { readonly tier: string; readonly ppv: Proportion }[];
  /** PLO women who were not found. */
  readonly missed: readonly KeyEntry[];
  /** Persons found who have no PLO; `story` is null for who lives none. */
  readonly falseCandidates: readonly {
    readonly sourceId: string;
    readonly tier: string;
    readonly story: string | null;
  }[];
  /** PLO women found, but with no candidate about the delivery of their story. */
  readonly wrongDelivery: readonly KeyEntry[];
};

/**
 * Sets candidates against the truth of a synthetic hospital.
 *
 * @param candidates - rows in the order of the worklist; a person may have several
 * @param key - everyone who lives a story; whoever is not in it has no PLO
 */
export function score(candidates: readonly ScoredCandidate[], key: Iterable<KeyEntry>): Score {
  const rowsByPerson = grouped(candidates, ({ sourceId }) => sourceId);
  const entries = [...key];
  const keyByPerson = new Map(entries.map((entry) => [entry.sourceId, entry]));
  const isPlo = (sourceId: string): boolean => keyByPerson.get(sourceId)?.isPlo === true;
  const isFound = (entry: KeyEntry): boolean => rowsByPerson.has(entry.sourceId);
  const plo = entries.filter((entry) => entry.isPlo);
  const found = plo.filter(isFound);

  return {
    sensitivity: proportion(found.length, plo.length),
    ppv: proportion(found.length, rowsByPerson.size),
    byStory: [...grouped(entries, ({ story }) => story)].map(([story, lived]) => ({
      story,
      isPlo: lived[0]?.isPlo === true,
      found: proportion(lived.filter(isFound).length, lived.length),
    })),
    byTier: [...grouped(candidates, ({ tier }) => tier)].map(([tier, rows]) => {
      const persons = [...new Set(rows.map(({ sourceId }) => sourceId))];
      return { tier, ppv: proportion(persons.filter(isPlo).length, persons.length) };
    }),
    missed: plo.filter((entry) => !isFound(entry)),
    falseCandidates: [...rowsByPerson].flatMap(([sourceId, rows]) =>
      isPlo(sourceId) ? [] : [{ sourceId, tier: rows[0]?.tier ?? "", story: keyByPerson.get(sourceId)?.story ?? null }],
    ),
    wrongDelivery: found.filter((entry) => !rowsByPerson.get(entry.sourceId)?.some((row) => isAbout(row, entry))),
  };
}

function isAbout({ deliveryLow, deliveryHigh }: ScoredCandidate, { delivery }: KeyEntry): boolean {
  return delivery !== null && deliveryLow <= delivery && delivery <= deliveryHigh;
}

function grouped<T>(items: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}
