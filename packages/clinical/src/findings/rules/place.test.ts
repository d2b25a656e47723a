import { describe, expect, it } from "vitest";
import { commonPlace } from "./place.ts";

describe("commonPlace", () => {
  it("keeps a single place", () => {
    expect(commonPlace(["/laboratory/0/results/2"])).toBe("/laboratory/0/results/2");
  });

  it("names the parent of several", () => {
    expect(commonPlace(["/laboratory/0/results/2", "/laboratory/0/results/8"])).toBe("/laboratory/0/results");
    expect(commonPlace(["/laboratory/0/results/2", "/laboratory/1/results/2"])).toBe("/laboratory");
    expect(commonPlace(["/scans/1", "/scans/10"])).toBe("/scans");
  });

  it("is the record for places that share nothing", () => {
    expect(commonPlace(["/plan", "/workup"])).toBe("");
  });

  it("refuses an empty list", () => {
    expect(() => commonPlace([])).toThrow(RangeError);
  });
});
