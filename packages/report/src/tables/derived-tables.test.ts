import { type CaseView, findings, openCase, openSeries, type Series, seriesSchema } from "@materbone/clinical";
import { benchmark, shippedLiterature } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import case1 from "../../../../examples/qingdao-2016-2019/cases/case-1.json" with { type: "json" };
import case2 from "../../../../examples/qingdao-2016-2019/cases/case-2.json" with { type: "json" };
import case3 from "../../../../examples/qingdao-2016-2019/cases/case-3.json" with { type: "json" };
import head from "../../../../examples/qingdao-2016-2019/series.json" with { type: "json" };
import { benchmarkTable } from "./benchmark-table.ts";
import { claimTable } from "./claim-table.ts";
import { delayTable } from "./delay-table.ts";
import { exposureTable } from "./exposure-table.ts";
import { findingsTable } from "./findings-table.ts";
import { followUpTable } from "./follow-up-table.ts";
import { laboratoryTable } from "./laboratory-table.ts";
import { readCsv } from "./read-csv.fixture.ts";
import { readinessTable } from "./readiness-table.ts";
import { renderCsv } from "./render-csv.ts";
import { responseTable } from "./response-table.ts";
import { sensitivityTable } from "./sensitivity-table.ts";
import type { Table } from "./table.ts";
import { verdictTable } from "./verdict-table.ts";
import { workupTable } from "./workup-table.ts";

function published(): Series {
  return seriesSchema.parse(structuredClone({ ...head, cases: [case1, case2, case3] }));
}

function woman(position: number): CaseView {
  const view = openSeries(published()).cases[position];
  if (view === undefined) throw new Error(`the example has no case ${position + 1}`);
  return view;
}

function rowsOf(table: Table): readonly (readonly string[])[] {
  return readCsv(renderCsv(table)).slice(1);
}

describe("responseTable", () => {
  // Percent changes, LSC and verdicts worked out by hand from Table 2, l.312-334; rates over 24 to 36 months.
  it("prints change, rate, LSC and verdict of every pair (case 1, stated precision)", () => {
    const rows = rowsOf(responseTable(woman(0), { kind: "paper" }, "en"));
    expect(rows).toHaveLength(9);
    expect(rows[1]).toEqual([
      "Lumbar spine",
      "before treatment → after 2nd treatment",
      "24–36",
      "+0.251",
      "+37.02",
      "+12.3 to +18.5",
      "+2.7",
      "2.77",
      "not comparable; fractured L4 inside the measured region",
    ]);
    expect(rows[8]?.slice(3)).toEqual(["−0.023", "−2.97", "−2.1 to −1.2", "−0.1", "2.77", "loss"]);
  });

  it("turns with the LSC", () => {
    expect(rowsOf(responseTable(woman(0), { kind: "minimum" }, "en"))[8]?.slice(7)).toEqual(["5.00", "no change"]);
    expect(rowsOf(responseTable(woman(2), { kind: "paper" }, "zh"))[1]?.slice(4)).toEqual([
      "+3.13",
      "+3.1～+6.3",
      "+0.2",
      "2.77",
      "升高",
    ]);
    expect(rowsOf(responseTable(woman(2), { kind: "minimum" }, "zh"))[1]?.at(-1)).toBe("无显著变化");
  });
});

describe("the LSC in use below the table of responses", () => {
  const first = (position: number, kind: "paper" | "minimum", lang: "en" | "zh") =>
    responseTable(woman(position), { kind }, lang).footnotes[0]?.text;

  // Minimum acceptable precision 1.9, 2.5 and 1.8 % (ISCD 2023), and the stated CV of 1 %, each times 2.77.
  it("is named with its source in both languages", () => {
    expect(first(0, "paper", "en")).toBe(
      "Least significant change in use: lumbar spine 2.77%, femoral neck 2.77%, total hip 2.77% (from the stated precision of the densitometer).",
    );
    expect(first(0, "minimum", "en")).toBe(
      "Least significant change in use: lumbar spine 5.30%, femoral neck 6.90%, total hip 5.00% (from the minimum acceptable in-vivo precision).",
    );
    expect(first(0, "paper", "zh")).toMatch(/^所用最小有意义变化值（LSC）：腰椎 2\.77%.*（仪器标称精密度）。$/);
    expect(first(0, "minimum", "zh")).toContain("（最低可接受在体精密度）。");
  });
});

describe("benchmarkTable", () => {
  const benchmarked = (position: number, lang: "en" | "zh") =>
    benchmarkTable(woman(position), { kind: "minimum" }, benchmark(shippedLiterature), lang);

  it("gives every pair its place beside the change without a drug, or the reason why it has none", () => {
    const rows = rowsOf(benchmarked(0, "en"));
    expect(rows).toHaveLength(9);
    expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([
      ["Lumbar spine", "Inside the band"],
      ["Lumbar spine", "Above the band"],
      // +21.76: above the range from 7 to 24 months, and within the one from 7 to 36, which ends at +22.3.
      ["Lumbar spine", "Inside the band or above the band, by how the times are read"],
      ["Femoral neck", "Outside months 13–24 after weaning, which the studies cover"],
      ["Femoral neck", "Inside the band or beyond the months covered, by how the times are read"],
      ["Femoral neck", "Inside the band or beyond the months covered, by how the times are read"],
      ...["Total hip", "Total hip", "Total hip"].map((site) => [
        site,
        "No band at this site: 2 studies, and 3 are needed",
      ]),
    ]);
    // 95 + 40 + 5 + 6 + 1 women; weaned at month 15, scanned at 39 or 51.
    expect(rows[1]?.slice(2, 4)).toEqual(["24–36", "+37.02"]);
    expect(rows[1]?.[7]).toBe("147");
  });

  it.each(["en", "zh"] as const)(
    "names the women of each band under it, and that it is no control group (%s)",
    (lang) => {
      const notes = benchmarked(0, lang).footnotes.map(({ text }) => text);
      expect(notes).toHaveLength(3);
      for (const words of ["95 + 40", "5 + 6 + 1", "Iwamoto 2012"]) expect(notes[0]).toContain(words);
      expect(notes[2]).toContain(lang === "en" ? "not a control group" : "并非对照组");
      expect(notes[2]).toContain(
        lang === "en" ? "Not attributable to treatment without a comparator" : "不能归因于治疗",
      );
    },
  );

  it("is empty without a pair of scans", () => {
    const none = benchmarkTable(
      openCase({ schema: "materbone/case/1", id: "none" }),
      { kind: "paper" },
      benchmark(shippedLiterature),
      "en",
    );
    expect(rowsOf(none)).toEqual([]);
    expect(none.footnotes).toEqual([]);
  });
});

describe("verdictTable and sensitivityTable", () => {
  it("separate the two readings of the paper for case 2", () => {
    const rows = rowsOf(verdictTable(openSeries(published()), "en"));
    expect(rows[0]?.slice(1)).toEqual(Array(3).fill("undecided; undecided: other causes excluded"));
    expect(rows[1]?.[2]).toBe("not consistent with PLO; not met: bone density; undecided: other causes excluded");
  });

  it("show what window, site rule and operator change", () => {
    // Case 1: fracture at month 12; case 2: total hip exactly -2.0, femoral neck -1.6, lumbar spine -2.9.
    const first = rowsOf(sensitivityTable(woman(0), "en"));
    expect(first.map((row) => [row[0], row[1]])).toEqual([
      ["late pregnancy to month 3", "not met"],
      ["late pregnancy to month 6", "not met"],
      ["late pregnancy to month 12", "met"],
      ["late pregnancy to month 18", "met"],
      ["late pregnancy to month 24", "met"],
      ["late pregnancy to month 36", "met"],
    ]);
    expect(rowsOf(sensitivityTable(woman(1), "en"))[3]).toEqual([
      "late pregnancy to month 18",
      "met",
      "met",
      "not met",
      "not met",
    ]);
  });
});

describe("tables of treatment", () => {
  it("names every delay", () => {
    const rows = rowsOf(delayTable(woman(0), "en"));
    expect(rows).toContainEqual(["First symptom → first bone drug", "12"]);
    expect(rowsOf(delayTable(woman(2), "zh"))).toContainEqual(["首发症状 → 首次抗骨质疏松药物", "9"]);
  });

  it("says what is missing where a delay cannot be told", () => {
    const [record] = published().cases;
    if (record === undefined) throw new Error("the example has three cases");
    const view = openSeries({ ...published(), cases: [{ ...record, symptoms: [] }] }).cases[0];
    if (view === undefined) throw new Error("one case is left");
    expect(rowsOf(delayTable(view, "en"))).toContainEqual([
      "First symptom → diagnosis",
      "—",
      "time not recorded: first symptom",
    ]);
  });

  it("holds doses against the listed regimens and shows what was declined", () => {
    const rows = rowsOf(exposureTable(woman(0), "en"));
    expect(rows).toContainEqual([
      "Zoledronic acid (Aclasta)",
      "5 mg, single dose, intravenous infusion",
      "15",
      "5 mg",
      "inside a listed regimen",
    ]);
    // 750 mg a day for 7 mean months of 30.4369 days: 159.8 g.
    expect(rows.find((row) => row[0]?.startsWith("Glucosamine"))?.[3]).toBe("160 g");
    const declined = rowsOf(exposureTable(woman(2), "en")).find((row) => row[1] === "declined: cost");
    expect(declined?.[3]).toBe("—");
  });
});

describe("tables of checks and questions", () => {
  it("keeps not documented apart from normal", () => {
    const rows = rowsOf(workupTable(woman(0), "en"));
    expect(rows.find((row) => row[0] === "TSH")?.[2]).toBe("not documented");
    expect(rowsOf(readinessTable(woman(0), "zoledronicAcid", "en"))[0]?.[1]).toBe("lacks");
  });

  it("reads every laboratory value against its intervals", () => {
    const rows = rowsOf(laboratoryTable(woman(2), "en"));
    expect(rows.find((row) => row[0] === "25(OH)D")?.slice(1, 5)).toEqual([
      "13.70",
      "ng/mL",
      "summer 15.7–60.3, low; winter 8.8–46.3, in range",
      "undetermined",
    ]);
  });

  it("lists the gravest findings first, and refuted claims before supported ones", () => {
    const series = published();
    const view = openSeries(series);
    const severities = rowsOf(findingsTable(view, findings(series), "en")).map((row) => row[0]);
    expect([...new Set(severities)]).toEqual(["Major", "Minor", "Note"]);
    expect([...new Set(rowsOf(claimTable(view, "en")).map((row) => row[0]))]).toEqual([
      "not supported",
      "cannot tell",
      "supported",
      "kept in words",
    ]);
  });

  it("judges the plan by the month asked about", () => {
    const early = followUpTable(woman(0), "en", 16);
    expect(early.footnotes[0]?.text).toBe("As of month 16.");
    expect(rowsOf(early).at(-1)?.[3]).toMatch(/^not yet: /);
  });
});
