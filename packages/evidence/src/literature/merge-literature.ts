import {
  alignedVersions,
  type Divergence,
  divergences,
  everyEntry,
  mergedVersions,
  placeIn,
  type Versions,
  valueAt,
  withoutGaps,
} from "@materbone/clinical";
import { chosenByName, chosenByPosition } from "./chosen-name.ts";
import { literatureEntryName } from "./literature-entry-name.ts";
import { namesGiven } from "./names-given.ts";

/**
 * Where two people changed one literature, against the version both started from. Studies, groups of women, outcomes,
 * readings, documents, reports found, overlaps, appraisals and GRADE profiles are the same entry by their name, wherever they
 * stand; an entry that only one side has is one divergence, any other is told field by field. A reading in use is named by
 * its document. What one side took out and the other newly names has to be decided, and so has a spread, a time or another
 * value of several parts that both changed.
 *
 * Places are those of `theirs`; entries that it does not have are numbered after its own.
 */
export function literatureDivergences(versions: Versions): readonly Divergence[] {
  return told(comparable(versions));
}

/** The document that the places of `literatureDivergences` lie in, for their words: every entry that any version has. */
export function literatureTogether(versions: Versions): unknown {
  return everyEntry(comparable(versions));
}

/**
 * Their literature with every place taken over that only I changed, or that both did and `mineAt` names. Nothing is checked:
 * what comes out is to be read by `readLiterature`.
 *
 * @param mineAt - places of divergences by `both`
 */
export function mergedLiterature(versions: Versions, mineAt: ReadonlySet<string>): unknown {
  const aligned = comparable(versions);
  return chosenByPosition(withoutGaps(mergedVersions(aligned.theirs, told(aligned), mineAt)));
}

/** Where the field that a pointer into `from` names stands in `to`; `undefined` where its entry is gone. */
export function literaturePlaceIn(pointer: string, from: unknown, to: unknown): string | undefined {
  return placeIn(pointer, from, to, literatureEntryName);
}

function comparable({ base, mine, theirs }: Versions): Versions {
  return alignedVersions(
    { base: chosenByName(base), mine: chosenByName(mine), theirs: chosenByName(theirs) },
    literatureEntryName,
  );
}

function told(aligned: Versions): readonly Divergence[] {
  const found = whole(divergences(aligned.base, aligned.mine, aligned.theirs), aligned);
  return found.map((each) => plain(isStillNamed(each, found, aligned) ? { ...each, by: "both" } : each));
}

/** Values of several parts that mean something only together. */
const TOGETHER =
  /^(.*\/(?:spread|population|dose|months|durationMonths|drugFreeMonths|startMonthsSinceDelivery|baselineMonthsSinceWeaning))\/[^/]+$/;

/** Parts of one value that each side changed otherwise, as one divergence of the value. */
function whole(found: readonly Divergence[], aligned: Versions): readonly Divergence[] {
  const sidesAt = new Map<string, Set<Divergence["by"]>>();
  for (const { at, by } of found) {
    const around = TOGETHER.exec(at)?.[1];
    if (around !== undefined) sidesAt.set(around, (sidesAt.get(around) ?? new Set()).add(by));
  }
  const isSplit = (at: string): string | undefined => {
    const around = TOGETHER.exec(at)?.[1];
    return around !== undefined && (sidesAt.get(around)?.size ?? 0) > 1 ? around : undefined;
  };
  const said = new Set<string>();
  return found.flatMap((each): readonly Divergence[] => {
    const around = isSplit(each.at);
    if (around === undefined) return [each];
    if (said.has(around)) return [];
    said.add(around);
    return [{ at: around, ...valuesAt(around, aligned), by: "both" }];
  });
}

function valuesAt(at: string, { base, mine, theirs }: Versions): Partial<Divergence> {
  const sides = { base: valueAt(base, at), mine: valueAt(mine, at), theirs: valueAt(theirs, at) };
  return Object.fromEntries(Object.entries(sides).filter(([, value]) => value !== undefined));
}

/** Was an entry taken out that the other side names at a place that it does not lose by itself? */
function isStillNamed({ at, by, ...sides }: Divergence, found: readonly Divergence[], aligned: Versions): boolean {
  if (by === "both") return false;
  const side = by === "me" ? "mine" : "theirs";
  if (sides[side] !== undefined) return false;
  const other = by === "me" ? aligned.theirs : aligned.mine;
  const isLost = (place: string): boolean =>
    found.some((each) => each.by === by && (place === each.at || place.startsWith(`${each.at}/`)));
  return namesGiven(other).some(({ from, to }) => to === at && !isLost(from));
}

/** As the schema has it, without the gaps of other versions. */
function plain({ at, by, ...values }: Divergence): Divergence {
  const told = Object.entries(values).map(([side, value]) => [side, chosenByPosition(withoutGaps(value))]);
  return { at, ...Object.fromEntries(told), by };
}
