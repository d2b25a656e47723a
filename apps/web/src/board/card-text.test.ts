import { createTerms } from "@materbone/clinical";
import type { CaseSummary } from "@materbone/registry";
import { describe, expect, it } from "vitest";
import { densityText, factsLine, fractureText, openFindings, readings, spineChangeText } from "./card-text.ts";
import { fracturePicture } from "./fracture-picture.ts";

const en = createTerms("en");
const zh = createTerms("zh");

const bare: CaseSummary = {
  id: "w",
  tags: [],
  fractures: [],
  spineBmd: [],
  agents: [],
  verdicts: {
    anySite: "undecided",
    allSites: "undecided",
    densityAnySite: "undecided",
    densityAllSites: "undecided",
  },
  openFindings: { major: 0, minor: 0, info: 0 },
  revision: 1,
  savedAt: "2026-11-25T12:00:00.000Z",
  isStale: false,
};

describe("factsLine", () => {
  it("says age, delivery and months to diagnosis", () => {
    const woman = {
      ...bare,
      ageYears: 30,
      deliveryMode: "vaginal" as const,
      monthsToDiagnosis: [15, 15] as [number, number],
    };
    expect(factsLine(woman, en)).toBe("30 y · vaginal delivery · diagnosis at 15 months");
    expect(factsLine(woman, zh)).toBe("30岁 · 顺产 · 产后15个月诊断");
  });

  it("says when she was delivered, where it is recorded, beside the mode", () => {
    const deliveredOn = ["2018-05-03", "2018-05-03"] as [string, string];
    const woman = { ...bare, deliveryMode: "vaginal" as const, deliveredOn };
    expect(factsLine(woman, en)).toContain(" · vaginal delivery, 3 May 2018 · ");
    expect(factsLine(woman, zh)).toContain(" · 顺产（2018年5月3日） · ");
    const open = { ...bare, deliveredOn: ["2018", "2018-05"] as [string, string] };
    expect(factsLine(open, en)).toContain(" · delivery 2018 to May 2018 · ");
    expect(factsLine(open, zh)).toContain(" · 分娩时间：2018年至2018年5月 · ");
  });

  it("says a range as a range and what is not recorded as not recorded", () => {
    expect(factsLine({ ...bare, monthsToDiagnosis: [3, 9] }, en)).toBe("age not recorded · diagnosis at 3–9 months");
    expect(factsLine(bare, zh)).toBe("年龄未记录 · 诊断时间未记录");
  });
});

describe("spineChangeText", () => {
  it("names the vertebrae with the change, and where it is not like for like", () => {
    const change = { percent: 37.02064896755162, isComparable: true, vertebrae: "L1-4" };
    expect(spineChangeText({ spineChange: change, spineBmd: [] }, en)).toEqual({
      percent: "+37.02 %",
      words: "L1–4, first to last scan",
    });
    expect(spineChangeText({ spineChange: { ...change, isComparable: false }, spineBmd: [] }, zh)).toEqual({
      percent: "+37.02%",
      words: "L1–4，首次至末次，不可比",
    });
  });

  it("never makes a zero of a missing value", () => {
    expect(spineChangeText(bare, en)).toEqual({ percent: undefined, words: "no spine BMD recorded" });
    expect(spineChangeText({ spineBmd: [{ bmdGPerCm2: 0.7 }], spineChange: undefined }, en).words).toBe(
      "one spine BMD",
    );
  });
});

describe("fractureText", () => {
  it("keeps graded, ungraded and other fractures apart", () => {
    const picture = fracturePicture([{ site: "L1", grade: 2 }, { site: "T8" }, { site: "T6" }, { site: "sacrum" }]);
    expect(fractureText(picture, en)).toBe("L1 grade 2 (moderate) · T6 T8 (grade not recorded) · sacrum");
  });

  it("says that none is recorded, not that there is none", () => {
    expect(fractureText(fracturePicture([]), zh)).toBe("未记录骨折");
  });
});

describe("readings", () => {
  it("names both readings of the definition where they part, and one where they agree", () => {
    expect(readings({ anySite: "undecided", allSites: "notConsistent" }, en).map(({ text }) => text)).toEqual([
      "Any site: undecided",
      "All sites: not consistent with PLO",
    ]);
    expect(readings({ anySite: "undecided", allSites: "undecided" }, zh).map(({ text }) => text)).toEqual(["无法判定"]);
  });
});

describe("densityText", () => {
  it("tells the readings apart only where they differ", () => {
    expect(densityText({ ...bare.verdicts, densityAnySite: "met", densityAllSites: "notMet" }, en)).toBe(
      "Bone density: any site met, all sites not met",
    );
    expect(densityText({ ...bare.verdicts, densityAnySite: "met", densityAllSites: "met" }, zh)).toBe("骨密度：满足");
  });
});

describe("openFindings", () => {
  it("lists the gravest first and leaves zeros out", () => {
    expect(openFindings({ major: 2, minor: 0, info: 1 })).toEqual([
      { severity: "major", count: 2 },
      { severity: "info", count: 1 },
    ]);
  });
});
