import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadLabels } from "./label-layout.ts";
import { linearScale, valueAxis } from "./scale.ts";
import { coordinate, element, escapeXml, textLine } from "./svg.ts";
import { readElements } from "./svg-reading.fixture.ts";
import { textWidth, wrapText } from "./text-measure.ts";

describe("element", () => {
  it("escapes text and attributes", () => {
    const drawn = element("text", { "data-name": 'a"b<c' }, "<script> & 'x'").markup;
    expect(drawn).toBe('<text data-name="a&quot;b&lt;c">&lt;script&gt; &amp; &#39;x&#39;</text>');
  });

  it("refuses a number that is not finite", () => {
    expect(() => textLine(Number.NaN, 0, "x")).toThrow(RangeError);
    expect(() => coordinate(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it("stays well-formed for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        expect(readElements(textLine(0, 0, words).markup)).toEqual(["text"]);
      }),
    );
  });

  it("drops characters that XML forbids", () => {
    expect(escapeXml("a\u0000\u000bb\ud800c")).toBe("abc");
  });
});

describe("linearScale", () => {
  it("maps ends to ends and clamps what lies outside", () => {
    const scale = linearScale([-9, 51], [0, 600]);
    expect([scale.at(-9), scale.at(0), scale.at(51)]).toEqual([0, 90, 600]);
    expect([scale.at(Number.NEGATIVE_INFINITY), scale.at(60)]).toEqual([0, 600]);
  });

  it.each([[[1, 1]], [[2, 1]], [[Number.NaN, 1]]] as const)("refuses %j", (domain) => {
    expect(() => linearScale(domain, [0, 1])).toThrow(RangeError);
  });
});

describe("valueAxis", () => {
  it("covers the values with round numbers", () => {
    expect(valueAxis([0, 37.02, -5.3], 6).ticks).toEqual([-10, 0, 10, 20, 30, 40]);
    expect(valueAxis([0.678, 0.929], 6)).toMatchObject({ ticks: [0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95], decimals: 2 });
  });

  it("takes values that no step could tell apart for one", () => {
    const { domain, ticks } = valueAxis([Number.MIN_VALUE, -Number.MIN_VALUE], 6);
    expect(ticks.every(Number.isFinite)).toBe(true);
    expect(domain[0]).toBeLessThan(domain[1]);
  });

  it("holds every value it was made for", () => {
    const value = fc.double({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 9 }), (values) => {
        const [low, high] = valueAxis(values, 6).domain;
        const slack = (high - low) * 1e-6;
        for (const each of values) {
          expect(each).toBeGreaterThanOrEqual(low - slack);
          expect(each).toBeLessThanOrEqual(high + slack);
        }
      }),
    );
  });
});

describe("spreadLabels", () => {
  it("leaves labels that are apart where they want to be", () => {
    const labels = [
      { wanted: 20, height: 10 },
      { wanted: 60, height: 10 },
    ];
    expect(spreadLabels(labels, [0, 100])).toEqual([20, 60]);
  });

  it("moves two labels of one place evenly aside", () => {
    const labels = [
      { wanted: 50, height: 20 },
      { wanted: 50, height: 20 },
    ];
    expect(spreadLabels(labels, [0, 100])).toEqual([40, 60]);
  });

  it("never lets two overlap, keeps their order, and stays inside where all fit", () => {
    const label = fc.record({ wanted: fc.integer({ min: -50, max: 350 }), height: fc.integer({ min: 5, max: 40 }) });
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 7 }), (labels) => {
        const placed = spreadLabels(labels, [0, 300]);
        const boxes = labels
          .map(({ height, wanted }, index) => ({ middle: placed[index] ?? Number.NaN, height, wanted }))
          .sort((a, b) => a.middle - b.middle);
        boxes.slice(1).forEach((box, index) => {
          const before = boxes[index];
          if (before === undefined) return;
          expect(box.middle - before.middle).toBeGreaterThanOrEqual((box.height + before.height) / 2 - 1e-9);
          expect(box.wanted).toBeGreaterThanOrEqual(before.wanted);
        });
        for (const box of boxes) {
          expect(box.middle - box.height / 2).toBeGreaterThanOrEqual(-1e-9);
          expect(box.middle + box.height / 2).toBeLessThanOrEqual(300 + 1e-9);
        }
      }),
    );
  });
});

describe("wrapText", () => {
  it("gives a Chinese character one em", () => {
    expect(textWidth("骨密度", 11)).toBe(33);
  });

  it("breaks Chinese anywhere but before a stop", () => {
    expect(wrapText("产后三个月。", 55, 11)).toEqual(["产后三个", "月。"]);
  });

  it("breaks English at spaces, and a word only when it is longer than the line", () => {
    expect(wrapText("end not recorded", 80, 11)).toEqual(["end not", "recorded"]);
    expect(wrapText("abcdefghij", 30, 11).join("")).toBe("abcdefghij");
  });

  it("keeps an opening bracket with what it opens, and a number with what it counts", () => {
    expect(wrapText("筛选的记录（n\u00a0=\u00a0741）", 75, 11)).toEqual(["筛选的记录", "（n\u00a0=\u00a0741）"]);
    expect(wrapText("Records screened (n\u00a0=\u00a0741)", 110, 11)).toEqual([
      "Records screened",
      "(n\u00a0=\u00a0741)",
    ]);
  });

  it("breaks a double name behind its hyphen, but not a range of vertebrae", () => {
    expect(wrapText("Lampropoulou-Adamidou", 110, 11)).toEqual(["Lampropoulou-", "Adamidou"]);
    expect(wrapText("of vertebrae L1-L4", 90, 11)).toEqual(["of vertebrae", "L1-L4"]);
  });

  it("loses no character and keeps every line within the width", () => {
    const words = fc.array(fc.constantFrom("骨", "密", "，", "bone", "BMD", " ", "0.678", "。", "唑来膦酸"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 200 }), (parts, width) => {
        const text = parts.join("");
        const lines = wrapText(text, width, 12);
        expect(lines.join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width + 12);
      }),
    );
  });
});
