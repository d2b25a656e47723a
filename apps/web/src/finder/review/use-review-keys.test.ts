import { describe, expect, it } from "vitest";
import { askOfKey } from "./use-review-keys.ts";

describe("single keys of the review", () => {
  it("move through the queue and choose one of the three verdicts", () => {
    expect(askOfKey("n")).toEqual({ kind: "move", step: 1 });
    expect(askOfKey("p")).toEqual({ kind: "move", step: -1 });
    expect(["1", "2", "3"].map(askOfKey)).toEqual(
      ["plo", "not_plo", "cannot_tell"].map((verdict) => ({ kind: "verdict", verdict })),
    );
  });

  it("leave every other key alone", () => {
    for (const key of ["0", "4", "11", "N", " ", "Enter", "", "constructor"]) expect(askOfKey(key)).toBeUndefined();
  });
});
