import { describe, expect, it } from "vitest";
import type { Fracture } from "../../record/fracture.ts";
import { genantGradeMissing } from "./genant-grade-missing.ts";
import { found } from "./woman.fixture.ts";

const graded: readonly Partial<Fracture>[] = [
  { genantGrade: 2 },
  { genantGrade: 0 },
  { heightLossPercent: 0 },
  { heights: { anteriorMm: 18, middleMm: 20, posteriorMm: 26 } },
];

describe("genant-grade-missing", () => {
  it("lists the vertebrae without a grade", () => {
    const fractures: Fracture[] = [{ site: "T6" }, { site: "T8", genantGrade: 1 }, { site: "T10" }];
    const [raised] = found(genantGradeMissing, { fractures });
    expect(raised?.facts.levels).toEqual(["T6", "T10"]);
    expect(raised?.at).toBe("/fractures");
  });

  it.each(graded)("is content with %o", (grade) => {
    expect(found(genantGradeMissing, { fractures: [{ site: "L4", ...grade }] })).toEqual([]);
  });

  it("points at the only one, and does not ask for a hip", () => {
    expect(found(genantGradeMissing, { fractures: [{ site: "hip" }, { site: "L4" }] })[0]?.at).toBe("/fractures/1");
    expect(found(genantGradeMissing, { fractures: [{ site: "hip" }] })).toEqual([]);
  });
});
