import { describe, expect, it } from "vitest";
import { fracturePicture } from "./fracture-picture.ts";

describe("fracturePicture", () => {
  it("shows T4 to L5 from the top down, whatever the order of the record", () => {
    const { levels, vertebrae } = fracturePicture([{ site: "L1", grade: 2 }, { site: "T8" }]);
    expect(levels).toHaveLength(14);
    expect(levels[0]?.level).toBe("T4");
    expect(levels.at(-1)?.level).toBe("L5");
    expect(vertebrae).toEqual([
      { level: "T8", grade: undefined },
      { level: "L1", grade: 2 },
    ]);
  });

  it("tells graded from ungraded from whole", () => {
    const { levels } = fracturePicture([{ site: "T8" }, { site: "L1", grade: 1 }]);
    const state = Object.fromEntries(levels.map((entry) => [entry.level, entry.state]));
    expect([state.T8, state.L1, state.L2]).toEqual(["ungraded", "graded", "whole"]);
  });

  it("takes a vertebra graded 0 or 0.5 for whole", () => {
    const { vertebrae, levels } = fracturePicture([
      { site: "T8", grade: 0 },
      { site: "T9", grade: 0.5 },
    ]);
    expect(vertebrae).toEqual([]);
    expect(levels.every(({ state }) => state === "whole")).toBe(true);
  });

  it("keeps fractures elsewhere apart", () => {
    expect(fracturePicture([{ site: "sacrum" }, { site: "hip" }]).others).toEqual(["sacrum", "hip"]);
  });

  it("draws no level for a vertebra whose level is not stated, and lists it beside", () => {
    const { levels, others } = fracturePicture([{ site: "vertebra" }]);
    expect(levels.every(({ state }) => state === "whole")).toBe(true);
    expect(others).toEqual(["vertebra"]);
  });
});
