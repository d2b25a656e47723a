import { type CaseView, caseFindings, createTerms, type Lang } from "@materbone/clinical";
import { shippedLiterature, testedBenchmark } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { published } from "../figures/women.fixture.ts";
import { benchmarkStatements } from "./benchmark-statement.ts";

const tested = testedBenchmark(shippedLiterature);

function woman(position: number): CaseView {
  const view = published().cases[position];
  if (view === undefined) throw new TypeError(`no case ${position}`);
  return view;
}

function statements(view: CaseView, lang: Lang) {
  return benchmarkStatements(view, { kind: "minimum" }, tested, caseFindings(view), createTerms(lang));
}

describe("what is said of the published women", () => {
  it("is, of the spine of case 1, that it lies above the band and may still not be the drug, with every reason to doubt", () => {
    const [spine] = statements(woman(0), "en");
    expect(spine?.place).toBe("above");
    expect(spine?.sentence).toMatch(
      /^Lumbar spine, before treatment → after 2nd treatment: \+37\.02% lies above the band of change without a drug \(\S+ to \+\S+% at months 24–36 after weaning; percentile 99\.\S+\)\./,
    );
    expect(spine?.sentence).toContain(
      "That is more than is expected without a drug, and may still not be the drug. Not attributable to treatment without a comparator.",
    );
    const said = spine?.cautions.join("\n") ?? "";
    for (const words of [
      "not like for like: fractured L4 inside the measured region",
      "No single reference mean and SD reproduces the Z-scores at lumbar spine (0.678 g/cm²: −4.2; 0.763 g/cm²: −3.5;",
      "Scoliosis for more than 8 years",
      "One untreated woman of the literature changed by +50.0% in 6 months (Liel and Atar); not in the band: the site is not stated",
      "without Iwamoto 2012",
      "without Kalkwarf 1997, Kalkwarf 1995, Hong 2018 or Lampropoulou-Adamidou 2021 still above the band",
    ]) {
      expect(said).toContain(words);
    }
  });

  it("takes questions from the findings: none is said of a woman without them", () => {
    const view = woman(0);
    const [spine] = benchmarkStatements(view, { kind: "minimum" }, tested, [], createTerms("en"));
    expect(spine?.cautions.join("\n")).not.toContain("Z-scores");
    const [, neck] = statements(view, "en");
    expect(neck?.cautions.join("\n")).not.toContain("Z-scores");
  });

  it("is, of the spines of cases 2 and 3, that as much is seen without a drug", () => {
    for (const position of [1, 2]) {
      const [spine] = statements(woman(position), "en");
      expect(spine?.place).toBe("inside");
      expect(spine?.sentence).toContain("inside the band of change without a drug");
      expect(spine?.sentence).toContain("Not attributable to treatment without a comparator.");
    }
  });

  it("says every place that the times allow, the months beyond the studies among them", () => {
    const [, neck] = statements(woman(0), "en");
    expect(neck?.sentence).toContain(
      "lies inside the band of change without a drug or beyond the months that the studies cover, by how the times are read (",
    );
    expect(neck?.cautions.at(-1)).toContain("without Sowers 1993, Karlsson 2001 or Hadji 2022 no band is left");
    const [, zh] = statements(woman(0), "zh");
    expect(zh?.sentence).toContain("在未用药变化范围内或超出研究所覆盖的月份（取决于时间的解读）");
  });

  it("says why a site is not compared", () => {
    const [, , hip] = statements(woman(0), "zh");
    expect(hip?.sentence).toContain("未作比较：该部位无参照范围");
    expect(hip?.cautions).toEqual([]);
  });

  it.each(["en", "zh"] as const)("never names the drug as the cause (%s)", (lang) => {
    for (const position of [0, 1, 2]) {
      for (const { sentence, cautions } of statements(woman(position), lang)) {
        const said = [sentence, ...cautions].join(" ");
        expect(said).not.toMatch(/NaN|undefined|due to|effect of treatment|疗效/);
        expect(said).not.toMatch(lang === "zh" ? /[a-z]{4,} [a-z]{4,}/ : /[\u4e00-\u9fff]/);
      }
    }
  });
});
