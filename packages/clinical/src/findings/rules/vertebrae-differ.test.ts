import { describe, expect, it } from "vitest";
import type { Vertebra } from "../../record/fracture.ts";
import { vertebraeDiffer } from "./vertebrae-differ.ts";
import { found, scanAt, sentence } from "./woman.fixture.ts";

const spine = (months: number, ...vertebrae: Vertebra[]) =>
  scanAt(months, { lumbarSpine: { bmdGPerCm2: 0.7, ...(vertebrae.length === 0 ? {} : { vertebrae }) } });

describe("vertebrae-differ", () => {
  it("asks about different vertebrae", () => {
    const [raised] = found(vertebraeDiffer, { scans: [spine(3, "L1", "L2", "L3", "L4"), spine(15, "L2", "L3")] });
    expect(raised?.at).toBe("/scans");
    if (raised === undefined) throw new Error("nothing raised");
    expect(sentence(vertebraeDiffer, raised, "en")).toContain('L2–3 in "month-15"');
  });

  it("is silent for one region in any order of writing, and where it is not recorded", () => {
    expect(found(vertebraeDiffer, { scans: [spine(3, "L2", "L3"), spine(15, "L3", "L2")] })).toEqual([]);
    expect(found(vertebraeDiffer, { scans: [spine(3), spine(15, "L3", "L2")] })).toEqual([]);
    expect(found(vertebraeDiffer, { scans: [spine(3, "L3")] })).toEqual([]);
  });
});
