import { expect, it } from "vitest";
import { restsOnOthers } from "./rests-on-others.ts";
import { shippedLiterature } from "./shipped-literature.ts";

const why = { en: "a review", zh: "综述" };

it.each([
  ["review", [], true],
  ["pooledIndividualData", [], true],
  ["caseSeries", [{ cohort: "a", certainty: "contains", why }], true],
  ["caseSeries", [{ cohort: "a", certainty: "possible", why }], false],
  ["caseReport", [], false],
] as const)("a %s with %j: %s", (design, overlaps, rests) => {
  expect(restsOnOthers({ design, overlaps: [...overlaps] })).toBe(rests);
});

it("holds for the review and the pooled individual data of the shipped literature alone", () => {
  const ids = shippedLiterature.studies.filter(restsOnOthers).map(({ id }) => id);
  expect(ids).toEqual(["anagnostis-2024", "ipd-to-2019"]);
});
