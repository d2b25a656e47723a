import { describe, expect, it } from "vitest";
import { nearLimit } from "./near-limit.ts";
import { found, type Parts, sentence } from "./woman.fixture.ts";

const context = {
  laboratory: { intervals: [{ analyte: "betaCtx", low: "0.068", high: "0.680", unit: "ng/mL" } as const] },
};
const ctx = (value: string): Parts => ({ laboratory: [{ results: [{ analyte: "betaCtx", value, unit: "ng/mL" }] }] });

describe("near-limit", () => {
  it("asks about a value just above a limit with more decimals", () => {
    const [raised] = found(nearLimit, ctx("0.69"), context);
    expect(raised?.at).toBe("/laboratory/0/results/0");
    // By hand: 0.010 / 0.680.
    expect(raised?.facts.values[0]?.percentBeyond).toBeCloseTo(1.47, 2);
    if (raised === undefined) throw new Error("nothing raised");
    expect(sentence(nearLimit, raised, "en")).toContain("1.5 % above its limit 0.680");
  });

  it.each([
    ["0.68", 0],
    ["0.69", 1],
    // 2.9 % above.
    ["0.70", 0],
    ["0.690", 0],
    // 11.8 % below the lower limit.
    ["0.06", 0],
    ["<0.69", 0],
  ])("%s ng/mL", (value, count) => {
    expect(found(nearLimit, ctx(value), context)).toHaveLength(count);
  });

  it("takes 2 % itself in", () => {
    const round = { laboratory: { intervals: [{ analyte: "betaCtx", high: "1.000", unit: "ng/mL" } as const] } };
    expect(found(nearLimit, ctx("1.02"), round)).toHaveLength(1);
    expect(found(nearLimit, ctx("1.03"), round)).toEqual([]);
  });
});
