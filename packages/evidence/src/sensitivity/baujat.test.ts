import { describe, expect, it } from "vitest";
import { fitMeta } from "../meta/fit-meta.ts";
import { baujatPlaces } from "./baujat.ts";

describe("Baujat places", () => {
  it("agree with the common-effect formulas by hand", () => {
    // Three studies of variance 1: pooled 2, without the third 1 with variance 1/2.
    const fit = fitMeta({ yi: Float64Array.of(0, 2, 4), vi: Float64Array.of(1, 1, 1) }, undefined, {
      method: "FE",
      test: "z",
    });
    const places = baujatPlaces(fit);
    expect(places[0]?.contribution).toBeCloseTo(4, 12);
    expect(places[1]?.contribution).toBeCloseTo(0, 12);
    expect(places[2]?.influence).toBeCloseTo((1 - 2) ** 2 / 0.5, 12);
  });

  it("add up to Q in the common-effect model", () => {
    const fit = fitMeta({ yi: Float64Array.of(1, 5, 9, 3), vi: Float64Array.of(1, 2, 3, 4) }, undefined, {
      method: "FE",
      test: "z",
    });
    const sum = baujatPlaces(fit).reduce((total, place) => total + (place?.contribution ?? 0), 0);
    expect(sum).toBeCloseTo(fit.qe, 10);
  });
});
