import { expect, it } from "vitest";
import { findSearch } from "./find-search.ts";

it("reads the day of the data and whether a search is strict from the address, and nothing that is none", () => {
  expect(findSearch({ path: "/data", asOf: "2026-01-31", strict: true })).toEqual({
    path: "/data",
    asOf: "2026-01-31",
    strict: true,
  });
  for (const asOf of ["", "2026", "2026-02-30", "2026-13-01", "31.1.2026", 20260131, null]) {
    expect(findSearch({ asOf })).toEqual({});
  }
  for (const strict of [false, "no", 0]) expect(findSearch({ strict })).toEqual({});
  expect(findSearch({ strict: "true" })).toEqual({ strict: true });
});
