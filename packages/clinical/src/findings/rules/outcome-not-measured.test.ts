import { describe, expect, it } from "vitest";
import { outcomeNotMeasured } from "./outcome-not-measured.ts";
import { found } from "./woman.fixture.ts";

const course = [{ state: "clearlyRelieved" }] as const;

describe("outcome-not-measured", () => {
  it("asks when symptoms are told in words only", () => {
    expect(found(outcomeNotMeasured, { symptomCourse: [...course] })[0]?.at).toBe("/symptomCourse");
    expect(found(outcomeNotMeasured, { symptoms: [{ symptom: "lowBackPain" }] })[0]?.at).toBe("/symptoms");
  });

  it("is content with a score, zero included", () => {
    const scores = [{ instrument: "VAS", value: 0 } as const];
    expect(found(outcomeNotMeasured, { symptomCourse: [...course], scores })).toEqual([]);
  });

  it("asks when the list of scores is empty, and not when no symptom is recorded", () => {
    expect(found(outcomeNotMeasured, { symptomCourse: [...course], scores: [] })).toHaveLength(1);
    expect(found(outcomeNotMeasured, {})).toEqual([]);
  });
});
