import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalDefinition } from "./canonical-definition.ts";
import { conceptLibrary } from "./concept-library.ts";
import { changed, smallDefinition } from "./definition.fixture.ts";
import type { CohortDefinition } from "./definition-schema.ts";
import { definitionSchema } from "./definition-schema.ts";
import { presetDefinitions } from "./presets.ts";
import { readDefinition } from "./read-definition.ts";
import { resolveDefinition } from "./resolve-definition.ts";

function read(document: unknown): CohortDefinition {
  const result = readDefinition(document);
  if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
  return result.definition;
}

/** The same value with the keys of every object in an order that `seed` draws. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((inner) => shuffled(inner, seed));
  if (typeof value !== "object" || value === null) return value;
  const rank = (key: string): number =>
    [...key].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0) * seed) % 9973, seed);
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, shuffled(inner, seed)]));
}

describe("resolveDefinition", () => {
  it("puts the used concept sets of the library and of the definition inside, without their sources", () => {
    const { concepts } = resolveDefinition(read(smallDefinition()));
    expect(Object.keys(concepts).sort()).toEqual([
      "back_pain",
      "delivery",
      "local_pain",
      "vertebral_fracture",
      "zscore_lumbar_spine",
    ]);
    expect(concepts.zscore_lumbar_spine?.include).toEqual([
      { system: "LOINC", code: "85394-5", match: "exact", display: "DXA Lumbar spine [Z-score] Bone density" },
      { system: "OMOP", code: "36204417", match: "descendants", display: "DXA Lumbar spine [Z-score] Bone density" },
    ]);
  });

  it("gives systems the short names that events have", () => {
    const { concepts } = resolveDefinition(read(smallDefinition()));
    expect(concepts.local_pain?.include.map(({ system }) => system)).toEqual(["local", "SNOMED CT"]);
  });

  it("keeps a URI that the library does not know", () => {
    const own = { system: "http://hospital.example/codes", code: "A1", match: "exact" };
    const { concepts } = resolveDefinition(read(changed("/concepts/local_pain/include/0", own)));
    expect(concepts.local_pain?.include[0]).toEqual(own);
  });

  it("prefers a set of the definition to one of the library", () => {
    const set = { name: "Own", include: [{ system: "local", code: "x", match: "exact" }] };
    expect(resolveDefinition(read(changed("/concepts/back_pain", set))).concepts.back_pain).toEqual(set);
  });

  it.each(presetDefinitions)("$id resolves, keeps to the schema and resolves to itself", (definition) => {
    const resolved = resolveDefinition(definition);
    expect(definitionSchema.safeParse(resolved).error).toBeUndefined();
    expect(resolveDefinition(resolved)).toEqual(resolved);
    for (const [name, { include }] of Object.entries(resolved.concepts)) {
      expect(include).toHaveLength(conceptLibrary.sets[name]?.include.length ?? 0);
    }
  });

  it("throws on a set that does not exist, inherited names among them", () => {
    const definition = read(smallDefinition());
    for (const name of ["nothing", "constructor"]) {
      const streams = { ...definition.streams, pain: { name: "x", concepts: [name] } };
      expect(() => resolveDefinition({ ...definition, streams })).toThrow(RangeError);
    }
  });
});

describe("canonicalDefinition", () => {
  it("does not depend on the order of keys", () => {
    const definitions = [smallDefinition(), ...presetDefinitions];
    const expected = definitions.map((one) => canonicalDefinition(resolveDefinition(read(one))));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.nat({ max: definitions.length - 1 }), (seed, which) => {
        const copy = read(shuffled(definitions[which], seed));
        expect(canonicalDefinition(resolveDefinition(copy))).toBe(expected[which]);
      }),
      { numRuns: 30 },
    );
  });

  it("is JSON of the same definition, with keys in order and no blanks", () => {
    const resolved = resolveDefinition(read(smallDefinition()));
    const text = canonicalDefinition(resolved);
    expect(JSON.parse(text)).toEqual(resolved);
    expect(
      text.startsWith(
        '{"clock":{"density":"low_z","drug":"fracture","imaging":"fracture","pain":"pain","window":"near"},',
      ),
    ).toBe(true);
  });

  it("changes with a window, a code and a list's order", () => {
    const text = (document: unknown): string => canonicalDefinition(resolveDefinition(read(document)));
    const texts = [
      smallDefinition(),
      changed("/windows/near/to/months", 17),
      changed("/concepts/local_pain/include/0/code", "背痛"),
      changed("/streams/pain/concepts", ["back_pain", "local_pain"]),
    ].map(text);
    expect(new Set(texts).size).toBe(4);
  });
});
