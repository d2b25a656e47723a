import { describe, expect, it } from "vitest";
import { publishedStudies } from "../../literature/published-table.fixture.ts";
import type { Study } from "../../record/study.ts";
import { type Claimed, testedOn } from "../series.fixture.ts";

function tested(claim: Claimed, literature: Study[]) {
  return testedOn(claim, [], { literature });
}

describe("literatureCounts", () => {
  it("compares each number that is printed", () => {
    const literature = publishedStudies();
    expect(tested({ kind: "literatureCounts", studies: 9, women: "32" }, literature).outcome).toBe("supported");
    expect(tested({ kind: "literatureCounts", women: 31 }, literature).outcome).toBe("notSupported");
    expect(tested({ kind: "literatureCounts", studies: 8, women: 32 }, literature).outcome).toBe("notSupported");
    expect(tested({ kind: "literatureCounts" }, literature).outcome).toBe("cannotTell");
    expect(tested({ kind: "literatureCounts", studies: 9 }, []).outcome).toBe("cannotTell");
  });
});

describe("meanAge of the literature", () => {
  it("names the weighted and the unweighted mean", () => {
    const { facts } = tested({ kind: "meanAge", of: "literature", printed: "31" }, publishedStudies());
    expect((facts.meanYears as number).toFixed(2)).toBe("31.05");
    expect((facts.unweightedMeanYears as number).toFixed(2)).toBe("30.23");
  });

  it("takes the mean over the women, and either mean when said to be approximate", () => {
    const age = (printed: string, approximate: boolean) =>
      tested({ kind: "meanAge", of: "literature", printed, approximate }, publishedStudies()).outcome;
    expect(age("31", false)).toBe("supported");
    expect(age("31", true)).toBe("supported");
    expect(age("30", false)).toBe("notSupported");
    expect(age("30", true)).toBe("supported");
    expect(age("32", true)).toBe("notSupported");
  });

  it("cannot tell while a study gives no age", () => {
    const [first, ...others] = publishedStudies();
    if (first === undefined) throw new Error("fixture");
    const { meanAgeYears: _age, ...ageless } = first;
    const claim: Claimed = { kind: "meanAge", of: "literature", printed: "31" };
    expect(tested(claim, [ageless, ...others]).outcome).toBe("cannotTell");
    expect(tested(claim, []).outcome).toBe("cannotTell");
  });
});

describe("literatureDiagnosed", () => {
  const claim: Claimed = { kind: "literatureDiagnosed", fromMonths: -3, toMonths: 3 };

  it("counts 28 of 32 women and names the studies outside", () => {
    const { outcome, facts } = tested(claim, publishedStudies());
    expect(outcome).toBe("supported");
    expect(facts).toMatchObject({ women: 32, inside: 28, outside: 4, unknown: 0 });
    expect(facts.studiesOutside).toEqual([
      { id: "di-gregorio", authors: "Di Gregorio" },
      { id: "choe", authors: "Choe" },
    ]);
  });

  it("needs more than half of the women", () => {
    const women = (inside: number, outside: number): Study[] =>
      publishedStudies()
        .filter(({ id }) => id === "li" || id === "choe")
        .map((study) => ({ ...study, women: study.id === "li" ? inside : outside }));
    expect(tested(claim, women(6, 5)).outcome).toBe("supported");
    expect(tested(claim, women(5, 5)).outcome).toBe("notSupported");
    expect(tested(claim, women(4, 5)).outcome).toBe("notSupported");
    expect(tested(claim, []).outcome).toBe("cannotTell");
  });
});

describe("literatureAllRose", () => {
  const claim: Claimed = { kind: "literatureAllRose", regions: ["spine", "hip"] };

  it("names three studies without a hip value and one fall", () => {
    const { outcome, severity, facts } = tested(claim, publishedStudies());
    expect([outcome, severity]).toEqual(["notSupported", "major"]);
    expect(
      (facts.withoutValue as { authors: string; region: string }[]).map((one) => [one.authors, one.region]),
    ).toEqual([
      ["O'Sullivan", "hip"],
      ["Kabi", "hip"],
      ["Tanriover", "hip"],
    ]);
    expect(facts.falls).toMatchObject([
      { authors: "Grizzo", site: "totalHip", earlierPercent: 2.8, earlierMonths: 6, percent: 1.1, atMonths: 12 },
    ]);
    expect(facts.notRisen).toEqual([]);
  });

  it("is supported for the spine, and for the hip once the gaps are filled and nothing falls", () => {
    expect(tested({ kind: "literatureAllRose", regions: ["spine"] }, publishedStudies()).outcome).toBe("supported");
    const filled = publishedStudies().filter(({ id }) => !["osullivan", "kabi", "tanriover", "grizzo"].includes(id));
    expect(tested(claim, filled).outcome).toBe("supported");
  });

  it("does not call zero a rise", () => {
    const level = publishedStudies()
      .filter(({ id }) => id === "hellmeyer")
      .map((study) => ({ ...study, effects: study.effects.map((effect) => ({ ...effect, percent: "0.0" })) }));
    expect(tested(claim, level).outcome).toBe("notSupported");
    expect(tested(claim, []).outcome).toBe("cannotTell");
  });
});
