import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../record/case-record.ts";
import type { SeriesContext } from "../record/case-view.ts";
import { assess } from "./assess.ts";
import { definitionById } from "./definition.ts";
import { considerInstead } from "./signals.ts";
import { fracture, INTERVALS, panel, published, woman } from "./women.fixture.ts";

function ids(parts: Partial<CaseRecord>, context: SeriesContext = INTERVALS): readonly string[] {
  return considerInstead(woman(parts, context)).map((signal) => signal.id);
}

function values(...panels: Parameters<typeof panel>[0][]): readonly string[] {
  return ids({ laboratory: panels.map((one) => panel(one)) });
}

describe("the published women", () => {
  // A high alkaline phosphatase alone, a 25(OH)D low in summer only, a low urine phosphate alone: none is a signal.
  it.each(["case-1", "case-2", "case-3"] as const)("%s raises none", (id) => {
    expect(considerInstead(published(id))).toEqual([]);
  });
});

describe("high calcium", () => {
  it.each([
    ["48", "primary-hyperparathyroidism"],
    ["66", "primary-hyperparathyroidism"],
    ["15.1", "primary-hyperparathyroidism"],
    ["15", "pthrp-hypercalcaemia"],
    ["14.9", "pthrp-hypercalcaemia"],
    ["<5", "pthrp-hypercalcaemia"],
  ])("with PTH %s pg/mL (15 to 65): %s", (pth, id) => {
    expect(values({ calcium: "2.53", pth })).toEqual([id]);
  });

  it("2.52 is in range", () => {
    expect(values({ calcium: "2.52", pth: "80" })).toEqual([]);
  });

  it("without PTH stays open", () => {
    expect(values({ calcium: "2.7" })).toEqual(["hypercalcaemia-cause-open"]);
  });

  it("the lower limit is found across units: 1.59 pmol/L is 15 pg/mL", () => {
    const laboratory = [
      {
        at: { months: 2 },
        results: [
          { analyte: "calcium", value: "2.8", unit: "mmol/L" },
          { analyte: "pth", value: "1.5", unit: "pmol/L" },
        ],
      },
    ] satisfies CaseRecord["laboratory"];
    expect(ids({ laboratory })).toEqual(["pthrp-hypercalcaemia"]);
  });

  it("albumin of the same sampling takes the signal off total calcium", () => {
    const results = (calcium: string, albumin: string): CaseRecord["laboratory"] => [
      {
        at: { months: 1 },
        results: [
          { analyte: "calcium", value: calcium, unit: "mg/dL", interval: { low: "8.5", high: "10.2" } },
          { analyte: "albumin", value: albumin, unit: "g/dL" },
          { analyte: "pth", value: "13.8", unit: "pg/mL", interval: { low: "15", high: "65" } },
        ],
      },
    ];
    const told = (calcium: string, albumin: string): readonly string[] =>
      ids({ laboratory: results(calcium, albumin) ?? [] });
    // Published trap: 10.24 mg/dL at albumin 4.6 g/dL is 10.24 + 0.8 x (4 - 4.6) = 9.76.
    expect(told("10.24", "4.6")).toEqual([]);
    expect(told("10.24", "4.0")).toEqual(["pthrp-hypercalcaemia"]);
    expect(told("10.9", "4.6")).toEqual(["pthrp-hypercalcaemia"]);
  });

  it("adjusted calcium of the same sampling stands for total calcium", () => {
    expect(values({ calcium: "2.60", calciumAlbuminAdjusted: "2.45", pth: "40" })).toEqual([]);
    expect(values({ calcium: "2.45", calciumAlbuminAdjusted: "2.60", pth: "40" })).toEqual([
      "primary-hyperparathyroidism",
    ]);
  });

  it("PTH of another month does not separate the causes", () => {
    const laboratory = [panel({ calcium: "2.8" }, 2), panel({ pth: "70" }, 9)];
    expect(ids({ laboratory })).toEqual(["hypercalcaemia-cause-open"]);
  });

  it("the published woman with calcium 10.24 mg/dL and PTH 13.8 pg/mL", () => {
    // Endocrine Abstracts 2016;41:EP357, with her own intervals; ALP 210, 25(OH)D 10.9.
    const laboratory = [
      {
        at: { months: 2 },
        results: [
          { analyte: "calcium", value: "10.24", unit: "mg/dL", interval: { low: "8.6", high: "10.2" } },
          { analyte: "phosphate", value: "4.1", unit: "mg/dL", interval: { low: "2.7", high: "4.5" } },
          { analyte: "alp", value: "210", unit: "U/L", interval: { low: "35", high: "105" } },
          { analyte: "pth", value: "13.8", unit: "pg/mL", interval: { low: "15", high: "65" } },
          { analyte: "vitaminD25oh", value: "10.9", unit: "ng/mL" },
        ],
      },
    ] satisfies CaseRecord["laboratory"];
    expect(ids({ laboratory }, {})).toEqual(["pthrp-hypercalcaemia"]);
  });

  it("in hypoparathyroidism points to the dose of active vitamin D", () => {
    const comorbidities = [{ condition: "hypoparathyroidism" as const }];
    const laboratory = [panel({ calcium: "2.9", pth: "5" })];
    expect(ids({ comorbidities, laboratory })).toEqual(["active-vitamin-d-hypercalcaemia"]);
  });
});

describe("osteomalacia and malabsorption", () => {
  it("high alkaline phosphatase alone is lactation", () => {
    expect(values({ alp: "300" })).toEqual([]);
    expect(values({ alp: "300", phosphate: "1.6" })).toEqual([]);
    expect(values({ phosphate: "0.6" })).toEqual([]);
    expect(values({ vitaminD25oh: "5" })).toEqual([]);
  });

  it.each([
    [{ alp: "101", phosphate: "0.84" }, ["osteomalacia"]],
    [{ alp: "100", phosphate: "0.84" }, []],
    [{ alp: "101", phosphate: "0.85" }, []],
    [{ alp: "120", calcium: "2.0" }, ["osteomalacia"]],
    [{ alp: "120", vitaminD25oh: "6", pth: "90" }, ["osteomalacia"]],
    [{ alp: "120", vitaminD25oh: "6", pth: "60" }, []],
  ] as const)("%j: %j", (one, expected) => {
    expect(values(one)).toEqual(expected);
  });

  it("the published woman with missed coeliac disease: calcium, phosphate, 25(OH)D low, PTH and ALP high", () => {
    // 5.5 mg/dL = 1.37 mmol/L, 1.8 mg/dL = 0.58 mmol/L.
    const one = { calcium: "1.37", phosphate: "0.58", vitaminD25oh: "6.4", pth: "1044", alp: "269" };
    expect(values(one)).toEqual(["osteomalacia", "coeliac-or-malabsorption"]);
  });

  it("values of different times are not put together", () => {
    const laboratory = [panel({ alp: "300" }, 0), panel({ phosphate: "0.6" }, 24)];
    expect(ids({ laboratory })).toEqual([]);
  });

  it("abnormal coeliac serology", () => {
    expect(ids({ workup: [{ item: "coeliacSerology", status: "abnormal" }] })).toEqual(["coeliac-or-malabsorption"]);
    expect(ids({ workup: [{ item: "coeliacSerology", status: "normal" }] })).toEqual([]);
  });
});

describe("exposures", () => {
  it.each([
    ["heparin", "heparin"],
    ["glucocorticoids", "glucocorticoid"],
    ["eatingDisorder", "eating-disorder"],
    ["thyroidHormoneExcess", "hyperthyroidism"],
  ] as const)("history of %s raises %s, no and not reported do not", (item, id) => {
    expect(ids({ history: { [item]: "yes" } })).toEqual([id]);
    expect(ids({ history: { [item]: "no" } })).toEqual([]);
    expect(ids({ history: { [item]: "notReported" } })).toEqual([]);
  });

  it("heparin given in pregnancy, not heparin of the bed rest after the fracture", () => {
    const heparin = (months: number): readonly string[] =>
      ids({
        fractures: [fracture({ at: { months: 2 } })],
        treatments: [{ agent: "unfractionatedHeparin", start: { months } }],
      });
    expect(heparin(-5)).toEqual(["heparin"]);
    expect(heparin(3)).toEqual([]);
  });

  it("offered and declined is not given", () => {
    expect(ids({ treatments: [{ agent: "glucocorticoid", declined: { reason: "fearOfHarm" } }] })).toEqual([]);
  });
});

describe("inherited disease", () => {
  it.each(["childhoodFractures", "blueSclerae", "hearingLoss"] as const)("%s is a sign by itself", (item) => {
    expect(ids({ history: { [item]: "yes" } })).toEqual(["osteogenesis-imperfecta"]);
  });

  it("two common signs together, one alone not", () => {
    expect(ids({ history: { dentalProblems: "yes" } })).toEqual([]);
    expect(ids({ history: { dentalProblems: "yes", familyHistory: "yes" } })).toEqual(["osteogenesis-imperfecta"]);
  });

  it("family history alone counts where fractures are named", () => {
    expect(ids({ history: { familyHistory: "yes" } })).toEqual([]);
    expect(ids({ history: { familyHistory: "yes", familyHistoryScope: "多发骨折" } })).toEqual([
      "osteogenesis-imperfecta",
    ]);
    expect(ids({ history: { familyHistory: { answer: "yes", note: "mother: several fractures" } } })).toEqual([
      "osteogenesis-imperfecta",
    ]);
    expect(ids({ history: { familyHistory: "no", familyHistoryScope: "fractures" } })).toEqual([]);
  });

  it.each([
    ["LRP5", "pathogenic", ["monogenic-osteoporosis"]],
    ["COL1A1", "likelyPathogenic", ["osteogenesis-imperfecta", "monogenic-osteoporosis"]],
    ["ALPL", "pathogenic", ["monogenic-osteoporosis", "hypophosphatasia"]],
    ["LRP5", "uncertain", []],
  ] as const)("%s %s", (gene, classification, expected) => {
    expect(ids({ genetics: { tested: "yes", variants: [{ gene, classification }] } })).toEqual(expected);
  });

  it("low alkaline phosphatase, below 35 U/L", () => {
    expect(values({ alp: "34" })).toEqual(["hypophosphatasia"]);
    expect(values({ alp: "35" })).toEqual([]);
  });
});

describe("hip and sacrum", () => {
  const pain = [{ symptom: "hipOrGroinPain" as const }];
  const oedema = [{ modality: "mri" as const, region: "hip" as const, findings: ["marrowOedema" as const] }];

  it("hip pain or oedema without a vertebral fracture", () => {
    expect(ids({ symptoms: pain, fractures: [] })).toEqual(["transient-osteoporosis-of-hip"]);
    expect(ids({ imaging: oedema })).toEqual(["transient-osteoporosis-of-hip"]);
  });

  it("not with a vertebral fracture; pain with a hip fracture is explained", () => {
    expect(ids({ symptoms: pain, imaging: oedema, fractures: [fracture()] })).toEqual([]);
    expect(ids({ symptoms: pain, fractures: [fracture({ site: "hip" })] })).toEqual([]);
  });

  it("sacrum: fracture, oedema, or buttock pain without a vertebral fracture", () => {
    expect(ids({ fractures: [fracture({ site: "sacrum" })] })).toEqual(["sacral-stress-fracture"]);
    expect(ids({ symptoms: [{ symptom: "buttockPain" }] })).toEqual(["sacral-stress-fracture"]);
    expect(ids({ symptoms: [{ symptom: "buttockPain" }], fractures: [fracture()] })).toEqual([]);
    expect(ids({ fractures: [fracture({ site: "sacrum", mechanism: "highEnergy" })] })).toEqual([]);
  });
});

describe("other signals", () => {
  const own = (
    analyte: "tsh" | "cortisol" | "fsh" | "tryptase" | "creatinine" | "egfr",
    value: string,
  ): readonly string[] =>
    ids({ laboratory: [{ results: [{ analyte, value, unit: "1", interval: { low: "2", high: "4" } }] }] }, {});

  it.each([
    ["tsh", "1.9", ["hyperthyroidism"]],
    ["tsh", "4.1", []],
    ["cortisol", "4.1", ["hypercortisolism"]],
    ["fsh", "4.1", ["ovarian-insufficiency"]],
    ["tryptase", "4.1", ["mastocytosis"]],
    ["creatinine", "4.1", ["kidney-disease"]],
    ["creatinine", "1.9", []],
    ["egfr", "1.9", ["kidney-disease"]],
    ["egfr", "4.1", []],
  ] as const)("%s %s on 2 to 4: %j", (analyte, value, expected) => {
    expect(own(analyte, value)).toEqual(expected);
  });

  it("abnormal electrophoresis", () => {
    expect(ids({ workup: [{ item: "proteinElectrophoresis", status: "abnormal" }] })).toEqual([
      "myeloma-or-malignancy",
    ]);
  });

  it("a recorded or suspected diagnosis raises its own signal, with its place", () => {
    const [signal] = considerInstead(
      woman({ comorbidities: [{ condition: "scoliosis" }, { condition: "osteomalacia", certainty: "suspected" }] }),
    );
    expect(signal).toMatchObject({ id: "osteomalacia", at: "/comorbidities/1" });
  });
});

describe("signals and verdicts", () => {
  it("a signal never turns a verdict", () => {
    const paper = definitionById("moscow-2019");
    const parts = { fractures: [fracture({ at: { months: 2 } })] };
    const plain = assess(woman(parts), paper);
    const signalled = woman({ ...parts, history: { heparin: "yes", childhoodFractures: "yes" } });
    expect(considerInstead(signalled).length).toBe(2);
    expect(assess(signalled, paper)).toEqual(plain);
  });
});
