import type { Finding } from "./finding.ts";

/** The same question in two versions of a record. */
export type KeptFinding = { readonly before: Finding; readonly after: Finding };

/** What a change of the record did to its findings. */
export type FindingChanges = {
  /** Asked before and not any more. */
  readonly resolved: readonly Finding[];
  /** Asked only now. */
  readonly raised: readonly Finding[];
  /** Asked before and after, with whatever facts and state. */
  readonly kept: readonly KeptFinding[];
  /** Kept ones whose state was changed by a review, or whose review was taken back. */
  readonly reviewed: readonly KeptFinding[];
};

/**
 * Compares the findings of two versions of a record or a series.
 *
 * A question is the same when its rule, woman, place and facts are; else when only its place moved, as it does when an entry
 * of a list before it goes; else when it stands in the same place with other facts, as it does when a value was corrected
 * and the question remains.
 */
export function findingChanges(before: readonly Finding[], after: readonly Finding[]): FindingChanges {
  const kept: KeptFinding[] = [];
  let earlier = before;
  let later = after;
  for (const keyOf of [exact, moved, placed]) {
    const matched = match(earlier, later, keyOf);
    kept.push(...matched.pairs);
    earlier = matched.before;
    later = matched.after;
  }
  const order = new Map(after.map((found, position) => [found, position]));
  kept.sort((a, b) => (order.get(a.after) ?? 0) - (order.get(b.after) ?? 0));
  return {
    resolved: earlier,
    raised: later,
    kept,
    reviewed: kept.filter((pair) => pair.before.state !== pair.after.state),
  };
}

type KeyOf = (found: Finding) => string;

const exact: KeyOf = ({ rule, case: id, at, facts }) => JSON.stringify([rule, id, at, facts]);
const moved: KeyOf = ({ rule, case: id, facts }) => JSON.stringify([rule, id, facts]);
const placed: KeyOf = ({ rule, case: id, at }) => JSON.stringify([rule, id, at]);

/** Pairs findings of one key in the order they come; what finds no partner is given back. */
function match(
  before: readonly Finding[],
  after: readonly Finding[],
  keyOf: KeyOf,
): { readonly pairs: readonly KeptFinding[]; readonly before: readonly Finding[]; readonly after: readonly Finding[] } {
  const waiting = new Map<string, Finding[]>();
  for (const found of before) {
    const key = keyOf(found);
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [found]);
    else list.push(found);
  }
  const pairs: KeptFinding[] = [];
  const paired = new Set<Finding>();
  const unmatched: Finding[] = [];
  for (const found of after) {
    const partner = waiting.get(keyOf(found))?.shift();
    if (partner === undefined) unmatched.push(found);
    else {
      pairs.push({ before: partner, after: found });
      paired.add(partner);
    }
  }
  return { pairs, before: before.filter((found) => !paired.has(found)), after: unmatched };
}
