import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covered, type Span, uncovered, union } from "./span.ts";

const spans = fc.array(
  fc.tuple(fc.integer({ min: -20, max: 60 }), fc.integer({ min: 0, max: 20 })).map(([from, length]) => ({
    from,
    to: from + length,
  })),
);

describe("union and uncovered", () => {
  it("join what overlaps or touches", () => {
    expect(
      union([
        { from: 5, to: 7 },
        { from: 0, to: 2 },
        { from: 2, to: 3 },
        { from: 9, to: 8 },
      ]),
    ).toEqual([
      { from: 0, to: 3 },
      { from: 5, to: 7 },
    ]);
  });

  it("leave the rest free, also outside the window and with open ends", () => {
    const within: Span = { from: 0, to: 10 };
    expect(
      uncovered(
        [
          { from: -5, to: 2 },
          { from: 12, to: 20 },
        ],
        within,
      ),
    ).toEqual([{ from: 2, to: 10 }]);
    expect(uncovered([{ from: 4, to: Number.POSITIVE_INFINITY }], within)).toEqual([{ from: 0, to: 4 }]);
    expect(uncovered([{ from: Number.NEGATIVE_INFINITY, to: 20 }], within)).toEqual([]);
  });

  it("split the window between covered and free", () => {
    fc.assert(
      fc.property(spans, (list) => {
        const within: Span = { from: 0, to: 40 };
        const inside = list
          .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(40, to) }))
          .filter(({ from, to }) => from <= to);
        expect(covered(inside) + covered(uncovered(list, within))).toBe(40);
      }),
    );
  });
});
