import { describe, expect, it } from "vitest";
import { raisedBy, seriesOf } from "../../claims/series.fixture.ts";
import { publishedStudies } from "../../literature/published-table.fixture.ts";
import type { Study } from "../../record/study.ts";
import type { AnySeriesRule } from "../rule.ts";
import { doseOutsideLabelStudy } from "./dose-outside-label-study.ts";
import { outlierEffect } from "./outlier-effect.ts";
import { populationMismatch } from "./population-mismatch.ts";
import { sourceConflict } from "./source-conflict.ts";
import { sourceToVerify } from "./source-to-verify.ts";

/** The published table with one study changed. */
function changed(id: string, change: (study: Study) => Study): Study[] {
  return publishedStudies().map((study) => (study.id === id ? change(study) : study));
}

function raised(rule: AnySeriesRule, literature: Study[]) {
  return raisedBy(rule, seriesOf([], { literature }));
}

function places(rule: AnySeriesRule, literature: Study[]): readonly string[] {
  return raised(rule, literature).map(({ at }) => at);
}

describe("population-mismatch", () => {
  it("asks about the age of 52 women beside a row of 7, with the mean age it moves", () => {
    const [one, ...others] = raised(populationMismatch, publishedStudies());
    expect(others).toEqual([]);
    expect(one?.at).toBe("/literature/1/meanAgeYears");
    expect(one?.facts).toMatchObject({ authors: "Laroche", women: 7, ageOfWomen: 52, meanAgeYears: 32.1 });
    expect(Number(one?.facts.weightedMeanYears).toFixed(2)).toBe("31.05");
    expect(Number(one?.facts.weightedMeanWithoutYears).toFixed(2)).toBe("30.76");
  });

  it("goes when the populations agree, when the row has an age of its own, or no age", () => {
    const primary = { document: "abstract", meanAgeYears: 32.1, ageOfWomen: 52 };
    expect(
      places(
        populationMismatch,
        changed("laroche", (study) => ({ ...study, women: 52 })),
      ),
    ).toEqual([]);
    expect(
      places(
        populationMismatch,
        changed("laroche", (study) => ({ ...study, meanAgeYears: 31.8 })),
      ),
    ).toEqual([]);
    const ageless = changed("laroche", ({ meanAgeYears: _age, ...study }) => ({ ...study, primary }));
    expect(places(populationMismatch, ageless)).toEqual([]);
  });

  it("stays when the publication gives no age but says whom its ages are of", () => {
    const noAge = changed("laroche", (study) => ({ ...study, primary: { document: "abstract", ageOfWomen: 52 } }));
    expect(places(populationMismatch, noAge)).toEqual(["/literature/1/meanAgeYears"]);
  });
});

describe("source-conflict", () => {
  const conflict = (percent: string, more: object = {}) =>
    places(
      sourceConflict,
      changed("osullivan", (study) => ({
        ...study,
        primary: {
          document: "abstract",
          effects: [
            { site: "lumbarSpine", metric: "percentChange", atMonths: 24, percent, statistic: "mean", ...more },
          ],
        },
      })),
    );

  it("reads spine as lumbar spine and points to the effect", () => {
    expect(raised(sourceConflict, publishedStudies())).toMatchObject([
      { at: "/literature/2/effects/1", facts: { percent: 11, primaryPercent: 23, atMonths: 24 } },
    ]);
  });

  it("agrees at the digits that both print", () => {
    expect(conflict("11")).toEqual([]);
    expect(conflict("11.4")).toEqual([]);
    expect(conflict("11.5")).toEqual(["/literature/2/effects/1"]);
    expect(conflict("10.5")).toEqual([]);
    expect(conflict("10.4")).toEqual(["/literature/2/effects/1"]);
  });

  it("compares like with like only", () => {
    expect(conflict("23", { atMonths: 36 })).toEqual([]);
    expect(conflict("23", { site: "femoralNeck" })).toEqual([]);
    expect(conflict("23", { metric: "annualPercentChange" })).toEqual([]);
    const median = changed("li", (study) => ({
      ...study,
      primary: {
        document: "abstract",
        effects: [{ site: "lumbarSpine", metric: "percentChange", atMonths: 6, percent: "14", statistic: "mean" }],
      },
    }));
    expect(places(sourceConflict, median)).toEqual(["/literature/2/effects/1"]);
  });
});

describe("source-to-verify", () => {
  const withAgents = (id: string, agents: NonNullable<Study["primary"]>["agents"]) =>
    places(
      sourceToVerify,
      changed(id, (study) => ({ ...study, primary: { document: "abstract", ...(agents ? { agents } : {}) } })),
    );

  it("asks about the two rows whose abstracts name other drugs", () => {
    const found = raised(sourceToVerify, publishedStudies());
    expect(found.map(({ at }) => at)).toEqual(["/literature/7/regimens", "/literature/8/regimens"]);
    expect(found[0]?.facts).toMatchObject({ agents: ["alendronate"], primaryAgents: ["teriparatide"] });
  });

  it("goes when the drugs agree, or one list is part of the other", () => {
    expect(withAgents("choe", ["alendronate"])).toEqual(["/literature/8/regimens"]);
    expect(withAgents("choe", ["alendronate", "teriparatide"])).toEqual(["/literature/8/regimens"]);
    expect(withAgents("choe", ["alendronateVitaminD3"])).toEqual(["/literature/8/regimens"]);
    expect(withAgents("choe", undefined)).toEqual(["/literature/8/regimens"]);
    expect(withAgents("laroche", ["risedronate"])).toEqual(["/literature/7/regimens", "/literature/8/regimens"]);
  });

  it("lets an unspecified bisphosphonate be any of them, and nothing else", () => {
    expect(withAgents("choe", ["bisphosphonateUnspecified"])).toEqual(["/literature/8/regimens"]);
    const teriparatide = changed("choe", (study) => ({
      ...study,
      regimens: [{ agent: "teriparatide" }],
      primary: { document: "abstract", agents: ["bisphosphonateUnspecified"] },
    }));
    expect(places(sourceToVerify, teriparatide)).toEqual(["/literature/7/regimens", "/literature/8/regimens"]);
  });
});

describe("outlier-effect", () => {
  const neck = (percent: string, spine = "20.7") =>
    places(
      outlierEffect,
      changed("di-gregorio", (study) => ({
        ...study,
        effects: [
          { site: "lumbarSpine", metric: "annualPercentChange", atMonths: 12, percent: spine, statistic: "mean" },
          { site: "femoralNeck", metric: "annualPercentChange", atMonths: 12, percent, statistic: "mean" },
        ],
      })),
    );

  it("asks about a femoral neck gain of 27.6 % a year", () => {
    const [one, ...others] = raised(outlierEffect, publishedStudies());
    expect(others).toEqual([]);
    expect(one?.at).toBe("/literature/6/effects/1");
    expect(one?.facts).toMatchObject({ percent: 27.6, spinePercent: 20.7, others: [2.6, 2.7, 5.2] });
  });

  it("needs five times the largest of the others: 26.0 for 5.2", () => {
    expect(neck("25.9")).toEqual([]);
    expect(neck("26.0")).toEqual(["/literature/6/effects/1"]);
    expect(neck("26.1")).toEqual(["/literature/6/effects/1"]);
  });

  it("needs to be above the study's own spine", () => {
    expect(neck("27.6", "27.5")).toEqual(["/literature/6/effects/1"]);
    expect(neck("27.6", "27.6")).toEqual([]);
    expect(neck("27.6", "27.7")).toEqual([]);
  });

  it("needs two other studies with a value at the site", () => {
    const left = (ids: string[]) => publishedStudies().filter(({ id }) => ids.includes(id));
    expect(places(outlierEffect, left(["laroche", "hellmeyer", "di-gregorio"]))).toEqual(["/literature/2/effects/1"]);
    expect(places(outlierEffect, left(["hellmeyer", "di-gregorio"]))).toEqual([]);
  });
});

describe("dose-outside-label of a study", () => {
  const ibandronate = (amount: number, per = "3 months") =>
    places(
      doseOutsideLabelStudy,
      changed("hellmeyer", (study) => ({
        ...study,
        regimens: [{ agent: "ibandronate", dose: { amount, unit: "mg", per }, route: "intravenousInjection" }],
      })),
    );

  it("asks about 2 mg of ibandronate every 3 months and not about 3 mg", () => {
    expect(raised(doseOutsideLabelStudy, publishedStudies())).toMatchObject([
      { at: "/literature/3/regimens/0/dose", facts: { authors: "Hellmeyer", departure: "below" } },
    ]);
    expect(ibandronate(2.9)).toEqual(["/literature/3/regimens/0/dose"]);
    expect(ibandronate(3)).toEqual([]);
    expect(ibandronate(3.1)).toEqual(["/literature/3/regimens/0/dose"]);
  });

  it("says nothing without an interval of dosing", () => {
    expect(ibandronate(2, "notStated")).toEqual([]);
  });
});
