import { describe, expect, it } from "vitest";
import { cohort } from "./cohort.ts";
import { smallDefinition } from "./definition.fixture.ts";

const source = { cite: "A test", status: "assumed" as const, checked: "2026-11-26" };
const head = { version: "1", name: { en: "Small", zh: "小" }, sources: [source] };
const end = {
  population: { sexes: ["female" as const], ageYears: { from: 15, to: 49 } },
  episodes: { delivery: "delivery" as const, spacingDays: 168, source },
  clock: { pain: "pain", imaging: "fracture", density: "low_z", drug: "fracture", window: "near" } as const,
};

const parts = cohort("small", head)
  .concepts({
    local_pain: {
      name: "Local pain",
      include: [
        { system: "local", code: "腰背痛", match: "exact" },
        { system: "http://snomed.info/sct", code: "279039007", match: "descendants" },
      ],
    },
  })
  .streams({
    delivery: { name: "Delivery", concepts: ["delivery"] },
    fracture: { name: "Fracture", concepts: ["vertebral_fracture"] },
    pain: { name: "Pain", concepts: ["local_pain", "back_pain"] },
    low_z: {
      name: "Low Z",
      concepts: ["zscore_lumbar_spine"],
      units: [
        { unit: "1", factor: 1 },
        { unit: "", factor: 1, none: true },
      ],
      plausible: { from: -10, to: 10 },
      value: { op: "<=", number: -2, decimals: 1 },
    },
  })
  .windows({ near: { name: "Near", from: { months: -3 }, to: { months: 18 } } });

describe("cohort", () => {
  it("gives the definition that its JSON gives", () => {
    const built = parts
      .exclusion("pain", { name: "Pain", when: { event: "pain", window: "near" }, effect: "flag" })
      .tier("both", {
        name: "Both",
        when: {
          all: [
            { event: "fracture", window: "near" },
            { event: "low_z", window: "near" },
          ],
        },
        settle: ["fracture_mechanism"],
      })
      .tier("pain", { name: "Pain", when: { event: "pain", window: "near", atLeastDays: 3, spanDays: 42 }, settle: [] })
      .definition(end);
    expect(built).toEqual(smallDefinition());
  });

  it("leaves the builder that it went on from as it was", () => {
    const one = parts.tier("a", { name: "A", when: { event: "pain", window: "near" }, settle: [] });
    one.tier("b", { name: "B", when: { event: "pain", window: "near" }, settle: [] });
    expect(one.definition(end).tiers.map(({ id }) => id)).toEqual(["a"]);
  });

  it("throws on what the compiler cannot see, with the place", () => {
    expect(() => parts.definition(end)).toThrow(/\/tiers: This list needs at least 1 entry/u);
    const twice = parts
      .tier("a", { name: "A", when: { event: "pain", window: "near" }, settle: [] })
      .tier("a", { name: "A", when: { event: "pain", window: "near" }, settle: [] });
    expect(() => twice.definition(end)).toThrow(TypeError);
  });

  it("refuses unknown names at compile time", () => {
    // @ts-expect-error: no such stream
    const stream = parts.tier("a", { name: "A", when: { event: "fractur", window: "near" }, settle: [] });
    // @ts-expect-error: no such window
    const window = parts.tier("a", { name: "A", when: { not: { event: "pain", window: "far" } }, settle: [] });
    const near = parts.tier("a", {
      name: "A",
      // @ts-expect-error: no such stream near it
      when: { event: "fracture", window: "near", notNear: { event: "pian", days: { before: 1, after: 0 } } },
      settle: [],
    });
    // @ts-expect-error: no such concept set
    const concepts = parts.streams({ other: { name: "x", concepts: ["vertebral_fractures"] } });
    for (const wrong of [
      stream,
      window,
      near,
      concepts.tier("a", { name: "A", when: { event: "pain", window: "near" }, settle: [] }),
    ]) {
      expect(() => wrong.definition(end)).toThrow(TypeError);
    }
  });
});
