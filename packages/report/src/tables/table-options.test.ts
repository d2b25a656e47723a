import { createTerms, type Lang, type Series, seriesSchema } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import case1 from "../../../../examples/qingdao-2016-2019/cases/case-1.json" with { type: "json" };
import case2 from "../../../../examples/qingdao-2016-2019/cases/case-2.json" with { type: "json" };
import case3 from "../../../../examples/qingdao-2016-2019/cases/case-3.json" with { type: "json" };
import head from "../../../../examples/qingdao-2016-2019/series.json" with { type: "json" };
import { readCsv } from "./read-csv.fixture.ts";
import { renderCsv } from "./render-csv.ts";
import { table1, table1Analytes } from "./table1.ts";
import { TABLE2_QUANTITIES, table2, table2Sites } from "./table2.ts";
import { TABLE3_COLUMNS, table3 } from "./table3.ts";

const LANGS: readonly Lang[] = ["zh", "en"];

function published(): Series {
  return seriesSchema.parse(structuredClone({ ...head, cases: [case1, case2, case3] }));
}

/** A spine that lost exactly 12.5 % from 0.8005 to 0.7004375 g/cm², the halves that rounding must settle. */
function halves(): Series {
  const scan = (id: string, months: number, bmdGPerCm2: number) => ({
    id,
    at: { months },
    sites: { lumbarSpine: { bmdGPerCm2, zScore: -2.05 }, totalHip: { bmdGPerCm2: 0.7, tScore: -1.5 } },
  });
  return seriesSchema.parse({
    schema: "materbone/series/1",
    id: "halves",
    title: "halves",
    cases: [{ schema: "materbone/case/1", id: "w", scans: [scan("a", 1, 0.8005), scan("b", 13, 0.7004375)] }],
  });
}

describe.each(LANGS)("options of the tables (%s)", (lang) => {
  it("given as the defaults print the same table", () => {
    const series = published();
    expect(table1(series, lang, { analytes: table1Analytes(series) })).toEqual(table1(series, lang));
    const paper = { sites: table2Sites(series), quantities: TABLE2_QUANTITIES, bmdDecimals: 3, percentDecimals: 2 };
    expect(table2(series, lang, paper)).toEqual(table2(series, lang));
    expect(table3(series, lang, { columns: TABLE3_COLUMNS })).toEqual(table3(series, lang));
  });

  it("choose and order the analytes of Table 1", () => {
    const [header, , first] = readCsv(renderCsv(table1(published(), lang, { analytes: ["phosphate", "calcium"] })));
    // Case 1, source paper l.194-211.
    expect(first?.slice(1)).toEqual(["1.19", "2.17"]);
    expect(header).toHaveLength(3);
  });

  it("choose and order the sites of Table 2 and drop the scores", () => {
    const all = readCsv(renderCsv(table2(published(), lang)));
    const some = readCsv(
      renderCsv(table2(published(), lang, { sites: ["totalHip", "lumbarSpine"], quantities: ["bmd"] })),
    );
    expect(some[0]).toHaveLength(4);
    // Group, scan, then BMD and Z of spine, neck and hip: columns 2, 4 and 6 hold BMD.
    expect(some.slice(1).map((fields) => fields.slice(2))).toEqual(
      all.slice(1).map((fields) => [fields[6], fields[2]]),
    );
  });

  it("prints T-scores only where recorded and asked for", () => {
    const heading = createTerms(lang).lang === "zh" ? "T值" : "T-score";
    const hasT = (quantities: readonly ("bmd" | "zScore" | "tScore")[]) =>
      JSON.stringify(table2(halves(), lang, { quantities }).blocks[0]?.headerRows).includes(heading);
    expect(hasT(["bmd", "tScore"])).toBe(true);
    expect(hasT(["bmd", "zScore"])).toBe(false);
    expect(JSON.stringify(table2(halves(), lang, { quantities: ["bmd"] }).footnotes)).not.toContain(heading);
  });

  it.each([
    [3, ["0.801", "0.700"]],
    [2, ["0.80", "0.70"]],
  ])("rounds BMD to %i decimals, half away from zero", (bmdDecimals, expected) => {
    const [, ...lines] = readCsv(renderCsv(table2(halves(), lang, { bmdDecimals, sites: ["lumbarSpine"] })));
    expect(lines.slice(0, 2).map((fields) => fields[2])).toEqual(expected);
  });

  it.each([
    [2, "\u221212.50"],
    [1, "\u221212.5"],
    [0, "\u221213"],
  ])("rounds the increase to %i decimals, half away from zero", (percentDecimals, expected) => {
    const [, ...lines] = readCsv(renderCsv(table2(halves(), lang, { percentDecimals, sites: ["lumbarSpine"] })));
    expect(lines.at(-1)?.[2]).toBe(expected);
  });

  it("choose and order the columns of Table 3, and leave the notes on effects with them", () => {
    const whole = table3(published(), lang);
    const short = table3(published(), lang, { columns: ["regimen", "women"] });
    expect(short.blocks[0]?.columns.map((column) => column.align)).toEqual(["left", "left", "right"]);
    const [first] = readCsv(renderCsv(short)).slice(1);
    const [full] = readCsv(renderCsv(whole)).slice(1);
    expect(first).toEqual([full?.[0], full?.[4], full?.[1]]);
    expect(short.footnotes.some((note) => note.mark !== undefined)).toBe(false);
  });
});
