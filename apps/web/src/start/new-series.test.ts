import { describe, expect, it } from "vitest";
import { newSeries } from "./new-series.ts";

const fields = { id: "s", en: "PLO", zh: "", centre: "", fromYear: "", toYear: "" };

describe("newSeries", () => {
  it("holds what was typed and nothing else", () => {
    expect(newSeries({ ...fields, zh: "骨松", centre: "A", fromYear: "2020", toYear: "2024" })).toEqual({
      kind: "read",
      value: {
        schema: "materbone/series/1",
        id: "s",
        title: { en: "PLO", zh: "骨松" },
        origin: "registry",
        centre: "A",
        recruitmentYears: [2020, 2024],
        cases: [],
      },
    });
  });

  it("takes one year for both", () => {
    expect(newSeries({ ...fields, toYear: "2024" })).toMatchObject({ value: { recruitmentYears: [2024, 2024] } });
  });

  it("refuses a series without a title, a bad id and a year that is none", () => {
    expect(newSeries({ ...fields, en: " " })).toMatchObject({ kind: "refused", problems: [{ at: "/title" }] });
    expect(newSeries({ ...fields, id: "a b" })).toMatchObject({ kind: "refused", problems: [{ at: "/id" }] });
    expect(newSeries({ ...fields, fromYear: "twenty" }).kind).toBe("refused");
  });
});
