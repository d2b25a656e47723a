import { describe, expect, it } from "vitest";
import { migrate } from "./migrate.ts";
import type { Problem } from "./problem.ts";
import { readCase, readSeries } from "./read-record.ts";

const minimal = { schema: "materbone/case/1", id: "woman-1" };
const series = { schema: "materbone/series/1", id: "s", title: "Series", cases: [minimal] };

function problems(document: unknown): readonly Problem[] {
  const result = readCase(document);
  return result.kind === "refused" ? result.problems : [];
}

describe("readCase", () => {
  it("reads a record that holds nothing but its id", () => {
    expect(readCase(minimal)).toEqual({ kind: "read", value: minimal });
  });

  it("reads null as not recorded, and keeps null as an open end", () => {
    const result = readCase({
      ...minimal,
      person: { ageYears: null, bmiKgPerM2: 22.58 },
      symptoms: [{ symptom: "lowBackPain", onset: { months: [null, 3] } }],
    });
    expect(result).toEqual({
      kind: "read",
      value: {
        ...minimal,
        person: { bmiKgPerM2: 22.58 },
        symptoms: [{ symptom: "lowBackPain", onset: { months: [null, 3] } }],
      },
    });
  });

  it.each([
    [
      { ...minimal, fracture: [] },
      { at: "/fracture", kind: "unknownKey", key: "fracture", nearest: "fractures" },
    ],
    [
      { ...minimal, person: { agYears: 30 } },
      { at: "/person/agYears", kind: "unknownKey", key: "agYears", nearest: "ageYears" },
    ],
    [
      { ...minimal, person: { ageYears: "30" } },
      { at: "/person/ageYears", kind: "wrongType", expected: ["number"], value: '"30"' },
    ],
    [
      { ...minimal, fractures: [{ site: "L9" }] },
      { at: "/fractures/0/site", kind: "notOneOf", value: '"L9"', nearest: "T9" },
    ],
    [
      { ...minimal, treatments: [{ agent: "zoledronicacid" }] },
      { at: "/treatments/0/agent", kind: "notOneOf", value: '"zoledronicacid"', nearest: "zoledronicAcid" },
    ],
    [
      { ...minimal, scans: [{ id: "a", sites: { totalHip: { bmdGPerCm2: 678 } } }] },
      { at: "/scans/0/sites/totalHip/bmdGPerCm2", kind: "bmdInMilligrams", value: "678", inGrams: "0.678" },
    ],
    [
      { ...minimal, scans: [{ id: "a", sites: { totalHip: { zScore: 40 } } }] },
      { at: "/scans/0/sites/totalHip/zScore", kind: "outOfRange", value: "40", high: 10 },
    ],
    [
      { ...minimal, treatments: [{ agent: "calcium", dose: { amount: -1, unit: "g", per: "day" } }] },
      { at: "/treatments/0/dose/amount", kind: "outOfRange", value: "-1", low: 0 },
    ],
    [
      { ...minimal, symptoms: [{ symptom: "backPain", onset: { date: "2018-02-30" } }] },
      { at: "/symptoms/0/onset/date", kind: "impossibleDate", value: '"2018-02-30"' },
    ],
    [
      { ...minimal, treatments: [{ agent: "other" }] },
      { at: "/treatments/0", kind: "nameNeeded" },
    ],
    [{ id: "x" }, { at: "", kind: "noSchema", expected: "materbone/case/1" }],
    [
      { ...minimal, schema: "materbone/case/9" },
      { at: "/schema", kind: "newerSchema" },
    ],
    [
      { ...minimal, schema: "materbone/series/1" },
      { at: "/schema", kind: "otherSchema" },
    ],
    [[], { at: "", kind: "notAnObject" }],
    [
      { ...minimal, pregnancies: [{}, { deliveredAt: { months: 30 } }] },
      { at: "/pregnancies", kind: "noIndexPregnancy" },
    ],
    [
      { ...minimal, pregnancies: [{ index: true }, { index: true }] },
      { at: "/pregnancies", kind: "twoIndexPregnancies" },
    ],
    [
      {
        ...minimal,
        scans: [
          { id: "a", sites: {} },
          { id: "a", sites: {} },
        ],
      },
      { at: "/scans/1/id", kind: "duplicateId", what: "scan", id: "a" },
    ],
  ])("%j is refused at its place", (document, expected) => {
    expect(problems(document)).toContainEqual(expect.objectContaining(expected));
  });

  it("names a missing key whose place may hold more than one type", () => {
    expect(problems({ ...minimal, treatments: [{ agent: "calcium", dose: { unit: "g", per: "day" } }] })).toEqual([
      { at: "/treatments/0/dose/amount", kind: "missing", key: "amount" },
    ]);
  });

  it("refuses a value that is nested too deep to walk, at its place", () => {
    const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
    expect(problems({ ...minimal, person: deep })).toEqual([
      { at: `/person${"/0".repeat(31)}`, kind: "tooDeep", maximum: 32 },
    ]);
  });

  it("reports every problem of a record in one run", () => {
    const found = problems({
      ...minimal,
      person: { ageYears: "30", bmiKgPerM2: 300 },
      scan: [],
      fractures: [{ site: "L9" }],
    });
    expect(found.map((problem) => problem.at).sort()).toEqual([
      "/fractures/0/site",
      "/person/ageYears",
      "/person/bmiKgPerM2",
      "/scan",
    ]);
  });
});

describe("readSeries", () => {
  it("refuses two women with one id and a device that is not described", () => {
    const result = readSeries({
      ...series,
      cases: [minimal, { ...minimal, scans: [{ id: "a", device: "primus", sites: {} }] }],
    });
    expect(result).toEqual({
      kind: "refused",
      problems: [
        { at: "/cases/1/id", kind: "duplicateId", what: "case", id: "woman-1" },
        {
          at: "/cases/1/scans/0/device",
          kind: "unknownReference",
          what: "densitometer",
          id: "primus",
          nearest: undefined,
        },
      ],
    });
  });

  it("names the nearest kind of a mistyped claim", () => {
    const result = readSeries({ ...series, claims: [{ kind: "meanage", id: "c", of: "cases", printed: 29 }] });
    expect(result.kind === "refused" ? result.problems[0] : undefined).toMatchObject({
      at: "/claims/0/kind",
      kind: "notOneOf",
      nearest: "meanAge",
    });
  });
});

describe("migrate", () => {
  it("brings an old document forward one version at a time", () => {
    const migrated = migrate({ schema: "materbone/case/1", old: 1 }, "materbone/case/3", {
      1: ({ old, ...rest }) => ({ ...rest, middle: old }),
      2: ({ middle, ...rest }) => ({ ...rest, current: middle }),
    });
    expect(migrated).toEqual({ kind: "current", document: { schema: "materbone/case/3", current: 1 } });
  });

  it("refuses a version with no way forward", () => {
    expect(migrate({ schema: "materbone/case/1" }, "materbone/case/3", { 2: (document) => document }).kind).toBe(
      "refused",
    );
  });
});
