import { jsonPointer, pointerSteps } from "./json-pointer.ts";

/** Two versions of a document, and the one that both started from; an absent one is `undefined`. */
export type Versions = { readonly base: unknown; readonly mine: unknown; readonly theirs: unknown };

/**
 * Name of an entry of a list, by which it is the same entry in every version; `undefined` where only its position tells.
 *
 * @param list - keys on the way to the list, positions left out: `studies/arms`
 */
export type EntryName = (list: string, entry: unknown) => string | undefined;

/**
 * The versions with every named entry at one position: those of `theirs` first, then those that only the others have. A
 * version without an entry holds `undefined` there, so that what differs is told entry by entry and field by field. A list
 * in which an entry has no name, or a name stands twice, stays as it is, and so does one that a version lacks; what both
 * began is begun as empty in `base`.
 */
export function alignedVersions(versions: Versions, nameOf: EntryName): Versions {
  return aligned(versions, [], nameOf);
}

/** What any version has, those of `theirs` before `mine` before `base`: the document that places of aligned versions lie in. */
export function everyEntry({ base, mine, theirs }: Versions): unknown {
  const present = [theirs, mine, base].filter((each) => each !== undefined);
  if (present.every(Array.isArray)) {
    const [longest = []] = present.toSorted((a, b) => b.length - a.length);
    return longest.map((_, position) =>
      everyEntry({ base: at(base, position), mine: at(mine, position), theirs: at(theirs, position) }),
    );
  }
  if (!present.every(isPlain)) return present[0];
  return fromKeys(present, (key) =>
    everyEntry({ base: own(base, key), mine: own(mine, key), theirs: own(theirs, key) }),
  );
}

/** A document without the places of entries that it does not have. */
export function withoutGaps(document: unknown): unknown {
  if (Array.isArray(document)) return document.filter((entry) => entry !== undefined).map(withoutGaps);
  return isPlain(document) ? fromKeys([document], (key) => withoutGaps(own(document, key))) : document;
}

/** Where the entries and fields that a pointer into `from` names stand in `to`; `undefined` where an entry does not. */
export function placeIn(pointer: string, from: unknown, to: unknown, nameOf: EntryName): string | undefined {
  const path: string[] = [];
  const place: string[] = [];
  let [here, there] = [from, to];
  for (const step of pointerSteps(pointer)) {
    let next = step;
    if (Array.isArray(here) && Array.isArray(there)) {
      const list = path.join("/");
      const name = nameOf(list, here[Number(step)]);
      if (name !== undefined) {
        const position = there.findIndex((entry) => nameOf(list, entry) === name);
        if (position < 0) return undefined;
        next = String(position);
      }
      [here, there] = [here[Number(step)], there[Number(next)]];
    } else {
      path.push(step);
      [here, there] = [own(here, step), own(there, step)];
    }
    place.push(next);
  }
  return jsonPointer(place);
}

function aligned(versions: Versions, path: readonly string[], nameOf: EntryName): Versions {
  const { mine, theirs } = versions;
  const present = Object.values(versions).filter((each) => each !== undefined);
  if (present.every(Array.isArray)) return alignedLists(versions, path, nameOf);
  if (!present.every(isPlain)) return versions;
  const base = versions.base ?? (mine !== undefined && theirs !== undefined ? {} : undefined);
  const keys = new Set(present.flatMap((each) => Object.keys(each)));
  const parts = [...keys].map((key): readonly [string, Versions] => [
    key,
    aligned({ base: own(base, key), mine: own(mine, key), theirs: own(theirs, key) }, [...path, key], nameOf),
  ]);
  return sides((side) => {
    const whole = side === "base" ? base : versions[side];
    if (whole === undefined) return undefined;
    return objectOf(parts.map(([key, part]) => [key, part[side]]));
  });
}

function alignedLists(versions: Versions, path: readonly string[], nameOf: EntryName): Versions {
  const { mine, theirs } = versions;
  const base = versions.base ?? (mine !== undefined && theirs !== undefined ? [] : undefined);
  if (!Array.isArray(base) || !Array.isArray(mine) || !Array.isArray(theirs)) return versions;
  const named = sides((side) => namedEntries(side === "base" ? base : versions[side], path.join("/"), nameOf));
  const maps = [named.theirs, named.mine, named.base] as readonly (ReadonlyMap<string, unknown> | undefined)[];
  if (maps.includes(undefined)) return versions;
  const names = [...new Set(maps.flatMap((map) => [...(map?.keys() ?? [])]))];
  const entries = names.map((name) =>
    aligned(
      sides((side) => (named[side] as ReadonlyMap<string, unknown>).get(name)),
      path,
      nameOf,
    ),
  );
  return sides((side) => entries.map((entry) => entry[side]));
}

/** Entries by their names; `undefined` when one has none or two have the same. */
function namedEntries(list: unknown, path: string, nameOf: EntryName): ReadonlyMap<string, unknown> | undefined {
  const entries = new Map<string, unknown>();
  if (!Array.isArray(list)) return undefined;
  for (const entry of list) {
    const name = nameOf(path, entry);
    if (name === undefined || entries.has(name)) return undefined;
    entries.set(name, entry);
  }
  return entries;
}

function sides<T>(of: (side: keyof Versions) => T): Readonly<Record<keyof Versions, T>> {
  return { base: of("base"), mine: of("mine"), theirs: of("theirs") };
}

function fromKeys(objects: readonly Readonly<Record<string, unknown>>[], partOf: (key: string) => unknown): unknown {
  const keys = new Set(objects.flatMap((each) => Object.keys(each)));
  return objectOf([...keys].map((key) => [key, partOf(key)]));
}

/** `__proto__` is a key like any other, and one without a value is none. */
function objectOf(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function own(value: unknown, key: string): unknown {
  return isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function at(list: unknown, position: number): unknown {
  return Array.isArray(list) ? list[position] : undefined;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
