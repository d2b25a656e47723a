import { describe, expect, it } from "vitest";
import type { SeriesHead } from "../../record/series.ts";
import { type Claimed, testedOn } from "../series.fixture.ts";

const laboratory: SeriesHead["laboratory"] = {
  intervals: [
    { analyte: "alp", low: "35", high: "100", unit: "U/L" },
    { analyte: "vitaminD25oh", low: "15.7", high: "60.3", unit: "ng/mL", season: "summer" },
    { analyte: "vitaminD25oh", low: "8.8", high: "46.3", unit: "ng/mL", season: "winter" },
  ],
};

function tested(alp: string, vitaminD: string, more: Partial<Claimed> = {}, samplingMonth?: number) {
  const results = [
    { analyte: "alp" as const, value: alp, unit: "U/L" },
    { analyte: "vitaminD25oh" as const, value: vitaminD, unit: "ng/mL" },
  ];
  return testedOn(
    { kind: "laboratoryNormal", ...more } as Claimed,
    [{ laboratory: [{ results, ...(samplingMonth === undefined ? {} : { samplingMonth }) }] }],
    { laboratory },
  );
}

describe("laboratoryNormal", () => {
  it("counts limits as inside", () => {
    expect(tested("100", "24.30").outcome).toBe("supported");
    expect(tested("35", "24.30").outcome).toBe("supported");
    expect(tested("101", "24.30").outcome).toBe("notSupported");
    expect(tested("34", "24.30").outcome).toBe("notSupported");
  });

  it("names the values outside in every season and what a season would add", () => {
    const { facts, severity } = tested("112", "13.70");
    expect(severity).toBe("major");
    expect(facts).toMatchObject({
      reported: 2,
      outside: 1,
      undetermined: 1,
      ifSeason: [
        { season: "summer", outside: 2 },
        { season: "winter", outside: 1 },
      ],
      values: [{ case: "w1", analyte: "alp", value: 112, unit: "U/L", flag: "high" }],
    });
  });

  it("cannot tell while a season decides, and can once it is known", () => {
    expect(tested("73", "13.70").outcome).toBe("cannotTell");
    expect(tested("73", "13.70", {}, 7).outcome).toBe("notSupported");
    expect(tested("73", "13.70", {}, 1).outcome).toBe("supported");
  });

  it("decides by the analytes named and still counts all values", () => {
    const result = tested("112", "24.30", { analytes: ["vitaminD25oh"] } as Partial<Claimed>);
    expect(result.outcome).toBe("supported");
    expect(result.facts).toMatchObject({ reported: 2, outside: 1, claimed: 1, claimedOutside: 0 });
  });

  it("cannot tell without values or without an interval", () => {
    expect(testedOn({ kind: "laboratoryNormal" }, [{}]).outcome).toBe("cannotTell");
    const results = [{ analyte: "alp" as const, value: "73", unit: "U/L" }];
    expect(testedOn({ kind: "laboratoryNormal" }, [{ laboratory: [{ results }] }]).outcome).toBe("cannotTell");
  });
});
