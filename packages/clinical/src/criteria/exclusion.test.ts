import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../record/case-record.ts";
import type { WorkupEntry, WorkupStatus } from "../record/workup.ts";
import { assess } from "./assess.ts";
import { definitionById } from "./definition.ts";
import { assessExclusion } from "./exclusion.ts";
import { INTERVALS, panel, published, woman } from "./women.fixture.ts";
import { exclusionItems, workupChecklist, workupKnowledge, workupState } from "./workup.ts";

function entries(status: WorkupStatus, change: Partial<Record<string, WorkupStatus>> = {}): WorkupEntry[] {
  return exclusionItems.map((item) => ({ item, status: change[item] ?? status }));
}

const ASKED = { glucocorticoids: "no", heparin: "no" } as const;

function complete(parts: Partial<CaseRecord> = {}): Partial<CaseRecord> {
  return { workup: entries("normal"), history: ASKED, ...parts };
}

describe("assessExclusion", () => {
  it("judges a woman once, however many definitions ask, and another reading of her by itself", () => {
    const view = woman(complete());
    const [any, all] = ["paper-any-site", "paper-all-sites"].map((id) =>
      assess(view, definitionById(id)).criteria.find((criterion) => criterion.id === "exclusion"),
    );
    expect(any).toBe(all);
    expect(assessExclusion(woman(complete({ history: {} }))).status).toBe("undecided");
    expect(assessExclusion(view).status).toBe("met");
  });

  it("is met only with every test documented and both exposures denied", () => {
    expect(assessExclusion(woman(complete()))).toMatchObject({ status: "met", missing: [] });
  });

  it("a test done with no result stated has excluded nothing", () => {
    const result = assessExclusion(woman(complete({ workup: entries("normal", { tsh: "done" }) })));
    expect(result).toMatchObject({
      status: "undecided",
      missing: [{ key: "itemDone", facts: { item: "tsh", at: "/workup/6" } }],
    });
    const all = assessExclusion(woman(complete({ workup: entries("done") })));
    expect(all.status).toBe("undecided");
    expect(all.missing.map((reason) => reason.facts.item)).toEqual([...exclusionItems]);
  });

  it("a measured value that no interval classes is missing: calcium 3.40 mmol/L, creatinine 400 µmol/L", () => {
    const workup = entries("normal").filter(({ item }) => item !== "calcium" && item !== "creatinine");
    const results = [
      { analyte: "calcium", value: "3.40", unit: "mmol/L" },
      { analyte: "creatinine", value: "400", unit: "µmol/L" },
    ] as const;
    const laboratory = [{ at: { months: 3 }, results: [...results] }];
    const { status, missing } = assessExclusion(woman(complete({ workup, laboratory })));
    expect(status).toBe("undecided");
    expect(missing).toMatchObject([
      { key: "valueNotClassed", facts: { item: "calcium", value: 3.4, why: "noInterval" } },
      { key: "valueNotClassed", facts: { item: "creatinine", value: 400, why: "noInterval" } },
    ]);
  });

  it("a value that the intervals disagree on is missing: 25(OH)D 13.70 of an unknown season", () => {
    const { missing } = assessExclusion(published("case-3"));
    expect(missing).toContainEqual(
      expect.objectContaining({
        key: "valueNotClassed",
        facts: expect.objectContaining({ item: "vitaminD25oh", value: 13.7, why: "intervalsDisagree" }),
      }),
    );
  });

  it("a censored value that one interval cannot place says so, not that intervals disagree", () => {
    const { missing } = assessExclusion(woman({ laboratory: [panel({ pth: "<20" })] }, INTERVALS));
    expect(missing).toContainEqual(
      expect.objectContaining({
        key: "valueNotClassed",
        facts: expect.objectContaining({ item: "pth", censored: "<", why: "censored" }),
      }),
    );
  });

  it.each([
    [-10.01, "undecided"],
    [-10, "met"],
    [-9, "met"],
    [2, "met"],
  ] as const)("a test of month %s: %s", (months, status) => {
    const workup = entries("normal").map((entry) => (entry.item === "tsh" ? { ...entry, at: { months } } : entry));
    const result = assessExclusion(woman(complete({ workup })));
    expect(result.status).toBe(status);
    const missing = [{ key: "itemBeforePregnancy", facts: { item: "tsh", at: "/workup/6" } }];
    expect(result.missing).toMatchObject(status === "met" ? [] : missing);
  });

  it("a value of before the index pregnancy does not count, a range that reaches into it does", () => {
    const workup = entries("normal").filter(({ item }) => item !== "calcium");
    const sampled = (months: number | [number, number]): string =>
      assessExclusion(
        woman(complete({ workup, laboratory: [{ ...panel({ calcium: "2.30" }), at: { months } }] }), INTERVALS),
      ).status;
    expect([sampled(-24), sampled([-24, -11]), sampled([-24, -9]), sampled(3)]).toEqual([
      "undecided",
      "undecided",
      "met",
      "met",
    ]);
  });

  it("a competing signal keeps it from being met, is named, and never makes it not met", () => {
    const { status, missing } = assessExclusion(woman(complete({ history: { ...ASKED, eatingDisorder: "yes" } })));
    expect(status).toBe("undecided");
    expect(missing).toEqual([
      { key: "signalOpen", facts: { signal: "eating-disorder", at: "/history/eatingDisorder" } },
    ]);
  });

  it("an established other bone disease answers the question that its signal asks", () => {
    const { status, missing } = assessExclusion(woman(complete({ comorbidities: [{ condition: "osteomalacia" }] })));
    expect({ status, missing }).toEqual({ status: "notMet", missing: [] });
  });

  it.each([...exclusionItems])("without %s it is undecided and names it", (item) => {
    for (const status of ["notDone", "notDocumented"] as const) {
      const result = assessExclusion(woman(complete({ workup: entries("normal", { [item]: status }) })));
      expect(result).toMatchObject({ status: "undecided", missing: [{ key: "itemMissing", facts: { item, status } }] });
    }
  });

  it("an abnormal test is undecided and says so", () => {
    const result = assessExclusion(woman(complete({ workup: entries("normal", { tsh: "abnormal" }) })));
    expect(result.status).toBe("undecided");
    expect(result.because).toContainEqual({ key: "itemAbnormal", facts: { item: "tsh", at: "/workup/6" } });
  });

  it("exposures: not asked is missing, yes is a question", () => {
    const notAsked = assessExclusion(woman(complete({ history: { glucocorticoids: "no" } })));
    expect(notAsked).toMatchObject({
      status: "undecided",
      missing: [{ key: "exposureMissing", facts: { item: "heparin" } }],
    });
    const yes = assessExclusion(woman(complete({ history: { ...ASKED, heparin: "yes" } })));
    expect(yes.status).toBe("undecided");
    const given = { agent: "lowMolecularWeightHeparin", start: { months: -6 } } as const;
    expect(assessExclusion(woman(complete({ treatments: [given] }))).status).toBe("undecided");
  });

  it("heparin begun after the first fracture is no cause of it", () => {
    const fractures = [{ site: "L1", at: { months: 2 } } as const];
    const given = (months: number): string =>
      assessExclusion(
        woman(complete({ fractures, treatments: [{ agent: "lowMolecularWeightHeparin", start: { months } }] })),
      ).status;
    expect([given(1.9), given(2), given(2.1)]).toEqual(["undecided", "undecided", "met"]);
  });

  it("an established other bone disease is not met, a suspected one is a question, scoliosis is neither", () => {
    const having = (condition: "osteomalacia" | "scoliosis" | "rheumatoidArthritis", certainty?: "suspected"): string =>
      assessExclusion(
        woman(complete({ comorbidities: [certainty === undefined ? { condition } : { condition, certainty }] })),
      ).status;
    expect(having("osteomalacia")).toBe("notMet");
    expect(having("osteomalacia", "suspected")).toBe("undecided");
    expect(having("rheumatoidArthritis")).toBe("undecided");
    expect(having("scoliosis")).toBe("met");
  });

  it("the published women lack creatinine, TSH, coeliac serology, electrophoresis, cortisol and both exposures", () => {
    const { status, missing } = assessExclusion(published("case-2"));
    expect(status).toBe("undecided");
    expect(missing.map((reason) => reason.facts.item).sort()).toEqual(
      [
        "coeliacSerology",
        "cortisol",
        "creatinine",
        "glucocorticoids",
        "heparin",
        "proteinElectrophoresis",
        "tsh",
      ].sort(),
    );
  });

  it("a high alkaline phosphatase comes with what lactation does to it", () => {
    const { because } = assessExclusion(published("case-1"));
    expect(because.map((reason) => reason.key)).toEqual([
      "itemNormal",
      "itemNormal",
      "itemAbnormal",
      "laboratoryValue",
      "lactationShifts",
      "itemNormal",
      "itemNormal",
    ]);
  });
});

describe("workupState", () => {
  it("reads laboratory values: in range, abnormal, and done where the season leaves it open", () => {
    const view = published("case-3");
    expect(workupState(view, "calcium")).toEqual({ status: "normal", at: "/laboratory/0/results/0" });
    expect(workupState(view, "vitaminD25oh").status).toBe("done");
    expect(workupState(published("case-1"), "alp").status).toBe("abnormal");
    expect(workupState(view, "tsh")).toEqual({ status: "notDocumented" });
  });

  it("albumin-adjusted calcium stands for total calcium of the same sampling", () => {
    const both = { laboratory: [panel({ calcium: "2.05", calciumAlbuminAdjusted: "2.20" })] };
    expect(workupState(woman(both, INTERVALS), "calcium").status).toBe("normal");
    const apart = { laboratory: [panel({ calcium: "2.05" }), panel({ calciumAlbuminAdjusted: "2.20" })] };
    expect(workupState(woman(apart, INTERVALS), "calcium").status).toBe("abnormal");
  });

  it("a value in range does not hide one that cannot be classed; the word of the record does", () => {
    const unclassed = {
      at: { months: 6 },
      results: [{ analyte: "calcium" as const, value: "3.40", unit: "mmol/L", interval: {} }],
    };
    const laboratory = [panel({ calcium: "2.30" }), unclassed];
    expect(workupState(woman({ laboratory }, INTERVALS), "calcium")).toEqual({
      status: "done",
      at: "/laboratory/1/results/0",
    });
    const workup = [{ item: "calcium" as const, status: "normal" as const }];
    expect(workupState(woman({ workup, laboratory }, INTERVALS), "calcium").status).toBe("normal");
  });

  it("a test of before the index pregnancy is not documented for it, with the time; genes do not change", () => {
    const workup = (["tsh", "genePanel"] as const).map((item) => ({
      item,
      status: "normal" as const,
      at: { months: -30 },
    }));
    expect(workupState(woman({ workup }), "tsh")).toEqual({
      status: "notDocumented",
      at: "/workup/0",
      beforePregnancy: { earliest: -30, latest: -30 },
    });
    expect(workupState(woman({ workup }), "genePanel").status).toBe("normal");
  });

  it("an abnormal value is not cleared by a normal entry in words", () => {
    const view = woman({ workup: [{ item: "alp", status: "normal" }], laboratory: [panel({ alp: "112" })] }, INTERVALS);
    expect(workupState(view, "alp")).toEqual({ status: "abnormal", at: "/laboratory/0/results/0" });
  });

  it("a value counts where the entry says not documented", () => {
    const view = woman(
      { workup: [{ item: "alp", status: "notDocumented" }], laboratory: [panel({ alp: "90" })] },
      INTERVALS,
    );
    expect(workupState(view, "alp").status).toBe("normal");
  });

  it("reads genetics", () => {
    const gene = (tested: "yes" | "no" | "notReported"): string =>
      workupState(woman({ genetics: { tested } }), "genePanel").status;
    expect([gene("yes"), gene("no"), gene("notReported")]).toEqual(["done", "notDone", "notDocumented"]);
  });
});

describe("workupChecklist", () => {
  it("lists every item once, tier 1 first", () => {
    const list = workupChecklist(published("case-1"));
    expect(list).toHaveLength(workupKnowledge.length);
    const tiers = list.map((check) => check.tier);
    expect(tiers).toEqual([...tiers].sort());
  });
});
