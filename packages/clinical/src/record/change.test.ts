import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, changesBetween, divergences, withValueAt } from "./change.ts";

/** JSON as a record may hold it, with keys that a pointer has to escape and that every object inherits. */
const key = fc.oneof(
  fc.constantFrom("a", "b", "0", "", "a/b", "m~n", "__proto__", "constructor", "length"),
  fc.string(),
);
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, 1, "", "x"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 3 }).map((entries) => objectOf(entries)),
  ),
})).value;
const record = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), json, { maxKeys: 4 });

function objectOf(entries: readonly (readonly [string, unknown])[]): unknown {
  // As JSON.parse makes it: `__proto__` is a key like any other.
  return JSON.parse(
    `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",")}}`,
  );
}

function applied(document: unknown, changes: readonly Change[]): unknown {
  return changes.reduce<unknown>((changed, { at, after }) => withValueAt(changed, at, after), document);
}

describe("changesBetween", () => {
  it.each<[string, unknown, unknown, readonly Change[]]>([
    [
      "a field",
      { person: { ageYears: 29 } },
      { person: { ageYears: 30 } },
      [{ at: "/person/ageYears", before: 29, after: 30 }],
    ],
    [
      "a field that was not recorded",
      { person: {} },
      { person: { ageYears: 30 } },
      [{ at: "/person/ageYears", after: 30 }],
    ],
    ["a field taken away", { person: { ageYears: 29 } }, { person: {} }, [{ at: "/person/ageYears", before: 29 }]],
    [
      "null, which is a value of its own",
      { at: { months: [null, 3] } },
      { at: { months: [2, 3] } },
      [{ at: "/at/months/0", before: null, after: 2 }],
    ],
    [
      "an object that one side lacks, whole",
      {},
      { history: { smoking: "no" } },
      [{ at: "/history", after: { smoking: "no" } }],
    ],
    [
      "an entry of a list of the same length",
      { scans: [{ id: "a" }, { id: "b" }] },
      { scans: [{ id: "a" }, { id: "c" }] },
      [{ at: "/scans/1/id", before: "b", after: "c" }],
    ],
    [
      "a list that grew, whole",
      { tags: ["a"] },
      { tags: ["a", "b"] },
      [{ at: "/tags", before: ["a"], after: ["a", "b"] }],
    ],
    [
      "a value that became an object",
      { age: 3 },
      { age: { years: 3 } },
      [{ at: "/age", before: 3, after: { years: 3 } }],
    ],
    ["a list that became an object", { x: [1] }, { x: { 0: 1 } }, [{ at: "/x", before: [1], after: { 0: 1 } }]],
    ["a key that a pointer escapes", { "a/b~c": 1 }, { "a/b~c": 2 }, [{ at: "/a~1b~0c", before: 1, after: 2 }]],
    ["the whole", 1, 2, [{ at: "", before: 1, after: 2 }]],
    ["nothing where only the order of keys differs", { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ["nothing where a key is there without a value", { a: 1, b: undefined }, { a: 1 }, []],
  ])("names %s", (_, before, after, expected) => {
    expect(changesBetween(before, after)).toEqual(expected);
  });

  it("makes the one out of the other, and the other out of the one", () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const changes = changesBetween(before, after);
        expect(applied(before, changes)).toEqual(after);
        expect(
          applied(
            after,
            changes.map((change) => reversed(change)),
          ),
        ).toEqual(before);
      }),
    );
  });

  it("finds nothing between a value and its copy, and something between any two that differ as JSON", () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(changesBetween(one, structuredClone(one))).toEqual([]);
        expect(changesBetween(one, other).length === 0).toBe(sorted(one) === sorted(other));
      }),
    );
  });

  it("names no place inside another", () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const places = changesBetween(before, after).map(({ at }) => at);
        for (const place of places) expect(places.some((other) => other.startsWith(`${place}/`))).toBe(false);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });
});

function reversed({ at, ...sides }: Change): Change {
  return {
    at,
    ...("after" in sides ? { before: sides.after } : {}),
    ...("before" in sides ? { after: sides.before } : {}),
  };
}

/** JSON with the keys of every object in one order. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${sorted(inner)}`).join(",")}}`;
}

describe("divergences", () => {
  it("tells an object that both began field by field, so that neither loses what only one wrote", () => {
    const mine = { person: { ageYears: 27, heightCm: 160 } };
    const theirs = { person: { ageYears: 28, weightKg: 52 } };
    expect(divergences({}, mine, theirs)).toEqual([
      { at: "/person/ageYears", mine: 27, theirs: 28, by: "both" },
      { at: "/person/heightCm", mine: 160, by: "me" },
      { at: "/person/weightKg", theirs: 52, by: "them" },
    ]);
  });

  const base = { person: { ageYears: 29, heightCm: 160 }, tags: ["a"], note: "x" };

  it.each<[string, unknown, unknown, unknown]>([
    [
      "what only I changed",
      { ...base, note: "mine" },
      base,
      [{ at: "/note", base: "x", mine: "mine", theirs: "x", by: "me" }],
    ],
    [
      "what only they changed",
      base,
      { ...base, note: "theirs" },
      [{ at: "/note", base: "x", mine: "x", theirs: "theirs", by: "them" }],
    ],
    [
      "what both changed, each differently",
      { ...base, note: "mine" },
      { ...base, note: "theirs" },
      [{ at: "/note", base: "x", mine: "mine", theirs: "theirs", by: "both" }],
    ],
    ["nothing where both changed it alike", { ...base, note: "y" }, { ...base, note: "y" }, []],
    [
      "fields side by side",
      { ...base, person: { ageYears: 30, heightCm: 160 } },
      { ...base, person: { ageYears: 29, heightCm: 161 } },
      [
        { at: "/person/ageYears", base: 29, mine: 30, theirs: 29, by: "me" },
        { at: "/person/heightCm", base: 160, mine: 160, theirs: 161, by: "them" },
      ],
    ],
    [
      "a list that one lengthened while the other changed an entry, whole",
      { ...base, tags: ["a", "b"] },
      { ...base, tags: ["c"] },
      [{ at: "/tags", base: ["a"], mine: ["a", "b"], theirs: ["c"], by: "both" }],
    ],
    [
      "a part that one took away while the other changed a field of it",
      { tags: ["a"], note: "x" },
      { ...base, person: { ageYears: 30, heightCm: 160 } },
      [{ at: "/person", base: base.person, theirs: { ageYears: 30, heightCm: 160 }, by: "both" }],
    ],
    [
      "a field that one took away",
      { person: base.person, tags: ["a"] },
      base,
      [{ at: "/note", base: "x", theirs: "x", by: "me" }],
    ],
  ])("names %s", (_, mine, theirs, expected) => {
    expect(divergences(base, mine, theirs)).toEqual(expected);
  });

  it("taken all as mine give mine, and all as theirs give theirs", () => {
    fc.assert(
      fc.property(record, record, record, (start, mine, theirs) => {
        const found = divergences(start, mine, theirs);
        const asMine = found.reduce<unknown>((merged, one) => withValueAt(merged, one.at, one.mine), theirs);
        const asTheirs = found.reduce<unknown>((merged, one) => withValueAt(merged, one.at, one.theirs), mine);
        expect(asMine).toEqual(mine);
        expect(asTheirs).toEqual(theirs);
      }),
    );
  });

  it("are the same for both people, with the sides turned", () => {
    const turned = { me: "them", them: "me", both: "both" } as const;
    fc.assert(
      fc.property(record, record, record, (start, mine, theirs) => {
        const hers = divergences(start, theirs, mine);
        const his = divergences(start, mine, theirs);
        expect(new Map(hers.map((one) => [one.at, turned[one.by]]))).toEqual(
          new Map(his.map((one) => [one.at, one.by])),
        );
      }),
    );
  });

  it("are all mine when nobody else changed anything", () => {
    fc.assert(
      fc.property(record, record, (start, mine) => {
        const found = divergences(start, mine, start);
        expect(found.every(({ by }) => by === "me")).toBe(true);
        expect(found.map(({ at }) => at)).toEqual(changesBetween(start, mine).map(({ at }) => at));
      }),
    );
  });
});

describe("withValueAt", () => {
  it.each<[string, unknown, string, unknown, unknown]>([
    ["replaces a field", { a: 1, b: 2 }, "/a", 3, { a: 3, b: 2 }],
    ["makes the parts in between", {}, "/person/ageYears", 30, { person: { ageYears: 30 } }],
    ["begins a list where the first entry is named", {}, "/scans/0/id", "a", { scans: [{ id: "a" }] }],
    ["adds to the end of a list", { tags: ["a"] }, "/tags/1", "b", { tags: ["a", "b"] }],
    ["takes an entry out of a list", { tags: ["a", "b", "c"] }, "/tags/1", undefined, { tags: ["a", "c"] }],
    ["takes a field away and keeps what was around it", { a: { b: 1 } }, "/a/b", undefined, { a: {} }],
    ["replaces the whole", { a: 1 }, "", [1], [1]],
    ["reads escaped keys", { "a/b": 1 }, "/a~1b", 2, { "a/b": 2 }],
    ["takes nothing away where nothing stands", { a: 1 }, "/b/c/0", undefined, { a: 1 }],
    ["takes nothing away after the end of a list", { a: [1] }, "/a/1/b", undefined, { a: [1] }],
    ["does not take what objects inherit for a field", {}, "/constructor/name", "x", { constructor: { name: "x" } }],
  ])("%s", (_, document, pointer, value, expected) => {
    const before = structuredClone(document);
    expect(withValueAt(document, pointer, value)).toEqual(expected);
    expect(document).toEqual(before);
  });

  it.each([
    ["into a number", { a: 1 }, "/a/b"],
    ["into null", { a: null }, "/a/b"],
    ["behind the end of a list", { a: [1] }, "/a/2"],
    ["before its beginning", { a: [1] }, "/a/-1"],
    ["between two entries", { a: [1, 2] }, "/a/0.5"],
    ["to an entry without a number", { a: [1] }, "/a/"],
    ["to an entry by a number written otherwise", { a: [1, 2] }, "/a/01"],
    ["to a property of a list", { a: [1] }, "/a/length"],
  ])("refuses to go %s", (_, document, pointer) => {
    expect(() => withValueAt(document, pointer, 2)).toThrow(new RangeError(`no place ${pointer}`));
  });

  it("keeps keys that objects inherit as keys of their own", () => {
    const made = withValueAt({}, "/__proto__/a", 1);
    expect(JSON.stringify(made)).toBe('{"__proto__":{"a":1}}');
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  });

  it("leaves the document and everything beside the place as it was", () => {
    fc.assert(
      fc.property(record, json, (document, value) => {
        const copy = structuredClone(document);
        const changed = withValueAt(document, "/e/f", value) as Record<string, unknown>;
        expect(document).toEqual(copy);
        for (const name of Object.keys(document)) expect(changed[name]).toBe(document[name]);
        expect(withValueAt(changed, "/e", undefined)).toEqual(document);
      }),
    );
  });
});
