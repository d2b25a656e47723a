import { createTerms, type When } from "@materbone/clinical";
import { expect, it } from "vitest";
import { sayWhen } from "./say-when.ts";

it.each<[When, string, string]>([
  [{ months: 15 }, "15 months post partum", "产后15个月"],
  [{ months: 1 }, "1 month post partum", "产后1个月"],
  [{ months: 0 }, "at delivery", "分娩时"],
  [{ months: -2 }, "2 months before delivery", "产前2个月"],
  [{ months: [39, 51], readings: [39, 51] }, "39 or 51 months post partum", "产后 39 或 51 个月"],
  [{ months: [0, 6] }, "0–6 months post partum", "产后0–6个月"],
  [{ months: [12, null] }, "after 12 months post partum", "产后 晚于 12 个月"],
  [{ date: "2019-05" }, "May 2019", "2019年5月"],
  [{ date: "2019-05-04" }, "4 May 2019", "2019年5月4日"],
  [{ date: ["2019-05", null] }, "from May 2019 on", "2019年5月以后"],
  [{ date: ["2016", "2019"] }, "2016 to 2019", "2016年至2019年"],
  [{ gestationalWeeks: 34 + 2 / 7 }, "34+2 weeks of gestation", "孕34+2周"],
])("says %j", (when, en, zh) => {
  expect(sayWhen(when, createTerms("en"))).toBe(en);
  expect(sayWhen(when, createTerms("zh"))).toBe(zh);
});

it("says nothing of a time that is not given", () => {
  expect(sayWhen({ basis: "unknown" }, createTerms("en"))).toBeUndefined();
  expect(sayWhen(undefined, createTerms("zh"))).toBeUndefined();
});
