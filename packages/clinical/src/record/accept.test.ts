import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { accepting } from "./accept.ts";
import { CASE_SCHEMA, caseRecordSchema } from "./case-record.ts";
import { seriesSchema } from "./series.ts";

const woman = {
  schema: CASE_SCHEMA,
  id: "w",
  person: { ageYears: 30, bmiKgPerM2: 22.58, ethnicity: { zh: "汉族" } },
  pregnancies: [{ index: true, parity: 1, lactation: { breastfed: "yes", weaned: { months: 6, basis: "derived" } } }],
  history: { smoking: "no", familyHistory: { answer: "no", note: "scope not said" } },
  fractures: [{ site: "L4", at: { months: [0, 6] }, mechanism: "lowEnergy", genantGrade: 2 }],
  scans: [
    {
      id: "a",
      at: { date: "2018-05" },
      sites: { lumbarSpine: { bmdGPerCm2: 0.678, zScore: -4.2, vertebrae: ["L1"] } },
    },
  ],
  laboratory: [
    { samplingMonth: 7, results: [{ analyte: "alp", value: "<0.30", unit: "U/L", interval: { low: "35" } }] },
  ],
  treatments: [
    { agent: "calcium", dose: { amount: [0.6, 1.2], unit: "g", per: "day" }, start: { gestationalWeeks: 30 } },
  ],
};

/** Places of a document as paths, its root left out. */
function paths(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.flatMap((entry, position) => paths(entry, [...path, position]))
    : Object.entries(value).flatMap(([key, entry]) => paths(entry, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function changed(path: readonly (string | number)[], to: unknown): unknown {
  const copy = structuredClone(woman) as unknown;
  let place = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) place = place[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  if (to === undefined) delete place[last];
  else place[last] = to;
  return copy;
}

describe("accepting", () => {
  it("accepts what the schema accepts, so that the fast way is taken", () => {
    expect(accepting(caseRecordSchema)(woman)).toBe(true);
    expect(accepting(seriesSchema)({ schema: "materbone/series/1", id: "s", title: "t", cases: [woman] })).toBe(true);
  });

  it("agrees with zod on damaged records", () => {
    const anything = fc.oneof(
      fc.constantFrom(
        undefined,
        null,
        true,
        "",
        "yes",
        "2018-02-30",
        "T13",
        Number.NaN,
        -1,
        0,
        41.5,
        1e9,
        [],
        {},
        [3, 1],
        ["L1", 7],
      ),
      fc.jsonValue({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths(woman)), anything, (path, value) => {
        const document = changed(path, value);
        expect(accepting(caseRecordSchema)(document)).toBe(caseRecordSchema.safeParse(document).success);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["a transform", z.strictObject({ a: z.string().transform((text) => text.length) }), { a: "x" }],
    ["an object that lets other keys pass", z.looseObject({ a: z.string() }), { a: "x" }],
    ["a check it does not know", z.string().email(), "a@b.org"],
  ])("refuses %s rather than guess", (_, schema, value) => {
    expect(accepting(schema)(value)).toBe(false);
  });

  it.each([
    ["a whole number", z.int()],
    ["a whole number with a limit", z.int().min(1)],
    ["a whole number by a check", z.number().int()],
    ["a whole number of 32 bits", z.int32()],
    ["a date", z.iso.date()],
    ["an address", z.email()],
  ])("never accepts more than zod: %s", (_, schema) => {
    for (const value of [0, 1, 3, 2.5, -1, 2 ** 31, 2 ** 53, "", "2018-02-30", "2018-02-03", "a@b.org"]) {
      if (accepting(schema)(value)) expect(schema.safeParse(value).success, String(value)).toBe(true);
    }
    expect(accepting(schema)(2.5)).toBe(false);
  });

  it("takes the fast way for whole numbers", () => {
    expect(accepting(z.int().min(1))(3)).toBe(true);
  });

  it("agrees with zod on keys that a format leaves open", () => {
    const schema = z.record(z.string().min(2), z.strictObject({ answer: z.enum(["yes", "no"]) }));
    const key = fc.constantFrom("a", "ab", "selection", "constructor", "");
    const value = fc.oneof(fc.constantFrom({ answer: "yes" }, { answer: "no" }), fc.jsonValue({ maxDepth: 1 }));
    const document = fc.oneof(fc.dictionary(key, value, { noNullPrototype: true }), fc.jsonValue({ maxDepth: 1 }));
    fc.assert(
      fc.property(document, (given) => {
        expect(accepting(schema)(given)).toBe(schema.safeParse(given).success);
      }),
    );
    expect(accepting(schema)(JSON.parse('{"__proto__":{"answer":"yes"}}'))).toBe(false);
    expect(accepting(z.record(z.enum(["ab"]), z.string()))({ ab: "x" })).toBe(false);
  });

  it("does not take a key of the prototype for a field", () => {
    expect(accepting(caseRecordSchema)(JSON.parse('{"schema":"materbone/case/1","id":"w","__proto__":{}}'))).toBe(
      false,
    );
    expect(accepting(caseRecordSchema)({ schema: CASE_SCHEMA, id: "w", constructor: {} })).toBe(false);
  });
});
