import { expect, it } from "vitest";
import { offeredBases } from "./offered-bases.ts";

it("offers only that a time is unknown until one is given", () => {
  expect(offeredBases(undefined)).toEqual(["unknown"]);
  expect(offeredBases({ note: "asked twice" })).toEqual(["unknown"]);
  expect(offeredBases({ months: 0 })).toContain("stated");
  expect(offeredBases({ date: "2019-05" })).toContain("derived");
});

it("shows what a record says all the same", () => {
  expect([...offeredBases({ basis: "stated" })].sort()).toEqual(["stated", "unknown"]);
});
