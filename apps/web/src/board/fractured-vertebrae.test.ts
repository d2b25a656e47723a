import { createTerms, openSeries, type SeriesView, say, seriesSchema } from "@materbone/clinical";
import { expect, it } from "vitest";
import { sayFractured } from "./board-words.ts";
import { fracturedVertebrae } from "./fractured-vertebrae.ts";

function seriesOf(...fractures: readonly (readonly object[] | undefined)[]): SeriesView {
  const cases = fractures.map((entries, index) => ({
    schema: "materbone/case/1",
    id: `w-${index + 1}`,
    ...(entries === undefined ? {} : { fractures: entries }),
  }));
  return openSeries(seriesSchema.parse({ schema: "materbone/series/1", id: "s", title: "S", cases }));
}

it("says nothing where no woman has a fracture recorded", () => {
  expect(fracturedVertebrae(seriesOf())).toBeUndefined();
  expect(fracturedVertebrae(seriesOf(undefined, []))).toBeUndefined();
});

it("counts each vertebra of each woman once, and none where only other bones are recorded", () => {
  expect(
    fracturedVertebrae(seriesOf([{ site: "L1" }, { site: "L1" }, { site: "T12" }], undefined, [{ site: "L1" }])),
  ).toEqual({ least: 3, isExact: true });
  expect(fracturedVertebrae(seriesOf([{ site: "hip" }]))).toEqual({ least: 0, isExact: true });
});

it("says at least how many where a level is not stated", () => {
  const count = fracturedVertebrae(seriesOf([{ site: "vertebra" }]));
  if (count === undefined) throw new TypeError("a fracture is recorded");
  expect(say(sayFractured, count, createTerms("en"))).toBe("at least 1 fractured vertebra (not every level is stated)");
  expect(say(sayFractured, count, createTerms("zh"))).toBe("至少 1 个骨折椎体（有节段未说明）");
});
