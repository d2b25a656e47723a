import { openSeries, type SeriesView, seriesSchema } from "@materbone/clinical";
import { expect, it } from "vitest";
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
  ).toBe(3);
  expect(fracturedVertebrae(seriesOf([{ site: "hip" }]))).toBe(0);
});
