import { describe, expect, it } from "vitest";
import { recalibratedParameters, siteDensityParameters, siteDensitySources } from "./site-density-knowledge.ts";

const all = [...siteDensityParameters, ...recalibratedParameters];
const statusOf = (source: string) => siteDensitySources.find(({ id }) => id === source)?.status;

describe("what is known of the density layer", () => {
  it("says of no value that it was read: all are fitted, computed with a note, set by the scenario or assumed", () => {
    for (const { name, source } of all) expect(["fitted", "computed", "assumed"], name).toContain(statusOf(source));
    expect(all.filter(({ source, note }) => statusOf(source) === "computed" && note === undefined)).toEqual([]);
  });

  it("gives a standard error to fitted values alone, and names the script that fitted them", () => {
    for (const { name, source, standardError } of all) {
      if (standardError !== undefined) expect(statusOf(source), name).toBe("fitted");
    }
    const fitted = siteDensitySources.filter(({ status }) => status === "fitted");
    expect(fitted.map(({ cite }) => cite)).toEqual([expect.stringContaining("tools/calibrate-circuit.mjs")]);
  });
});
