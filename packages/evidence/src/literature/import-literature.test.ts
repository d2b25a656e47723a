import { createTerms, withValueAt } from "@materbone/clinical";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceRows } from "./evidence-row.ts";
import { importLiterature, slug } from "./import-literature.ts";
import { sayLiteratureCsvProblem } from "./literature-csv-problem.ts";
import { literatureSchema } from "./literature-record.ts";
import { readLiterature } from "./read-literature.ts";
import { shippedLiterature } from "./shipped-literature.ts";

const HEADER =
  "study,reached,year,arm,treatment,agents,women,site,metric,months,statistic,value,sd,document,place,checkedBy,checked,doi";

function imported(...lines: readonly string[]) {
  return importLiterature(shippedLiterature, [HEADER, ...lines].join("\n"), "2026-11-26");
}

function problems(...lines: readonly string[]) {
  const result = imported(...lines);
  return result.kind === "refused" ? result.problems : [];
}

describe("importing values from CSV", () => {
  it("begins a study with its document, arm and outcome", () => {
    const result = imported(
      'Wang 2025,fullText,2025,,denosumab,denosumab+calcium,4,lumbarSpine,,12,mean,16.2,5.5,"Wang et al. 2025, table 2",p. 4,A. Reader,2026-11-20,10.1000/xyz',
    );
    if (result.kind !== "read") throw new TypeError("refused");
    expect(result.added).toEqual({ studies: 1, outcomes: 1, readings: 1 });
    expect(literatureSchema.safeParse(result.literature).error?.issues ?? []).toEqual([]);
    const row = evidenceRows(result.literature).find(({ study }) => study.id === "wang-2025");
    expect(row?.women).toBe(4);
    expect(row?.arm.regimens.map(({ agent }) => agent)).toEqual(["denosumab", "calcium"]);
    expect(row?.reading).toEqual({
      value: 16.2,
      statistic: "mean",
      spread: { kind: "sd", value: 5.5 },
      document: "wang-et-al-2025-table-2",
      place: "p. 4",
      checkedBy: "A. Reader",
      checked: "2026-11-20",
    });
    const studies = new Set(result.literature.screening.records.map(({ study }) => study));
    expect(studies).toContain("wang-2025");
  });

  it("puts another document's value beside the one that is there, without choosing it", () => {
    const result = imported(
      'Hong 2018,fullText,2018,tptd,teriparatide,,27,lumbarSpine,percentChange,12,mean,15.8,,"Hong 2018, full text",table 3,A. Reader,,',
    );
    if (result.kind !== "read") throw new TypeError("refused");
    expect(result.added).toEqual({ studies: 0, outcomes: 0, readings: 1 });
    const row = evidenceRows(result.literature).find(({ key }) => key === "hong-2018/tptd/lumbarSpine@12");
    expect(row?.outcome.readings.map(({ value }) => value)).toEqual([15.5, 15.8]);
    expect(row?.hasConflict).toBe(true);
    expect(row?.reading?.value).toBe(15.5);
    expect(row?.outcome.readings[1]?.checked).toBe("2026-11-26");
  });

  it.each([
    ["en", "Hadji et al. 2022, publisher abstract"],
    ["zh", "Hadji等2022，出版社网页摘要"],
  ])("completes the reading that a line repeats, and is done when all was there (cited in %s)", (lang, cite) => {
    const known = shippedLiterature.documents.find(({ id }) => id === "hadji-2022");
    expect(known?.cite).toMatchObject({ [lang]: cite });
    const line = (value: string, sd: string) =>
      `Hadji 2022,abstract,,tptd,teriparatide,,47,lumbarSpine,,24,mean,${value},${sd},"${cite}",p. 4,A. Reader,2026-11-20,`;
    const readings = (...lines: readonly string[]) => {
      const result = imported(...lines);
      if (result.kind !== "read") throw new TypeError(JSON.stringify(result.problems));
      expect(literatureSchema.safeParse(result.literature).error?.issues ?? []).toEqual([]);
      const row = evidenceRows(result.literature).find(({ key }) => key === "hadji-2022/tptd/lumbarSpine@24");
      return { added: result.added, hasConflict: row?.hasConflict, readings: row?.outcome.readings };
    };
    const before = evidenceRows(shippedLiterature).find(({ key }) => key === "hadji-2022/tptd/lumbarSpine@24")?.reading;
    expect(before).toMatchObject({ value: 30.1, statistic: "mean", document: "hadji-2022" });
    const completed = {
      ...before,
      spread: { kind: "sd", value: 6.1 },
      place: "p. 4",
      checkedBy: "A. Reader",
      checked: "2026-11-20",
    };
    expect(readings(line("30.1", "6.1"))).toMatchObject({ readings: [completed], hasConflict: false });
    expect(readings(line("30.1", "6.1"), line("30.1", ""), line("30.1", "6.1"))).toEqual({
      added: { studies: 0, outcomes: 0, readings: 0 },
      hasConflict: false,
      readings: [completed],
    });
    // Another value or another SD is another reading.
    expect(readings(line("30.2", "6.1")).readings).toHaveLength(2);
    expect(readings(line("30.1", "6.1"), line("30.1", "7")).readings).toHaveLength(2);
  });

  it("reads semicolons with decimal commas, and a time that differs between women", () => {
    const text = [
      HEADER.replaceAll(",", ";"),
      "Meng 2026;abstract;;;bisphosphonate;;4;lumbarSpine;;12..48;mean;12,5;;x;;B;;",
    ].join("\r\n");
    const result = importLiterature(shippedLiterature, text, "2026-11-26");
    if (result.kind !== "read") throw new TypeError("refused");
    const row = evidenceRows(result.literature).find(({ study }) => study.id === "meng-2026");
    expect(row?.reading?.value).toBe(12.5);
    expect(row?.months).toEqual({ earliest: 12, latest: 48 });
  });

  it.each(["12-48", "12–48", "12～48", "12..48"])("takes %s for a span of months", (months) => {
    const result = imported(`Meng 2026,abstract,,,bisphosphonate,,4,lumbarSpine,,${months},mean,12.5,,x,,B,,`);
    if (result.kind !== "read") throw new TypeError("refused");
    const row = evidenceRows(result.literature).find(({ study }) => study.id === "meng-2026");
    expect(row?.months).toEqual({ earliest: 12, latest: 48 });
  });

  it.each(["48-12", "a year", "12-24-48"])("says how months are written instead of %s", (months) => {
    const found = problems(`Meng 2026,abstract,,,bisphosphonate,,4,lumbarSpine,,${months},mean,12.5,,x,,B,,`);
    expect(found).toEqual([{ row: 2, kind: "notATime", column: "months", value: months }]);
    expect(found.map((each) => sayLiteratureCsvProblem(each, createTerms("en")))).toEqual([
      `Row 2: months is "${months}", not a number of months. Write 12, or 12-48 with the lower end first.`,
    ]);
  });

  it("names row, column, value and mend of everything that is wrong, and adds nothing", () => {
    const found = problems(
      "Wang 2025,fullText,2025,,denosmab,,4,lumbarSpine,,12,mean,abc,,x,,A,,",
      ",abstract,2025,,denosumab,,4.5,lumbarSpine,,12,mean,5000,,x,,A,26 Nov,https://doi.org/10.1/x",
    );
    expect(found.map((problem) => sayLiteratureCsvProblem(problem, createTerms("en")))).toEqual([
      'Row 2: treatment is "denosmab". Did you mean denosumab?',
      'Row 2: value is "abc", not a number. Write the number alone, such as 12.5; leave the cell empty when it is not given.',
      "Row 3: study is empty. It is needed in every line.",
      "Row 3: women is 4.5; it must be a whole number.",
      "Row 3: value is 5000; it must lie between -100 and 1000.",
      'Row 3: checked is "26 Nov"; write a date as 2026-01-31.',
      'Row 3: doi is "https://doi.org/10.1/x"; write it as 10.1007/s00198-006-0112-3, without an address before it.',
    ]);
    for (const problem of found) expect(sayLiteratureCsvProblem(problem, createTerms("zh"))).toMatch(/^第\d+行：/);
  });

  it("asks when two lines of one arm disagree about the women", () => {
    const line = (women: number, months: number) =>
      `Wang 2025,fullText,2025,,denosumab,,${women},lumbarSpine,,${months},mean,10,,x,,A,,`;
    expect(problems(line(4, 12), line(5, 24))).toEqual([
      { row: 3, kind: "disagrees", column: "women", value: "5", withRow: 2 },
    ]);
  });

  it("refuses a header that lacks or misspells a column", () => {
    const refused = importLiterature(shippedLiterature, "study,treatment,sites\nA,none,x", "2026-11-26");
    expect(refused.kind === "refused" ? refused.problems : []).toEqual([
      { row: 1, kind: "unknownColumn", column: "sites", nearest: "site" },
      { row: 1, kind: "missingColumn", column: "reached" },
      { row: 1, kind: "missingColumn", column: "site" },
      { row: 1, kind: "missingColumn", column: "statistic" },
      { row: 1, kind: "missingColumn", column: "document" },
      { row: 1, kind: "missingColumn", column: "checkedBy" },
    ]);
  });

  it("takes of a value, its statistic and its spread exactly what a literature in JSON may hold", () => {
    const small = fc.integer({ min: -3, max: 9 });
    const columns = fc.constantFrom("ciLower,ciUpper", "lowerQuartile,upperQuartile", "minimum,maximum", "low,high");
    const statistic = fc.constantFrom("mean", "median", "notStated");
    const kinds = { "ciLower,ciUpper": "ci95", "lowerQuartile,upperQuartile": "quartiles", "minimum,maximum": "range" };
    fc.assert(
      fc.property(columns, statistic, small, small, small, (pair, is, value, lower, upper) => {
        const csv = [
          `study,reached,treatment,site,document,checkedBy,statistic,value,${pair}`,
          `Wang 2025,abstract,denosumab,lumbarSpine,x,A,${is},${value},${lower},${upper}`,
        ].join("\n");
        const ends =
          pair === "low,high"
            ? { low: lower, high: upper }
            : { spread: { kind: Reflect.get(kinds, pair), lower, upper } };
        const started = importLiterature(shippedLiterature, csv.replace(/,[^,\n]*,[^,\n]*$/, ",,"), "2026-11-26");
        if (started.kind !== "read") throw new TypeError("refused without a spread");
        const at = started.literature.studies.length - 1;
        const json = withValueAt(started.literature, `/studies/${at}/arms/0/outcomes/0/readings/0`, {
          ...started.literature.studies[at]?.arms[0]?.outcomes[0]?.readings[0],
          ...ends,
        });
        expect(importLiterature(shippedLiterature, csv, "2026-11-26").kind).toBe(readLiterature(json).kind);
      }),
      { numRuns: 60 },
    );
  });

  it("makes ids of names in any script", () => {
    expect(slug("O'Sullivan 2006")).toBe("osullivan-2006");
    expect(slug("张 2020（表3）")).toBe("张-2020-表3");
  });
});
