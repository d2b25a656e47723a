import { expect, it } from "vitest";
import { recordSpec } from "../../fields/record-spec.ts";
import { SECTION_KEYS } from "./section-keys.ts";

it("shows every part of the record in exactly one section", () => {
  expect(Object.values(SECTION_KEYS).flat().toSorted()).toEqual(Object.keys(recordSpec).toSorted());
});
