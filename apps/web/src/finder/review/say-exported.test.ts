import { createTerms, say } from "@materbone/clinical";
import { expect, it } from "vitest";
import { sayExported } from "./review-words.ts";

const nothing = { of: 12, undated: 0, tooFar: 0, unnamed: [], values: 0 };

it("says how many of how many records are not in the case, of which kinds, and where her age is", () => {
  const unnamed = [
    { kind: "condition", count: 20 },
    { kind: "drug", count: 6 },
  ] as const;
  const leftOut = { of: 82, undated: 2, tooFar: 1, unnamed, values: 1, ageYears: { least: 40, most: 41 } };
  expect(say(sayExported, { id: "PLO-1", leftOut }, createTerms("en"))).toBe(
    "PLO-1 stands in the series. Left out, 29 of 82 items: codes that the library does not name (diagnoses 20, drugs 6); 2 without a date; 1 too far from the delivery. 1 value without a known unit left out. Her age, 40 to 41, stands in a note.",
  );
  expect(say(sayExported, { id: "PLO-1", leftOut }, createTerms("zh"))).toBe(
    "PLO-1 已写入病例系列。82 项记录中 29 项未写入：编码未收录（诊断 20、药物 6）；无日期 2 项；距分娩过远 1 项。单位未知的数值 1 项未写入。年龄（40～41 岁）写入备注。",
  );
});

it("names nothing that was not left out", () => {
  expect(say(sayExported, { id: "PLO-1", leftOut: nothing }, createTerms("en"))).toBe("PLO-1 stands in the series.");
});
