import { describe, expect, it } from "vitest";
import { appraisalKnowledge } from "./appraisal-knowledge.ts";
import { certaintyOf } from "./grade.ts";
import type { GradeProfile } from "./literature-record.ts";
import { screeningFlow } from "./screening-flow.ts";
import { shippedLiterature } from "./shipped-literature.ts";
import { synthesise } from "./synthesis.ts";

describe("the screening log", () => {
  const flow = screeningFlow(shippedLiterature);

  it("adds up from box to box", () => {
    const identified = flow.identified.reduce((sum, { reports }) => sum + reports, 0);
    const count = (reasons: readonly { readonly reports: number }[]) =>
      reasons.reduce((sum, { reports }) => sum + reports, 0);
    expect(identified).toBe(shippedLiterature.screening.records.length);
    expect(flow.screened).toBe(identified - flow.duplicates);
    expect(flow.sought).toBe(flow.screened - count(flow.excludedAtScreening));
    expect(flow.assessed).toBe(flow.sought - flow.notRetrieved);
    expect(flow.includedReports).toBe(flow.assessed - count(flow.excludedReports));
    const { fullText, abstract, secondary } = flow.includedByReach;
    expect(fullText + abstract + secondary).toBe(flow.includedStudies);
  });

  it("knows one study in full: the source paper", () => {
    expect(flow.includedByReach.fullText).toBe(1);
  });
});

describe("certainty by GRADE", () => {
  const profile = (start: GradeProfile["start"], ...levels: readonly (-2 | -1 | 0 | 1 | 2)[]): GradeProfile => ({
    outcome: { site: "lumbarSpine", metric: "percentChange", treatment: "bisphosphonate" },
    start,
    judgements: levels.map((level) => ({ domain: "imprecision", levels: level, because: "x" })),
    judgedBy: "x",
    on: "2026-01-01",
  });

  it.each([
    ["low", [], "low"],
    ["low", [-1], "veryLow"],
    ["low", [-1, -1, -1], "veryLow"],
    ["low", [1], "moderate"],
    ["high", [], "high"],
    ["high", [-1, -2], "veryLow"],
    ["high", [2], "high"],
    ["noEvidence", [], "noEvidence"],
  ] as const)("starts %s, moves %j: %s", (start, levels, certainty) => {
    expect(certaintyOf(profile(start, ...levels))).toBe(certainty);
  });
});

describe("certainty in the shipped literature", () => {
  const profiles = shippedLiterature.grade ?? [];

  it("is judged for spine, neck and hip under five treatments each,", () => {
    const places = profiles.map(({ outcome: { site, treatment } }) => `${site}/${treatment}`);
    const sites = ["lumbarSpine", "femoralNeck", "totalHip"];
    const treatments = ["bisphosphonate", "teriparatide", "denosumab", "romosozumab", "none"];
    expect(places.toSorted()).toEqual(sites.flatMap((site) => treatments.map((each) => `${site}/${each}`)).toSorted());
  });

  it("says that there is no evidence where no stratum has a study, and only there", () => {
    const { strata } = synthesise(shippedLiterature);
    for (const profile of profiles) {
      const { site, metric, treatment } = profile.outcome;
      const hasStudy = strata.some(
        ({ stratum, pools }) =>
          stratum.site === site &&
          stratum.metric === metric &&
          pools.some((pool) => pool.treatment === treatment && pool.rows.length > 0),
      );
      expect(certaintyOf(profile) === "noEvidence", `${site} ${treatment}`).toBe(!hasStudy);
      if (!hasStudy) expect([profile.judgements.length, profile.because === undefined]).toEqual([0, false]);
    }
  });
});

describe("appraisal tools", () => {
  it("have eight and ten items, and every shipped answer answers one of them", () => {
    const items = new Map(appraisalKnowledge.tools.map(({ id, items }) => [id, items.map((item) => item.id)]));
    expect([...items.values()].map(({ length }) => length)).toEqual([8, 10]);
    for (const appraisal of shippedLiterature.studies.flatMap(({ appraisals }) => appraisals ?? [])) {
      expect(Object.keys(appraisal.answers).toSorted()).toEqual(items.get(appraisal.tool)?.toSorted());
    }
  });
});
