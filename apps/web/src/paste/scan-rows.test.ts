import { describe, expect, it } from "vitest";
import { readScanBlock } from "./scan-rows.ts";

const row = (...cells: readonly (string | number)[]): string => cells.join("\t");

describe("readScanBlock", () => {
  it("takes no scan out of a line that gives only a time", () => {
    const block = readScanBlock("时间\t部位\tBMD\tZ值\n6\t腰椎\t0.765\t-2.9");
    expect(block.rows).toEqual([]);
    expect(block.leftovers.length).toBeGreaterThan(0);
  });

  it("reads the printed order without headings", () => {
    const block = readScanBlock([row(6, 0.765, "−2.9", 0.735, -1.6, 0.712, "-2.0"), row(17, 0.892, -1.8)].join("\n"));
    expect(block.leftovers).toEqual([]);
    expect(block.rows).toEqual([
      {
        when: { months: 6, basis: "stated" },
        values: [
          { site: "lumbarSpine", quantity: "bmdGPerCm2", value: 0.765 },
          { site: "lumbarSpine", quantity: "zScore", value: -2.9 },
          { site: "femoralNeck", quantity: "bmdGPerCm2", value: 0.735 },
          { site: "femoralNeck", quantity: "zScore", value: -1.6 },
          { site: "totalHip", quantity: "bmdGPerCm2", value: 0.712 },
          { site: "totalHip", quantity: "zScore", value: -2 },
        ],
      },
      {
        when: { months: 17, basis: "stated" },
        values: [
          { site: "lumbarSpine", quantity: "bmdGPerCm2", value: 0.892 },
          { site: "lumbarSpine", quantity: "zScore", value: -1.8 },
        ],
      },
    ]);
  });

  it("finds columns by Chinese headings in any order", () => {
    const block = readScanBlock(
      [
        row("全髋BMD", "全髋Z值", "时间（月）", "L1～4 BMD", "L1～4 Z值"),
        row(0.712, "-2.0", "产后6个月", 0.765, -2.9),
      ].join("\n"),
    );
    expect(block.vertebrae).toEqual(["L1", "L2", "L3", "L4"]);
    expect(block.rows[0]?.when).toEqual({ months: 6, basis: "stated" });
    expect(block.rows[0]?.values).toContainEqual({ site: "totalHip", quantity: "zScore", value: -2 });
    expect(block.rows[0]?.values).toContainEqual({ site: "lumbarSpine", quantity: "bmdGPerCm2", value: 0.765 });
    expect(block.leftovers).toEqual([]);
  });

  it("reads a heading over two columns", () => {
    const block = readScanBlock(
      [
        row("Date", "Lumbar spine (L2-L4)", "", "Femoral neck", ""),
        row("", "BMD", "Z-score", "BMD", "Z-score"),
        row("2019-05-04", 0.678, -4.2, 0.674, -2.1),
      ].join("\n"),
    );
    expect(block.vertebrae).toEqual(["L2", "L3", "L4"]);
    expect(block.rows[0]?.when).toMatchObject({ date: "2019-05-04" });
    expect(block.rows[0]?.values).toContainEqual({ site: "femoralNeck", quantity: "zScore", value: -2.1 });
  });

  it("tells T-scores from Z-scores", () => {
    const block = readScanBlock([row("month", "hip BMD", "hip T"), row(15, 0.7, -2.5)].join("\n"));
    expect(block.rows[0]?.values).toContainEqual({ site: "totalHip", quantity: "tScore", value: -2.5 });
  });

  it("reads a Z-score in brackets behind its BMD", () => {
    const block = readScanBlock(
      [row("月", "腰椎BMD（Z值）".replace("（Z值）", ""), "股骨颈BMD"), row(6, "0.765（-2.9）", "0.735/-1.6")].join(
        "\n",
      ),
    );
    expect(block.rows[0]?.values).toEqual([
      { site: "lumbarSpine", quantity: "bmdGPerCm2", value: 0.765 },
      { site: "lumbarSpine", quantity: "zScore", value: -2.9 },
      { site: "femoralNeck", quantity: "bmdGPerCm2", value: 0.735 },
      { site: "femoralNeck", quantity: "zScore", value: -1.6 },
    ]);
  });

  it("keeps what it does not understand in view", () => {
    const block = readScanBlock(
      [row("case", "month", "hip BMD", "remark"), row("case 2", 6, "about 0.7", "good")].join("\n"),
    );
    expect(block.leftovers.map((leftover) => leftover.text)).toEqual(
      expect.arrayContaining([expect.stringContaining("case 2"), "about 0.7", expect.stringContaining("good")]),
    );
  });

  it("reads columns parted by blanks, and a block that starts with a BMD", () => {
    const block = readScanBlock("0.765  -2.9  0.735  -1.6\n0.892  -1.8  0.802  -1.1");
    expect(block.rows.map((scan) => scan.values.length)).toEqual([4, 4]);
    expect(block.rows[0]?.when).toBeUndefined();
  });

  it("starts in the column it was pasted into", () => {
    const block = readScanBlock(row(0.735, -1.6), 3);
    expect(block.rows[0]?.values).toEqual([
      { site: "femoralNeck", quantity: "bmdGPerCm2", value: 0.735 },
      { site: "femoralNeck", quantity: "zScore", value: -1.6 },
    ]);
  });
});
