import { shippedLiterature, synthesise } from "@materbone/evidence";
import { expect, it } from "vitest";
import { gradedOutcomes } from "./grade-outcomes.ts";

it("lists the judged outcomes first and every other that has a study once, whatever its times", () => {
  const outcomes = gradedOutcomes(shippedLiterature, synthesise(shippedLiterature));
  const judged = (shippedLiterature.grade ?? []).length;
  expect(outcomes.slice(0, judged).map(({ position }) => position)).toEqual(
    Array.from({ length: judged }, (_, at) => at),
  );
  expect(outcomes.slice(judged).every(({ profile }) => profile === undefined)).toBe(true);
  expect(new Set(outcomes.map(({ key }) => key)).size).toBe(outcomes.length);
  expect(outcomes.map(({ key }) => key)).toContain("totalHip/percentChange/sequence");
  const { grade: _none, ...bare } = shippedLiterature;
  expect(gradedOutcomes(bare, synthesise(bare)).every(({ position }) => position === undefined)).toBe(true);
});
