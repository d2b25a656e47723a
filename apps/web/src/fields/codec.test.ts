import { describe, expect, it } from "vitest";
import { amountCodec, numberCodec, plainCodec, printedCodec, SCORE_HINT, whenCodecs, wordsCodec } from "./codec.ts";

describe("numberCodec", () => {
  it.each([
    ["0.678", 0.678],
    ["−2.9", -2.9],
    ["０．６７８", 0.678],
    [" 27 ", 27],
    ["1.", 1],
  ])("reads %j", (text, value) => {
    expect(numberCodec().read(text)).toEqual({ kind: "value", value });
  });

  it("does not guess", () => {
    for (const text of ["0,678", "about 3", "1 or 2"]) expect(numberCodec().read(text).kind).toBe("refused");
    expect(numberCodec().read(" ")).toEqual({ kind: "empty" });
  });

  it("prints the decimals of its quantity, and no fewer than recorded", () => {
    expect(numberCodec(3).print(0.71)).toBe("0.710");
    expect(numberCodec(1).print(-2)).toBe("-2.0");
    expect(numberCodec(1).print(-2.25)).toBe("-2.25");
    expect(numberCodec().print(undefined)).toBe("");
  });
});

describe("the hint of a score", () => {
  it("shows a negative number that the field takes as it stands", () => {
    for (const text of Object.values(SCORE_HINT)) {
      const example = /−\d+\.\d/.exec(text)?.[0] ?? "";
      expect(numberCodec(1).read(example)).toEqual({ kind: "value", value: -2.3 });
    }
    expect(numberCodec(1, SCORE_HINT).hint).toBe(SCORE_HINT);
  });
});

describe("printedCodec", () => {
  it("keeps digits and limits", () => {
    expect(printedCodec.read("0.30")).toEqual({ kind: "value", value: "0.30" });
    expect(printedCodec.read("＜0.1")).toEqual({ kind: "value", value: "<0.1" });
    expect(printedCodec.read(">=60")).toEqual({ kind: "value", value: "≥60" });
  });
});

describe("amountCodec", () => {
  it("reads a number or a range", () => {
    expect(amountCodec.read("5")).toEqual({ kind: "value", value: 5 });
    expect(amountCodec.read("0.6～1.2")).toEqual({ kind: "value", value: [0.6, 1.2] });
    for (const text of ["12-48", "12–48", "12..48", "12～48"]) {
      expect(amountCodec.read(text)).toEqual({ kind: "value", value: [12, 48] });
    }
    expect(amountCodec.read("48-12")).toMatchObject({ kind: "refused", problem: { kind: "rangeOrder" } });
    expect(amountCodec.read("0,6-1,2")).toMatchObject({ kind: "refused", problem: { kind: "wrongType" } });
    expect(amountCodec.print([0.6, 1.2])).toBe("0.6–1.2");
    expect(amountCodec.read("one")).toMatchObject({ kind: "refused" });
  });
});

describe("wordsCodec", () => {
  it("parts at commas of either width", () => {
    expect(wordsCodec.read("COL1A1，COL1A2, LRP5")).toEqual({ kind: "value", value: ["COL1A1", "COL1A2", "LRP5"] });
    expect(wordsCodec.read(" , ")).toEqual({ kind: "empty" });
  });
});

describe("plainCodec", () => {
  it("takes blanks for nothing", () => {
    expect(plainCodec.read("  ")).toEqual({ kind: "empty" });
    expect(plainCodec.read("l. 93")).toEqual({ kind: "value", value: "l. 93" });
  });
});

const whenCodec = whenCodecs.en;

describe("whenCodec", () => {
  it("prints separate readings in the language of the page", () => {
    const when = { months: [39, 51], readings: [39, 51] };
    expect(whenCodecs.en.print(when)).toBe("39 or 51");
    expect(whenCodecs.zh.print(when)).toBe("39或51");
  });

  it("keeps what the text does not say", () => {
    const current = { months: 6, basis: "derived", note: "from the letter" };
    expect(whenCodec.read("7", current)).toEqual({
      kind: "value",
      value: { months: 7, basis: "derived", note: "from the letter" },
    });
    expect(whenCodec.read("2019-05", current)).toEqual({
      kind: "value",
      value: { date: "2019-05", basis: "derived", note: "from the letter" },
    });
  });

  it("calls what is typed stated, and what was converted derived", () => {
    expect(whenCodec.read("6")).toEqual({ kind: "value", value: { months: 6, basis: "stated" } });
    expect(whenCodec.read("2 years")).toEqual({ kind: "value", value: { months: 24, basis: "derived" } });
  });

  it("empties to nothing, unless something else was said", () => {
    expect(whenCodec.read("", { months: 6, basis: "stated" })).toEqual({ kind: "empty" });
    expect(whenCodec.read("", { months: 6, basis: "stated", note: "x" })).toEqual({
      kind: "value",
      value: { note: "x" },
    });
  });
});
