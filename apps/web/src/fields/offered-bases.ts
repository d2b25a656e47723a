import { type TimeBasis, vocabularies, type When } from "@materbone/clinical";

const BASES = Object.keys(vocabularies.timeBasis) as readonly TimeBasis[];

/**
 * Ways to know a time that can be chosen for it. Of a time that is not given there is nothing to be stated or derived from: only
 * that it is unknown, and what the record says already.
 */
export function offeredBases(when: When | undefined): readonly TimeBasis[] {
  const { months, date, gestationalWeeks, readings } = when ?? {};
  const isGiven = [months, date, gestationalWeeks, readings].some((part) => part !== undefined);
  return isGiven ? BASES : BASES.filter((basis) => basis === "unknown" || basis === when?.basis);
}
