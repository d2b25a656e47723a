import { createTerms } from "@materbone/clinical";
import { cohensKappa, proportion } from "@materbone/finder";
import { describe, expect, it } from "vitest";
import { denominatorText, kappaText, proportionText } from "./say-summary.ts";

const [en, zh] = [createTerms("en"), createTerms("zh")];

describe("figures of a summary in words", () => {
  it("give a predictive value with its exact interval and its counts", () => {
    // Clopper-Pearson for 9 of 10: 55.5 to 99.7 %.
    expect(proportionText(proportion(9, 10), en)).toBe("90.0 % (55.5 to 99.7), 9 of 10");
    expect(proportionText(proportion(9, 10), zh)).toBe("90.0%（55.5 至 99.7），9/10");
    expect(proportionText(proportion(0, 0), en)).toBe("none settled");
  });

  it("name of whom a predictive value is, and never claim the whole list for a part of it", () => {
    const counts = { candidates: 20, confirmed: 4, refuted: 1, cannotTell: 1, open: 14, ppv: proportion(4, 5) };
    expect(denominatorText(counts, en)).toBe(
      "Of the 5 settled as PLO or not, of 20 on the list. Of the whole list, 20.0 % to 95.0 % are PLO, whatever the other 15 turn out to be.",
    );
    expect(denominatorText(counts, zh)).toBe(
      "分母为已判定是或非 PLO 的 5 人，清单共 20 人。其余 15 人不论结果如何，整个清单中 PLO 占 20.0% 至 95.0%。",
    );
    const all = { ...counts, candidates: 5, cannotTell: 0, open: 0 };
    expect(denominatorText(all, en)).toBe("Of all 5 women of the list.");
    const none = { ...counts, confirmed: 0, refuted: 0, ppv: proportion(0, 0) };
    expect(denominatorText(none, en)).toBeUndefined();
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
    // One rater has a single category, or both always agree: the standard error of large samples is 0.
    const alone = cohensKappa([
      [1, 1],
      [0, 0],
    ]);
    expect(kappaText(alone, en)).toBe("0.00 (no interval of large samples can be given for these decisions)");
    expect(kappaText(alone, zh)).toBe("0.00（现有判断无法给出大样本置信区间）");
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
