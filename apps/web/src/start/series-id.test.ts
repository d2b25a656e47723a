import { readSeriesHead } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { isSeriesId, proposedId } from "./series-id.ts";

const none = new Set<string>();

describe("isSeriesId", () => {
  it("accepts exactly what the format accepts", () => {
    const ids = ["a", "A-1_b.c", "-a", ".a", "", "a b", "病例", "a".repeat(64), "a".repeat(65), "a/b"];
    for (const id of ids) {
      const read = readSeriesHead({ schema: "materbone/series/1", id, title: "T" });
      expect([id, isSeriesId(id)]).toEqual([id, read.kind === "read"]);
    }
  });
});

describe("proposedId", () => {
  it("takes words and years of the title", () => {
    expect(proposedId({ en: "PLO in Qingdao", zh: "", years: [2016, 2019] }, none)).toBe("plo-in-qingdao-2016-2019");
    expect(proposedId({ en: "Étude, n° 2", zh: "", years: [2020, 2020] }, none)).toBe("etude-n-2-2020");
  });

  it("counts on where the id is taken", () => {
    const taken = new Set(["plo", "plo-2"]);
    expect(proposedId({ en: "PLO", zh: "", years: undefined }, taken)).toBe("plo-3");
  });

  it("numbers a title without Latin letters", () => {
    expect(proposedId({ en: "", zh: "妊娠哺乳相关骨质疏松症", years: undefined }, none)).toBe("series-1");
    expect(proposedId({ en: "", zh: "产后骨折 PLO", years: undefined }, new Set(["plo"]))).toBe("plo-2");
    expect(proposedId({ en: "", zh: "骨折", years: [2020, 2024] }, new Set(["series-2020-2024-1"]))).toBe(
      "series-2020-2024-2",
    );
  });

  it("stays within the length of an id whatever the title", () => {
    const id = proposedId({ en: "long ".repeat(40), zh: "", years: [2016, 2019] }, none);
    expect(isSeriesId(id)).toBe(true);
    expect(id.endsWith("-2016-2019")).toBe(true);
  });
});
