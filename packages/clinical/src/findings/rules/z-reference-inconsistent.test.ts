import { describe, expect, it } from "vitest";
import type { Scan } from "../../record/scan.ts";
import { found, scanAt } from "./woman.fixture.ts";
import { zReferenceInconsistent } from "./z-reference-inconsistent.ts";

const spine = (points: readonly (readonly [bmdGPerCm2: number, zScore: number])[], more: Partial<Scan> = {}) => ({
  scans: points.map(([bmdGPerCm2, zScore], position) =>
    scanAt(15 + 7 * position, { lumbarSpine: { bmdGPerCm2, zScore } }, more),
  ),
});
const impossible = [
  [0.678, -4.2],
  [0.763, -3.5],
  [0.929, -1.5],
] as const;

describe("z-reference-inconsistent", () => {
  it("asks about Z-scores that no mean and SD can print", () => {
    const [raised] = found(zReferenceInconsistent, spine(impossible));
    expect(raised?.at).toBe("/scans");
    expect(raised?.facts.sites[0]?.site).toBe("lumbarSpine");
  });

  it("is silent for scores of one reference: mean 1.10, SD 0.12", () => {
    // By hand: (0.678 - 1.10) / 0.12 = -3.52, (0.763 - 1.10) / 0.12 = -2.81, (0.929 - 1.10) / 0.12 = -1.43.
    const one = [
      [0.678, -3.5],
      [0.763, -2.8],
      [0.929, -1.4],
    ] as const;
    expect(found(zReferenceInconsistent, spine(one))).toEqual([]);
  });

  it("asks about two points only where the score falls while the density rises, as when a sign is lost", () => {
    expect(found(zReferenceInconsistent, spine(impossible.slice(0, 2)))).toEqual([]);
    expect(
      found(
        zReferenceInconsistent,
        spine([
          [0.815, 2.8],
          [0.903, -2.0],
        ]),
      ),
    ).toHaveLength(1);
    expect(
      found(
        zReferenceInconsistent,
        spine([
          [0.815, -2.8],
          [0.903, -2.0],
        ]),
      ),
    ).toEqual([]);
    // By hand: 0.001 g/cm² up and a tenth down is on the limit of rounding, 0.0005 and 0.05 either side, and so inside.
    expect(
      found(
        zReferenceInconsistent,
        spine([
          [0.815, -2.0],
          [0.816, -2.1],
        ]),
      ),
    ).toEqual([]);
    expect(
      found(
        zReferenceInconsistent,
        spine([
          [0.815, -2.0],
          [0.83, -2.2],
        ]),
      ),
    ).toHaveLength(1);
  });

  it("needs a score for each point", () => {
    const [first, second, third] = spine(impossible).scans;
    if (first === undefined || second === undefined || third === undefined) throw new Error("three scans expected");
    const noScore = { ...third, sites: { lumbarSpine: { bmdGPerCm2: 0.929 } } };
    expect(found(zReferenceInconsistent, { scans: [first, second, noScore] })).toEqual([]);
  });

  it("does not hold scans of different devices together", () => {
    const { scans } = spine(impossible, { device: "primus" });
    expect(found(zReferenceInconsistent, { scans })).toHaveLength(1);
    const changed = scans.map((scan, position) => (position === 2 ? { ...scan, device: "horizon" } : scan));
    expect(found(zReferenceInconsistent, { scans: changed })).toEqual([]);
  });
});
