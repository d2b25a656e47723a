import { jsonPointer, pointerSteps, valueAt } from "./json-pointer.ts";

/** One field that differs between two versions of a document; an absent side was not recorded. */
export type Change = {
  /** JSON Pointer of the field, or of a whole list whose length differs. */
  readonly at: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** Where two people changed one document, against the version both started from. */
export type Divergence = {
  readonly at: string;
  readonly base?: unknown;
  readonly mine?: unknown;
  readonly theirs?: unknown;
  /** Who changed it; `both` must be decided, the others merge by themselves. */
  readonly by: "me" | "them" | "both";
};

/**
 * Field by field what differs. A list whose length differs is one change, because positions no longer name the same entry.
 * An object that only one side has is one change.
 */
export function changesBetween(before: unknown, after: unknown): readonly Change[] {
  const found: Change[] = [];
  collect(before, after, [], found);
  return found;
}

/**
 * Every field in which `mine` or `theirs` differs from `base`; those that both changed alike are left out. An object that
 * both began is told field by field: two people who record the person of one woman need not choose between persons.
 */
export function divergences(start: unknown, mine: unknown, theirs: unknown): readonly Divergence[] {
  const base = withBegunObjects(start, mine, theirs);
  const byMe = changesBetween(base, mine);
  const byThem = changesBetween(base, theirs);
  const places = outermost([...byMe, ...byThem].map((change) => change.at));
  return places.flatMap((at): readonly Divergence[] => {
    const sides = { base: valueAt(base, at), mine: valueAt(mine, at), theirs: valueAt(theirs, at) };
    if (isSame(sides.mine, sides.theirs)) return [];
    const isMine = !isSame(sides.base, sides.mine);
    const isTheirs = !isSame(sides.base, sides.theirs);
    return [{ at, ...present(sides), by: isMine && isTheirs ? "both" : isMine ? "me" : "them" }];
  });
}

/**
 * Their version with every place taken over that only I changed, or that both did and `mineAt` names.
 *
 * @param divergences - as `divergences` gives them, in that order
 */
export function mergedVersions(
  theirs: unknown,
  divergences: readonly Divergence[],
  mineAt: ReadonlySet<string>,
): unknown {
  const mine = divergences.filter(({ at, by }) => by === "me" || (by === "both" && mineAt.has(at)));
  // What goes goes last and from the end, so that no position before it moves.
  const values = mine.filter((each) => each.mine !== undefined);
  const gone = mine.filter((each) => each.mine === undefined).reverse();
  return [...values, ...gone].reduce((merged, each) => withValueAt(merged, each.at, each.mine), theirs);
}

/**
 * A copy with the value at a place; the parts in between are made where they are missing. `undefined` takes the field or
 * entry away, and does nothing where none stands; an object that has become empty is kept, because it may be on its way to
 * be filled.
 *
 * @throws RangeError when a step of the pointer runs into a plain value, or is no position of a list
 */
export function withValueAt<T>(document: T, pointer: string, value: unknown): T {
  return placed(document, pointerSteps(pointer), value, pointer) as T;
}

/** A position as a pointer writes it: no sign, no fraction, no leading zero. */
const POSITION = /^(0|[1-9]\d*)$/;

function placed(node: unknown, steps: readonly string[], value: unknown, pointer: string): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (node === undefined) {
    if (value === undefined) return undefined;
    const inner = placed(undefined, rest, value, pointer);
    // A step that is a number begins a list where nothing stands yet.
    return step === "0" ? [inner] : withKey({}, step, inner);
  }
  if (Array.isArray(node)) {
    const position = POSITION.test(step) ? Number(step) : Number.NaN;
    if (!(position <= node.length)) throw new RangeError(`no place ${pointer}`);
    const inner = placed(node[position], rest, value, pointer);
    if (inner !== undefined) return [...node.slice(0, position), inner, ...node.slice(position + 1)];
    return node.filter((_, other) => other !== position);
  }
  if (!isPlain(node)) throw new RangeError(`no place ${pointer}`);
  return withKey(node, step, placed(own(node, step), rest, value, pointer));
}

function withKey(node: Readonly<Record<string, unknown>>, key: string, value: unknown): Record<string, unknown> {
  const copy = { ...node };
  if (value === undefined) delete copy[key];
  // Defined, not assigned: `__proto__` is a key of a document like any other.
  else Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

function collect(before: unknown, after: unknown, path: readonly string[], found: Change[]): void {
  if (isSame(before, after)) return;
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    for (const [position, entry] of before.entries()) collect(entry, after[position], [...path, `${position}`], found);
    return;
  }
  if (isPlain(before) && isPlain(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      collect(own(before, key), own(after, key), [...path, key], found);
    }
    return;
  }
  found.push({ at: jsonPointer(path), ...present({ before, after }) });
}

/** The start with an empty object wherever it has nothing and both sides have an object. */
function withBegunObjects(start: unknown, mine: unknown, theirs: unknown): unknown {
  if (!isPlain(mine) || !isPlain(theirs) || !(start === undefined || isPlain(start))) return start;
  const begun: Record<string, unknown> = { ...start };
  for (const key of Object.keys(mine)) {
    const inner = withBegunObjects(own(begun, key), own(mine, key), own(theirs, key));
    if (inner !== undefined) begun[key] = inner;
  }
  return begun;
}

/** Places that lie inside another of the list are dropped: the list or object around them stands for them. */
function outermost(places: readonly string[]): readonly string[] {
  const distinct = [...new Set(places)];
  return distinct.filter((at) => !distinct.some((other) => other !== at && at.startsWith(`${other}/`)));
}

function present<T extends Record<string, unknown>>(sides: T): Partial<T> {
  return Object.fromEntries(Object.entries(sides).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Same JSON, whatever the order of keys; a key without a value is none. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((entry, position) => isSame(entry, b[position]));
  }
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = keysOf(a);
  return keys.length === keysOf(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], own(b, key)));
}

function keysOf(node: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(node).filter((key) => node[key] !== undefined);
}
