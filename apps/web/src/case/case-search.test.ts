import { SKELETAL_SITES } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { BAND_CHOICES, caseSearch, sideOf } from "./case-search.ts";

describe("the side of a narrow page", () => {
  it("is the record at first, and the panel where the address names one", () => {
    expect(sideOf(caseSearch({}))).toBe("record");
    expect(sideOf(caseSearch({ panel: "response" }))).toBe("panel");
    expect(sideOf(caseSearch({ panel: "no such panel" }))).toBe("record");
  });

  it("is what someone chose", () => {
    expect(sideOf(caseSearch({ panel: "response", side: "record" }))).toBe("record");
    expect(sideOf(caseSearch({ side: "panel" }))).toBe("panel");
  });
});

describe("the band of change without a drug", () => {
  it("is that of a site or none, and of no other word", () => {
    expect(caseSearch({ band: "femoralNeck" }).band).toBe("femoralNeck");
    expect(caseSearch({ band: "none" }).band).toBe("none");
    expect(caseSearch({ band: "hip" }).band).toBeUndefined();
    expect(BAND_CHOICES.slice(0, -1)).toEqual(SKELETAL_SITES);
  });
});
