import { createTerms, type Lang, type Series, seriesSchema } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import case1 from "../../../../examples/qingdao-2016-2019/cases/case-1.json" with { type: "json" };
import case2 from "../../../../examples/qingdao-2016-2019/cases/case-2.json" with { type: "json" };
import case3 from "../../../../examples/qingdao-2016-2019/cases/case-3.json" with { type: "json" };
import head from "../../../../examples/qingdao-2016-2019/series.json" with { type: "json" };
import { readCsv } from "./read-csv.fixture.ts";
import { renderCsv } from "./render-csv.ts";
import { renderHtml } from "./render-html.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderText } from "./render-text.ts";
import type { Table } from "./table.ts";
import { table1 } from "./table1.ts";
import { table2 } from "./table2.ts";
import { table3 } from "./table3.ts";

const LANGS: readonly Lang[] = ["zh", "en"];
const DASH = { zh: "－", en: "—" } as const;
const TO = { zh: "～", en: "–" } as const;

/** The published series, read afresh. */
function published(): Series {
  return seriesSchema.parse(structuredClone({ ...head, cases: [case1, case2, case3] }));
}

function csvOf(table: Table): readonly (readonly string[])[] {
  return readCsv(renderCsv(table));
}

describe("table1 of the published series", () => {
  // Printed cells, source paper l.194-211; "-" is the printed dash.
  const printed = [
    ["-", "0.30", "4.74", "31.55", "48.92", "43.70", "2.17", "1.19", "112", "0.15", "0.84"],
    ["22.85", "0.69", "77.83", "29.36", "17.57", "24.30", "2.23", "1.32", "73", "0.12", "-"],
    ["19.44", "0.69", "61.19", "12.86", "16.91", "13.70", "2.28", "1.32", "69", "0.185", "0.21"],
  ];
  const intervals = [
    ["4.11", "21.87"],
    ["0.068", "0.680"],
    ["8.53", "64.32"],
    ["3", "65"],
    ["15", "65"],
    ["15.7", "60.3", "8.8", "46.3"],
    ["2.11", "2.52"],
    ["0.85", "1.51"],
    ["35", "100"],
    ["0.1", "0.3"],
    ["0.7", "1.5"],
  ];

  it.each(LANGS)("prints every value with its digits (%s)", (lang) => {
    const [, , ...women] = csvOf(table1(published(), lang));
    const cells = women.map((fields) => fields.slice(1).map((field) => (field === DASH[lang] ? "-" : field)));
    expect(cells).toEqual(printed);
    expect(cells.flat().filter((field) => field !== "-")).toHaveLength(31);
    expect(cells.flat().filter((field) => field === "-")).toHaveLength(2);
  });

  it.each(LANGS)("prints every reference interval, vitamin D by season (%s)", (lang) => {
    const [, row] = csvOf(table1(published(), lang));
    expect(row?.slice(1).map((field) => field.match(/\d+(\.\d+)?/g))).toEqual(intervals);
    const [summer, winter] = lang === "zh" ? ["夏", "冬"] : ["summer", "winter"];
    const separator = lang === "zh" ? "；" : "; ";
    expect(row?.[6]).toBe(`${summer} 15.7${TO[lang]}60.3${separator}${winter} 8.8${TO[lang]}46.3`);
    expect(row?.[1]).toBe(`4.11${TO[lang]}21.87`);
  });

  it("names analytes and units as printed", () => {
    expect(csvOf(table1(published(), "zh"))[0]).toEqual([
      "病例",
      "N-MID（ng/mL）",
      "β-CTX（ng/mL）",
      "T-PINP（ng/mL）",
      "骨钙素（pg/mL）",
      "甲状旁腺素（pg/mL）",
      "25(OH)维生素D（ng/mL）",
      "血钙（mmol/L）",
      "血磷（mmol/L）",
      "碱性磷酸酶（U/L）",
      "尿钙（g/24 h）",
      "尿磷（g/24 h）",
    ]);
  });

  it.each(LANGS)("is set in two blocks of six and five analytes with the abbreviations below (%s)", (lang) => {
    const table = table1(published(), lang);
    expect(table.blocks.map((block) => block.columns.length - 1)).toEqual([6, 5]);
    const notes = table.footnotes.map((note) => note.text).join(" ");
    for (const short of ["PLO", "N-MID", "β-CTX", "T-PINP"])
      expect(notes).toContain(`${short}${lang === "zh" ? "：" : ": "}`);
  });

  it("follows the order of the records without a panel, and names a unit that differs", () => {
    const series = published();
    const [first, second] = series.cases;
    if (first === undefined || second === undefined) throw new Error("the example has three cases");
    const bare: Series = {
      schema: series.schema,
      id: "two",
      title: "two",
      cases: [
        { ...first, laboratory: [{ results: [{ analyte: "calcium", value: "2.30", unit: "mmol/L" }] }] },
        { ...second, laboratory: [{ results: [{ analyte: "calcium", value: "<9.1", unit: "mg/dL" }] }] },
      ],
    };
    expect(csvOf(table1(bare, "en"))).toEqual([
      ["Woman", "Serum Ca (mmol/L)"],
      ["Reference interval", "—"],
      ["Case 1", "2.30"],
      ["Case 2", "<9.1 mg/dL"],
    ]);
  });

  it("takes the earliest of several panels", () => {
    const series = published();
    const [first] = series.cases;
    if (first === undefined) throw new Error("the example has three cases");
    const panel = (months: number, value: string) => ({
      at: { months },
      results: [{ analyte: "alp" as const, value, unit: "U/L" }],
    });
    const later: Series = { ...series, cases: [{ ...first, laboratory: [panel(22, "88"), panel(15, "112")] }] };
    expect(csvOf(table1(later, "en"))[2]?.[9]).toBe("112");
  });
});

describe("table2 of the published series", () => {
  // Printed cells, source paper l.312-334.
  const printed = [
    ["0.678", "−4.2", "0.674", "−2.1", "0.698", "−2.2"],
    ["0.763", "−3.5", "0.732", "−1.6", "0.775", "−1.6"],
    ["0.929", "−1.5", "0.721", "−1.7", "0.752", "−1.7"],
    ["37.02", "", "6.97", "", "7.74", ""],
    ["0.765", "−2.9", "0.735", "−1.6", "0.712", "−2.0"],
    ["0.892", "−1.8", "0.802", "−1.1", "0.807", "−1.3"],
    ["16.60", "", "9.12", "", "13.34", ""],
    ["0.618", "−4.1", "0.607", "−2.7", "0.658", "−2.4"],
    ["0.716", "−3.3", "0.626", "−2.5", "0.731", "−1.9"],
    ["15.86", "", "3.13", "", "11.09", ""],
  ];

  it.each(LANGS)("prints every value with its digits and a typographic minus (%s)", (lang) => {
    const [, ...rows] = csvOf(table2(published(), lang));
    expect(rows.map((fields) => fields.slice(2))).toEqual(printed);
  });

  it("names women and scans in the first two columns", () => {
    const [header, ...rows] = csvOf(table2(published(), "zh"));
    expect(header?.slice(0, 4)).toEqual(["病例", "检查", "L1–4 BMD（g/cm²）", "L1–4 Z值"]);
    expect(rows.map((fields) => fields.slice(0, 2))).toEqual([
      ["病例 1", "治疗前"],
      ["病例 1", "第 1 次治疗后"],
      ["病例 1", "第 2 次治疗后"],
      ["病例 1", "增幅（%）"],
      ["病例 2", "治疗前"],
      ["病例 2", "治疗后"],
      ["病例 2", "增幅（%）"],
      ["病例 3", "治疗前"],
      ["病例 3", "治疗后"],
      ["病例 3", "增幅（%）"],
    ]);
  });

  it("names the reference scan, and marks the increase that holds a fractured vertebra", () => {
    const { footnotes } = table2(published(), "en");
    expect(footnotes.map((note) => note.text).join("\n")).toContain(
      "Case 1, “before treatment” to “after 2nd treatment”",
    );
    expect(footnotes.find((note) => note.mark === "a")?.text).toContain("fractured L4 inside the measured region");
    expect(footnotes.filter((note) => note.mark !== undefined)).toHaveLength(1);
  });

  it("adds T-score columns only where there are T-scores, and keeps Z beside them", () => {
    const series = published();
    const [first] = series.cases;
    const scan = first?.scans?.[1];
    if (first === undefined || scan === undefined) throw new Error("the example has a first scan");
    const withT: Series = {
      ...series,
      cases: [
        { ...first, scans: [{ ...scan, sites: { ...scan.sites, totalHip: { bmdGPerCm2: 0.698, tScore: -2.25 } } }] },
      ],
    };
    const [header, row] = csvOf(table2(withT, "en"));
    expect(header?.slice(6)).toEqual(["Total hip BMD, g/cm²", "Total hip Z-score", "Total hip T-score"]);
    expect(row?.slice(6)).toEqual(["0.698", "—", "−2.3"]);
    expect(csvOf(table2(published(), "en"))[0]?.join()).not.toContain("T-score");
  });
});

describe("table3 of the published series", () => {
  // Number of women, mean age and the numbers of the other three columns in their order, source paper l.438-515.
  const printed = [
    ["12", "31", ["1.5"], ["24"], ["6", "11.5", "5.2", "3.6", "12", "24", "36", "48"]],
    ["7", "32.1", ["3", "2"], ["35", "70", "5", "2", "3"], ["10.2", "2.6"]],
    ["5", "30", ["1"], ["2", "24"], ["1", "2", "2", "11"]],
    ["1", "28", ["2"], ["1", "2", "3", "2"], ["20.9", "2.7"]],
    ["1", "31", ["6"], ["1"], ["6", "14.7", "2.8", "1", "28.3", "1.1"]],
    ["1", "27", ["9"], ["10", "2"], ["27.2"]],
    ["3", "34", ["4"], ["1", "200", "1", "10", "2", "2", "2", "10", "12", "30"], ["20.7", "27.6"]],
    ["1", "36", ["5"], ["70", "1"], ["1", "17.53", "14.53"]],
    ["1", "23", ["2"], ["7", "3"], ["3", "9.9"]],
  ];
  /** Studies whose time of effect the series codes and the paper does not print. */
  const coded = new Set([3, 5]);

  it.each(LANGS)("prints every number of every study (%s)", (lang) => {
    const [, ...rows] = csvOf(table3(published(), lang));
    const numbers = rows.map(([, women, age, diagnosis, regimen, effect], position) => [
      women,
      age,
      numbersIn(diagnosis),
      numbersIn(regimen),
      // "L4" is a level, not a number of the table.
      numbersIn(effect?.replace("L4", "")).slice(coded.has(position) ? 1 : 0),
    ]);
    expect(numbers).toEqual(printed);
  });

  it("says treatment, time and effect in each language's own words", () => {
    const zh = csvOf(table3(published(), "zh"));
    expect(zh[0]).toEqual(["文献", "例数", "平均年龄（岁）", "诊断时间", "治疗方案", "治疗效果"]);
    expect(zh[1]).toEqual([
      "Li等[5]",
      "12",
      "31",
      "产后1.5个月（中位数）",
      "阿仑膦酸钠（口服）或唑来膦酸（剂量未注明），治疗24个月（中位数）",
      "6个月时BMD变化：腰椎 +11.5%（中位数），股骨颈 +5.2%，全髋 +3.6%；第12、24、36、48个月持续升高（未给出数值）",
    ]);
    expect(zh[4]?.slice(3)).toEqual([
      "产后2个月",
      "诊断后1年开始：伊班膦酸钠 2 mg/3个月（静注），治疗2年",
      "2年时BMD变化：腰椎 +20.9%，股骨颈 +2.7%",
    ]);
    const en = csvOf(table3(published(), "en"));
    expect(en[2]).toEqual([
      "Laroche et al.[6]",
      "7",
      "32.1",
      "last 3 months of pregnancy to 2 months postpartum",
      "Risedronate 35 mg/week, alendronate 70 mg/week or zoledronic acid 5 mg (intravenous injection), for 2–3 years",
      "Mean change per year: spine +10.2%, femoral neck +2.6%",
    ]);
    expect(en[7]?.[4]).toBe(
      "1 woman: pamidronate 200 mg/day for 1 year (then stopped), then alendronate 10 mg/day for 2 years (changed to at 2 years); 2 women: alendronate 10 mg/day for 12 and 30 months",
    );
    expect(en[9]?.slice(3)).toEqual([
      "twin pregnancy, 2 months postpartum",
      "Begun 7 years after diagnosis: ibandronate (dose not given), for 3 years",
      "At 3 years: lumbar spine +9.9%",
    ]);
  });

  it("marks the effects whose time is coded, not printed", () => {
    const table = table3(published(), "en");
    expect(table.footnotes[0]).toEqual({
      mark: "a",
      text: "The time of the scan is not printed; the length of treatment is used.",
    });
  });

  it("adds up to nine studies and 32 women, and names both means of the ages", () => {
    // 993.7/32 and 272.1/9 of the printed rows: 31.05 weighted, 30.23 unweighted.
    const en = table3(published(), "en").footnotes.map(({ text }) => text);
    expect(en).toContain(
      "In all 9 studies, 32 women; mean age 31.05 years weighted by women, 30.23 years over studies unweighted.",
    );
    const zh = table3(published(), "zh").footnotes.map(({ text }) => text);
    expect(zh).toContain("共9项研究，32例；平均年龄按例数加权为31.05岁，各研究直接平均为30.23岁。");
  });
});

describe("every format of the tables", () => {
  it.each(LANGS)("carries the same values (%s)", (lang) => {
    for (const build of [table1, table2, table3]) {
      const table = build(published(), lang);
      const text = renderText(table, { width: 400 });
      const markdown = renderMarkdown(table);
      const markup = renderHtml(table);
      for (const [, ...fields] of csvOf(table)) {
        for (const value of fields.filter((field) => /^[−\d.]+$/.test(field))) {
          expect(text).toContain(value);
          expect(markdown).toContain(value);
          expect(markup).toContain(`>${value}<`);
        }
      }
      expect(text).toContain(createTerms(lang).text(lang === "zh" ? { zh: "表", en: "" } : { zh: "", en: "Table" }));
    }
  });

  it("ends with nothing to print for a series without women or literature", () => {
    const empty: Series = { schema: published().schema, id: "none", title: "none", cases: [] };
    for (const lang of LANGS) {
      for (const build of [table1, table2, table3]) expect(renderText(build(empty, lang))).toContain("0");
    }
  });
});

function numbersIn(text: string | undefined): readonly string[] {
  return text?.match(/\d+(\.\d+)?/g) ?? [];
}
