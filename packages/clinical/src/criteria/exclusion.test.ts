import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../record/case-record.ts";
import type { WorkupEntry, WorkupStatus } from "../record/workup.ts";
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
  it("is met only with every test documented and both exposures denied", () => {
    expect(assessExclusion(woman(complete()))).toMatchObject({ status: "met", missing: [] });
    expect(assessExclusion(woman(complete({ workup: entries("done") }))).status).toBe("met");
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
