import { DEFAULT_CHOICES, shippedLiterature, stratumKey, synthesise } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { pooledTreatments, sitesOf, stratumOf, treatmentOf } from "./strata.ts";

const synthesis = synthesise(shippedLiterature, DEFAULT_CHOICES);
const at = (key: string | undefined, of = synthesis) => {
  const found = stratumOf(of, key);
  if (found === undefined) throw new TypeError("no stratum");
  return found;
};

describe("what a panel shows", () => {
  it("is the stratum of the address, else the one with the most pooled studies", () => {
    expect(stratumKey(at("totalHip/percentChange/month12").stratum)).toBe("totalHip/percentChange/month12");
    const pooled = (each: (typeof synthesis.strata)[number]) =>
      pooledTreatments(each).reduce((sum, { rows }) => sum + rows.length, 0);
    const most = Math.max(...synthesis.strata.map(pooled));
    expect(pooled(at(undefined))).toBe(most);
    expect(pooled(at("no/such/stratum"))).toBe(most);
    expect(stratumOf(synthesise({ ...shippedLiterature, studies: [] }), undefined)).toBeUndefined();
  });

  it("leads from site to site at the same time where there is one", () => {
    const hip = sitesOf(synthesis, at("lumbarSpine/percentChange/month12")).find(
      ({ stratum }) => stratum.site === "totalHip",
    );
    expect(hip?.stratum.window).toBe("month12");
    expect(sitesOf(synthesis, at("lumbarSpine/percentChange/later")).map(({ stratum }) => stratum.site)).toHaveLength(
      3,
    );
  });

  it("is the treatment of the address where it is pooled, else the one with the most studies", () => {
    const spine = at("lumbarSpine/percentChange/month24");
    expect(treatmentOf(spine, "bisphosphonate")?.treatment).toBe("bisphosphonate");
    const most = Math.max(...pooledTreatments(spine).map(({ rows }) => rows.length));
    expect(treatmentOf(spine, "denosumab")?.rows.length).toBe(most);
  });
});
