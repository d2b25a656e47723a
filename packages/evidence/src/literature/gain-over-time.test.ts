import { describe, expect, it } from "vitest";
import { gainLine, gainOverTime } from "./gain-over-time.ts";
import { poolScript } from "./pool-script.ts";
import { shippedLiterature } from "./shipped-literature.ts";
import { stratumKey } from "./stratum.ts";
import { DEFAULT_CHOICES, synthesise } from "./synthesis.ts";

const synthesis = synthesise(shippedLiterature);

describe("gain over time", () => {
  const spine = gainOverTime(synthesis, "lumbarSpine", "bisphosphonate");

  it("takes each arm once, at its last time", () => {
    if (spine.kind !== "fitted") throw new TypeError(spine.reason);
    const keys = spine.rows.map(({ members, months }) => [members[0]?.arm.id, members[0]?.study.id, months]);
    // Case 1 had calcitonin beside zoledronic acid, case 3 menatetrenone before it.
    expect(keys.map(([arm]) => arm)).not.toContain("case-1");
    expect(keys).toContainEqual(["case-2", "zhang", 11]);
    expect(keys.some(([arm]) => arm === "case-3")).toBe(false);
    expect(keys).toContainEqual(["bp", "grizzo", 12]);
    expect(keys.filter(([, study]) => study === "grizzo")).toHaveLength(1);
  });

  it("draws a line whose prediction interval holds its confidence interval", () => {
    if (spine.kind !== "fitted") throw new TypeError(spine.reason);
    for (const { estimate, ciLower, ciUpper, prediction } of gainLine(spine, [6, 12, 24, 36])) {
      expect(ciLower).toBeLessThan(estimate);
      expect(ciUpper).toBeGreaterThan(estimate);
      if (prediction.kind !== "interval") throw new TypeError(prediction.reason);
      expect(prediction.lower).toBeLessThanOrEqual(ciLower);
      expect(prediction.upper).toBeGreaterThanOrEqual(ciUpper);
    }
  });

  it("refuses too few arms", () => {
    expect(gainOverTime(synthesis, "lumbarSpine", "denosumab")).toEqual({
      kind: "notFitted",
      reason: "fewerThanFourRows",
    });
  });
});

describe("the R script of a pooled effect", () => {
  const of = (key: string, choices = DEFAULT_CHOICES) => {
    const stratum = synthesise(shippedLiterature, choices).strata.find((each) => stratumKey(each.stratum) === key);
    const pool = stratum?.pools.find(({ treatment }) => treatment === "bisphosphonate");
    return stratum === undefined || pool === undefined ? undefined : poolScript(stratum.stratum, pool);
  };

  it("holds the rows and the rule of the fit", () => {
    const script = of("lumbarSpine/percentChange/month24");
    expect(script).toContain("O'Sullivan 2006");
    expect(script).toMatch(/test *= *"adhoc"/);
    expect(script?.match(/rma\(/g)).toHaveLength(1);
  });

  it("is not made where nothing is pooled", () => {
    expect(of("lumbarSpine/percentChange/month36")).toBeUndefined();
  });
});
