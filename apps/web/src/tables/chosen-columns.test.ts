import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chosenOf, columnText, moved, toggled } from "./chosen-columns.ts";

const ALL = ["a", "b", "c", "d"] as const;

describe("chosen columns", () => {
  it("are all when nothing, or nothing that exists, is chosen", () => {
    expect(chosenOf(undefined, ALL)).toEqual(ALL);
    expect(chosenOf("x,y", ALL)).toEqual(ALL);
    expect(chosenOf("", ALL)).toEqual(ALL);
  });

  it("keep the order of the address and drop what is unknown or twice", () => {
    expect(chosenOf("c,x,a,c", ALL)).toEqual(["c", "a"]);
  });

  it("come back where they usually stand", () => {
    expect(toggled(["a", "d"], "b", ALL)).toEqual(["a", "b", "d"]);
    expect(toggled(["a", "b"], "d", ALL)).toEqual(["a", "b", "d"]);
    expect(toggled(["a", "b"], "a", ALL)).toEqual(["b"]);
  });

  it("never become none", () => {
    expect(toggled(["a"], "a", ALL)).toEqual(["a"]);
  });

  it("move by one and stay at the ends", () => {
    expect(moved(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], "a", 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], "a", -1)).toEqual(["a", "b", "c"]);
    expect(moved(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
  });

  it("go through the address and back", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ALL], { minLength: 1 }), (chosen) => {
        expect(chosenOf(columnText(chosen, ALL), ALL)).toEqual(chosen);
      }),
    );
  });
});
