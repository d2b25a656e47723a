import { describe, expect, it } from "vitest";
import { createTerms } from "../language/terms.ts";
import { type ProblemKind, shown } from "./problem.ts";
import { sayProblem } from "./problem-words.ts";

const long = "x".repeat(10_000);

/** One of every kind, so that a kind without words does not compile and a wrong word does not pass. */
const every: { readonly [K in ProblemKind["kind"]]: readonly Extract<ProblemKind, { kind: K }>[] } = {
  unknownKey: [
    { kind: "unknownKey", key: "agYears", nearest: "ageYears" },
    { kind: "unknownKey", key: long, nearest: undefined },
  ],
  missing: [{ kind: "missing", key: "site" }],
  wrongType: ["string", "number", "boolean", "array", "tuple", "object", "int"].map((type) => ({
    kind: "wrongType",
    expected: [type, "number"],
    value: "null",
  })),
  notOneOf: [
    { kind: "notOneOf", value: '"L9"', allowed: Array.from({ length: 50 }, (_, at) => `T${at}`), nearest: "T9" },
    { kind: "notOneOf", value: '"x"', allowed: ["yes", "no"], nearest: undefined },
  ],
  outOfRange: [
    { kind: "outOfRange", key: "zScore", value: "40", low: undefined, high: 10 },
    { kind: "outOfRange", key: "zScore", value: "-40", low: -10, high: undefined },
  ],
  bmdInMilligrams: [{ kind: "bmdInMilligrams", value: "678", inGrams: "0.678" }],
  tooFew: [
    { kind: "tooFew", minimum: 1 },
    { kind: "tooFew", minimum: 2 },
  ],
  tooMany: [{ kind: "tooMany", maximum: 20 }],
  badFormat: [
    { kind: "badFormat", key: "per", value: '"daily"' },
    { kind: "badFormat", key: "", value: '"x"' },
  ],
  impossibleDate: [{ kind: "impossibleDate", value: '"2018-02-30"' }],
  twoTimes: [{ kind: "twoTimes" }],
  timeOrder: [{ kind: "timeOrder", value: "[5,2]" }],
  noLanguage: [{ kind: "noLanguage" }],
  noLimit: [{ kind: "noLimit" }],
  nameNeeded: [{ kind: "nameNeeded", key: "name" }],
  rangeOrder: [{ kind: "rangeOrder", value: "[2,1]" }],
  noBreadth: [{ kind: "noBreadth", value: "[5,5]" }],
  outsideSpread: [{ kind: "outsideSpread", value: "16.2", low: 1, high: 5 }],
  notAnObject: [{ kind: "notAnObject", value: "[]" }],
  tooDeep: [{ kind: "tooDeep", maximum: 32 }],
  noSchema: [{ kind: "noSchema", expected: "materbone/case/1" }],
  otherSchema: [{ kind: "otherSchema", value: '"x"', expected: "materbone/case/1" }],
  newerSchema: [{ kind: "newerSchema", value: '"materbone/case/9"', expected: "materbone/case/1" }],
  duplicateId: (["case", "scan", "densitometer", "claim", "study", "document", "arm", "outcome"] as const).map(
    (what) => ({
      kind: "duplicateId",
      what,
      id: long,
    }),
  ),
  unknownReference: [
    { kind: "unknownReference", what: "scan", id: long, nearest: undefined },
    { kind: "unknownReference", what: "densitometer", id: "prodgy", nearest: "prodigy" },
    { kind: "unknownReference", what: "document", id: "cohen-2021", nearest: "cohen-2020" },
  ],
  noIndexPregnancy: [{ kind: "noIndexPregnancy" }],
  twoIndexPregnancies: [{ kind: "twoIndexPregnancies" }],
};
const problems = Object.values(every).flat();

describe("sayProblem", () => {
  it.each(problems.map((problem) => [problem.kind, problem] as const))("%s in both languages", (_kind, problem) => {
    const en = sayProblem({ at: "", ...problem }, createTerms("en"));
    const zh = sayProblem({ at: "", ...problem }, createTerms("zh"));
    expect(en).toMatch(/[.?]$/);
    expect(zh).toMatch(/[。？]$/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(zh).toMatch(/\p{Script=Han}/u);
    for (const text of [en, zh]) {
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(text.length).toBeLessThan(300);
    }
  });

  it("names the nearest and the first dozen of what is known", () => {
    const [problem] = every.notOneOf;
    if (problem === undefined) throw new RangeError("no example");
    const text = sayProblem({ at: "", ...problem }, createTerms("en"));
    expect(text).toContain('Did you mean "T9"? Known: T0, T1,');
    expect(text).toContain("T11…");
    expect(text).not.toContain("T12");
  });
});

describe("shown", () => {
  it.each([
    ["woman", '"woman"'],
    [null, "null"],
    [undefined, "undefined"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [-0.5, "-0.5"],
    [{ a: [1] }, '{"a":[1]}'],
    ["x".repeat(58), `"${"x".repeat(58)}"`],
    ["x".repeat(59), `"${"x".repeat(59)}…`],
  ])("%j", (value, text) => {
    expect(shown(value)).toBe(text);
  });
});
