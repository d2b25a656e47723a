import { expect, it } from "vitest";
import { openCase } from "../record/case-view.ts";
import type { Fracture } from "../record/fracture.ts";
import { countFracturedVertebrae, fracturedInRoi, fracturedLevels } from "./spine.ts";

const woman = (...fractures: Fracture[]) => openCase({ schema: "materbone/case/1", id: "w", fractures }, {});

it("names no level where none is stated, and counts at least one vertebra", () => {
  const coded = woman({ site: "vertebra", at: { months: 2 } });
  expect(fracturedLevels(coded)).toEqual([]);
  expect(fracturedInRoi(coded, undefined)).toEqual([]);
  expect(countFracturedVertebrae([coded])).toEqual({ least: 1, isExact: false });
});

it("does not count a vertebra twice that may be the one already named, or was coded again", () => {
  const unstated: Fracture = { site: "vertebra" };
  expect(countFracturedVertebrae([woman({ site: "T12" }, { site: "L1" }, unstated)])).toEqual({
    least: 2,
    isExact: false,
  });
  expect(countFracturedVertebrae([woman(unstated, { site: "vertebra", at: { months: 5 } })]).least).toBe(1);
});

it("counts exactly where every level is stated, and takes no other bone and no normal vertebra", () => {
  const women = [woman({ site: "L1" }, { site: "L1" }, { site: "hip" }), woman({ site: "vertebra", genantGrade: 0 })];
  expect(countFracturedVertebrae(women)).toEqual({ least: 1, isExact: true });
});
