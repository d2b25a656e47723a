import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../packages/clinical/src/record/case-record.ts";
import type { Treatment } from "../packages/clinical/src/record/treatment.ts";
import { readExample } from "./read-example.ts";

// Expected values are typed from the printed paper; R and X numbers are those of its list of checkable facts.
const { head, series, byId } = readExample("qingdao-2016-2019");
const cases = series.cases;
const [case1, case2, case3] = series.cases as [CaseRecord, CaseRecord, CaseRecord];

describe("Table 1", () => {
  const panel = [
    ["nMidOsteocalcin", "ng/mL"],
    ["betaCtx", "ng/mL"],
    ["totalP1np", "ng/mL"],
    ["osteocalcin", "pg/mL"],
    ["pth", "pg/mL"],
    ["vitaminD25oh", "ng/mL"],
    ["calcium", "mmol/L"],
    ["phosphate", "mmol/L"],
    ["alp", "U/L"],
    ["urineCalcium24h", "g/24h"],
    ["urinePhosphate24h", "g/24h"],
  ] as const;

  it("R130 keeps the order of the columns", () => {
    expect(head.laboratory?.panel).toEqual(panel.map(([analyte]) => analyte));
  });

  it.each([
    ["R83", "nMidOsteocalcin", "4.11", "21.87", "ng/mL", undefined],
    ["R84", "betaCtx", "0.068", "0.680", "ng/mL", undefined],
    ["R85", "totalP1np", "8.53", "64.32", "ng/mL", undefined],
    ["R86", "osteocalcin", "3", "65", "pg/mL", undefined],
    ["R87", "pth", "15", "65", "pg/mL", undefined],
    ["R88", "vitaminD25oh", "15.7", "60.3", "ng/mL", "summer"],
    ["R89", "vitaminD25oh", "8.8", "46.3", "ng/mL", "winter"],
    ["R90", "calcium", "2.11", "2.52", "mmol/L", undefined],
    ["R91", "phosphate", "0.85", "1.51", "mmol/L", undefined],
    ["R92", "alp", "35", "100", "U/L", undefined],
    ["R93", "urineCalcium24h", "0.1", "0.3", "g/24h", undefined],
    ["R94", "urinePhosphate24h", "0.7", "1.5", "g/24h", undefined],
  ])("%s interval of %s is %s-%s %s %s", (_, analyte, low, high, unit, season) => {
    const found = head.laboratory?.intervals?.filter((entry) => entry.analyte === analyte && entry.season === season);
    expect(found).toMatchObject([{ low, high, unit }]);
    expect(head.laboratory?.intervals).toHaveLength(12);
  });

  // One row per woman, first number of the facts and then the cells; undefined is a printed dash.
  const rows = [
    ["case-1", 96, [undefined, "0.30", "4.74", "31.55", "48.92", "43.70", "2.17", "1.19", "112", "0.15", "0.84"]],
    ["case-2", 107, ["22.85", "0.69", "77.83", "29.36", "17.57", "24.30", "2.23", "1.32", "73", "0.12", undefined]],
    ["case-3", 118, ["19.44", "0.69", "61.19", "12.86", "16.91", "13.70", "2.28", "1.32", "69", "0.185", "0.21"]],
  ] as const;
  const cells = rows.flatMap(([id, first, values]) =>
    panel.map(([analyte, unit], column) => [`R${first + column}`, id, analyte, values[column], unit] as const),
  );

  it.each(cells)("%s %s %s is %s %s", (_, id, analyte, value, unit) => {
    const results = byId[id]?.laboratory?.[0]?.results.filter((result) => result.analyte === analyte);
    expect(results?.map((result) => [result.value, result.unit])).toEqual(value === undefined ? [] : [[value, unit]]);
  });

  it("R82 R95 R130 has 31 values of the first visit, with no season and no month of sampling", () => {
    expect(cases.flatMap((record) => record.laboratory?.flatMap((entry) => entry.results) ?? [])).toHaveLength(31);
    expect(cases.map((record) => record.laboratory?.map((entry) => entry.at?.months))).toEqual([[15], [6], [3]]);
    for (const entry of cases.flatMap((record) => record.laboratory ?? [])) {
      expect(entry).not.toHaveProperty("season");
      expect(entry).not.toHaveProperty("samplingMonth");
    }
  });
});

describe("Table 2", () => {
  const sites = ["lumbarSpine", "femoralNeck", "totalHip"] as const;
  const rows = [
    ["case-1", "baseline", 131, [0.678, -4.2, 0.674, -2.1, 0.698, -2.2]],
    ["case-1", "follow_up_1", 134, [0.763, -3.5, 0.732, -1.6, 0.775, -1.6]],
    ["case-1", "follow_up_2", 137, [0.929, -1.5, 0.721, -1.7, 0.752, -1.7]],
    ["case-2", "baseline", 140, [0.765, -2.9, 0.735, -1.6, 0.712, -2.0]],
    ["case-2", "follow_up_1", 143, [0.892, -1.8, 0.802, -1.1, 0.807, -1.3]],
    ["case-3", "baseline", 146, [0.618, -4.1, 0.607, -2.7, 0.658, -2.4]],
    ["case-3", "follow_up_1", 149, [0.716, -3.3, 0.626, -2.5, 0.731, -1.9]],
  ] as const;
  const pairs = rows.flatMap(([id, scan, first, values]) =>
    sites.map(
      (site, column) => [`R${first + column}`, id, scan, site, values[2 * column], values[2 * column + 1]] as const,
    ),
  );

  it.each(pairs)("%s %s %s %s is %s g/cm2, Z %s", (_, id, scanId, site, bmdGPerCm2, zScore) => {
    const scan = byId[id]?.scans?.find((entry) => entry.id === scanId);
    expect(scan?.sites[site]).toMatchObject({ bmdGPerCm2, zScore });
  });

  it("R131-R151 has 21 readings, L1 to L4 at the spine, and no device on any scan", () => {
    const scans = cases.flatMap((record) => record.scans?.filter((scan) => scan.report === undefined) ?? []);
    expect(scans).toHaveLength(7);
    for (const scan of scans) {
      expect(Object.keys(scan.sites)).toEqual([...sites]);
      expect(scan.sites.lumbarSpine?.vertebrae).toEqual(["L1", "L2", "L3", "L4"]);
      expect(scan).not.toHaveProperty("device");
    }
  });

  it("R50 R54 R64 R73 X16 X17 keeps the times, two of them with two readings", () => {
    const times = cases.map((record) =>
      record.scans?.map((scan) => [scan.id, scan.at?.months, scan.at?.basis, scan.at?.readings]),
    );
    expect(times).toEqual([
      [
        ["outside_report", [12, 15], "ambiguous", undefined],
        ["baseline", 15, "derived", undefined],
        ["follow_up_1", 22, "derived", undefined],
        ["follow_up_2", [39, 51], "ambiguous", [39, 51]],
      ],
      [
        ["baseline", 6, "derived", undefined],
        ["follow_up_1", 17, "derived", undefined],
      ],
      [
        ["baseline", [3, 9], "ambiguous", [3, 9]],
        ["follow_up_1", 15, "derived", undefined],
      ],
    ]);
  });

  it("R165 keeps the names of the rows", () => {
    expect(case1.scans?.slice(1).map((scan) => scan.label)).toEqual([
      { en: "before treatment", zh: "治疗前" },
      { en: "after 1st treatment", zh: "第 1 次治疗后" },
      { en: "after 2nd treatment", zh: "第 2 次治疗后" },
    ]);
    for (const record of [case2, case3]) {
      expect(record.scans?.map((scan) => scan.label)).toEqual([
        { en: "before treatment", zh: "治疗前" },
        { en: "after treatment", zh: "治疗后" },
      ]);
    }
  });
});

describe("treatments", () => {
  /** Agent, dose as `amount unit/per`, route, start, end, brand. */
  const row = (entry: Treatment) => [
    entry.agent,
    entry.dose === undefined ? "-" : `${[entry.dose.amount].flat().join("-")} ${entry.dose.unit}/${entry.dose.per}`,
    entry.route ?? "-",
    entry.start?.months,
    entry.end?.months,
    typeof entry.brand === "object" ? entry.brand.zh : undefined,
  ];
  const background = (start: number) => [
    ["calcium", "0.6-1.2 g/day", "oral", start, undefined, "钙尔奇D"],
    ["calcitriol", "1 ug/day", "oral", start, undefined, "罗盖全"],
  ];
  const zoledronicAcid = (month: number) => [
    "zoledronicAcid",
    "5 mg/once",
    "intravenousInfusion",
    month,
    undefined,
    "密固达",
  ];

  it("R42 R45-R50 R52 R166-R173 R176 case 1", () => {
    expect(case1.treatments?.map(row)).toEqual([
      ["immobilisation", "-", "-", [12, 15], 15, undefined],
      ["calcium", "0.6 g/day", "oral", [12, 15], 15, undefined],
      zoledronicAcid(15),
      ["salmonCalcitonin", "50 IU/day", "intramuscular", 15, undefined, "密盖息"],
      ["glucosamine", "750 mg/day", "oral", 15, 22, "维固力"],
      ["xianlingGubao", "3 g/day", "oral", 15, 22, undefined],
      ["salmonCalcitonin", "20 IU/day", "nasal", 15, 16, "金尔力"],
      ...background(15),
      ["alendronateVitaminD3", "70 mg/week", "oral", 27, undefined, "福美加"],
    ]);
  });

  it("R58 R61 R62 R166-R168 R175 R176 case 2", () => {
    expect(case2.treatments?.map(row)).toEqual([
      ["bedRest", "-", "-", [0, 6], 6, undefined],
      ["jieguQili", "-", "oral", [0, 6], 6, undefined],
      zoledronicAcid(6),
      ...background(6),
    ]);
  });

  it("R66 R69-R72 R166-R168 R174 R235 case 3", () => {
    expect(case3.treatments?.map(row)).toEqual([
      ["calcium", "0.6 g/day", "oral", [0, 3], 3, undefined],
      ["bisphosphonateUnspecified", "-", "-", 3, undefined, undefined],
      ...background(3),
      ["menatetrenone", "45 mg/day", "oral", 3, undefined, "固力康"],
      zoledronicAcid(9),
    ]);
    expect(case3.treatments?.map((entry) => entry.declined?.reason)).toEqual([
      undefined,
      "cost",
      ...Array(4).fill(undefined),
    ]);
  });

  it("R177 keeps purpose, response and source line where the paper gives them", () => {
    for (const record of cases) {
      const given = record.treatments?.find((entry) => entry.agent === "zoledronicAcid");
      expect(given).toMatchObject({ purpose: { en: "inhibit resorption", zh: "抑制骨吸收" } });
      expect(given?.response).toBeDefined();
      for (const entry of record.treatments ?? []) expect(entry.source).toMatch(/^l\.\d+/);
    }
  });
});
