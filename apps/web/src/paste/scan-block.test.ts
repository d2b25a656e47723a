import { describe, expect, it } from "vitest";
import { readScanBlock } from "./scan-block.ts";

const row = (...cells: readonly (string | number)[]): string => cells.join("\t");

describe("readScanBlock", () => {
  it("takes no scan out of a line that gives only a time", () => {
    const block = readScanBlock([row("时间", "腰椎BMD"), row(6, "")].join("\n"));
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
    expect(block.rows[0]?.vertebrae).toEqual(["L1", "L2", "L3", "L4"]);
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
    expect(block.rows[0]?.vertebrae).toEqual(["L2", "L3", "L4"]);
    expect(block.rows[0]?.when).toMatchObject({ date: "2019-05-04" });
    expect(block.rows[0]?.values).toContainEqual({ site: "femoralNeck", quantity: "zScore", value: -2.1 });
  });

  it("takes the side of a hip from the heading", () => {
    const block = readScanBlock([row("month", "left femoral neck BMD", "L1-4"), row(6, 0.7, 0.8)].join("\n"));
    expect(block.rows[0]?.sides).toEqual({ femoralNeck: "left" });
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

describe("readScanBlock, what must not be misread", () => {
  const bmd = (text: string): readonly (readonly [string, number])[] =>
    readScanBlock(text).rows.flatMap(({ values }) =>
      values.filter(({ quantity }) => quantity === "bmdGPerCm2").map(({ site, value }) => [site, value] as const),
    );
  const left = (text: string): readonly string[] => readScanBlock(text).leftovers.map((leftover) => leftover.text);

  it("a remark that names a site is no site", () => {
    const remarks = [row("月", "腰椎BMD", "备注"), row(6, 0.765, "腰椎骨折"), row(12, 0.8, "髋部疼痛")].join("\n");
    expect(bmd(remarks)).toEqual([
      ["lumbarSpine", 0.765],
      ["lumbarSpine", 0.8],
    ]);
    expect(left(remarks)).toEqual(["备注: 腰椎骨折", "备注: 髋部疼痛"]);
    const places = [row("月", "L1-4 BMD", "全髋BMD", "骨折部位"), row(6, 0.7, 0.8, "腰椎")].join("\n");
    expect(bmd(places)).toEqual([
      ["lumbarSpine", 0.7],
      ["totalHip", 0.8],
    ]);
  });

  it("a hospital under Site is no site of the skeleton", () => {
    const block = [row("Site", "month", "L1-4 BMD", "Z"), row("Qingdao", 6, 0.7, -3)].join("\n");
    expect(bmd(block)).toEqual([["lumbarSpine", 0.7]]);
  });

  it("fractures, changes and other parts of the skeleton are no BMD", () => {
    const block = [
      row("月", "腰椎骨折数", "腰椎BMD", "腰椎BMD变化(%)", "T spine BMD"),
      row(6, 2, 0.765, 1.2, 0.6),
    ].join("\n");
    expect(bmd(block)).toEqual([["lumbarSpine", 0.765]]);
  });

  it("the first value of a place stands, and a second one stays in view", () => {
    const block = [row("month", "hip BMD", "hip BMD"), row(6, 0.7, 0.9)].join("\n");
    expect(bmd(block)).toEqual([["totalHip", 0.7]]);
    expect(left(block)).toEqual(["0.9"]);
  });

  it("both hips in one line are two scans of one time", () => {
    const block = readScanBlock([row("月", "腰椎BMD", "左全髋BMD", "右全髋BMD"), row(6, 0.6, 0.7, 0.72)].join("\n"));
    expect(block.rows).toEqual([
      {
        when: { months: 6, basis: "stated" },
        values: [
          { site: "lumbarSpine", quantity: "bmdGPerCm2", value: 0.6 },
          { site: "totalHip", quantity: "bmdGPerCm2", value: 0.7 },
        ],
        sides: { totalHip: "left" },
      },
      {
        when: { months: 6, basis: "stated" },
        values: [{ site: "totalHip", quantity: "bmdGPerCm2", value: 0.72 }],
        sides: { totalHip: "right" },
      },
    ]);
  });

  it("a table with its times across is left in view", () => {
    const block = [
      row("部位", "产后6个月 BMD", "Z值", "产后17个月 BMD", "Z值"),
      row("腰椎", 0.765, -2.9, 0.892, -1.8),
    ].join("\n");
    expect(readScanBlock(block).rows).toEqual([]);
    expect(left(block)).toEqual(["腰椎 0.765 -2.9 0.892 -1.8"]);
  });

  it("a title stays in view", () => {
    const lines = [row("部位", "BMD", "Z值"), row("L1-L4", 0.7, -3), row("股骨颈", 0.6, -2)];
    for (const title of ["骨密度检查报告", "打印日期：2018-03-05", "腰椎"]) {
      const block = [title, ...lines].join("\n");
      expect(bmd(block)).toEqual([
        ["lumbarSpine", 0.7],
        ["femoralNeck", 0.6],
      ]);
      expect(left(block)).toEqual([title]);
    }
  });

  it("a date above a table without times is that of its scans", () => {
    for (const title of ["检查日期：2018-03-05", "Scan date: 2018-03-05"]) {
      const block = readScanBlock([title, row("Region", "BMD"), row("L1-L4", 0.7), row("Neck", 0.6)].join("\n"));
      expect(block.rows).toHaveLength(1);
      expect(block.rows[0]?.when).toMatchObject({ date: "2018-03-05" });
      expect(block.leftovers).toEqual([]);
    }
    const timed = ["Scan date: 2018-03-05", row("month", "L1-4 BMD"), row(6, 0.7)].join("\n");
    expect(readScanBlock(timed).rows[0]?.when).toEqual({ months: 6, basis: "stated" });
    expect(left(timed)).toEqual(["Scan date: 2018-03-05"]);
  });

  it("a date of birth is no date of a scan, and Scan date is one", () => {
    const block = readScanBlock(
      [row("Date of birth", "Scan date", "L1-4 BMD"), row("1990-01-01", "2018-03-05", 0.7)].join("\n"),
    );
    expect(block.rows[0]?.when).toMatchObject({ date: "2018-03-05" });
    expect(block.leftovers.map(({ text }) => text)).toEqual(["Date of birth: 1990-01-01"]);
  });
});
