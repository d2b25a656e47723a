import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { responseShape } from "../output/shapes.ts";
import { published, run, runJson, varied, workFolder, writeInput } from "../run.fixture.ts";
import { jsonSchema } from "./schema.ts";

const folder = workFolder();
afterAll(folder.remove);

type Row = z.infer<typeof responseShape>["responses"][number];

async function responses(...args: readonly string[]): Promise<readonly Row[]> {
  return responseShape.parse(await runJson("response", ...args)).responses;
}

/** The last pair of scans of a woman at a site: from the scan before the last to the last. */
async function lastPair(woman: string, site: string, ...args: readonly string[]): Promise<Row | undefined> {
  return (await responses(published, "--case", woman, ...args)).filter((row) => row.site === site).at(-1);
}

describe("response", () => {
  it("never says in JSON what caused a change", async () => {
    const { note } = responseShape.parse(await runJson("response", published));
    expect(note).toBe("Not attributable to treatment without a comparator.");
  });

  it.each([published, varied])("prints JSON of the published shape and schema (%s)", async (source) => {
    const output = await runJson("response", source);
    expect(responseShape.parse(output)).toEqual(output);
    expect(z.fromJSONSchema(jsonSchema("response-output")).safeParse(output).error).toBeUndefined();
  });

  // Table 2 of the source paper: 0.775 to 0.752 g/cm2 is -2.97 %; 0.607 to 0.626 g/cm2 is +3.13 %.
  it.each([
    ["case-1", "totalHip", -0.023, -2.97, "paper", 2.77, "loss"],
    ["case-1", "totalHip", -0.023, -2.97, "minimum", 5, "noChange"],
    ["case-3", "femoralNeck", 0.019, 3.13, "paper", 2.77, "gain"],
    ["case-3", "femoralNeck", 0.019, 3.13, "minimum", 6.9, "noChange"],
  ])(
    "%s %s: %d g/cm2, %d %%, by --lsc %s (%d %%) is %s",
    async (woman, site, delta, percent, lsc, lscPercent, verdict) => {
      expect(await lastPair(woman, site, "--lsc", lsc)).toMatchObject({
        deltaGPerCm2: delta,
        percent,
        lscPercent,
        verdict,
        reason: null,
      });
    },
  );

  it("compares every pair of scans at every site, and says why a pair is not comparable", async () => {
    const rows = await responses(published, "--case", "case-1");
    expect(rows).toHaveLength(9);
    const spine = rows.filter((row) => row.site === "lumbarSpine");
    expect(spine.map((row) => row.verdict)).toEqual(["notComparable", "notComparable", "notComparable"]);
    expect(spine[0]?.reason).toContain("L4");
  });

  it("gives the yearly change as a range where the times are ranges", async () => {
    const [, longest] = (await responses(published, "--case", "case-1")).filter((row) => row.site === "femoralNeck");
    expect(longest?.months).toEqual([24, 36]);
    // +6.97 % in 24 to 36 months.
    expect(longest?.percentPerYear?.[0]).toBeCloseTo(2.32, 2);
    expect(longest?.percentPerYear?.[1]).toBeCloseTo(3.49, 2);
  });

  it("sets a change beside the change without a drug, by both readings of an inexact time", async () => {
    const [, spine] = (await responses(published, "--case", "case-1")).filter((row) => row.site === "lumbarSpine");
    expect(spine?.benchmark).toMatchObject({
      place: "above",
      notCompared: null,
      monthsSinceWeaning: [24, 36],
      // 95 + 40 healthy, 5 + 6 + 1 with PLO.
      women: 95 + 40 + 5 + 6 + 1,
      studies: 5,
    });
    const { percentile, lowerPercent, upperPercent, expectedPercent } = spine?.benchmark ?? {};
    expect(percentile?.[0]).toBeLessThan(percentile?.[1] ?? 0);
    expect(lowerPercent).toBeLessThan(expectedPercent?.[0] ?? 0);
    expect(upperPercent).toBeGreaterThan(expectedPercent?.[1] ?? 0);
  });

  it("says of a change inside that it is inside, and why another is not compared", async () => {
    const places = (await responses(published, "--case", "case-2")).map(({ site, benchmark }) => [
      site,
      benchmark.place ?? benchmark.notCompared,
    ]);
    expect(places).toEqual([
      ["lumbarSpine", "inside"],
      ["femoralNeck", "outsideMonths"],
      ["totalHip", "noBand"],
    ]);
  });

  it.each([
    [
      "en",
      ["Above the band", "5 + 6 + 1 women with PLO", "It is not a control group.", "Not attributable to treatment"],
    ],
    ["zh", ["高于范围", "PLO患者5 + 6 + 1例", "并非对照组。", "无对照，不能归因于治疗。"]],
  ])(
    "names the women of the band in the text, that they are no control group, and no drug as the cause (%s)",
    async (lang, words) => {
      const { out } = await run(["response", published, "--case", "case-1", "--lang", lang]);
      expect(out).toContain(lang === "en" ? "Least significant change in use" : "所用最小有意义变化值（LSC）");
      // Wide characters may break a sentence over lines.
      const text = out.replaceAll(/\s+/g, lang === "zh" ? "" : " ");
      for (const each of words) expect(text).toContain(lang === "zh" ? each.replaceAll(" ", "") : each);
      expect(text).not.toMatch(/due to|because of the drug|归功于/);
    },
  );

  it("uses a centre's own precision from a file, site by site", async () => {
    const file = writeInput(join(folder.path, "precision.json"), {
      totalHip: { rmsSdGPerCm2: 0.0105 },
      femoralNeck: { cvPercent: 2 },
    });
    // 2.77 x 0.0105 = 0.0291 g/cm2, 3.75 % of 0.775; 2.77 x 2 % = 5.54 %.
    expect(await lastPair("case-1", "totalHip", "--lsc", file)).toMatchObject({
      lscPercent: 3.75,
      verdict: "noChange",
    });
    expect(await lastPair("case-3", "femoralNeck", "--lsc", file)).toMatchObject({
      lscPercent: 5.54,
      verdict: "noChange",
    });
    // The study does not cover the spine.
    expect(await lastPair("case-2", "lumbarSpine", "--lsc", file)).toMatchObject({
      lscPercent: null,
      exceedsLsc: null,
    });
  });

  it("computes the precision from repeated scans: RMS-SD of the pairs 0.700/0.710 and 0.800/0.820", async () => {
    const file = writeInput(join(folder.path, "repeats.json"), {
      totalHip: {
        scansGPerCm2: [
          [0.7, 0.71],
          [0.8, 0.82],
        ],
      },
    });
    // Variances 0.00005 and 0.0002, mean 0.000125, root 0.01118; x 2.77 = 0.03097 g/cm2, 4.00 % of 0.775.
    expect(await lastPair("case-1", "totalHip", "--lsc", file)).toMatchObject({ lscPercent: 4, verdict: "noChange" });
  });

  it("uses the centre's study of the series with --lsc centre", async () => {
    const scansGPerCm2 = [
      [0.7, 0.71],
      [0.8, 0.82],
    ];
    const scan = (id: string, months: number, bmdGPerCm2: number) => ({
      id,
      at: { months },
      sites: { totalHip: { bmdGPerCm2 } },
    });
    const file = writeInput(join(folder.path, "series.json"), {
      schema: "materbone/series/1",
      id: "s",
      title: "S",
      methods: {
        densitometers: [
          { id: "d", manufacturer: "M", model: "X", precisionStudy: [{ site: "totalHip", scansGPerCm2 }] },
        ],
      },
      cases: [{ schema: "materbone/case/1", id: "w", scans: [scan("a", 1, 0.775), scan("b", 13, 0.752)] }],
    });
    expect(await responses(file, "--lsc", "centre")).toMatchObject([{ lscPercent: 4, verdict: "noChange" }]);
  });

  it.each([
    ["an unknown site", { hip: { cvPercent: 1 } }, "/hip", '"hip"'],
    ["an unknown measure", { totalHip: { sd: 0.01 } }, "/totalHip", '{"sd":0.01}'],
    ["two measures at once", { totalHip: { cvPercent: 1, rmsSdGPerCm2: 0.01 } }, "/totalHip", '{"cvPercent":1'],
    ["a precision of zero", { totalHip: { rmsSdGPerCm2: 0 } }, "/totalHip", '{"rmsSdGPerCm2":0}'],
    ["milligrams", { totalHip: { rmsSdGPerCm2: 9 } }, "/totalHip", '{"rmsSdGPerCm2":9}'],
    [
      "scans in milligrams",
      {
        totalHip: {
          scansGPerCm2: [
            [700, 710],
            [800, 820],
          ],
        },
      },
      "/totalHip",
      '{"scansGPerCm2":[[700,710],',
    ],
    ["one person", { totalHip: { scansGPerCm2: [[0.7, 0.71]] } }, "/totalHip", '{"scansGPerCm2":[[0.7,0.71]]'],
    [
      "identical repeats",
      {
        totalHip: {
          scansGPerCm2: [
            [0.7, 0.7],
            [0.8, 0.8],
          ],
        },
      },
      "/totalHip",
      '{"scansGPerCm2":[[0.7,0.7]',
    ],
    ["an empty file", {}, "/", "{}"],
    ["a list", [{ totalHip: 1 }], "/", "[{"],
  ])("refuses a precision file with %s", async (_what, content, at, value) => {
    const file = writeInput(join(folder.path, "wrong.json"), content);
    const en = await run(["response", published, "--lsc", file]);
    expect([en.code, en.out]).toEqual([2, ""]);
    expect(en.err).toContain(`${file}:`);
    expect(en.err).toContain(` ${at}: ${value}`);
    expect(en.err).toContain("rmsSdGPerCm2 (g/cm²)");
    const zh = await run(["response", published, "--lsc", file, "--lang", "zh"]);
    expect(zh.err).toContain(` ${at}：${value}`);
    expect(zh.err).toContain("不是有效的精密度");
  });

  it("tells of every wrong entry of a precision file, with its line, and prints no long value whole", async () => {
    const long = Array.from({ length: 500 }, () => 1);
    const file = writeInput(join(folder.path, "wrong.json"), { hip: { cvPercent: 1 }, totalHip: long });
    const { err } = await run(["response", published, "--lsc", file]);
    expect(err.split("\n")).toHaveLength(3);
    expect(err).toContain(`${file}:2 /hip:`);
    expect(err).toContain(`${file}:5 /totalHip:`);
    expect(err.length).toBeLessThan(700);
  });

  it("refuses a precision file that is missing", async () => {
    const { code, err } = await run(["response", published, "--lsc", join(folder.path, "precison.json")]);
    expect(code).toBe(2);
    expect(err).toContain("no such file or folder");
  });

  it.each(["en", "zh"])("prints text and CSV with the same rows (%s)", async (lang) => {
    const text = await run(["response", published, "--lang", lang]);
    const csv = await run(["response", published, "--lang", lang, "--format", "csv"]);
    expect(csv.out.split("\r\n")[0]).toBe(
      "case,site,from,to,deltaGPerCm2,percent,percentPerYearLow,percentPerYearHigh,deltaZ,lscPercent,exceedsLsc,verdict,reason,benchmarkPlace,benchmarkNotCompared,monthsSinceWeaningLow,monthsSinceWeaningHigh,expectedPercentLow,expectedPercentHigh,lowerPercent,upperPercent,percentileLow,percentileHigh,benchmarkWomen,benchmarkStudies",
    );
    expect(csv.out.trimEnd().split("\r\n")).toHaveLength(1 + (await responses(published)).length);
    expect(text.out).toContain(lang === "zh" ? "−2.97" : "−2.97");
    expect(text.out).toContain(lang === "zh" ? "仅供研究使用" : "Research use.");
  });
});
