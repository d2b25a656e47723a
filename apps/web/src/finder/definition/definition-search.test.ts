import { expect, it } from "vitest";
import { dataSearch, findSearch } from "../start/find-search.ts";
import { definitionSearch } from "./definition-search.ts";

it("keeps which data are searched, and how, from the search page to the definition and back", () => {
  const data = { path: "/data", mapping: "ward", asOf: "2026-01-31", strict: true } as const;
  const there = definitionSearch({ ...dataSearch(findSearch({ ...data, job: "a" })), definition: "kasahara" });
  expect(there).toEqual({ ...data, definition: "kasahara" });
  expect(findSearch({ ...dataSearch({ ...there, data: "0123456789abcdef" }) })).toEqual(data);
});
