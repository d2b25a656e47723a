import { createTerms } from "@materbone/clinical";
import { cohensKappa, proportion } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { kappaText, proportionText } from "./say-summary.ts";

const [en, zh] = [createTerms("en"), createTerms("zh")];

describe("figures of a summary in words", () => {
  it("give a predictive value with its exact interval and its counts", () => {
    // Clopper-Pearson for 9 of 10: 55.5 to 99.7 %.
    expect(proportionText(proportion(9, 10), en)).toBe("90.0 % (55.5 to 99.7), 9 of 10");
    expect(proportionText(proportion(9, 10), zh)).toBe("90.0%（55.5 至 99.7），9/10");
    expect(proportionText(proportion(0, 0), en)).toBe("none settled");
  });

  it("give kappa with two decimals, and say when there is none", () => {
    // Cohen's kappa of 20, 5; 10, 15: observed 0.70, expected 0.50.
    expect(
      kappaText(
        cohensKappa([
          [20, 5],
          [10, 15],
        ]),
        en,
      ),
    ).toMatch(/^0\.40 \(95 % interval 0\.\d\d to 0\.\d\d\)$/);
    expect(
      kappaText(
        cohensKappa([
          [5, 0],
          [0, 0],
        ]),
        zh,
      ),
    ).toContain("无法计算");
  });
});
