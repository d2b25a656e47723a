import { describe, expect, it } from "vitest";
import { readScanBlock } from "./scan-block.ts";

const row = (...cells: readonly (string | number)[]): string => cells.join("\t");

describe("readScanBlock, a site in each line", () => {
  const value = (site: string, quantity: string, number: number): object => ({ site, quantity, value: number });

  it("gathers the lines of one time into a scan, the time standing in its first line", () => {
    const block = readScanBlock(
      [
        row("日期", "部位", "BMD(g/cm²)", "T值", "Z值"),
        row("2018-03-05", "L1-L4", "0.765", "-2.8", "-2.9"),
        row("", "股骨颈", "0.735", "-1.7", "-1.6"),
        row("", "全髋", "0.712", "-2.1", "-2.0"),
        row("2019-02-10", "L1-L4", "0.892", "-1.7", "-1.8"),
        row("2019-02-10", "股骨颈", "0.802", "-1.2", "-1.1"),
      ].join("\n"),
    );
    expect(block.leftovers).toEqual([]);
    expect(block.rows.map(({ when }) => when)).toMatchObject([{ date: "2018-03-05" }, { date: "2019-02-10" }]);
    expect(block.rows.map(({ vertebrae }) => vertebrae)).toEqual([
      ["L1", "L2", "L3", "L4"],
      ["L1", "L2", "L3", "L4"],
    ]);
    expect(block.rows[0]?.values).toEqual([
      value("lumbarSpine", "bmdGPerCm2", 0.765),
      value("lumbarSpine", "tScore", -2.8),
      value("lumbarSpine", "zScore", -2.9),
      value("femoralNeck", "bmdGPerCm2", 0.735),
      value("femoralNeck", "tScore", -1.7),
      value("femoralNeck", "zScore", -1.6),
      value("totalHip", "bmdGPerCm2", 0.712),
      value("totalHip", "tScore", -2.1),
      value("totalHip", "zScore", -2),
    ]);
    expect(block.rows[1]?.values.filter(({ quantity }) => quantity === "bmdGPerCm2")).toEqual([
      value("lumbarSpine", "bmdGPerCm2", 0.892),
      value("femoralNeck", "bmdGPerCm2", 0.802),
    ]);
  });

  it("reads months as times as well", () => {
    const block = readScanBlock("时间\t部位\tBMD\tZ值\n6\t腰椎\t0.765\t-2.9\n17\t腰椎\t0.892\t-1.8");
    expect(block.rows).toEqual([
      {
        when: { months: 6, basis: "stated" },
        values: [value("lumbarSpine", "bmdGPerCm2", 0.765), value("lumbarSpine", "zScore", -2.9)],
      },
      {
        when: { months: 17, basis: "stated" },
        values: [value("lumbarSpine", "bmdGPerCm2", 0.892), value("lumbarSpine", "zScore", -1.8)],
      },
    ]);
  });

  it("takes the total of a densitometer's list and leaves its single vertebrae in view", () => {
    const block = readScanBlock(
      [
        row("Region", "Area (cm²)", "BMC (g)", "BMD (g/cm²)", "T-score", "Z-score"),
        row("L2", "12.10", "8.31", "0.687", "-3.1", "-3.0"),
        row("L3", "13.05", "9.06", "0.694", "-3.5", "-3.4"),
        row("L4", "15.20", "10.28", "0.676", "-3.7", "-3.6"),
        row("Total", "40.35", "27.65", "0.685", "-3.4", "-3.3"),
      ].join("\n"),
    );
    expect(block.rows).toEqual([
      {
        when: undefined,
        vertebrae: ["L2", "L3", "L4"],
        values: [
          value("lumbarSpine", "bmdGPerCm2", 0.685),
          value("lumbarSpine", "tScore", -3.4),
          value("lumbarSpine", "zScore", -3.3),
        ],
      },
    ]);
    expect(block.leftovers.map(({ text }) => text)).toEqual([
      "L2 12.10 8.31 0.687 -3.1 -3.0",
      "L3 13.05 9.06 0.694 -3.5 -3.4",
      "L4 15.20 10.28 0.676 -3.7 -3.6",
      "Area (cm²): 40.35",
      "BMC (g): 27.65",
    ]);
  });

  it("takes a total below the neck for that of the hip, and one that stands alone for nothing", () => {
    const hip = readScanBlock(
      [row("Region", "BMD"), row("Neck", 0.61), row("Troch", 0.52), row("Total", 0.7)].join("\n"),
    );
    expect(hip.rows[0]?.values).toEqual([
      value("femoralNeck", "bmdGPerCm2", 0.61),
      value("totalHip", "bmdGPerCm2", 0.7),
    ]);
    expect(hip.leftovers.map(({ text }) => text)).toEqual(["Troch 0.52"]);
    const alone = readScanBlock([row("Region", "BMD"), row("Total", 0.7)].join("\n"));
    expect(alone.rows).toEqual([]);
    expect(alone.leftovers.map(({ text }) => text)).toEqual(["Total 0.7"]);
  });

  it("knows BMD without a heading, and does not guess which score stands behind it", () => {
    const block = readScanBlock([row("腰椎L1-4", 0.765, -2.9), row("股骨颈", 0.735, -1.6)].join("\n"));
    expect(block.rows).toHaveLength(1);
    expect(block.rows[0]?.values).toEqual([
      value("lumbarSpine", "bmdGPerCm2", 0.765),
      value("femoralNeck", "bmdGPerCm2", 0.735),
    ]);
    expect(block.leftovers.map(({ text }) => text)).toEqual(["-2.9", "-1.6"]);
  });

  it("begins another scan where a site comes again without a time", () => {
    const block = readScanBlock(
      [row("部位", "BMD"), row("腰椎", 0.7), row("全髋", 0.8), row("腰椎", 0.75), row("全髋", 0.81)].join("\n"),
    );
    expect(block.rows.map(({ values }) => values.map((cell) => cell.value))).toEqual([
      [0.7, 0.8],
      [0.75, 0.81],
    ]);
  });

  it("keeps the sides of the hip apart, at one time", () => {
    const block = readScanBlock(
      [
        row("日期", "部位", "BMD"),
        row("2018-03-05", "腰椎", 0.7),
        row("", "左侧全髋", 0.71),
        row("", "右侧全髋", 0.72),
      ].join("\n"),
    );
    expect(block.rows.map(({ when, sides }) => [when, sides])).toMatchObject([
      [{ date: "2018-03-05" }, { totalHip: "left" }],
      [{ date: "2018-03-05" }, { totalHip: "right" }],
    ]);
  });

  it("finds the total of the hip and of the spine in one list, in either order", () => {
    const hip = [row("Neck", 0.61), row("Troch", 0.52), row("Inter", 0.8), row("Total", 0.7)];
    const spine = [row("L1", 0.65), row("L2", 0.68), row("L3", 0.69), row("L4", 0.67), row("Total", 0.675)];
    for (const list of [
      [...hip, ...spine],
      [...spine, ...hip],
    ]) {
      const block = readScanBlock([row("Region", "BMD"), ...list].join("\n"));
      expect(block.rows).toHaveLength(1);
      expect(block.rows[0]?.vertebrae).toEqual(["L1", "L2", "L3", "L4"]);
      expect(block.rows[0]?.values.toSorted((a, b) => a.value - b.value)).toEqual([
        value("femoralNeck", "bmdGPerCm2", 0.61),
        value("lumbarSpine", "bmdGPerCm2", 0.675),
        value("totalHip", "bmdGPerCm2", 0.7),
      ]);
    }
  });

  it("counts the vertebrae of each list anew, and none where one was left out", () => {
    const list = [row("L2", 0.65), row("L3", 0.68), row("L4", 0.67), row("Total", 0.667)];
    const twice = readScanBlock([row("Region", "BMD"), ...list, ...list].join("\n"));
    expect(twice.rows.map(({ vertebrae }) => vertebrae)).toEqual([
      ["L2", "L3", "L4"],
      ["L2", "L3", "L4"],
    ]);
    const marked = readScanBlock(
      [row("Region", "BMD"), row("L1", 0.65), row("L2", 0.68), row("L4*", 0.9), row("Total", 0.66)].join("\n"),
    );
    expect(marked.rows).toEqual([{ when: undefined, values: [value("lumbarSpine", "bmdGPerCm2", 0.66)] }]);
  });

  it("takes the longest of the ranges that a list gives, and L1-L3 where L4 is broken", () => {
    const ranges = ["L1-L2", "L1-L3", "L1-L4", "L2-L3", "L2-L4", "L3-L4"];
    const list = ranges.map((range, position) => row(range, (0.6 + position / 100).toFixed(3)));
    const block = readScanBlock([row("Region", "BMD"), ...list].join("\n"));
    expect(block.rows).toEqual([
      { when: undefined, vertebrae: ["L1", "L2", "L3", "L4"], values: [value("lumbarSpine", "bmdGPerCm2", 0.62)] },
    ]);
    expect(block.leftovers).toHaveLength(5);
    const short = readScanBlock([row("部位", "BMD"), row("L1-L3", 0.6), row("L1-L2, L4", 0.59)].join("\n"));
    expect(short.rows.map(({ vertebrae }) => vertebrae)).toEqual([["L1", "L2", "L3"]]);
    expect(short.leftovers.map(({ text }) => text)).toEqual(["L1-L2, L4 0.59"]);
  });

  it("reads both hips of a list, and leaves parts of the neck and differences in view", () => {
    const block = readScanBlock(
      [
        row("Region", "BMD"),
        row("Neck Left", 0.7),
        row("Neck Right", 0.72),
        row("Neck Mean", 0.71),
        row("Neck Diff.", 0.02),
        row("Upper Neck", 0.6),
        row("Total Left", 0.8),
        row("Total Right", 0.82),
        row("Total Mean", 0.81),
      ].join("\n"),
    );
    expect(block.rows.map(({ sides }) => sides)).toEqual([
      { femoralNeck: "left", totalHip: "left" },
      { femoralNeck: "right", totalHip: "right" },
      { femoralNeck: "mean", totalHip: "mean" },
    ]);
    expect(block.rows.map(({ values }) => values.map((cell) => cell.value))).toEqual([
      [0.7, 0.8],
      [0.72, 0.82],
      [0.71, 0.81],
    ]);
    expect(block.leftovers.map(({ text }) => text)).toEqual(["Neck Diff. 0.02", "Upper Neck 0.6"]);
    const chinese = readScanBlock(
      [row("部位", "BMD"), row("左颈", 0.7), row("右颈", 0.72), row("左全髋", 0.8), row("右全髋", 0.82)].join("\n"),
    );
    expect(chinese.rows.map(({ sides, values }) => [sides, values.map((cell) => cell.value)])).toEqual([
      [{ femoralNeck: "left", totalHip: "left" }, [0.7, 0.8]],
      [{ femoralNeck: "right", totalHip: "right" }, [0.72, 0.82]],
    ]);
  });

  it("does not give a line whose time cannot be read the time above", () => {
    const block = readScanBlock(
      [
        row("日期", "部位", "BMD"),
        row("2018-03-05", "L1-L4", 0.765),
        row("年初", "股骨颈", 0.8),
        row("同上", "全髋", 0.9),
      ].join("\n"),
    );
    expect(block.rows.map(({ when, values }) => [when === undefined, values.map((cell) => cell.value)])).toEqual([
      [false, [0.765]],
      [true, [0.8, 0.9]],
    ]);
    expect(block.leftovers.map(({ text }) => text)).toEqual(["年初"]);
  });

  it("gathers lines that are sorted by site, and finds dates without a heading", () => {
    const block = readScanBlock(
      [
        row("2018-03-05", "L1-L4", 0.765),
        row("2019-02-10", "L1-L4", 0.892),
        row("2018-03-05", "Neck", 0.735),
        row("2019-02-10", "Neck", 0.802),
      ].join("\n"),
    );
    expect(block.rows.map(({ when, values }) => [when, values.map((cell) => cell.value)])).toMatchObject([
      [{ date: "2018-03-05" }, [0.765, 0.735]],
      [{ date: "2019-02-10" }, [0.892, 0.802]],
    ]);
    expect(block.leftovers).toEqual([]);
  });

  it("reads one line without headings", () => {
    expect(readScanBlock(row("股骨颈", 0.735)).rows).toEqual([
      { when: undefined, values: [value("femoralNeck", "bmdGPerCm2", 0.735)] },
    ]);
  });

  it("reads lines of plain text, and a CSV file", () => {
    const spaced = readScanBlock("2025-01-15 L1-L4 0.812 -2.4\n股骨颈 0.655 -1.8\nfemoral neck 0.655 -1.8");
    expect(spaced.rows[0]).toMatchObject({
      when: { date: "2025-01-15" },
      values: [value("lumbarSpine", "bmdGPerCm2", 0.812), value("femoralNeck", "bmdGPerCm2", 0.655)],
    });
    expect(spaced.leftovers.map(({ text }) => text)).toContain("-2.4");
    const csv = readScanBlock("date,site,BMD,Z\n2025-01-15,L1-L4,0.812,-2.4\n2025-01-15,Neck,0.655,-1.8");
    expect(csv.leftovers).toEqual([]);
    expect(csv.rows).toHaveLength(1);
    expect(csv.rows[0]?.values).toContainEqual(value("femoralNeck", "zScore", -1.8));
    // A decimal comma is no mark between cells, and no number that is read either.
    expect(readScanBlock("0,765\n0,892").rows).toEqual([]);
  });
});
