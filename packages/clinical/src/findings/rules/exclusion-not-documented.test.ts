import { describe, expect, it } from "vitest";
import { exclusionItems } from "../../criteria/workup.ts";
import { exclusionNotDocumented } from "./exclusion-not-documented.ts";
import { found } from "./woman.fixture.ts";

const all = exclusionItems.map((item) => ({ item, status: "normal" as const }));

describe("exclusion-not-documented", () => {
  it("lists every item of an empty record", () => {
    const [raised] = found(exclusionNotDocumented, {});
    expect(raised?.at).toBe("/workup");
    expect(raised?.facts.items).toEqual(exclusionItems);
    for (const item of ["tsh", "coeliacSerology", "proteinElectrophoresis", "creatinine", "cortisol"]) {
      expect(raised?.facts.items).toContain(item);
    }
  });

  it("is content when all are documented", () => {
    expect(found(exclusionNotDocumented, { workup: all })).toEqual([]);
  });

  it("asks for the one that is missing or not documented", () => {
    const others = all.filter(({ item }) => item !== "tsh");
    expect(found(exclusionNotDocumented, { workup: others })[0]?.facts.items).toEqual(["tsh"]);
    const silent = [...others, { item: "tsh" as const, status: "notDocumented" as const }];
    expect(found(exclusionNotDocumented, { workup: silent })[0]?.facts.items).toEqual(["tsh"]);
  });

  it("counts a measured value for its item", () => {
    const others = all.filter(({ item }) => item !== "tsh");
    const laboratory = [{ results: [{ analyte: "tsh" as const, value: "1.8", unit: "mIU/L" }] }];
    expect(found(exclusionNotDocumented, { workup: others, laboratory })).toEqual([]);
  });
});
