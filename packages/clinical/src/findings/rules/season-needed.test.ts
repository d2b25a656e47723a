import { describe, expect, it } from "vitest";
import type { SeriesContext } from "../../record/case-view.ts";
import type { LaboratoryPanel } from "../../record/laboratory.ts";
import { seasonNeeded } from "./season-needed.ts";
import { found, type Parts } from "./woman.fixture.ts";

const context: SeriesContext = {
  laboratory: {
    intervals: [
      { analyte: "vitaminD25oh", low: "15.7", high: "60.3", unit: "ng/mL", season: "summer" },
      { analyte: "vitaminD25oh", low: "8.8", high: "46.3", unit: "ng/mL", season: "winter" },
    ],
  },
};
const sampled = (value: string, panel: Partial<LaboratoryPanel> = {}): Parts => ({
  laboratory: [{ ...panel, results: [{ analyte: "vitaminD25oh", value, unit: "ng/mL" }] }],
});

describe("season-needed", () => {
  it("asks when the seasonal intervals disagree", () => {
    const [raised] = found(seasonNeeded, sampled("13.70"), context);
    expect(raised?.at).toBe("/laboratory/0/results/0");
    expect(raised?.facts.values[0]?.bySeason).toEqual([
      { season: "summer", flag: "low" },
      { season: "winter", flag: "inRange" },
    ]);
  });

  it.each([
    ["8.7", 0],
    ["8.8", 1],
    ["15.6", 1],
    ["15.7", 0],
    ["46.3", 0],
    ["46.4", 1],
    ["60.3", 1],
    ["60.4", 0],
  ])("%s ng/mL", (value, count) => {
    expect(found(seasonNeeded, sampled(value), context)).toHaveLength(count);
  });

  it("is settled by the season or the month of sampling", () => {
    expect(found(seasonNeeded, sampled("13.70", { season: "winter" }), context)).toEqual([]);
    expect(found(seasonNeeded, sampled("13.70", { samplingMonth: 7 }), context)).toEqual([]);
  });

  it("stays open in spring and autumn, for which neither interval is made", () => {
    for (const samplingMonth of [4, 10]) {
      expect(found(seasonNeeded, sampled("13.70", { samplingMonth }), context)).toHaveLength(1);
    }
    expect(found(seasonNeeded, sampled("13.70", { samplingMonth: 7 }), context)).toEqual([]);
    expect(found(seasonNeeded, sampled("13.70", { samplingMonth: 1 }), context)).toEqual([]);
  });

  it("does not blame the season where the physiological state decides", () => {
    const byState: SeriesContext = {
      laboratory: {
        intervals: [
          { analyte: "alp", high: "100", unit: "U/L", state: "notPregnantNotLactating" },
          { analyte: "alp", high: "140", unit: "U/L", state: "lactating" },
        ],
      },
    };
    const parts: Parts = { laboratory: [{ results: [{ analyte: "alp", value: "112", unit: "U/L" }] }] };
    expect(found(seasonNeeded, parts, byState)).toEqual([]);
  });
});
