import { describe, expect, it } from "vitest";
import { earliestOf, elapsed, isNotAfter, latestOf, liesWithin, point } from "./interval.ts";

describe("interval arithmetic", () => {
  it("gives every difference that two times allow", () => {
    expect(elapsed({ earliest: 3, latest: 9 }, point(15))).toEqual({ earliest: 6, latest: 12 });
    expect(elapsed(point(15), { earliest: 39, latest: 51 })).toEqual({ earliest: 24, latest: 36 });
  });

  it("includes both ends of a window, and is unsure across an end", () => {
    const window = { earliest: -3, latest: 18 };
    expect(liesWithin(point(18), window)).toBe("yes");
    expect(liesWithin(point(18.001), window)).toBe("no");
    expect(liesWithin(point(-3), window)).toBe("yes");
    expect(liesWithin({ earliest: 17, latest: 19 }, window)).toBe("perhaps");
    expect(liesWithin({ earliest: Number.NEGATIVE_INFINITY, latest: 6 }, window)).toBe("perhaps");
  });

  it("orders times only where every reading agrees", () => {
    expect(isNotAfter(point(3), point(3))).toBe("yes");
    expect(isNotAfter(point(4), point(3))).toBe("no");
    expect(isNotAfter({ earliest: 2, latest: 4 }, point(3))).toBe("perhaps");
  });

  it("takes minimum and maximum of intervals", () => {
    const times = [point(12), { earliest: 3, latest: 20 }];
    expect(earliestOf(times)).toEqual({ earliest: 3, latest: 12 });
    expect(latestOf(times)).toEqual({ earliest: 12, latest: 20 });
    expect(earliestOf([])).toBeUndefined();
  });
});
