import { describe, expect, it } from "vitest";
import type { SeriesContext } from "../../record/case-view.ts";
import type { Fracture, Modality } from "../../record/fracture.ts";
import { modalityDiffers } from "./modality-differs.ts";
import { found } from "./woman.fixture.ts";

const radiographs: SeriesContext = { methods: { vertebralFractureModality: "radiograph" } };
const readOn = (modality: Modality, site: Fracture["site"] = "L4") => ({ fractures: [{ site, modality }] });

describe("modality-differs", () => {
  it.each([
    ["mri", 1],
    ["ct", 1],
    ["radiograph", 0],
    ["vfa", 0],
    ["notStated", 0],
  ] as const)("a rule for radiographs and a level read on %s", (modality, count) => {
    expect(found(modalityDiffers, readOn(modality), radiographs)).toHaveLength(count);
  });

  it("points at the modality and names both", () => {
    const [raised] = found(modalityDiffers, readOn("mri"), radiographs);
    expect(raised?.at).toBe("/fractures/0/modality");
    expect(raised?.facts).toEqual({ statedFor: "radiograph", read: [{ modality: "mri", levels: ["L4"] }] });
  });

  it("follows the series, and asks nothing where no rule is named", () => {
    expect(found(modalityDiffers, readOn("mri"), { methods: { vertebralFractureModality: "mri" } })).toEqual([]);
    expect(found(modalityDiffers, readOn("mri"), { methods: { vertebralFractureRule: "genant" } })).toHaveLength(1);
    expect(found(modalityDiffers, readOn("mri"))).toEqual([]);
  });

  it("asks about a Genant grade read on MRI in a record of its own", () => {
    expect(found(modalityDiffers, { fractures: [{ site: "L4", modality: "mri", genantGrade: 1 }] })).toHaveLength(1);
  });

  it("leaves fractures of other bones alone", () => {
    expect(found(modalityDiffers, readOn("mri", "hip"), radiographs)).toEqual([]);
  });
});
