import { describe, expect, it } from "vitest";
import { momentsOfDraws } from "./reference-draws.fixture.ts";

describe("momentsOfDraws", () => {
  it("draws what R draws: rnorm(3) after set.seed(1) is -0.6264538, 0.1836433, -0.8356286", () => {
    const drawn = [-0.6264538, 0.1836433, -0.8356286].map(Math.exp);
    const mean = (drawn[0] + drawn[1] + drawn[2]) / 3;
    const sd = Math.sqrt(drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 2);
    const moments = momentsOfDraws({ lambda: 0, mu: 0, sigma: 1 }, 3);
    expect(moments.mean).toBeCloseTo(mean, 6);
    expect(moments.sd).toBeCloseTo(sd, 6);
  });
});
