import { describe, expect, it } from "vitest";
import type { ClaimKind, ClaimOf } from "../packages/clinical/src/record/claim.ts";
import { valueAt } from "../packages/clinical/src/record/json-pointer.ts";
import type { Study } from "../packages/clinical/src/record/study.ts";
import { readExample } from "./read-example.ts";

// Expected values are typed from the printed paper; R and X numbers are those of its list of checkable facts.
const { head, byId } = readExample("qingdao-2016-2019");

describe("claims", () => {
  const claims = head.claims ?? [];
  const of = <K extends ClaimKind>(kind: K): ClaimOf<K>[] =>
    claims.filter((claim): claim is ClaimOf<K> => claim.kind === kind);

  it.each([
    ["R5", "caseCount", { printed: "3" }],
    ["R129", "laboratoryNormal", {}],
    ["X32", "markerCount", { printed: "3" }],
    ["R253", "firstDrugInAll", { agent: "zoledronicAcid" }],
    ["R7", "agentsInAll", { agents: ["calcium", "calcitriol"] }],
    ["R254", "bmdRoseInAll", { sites: ["lumbarSpine", "femoralNeck", "totalHip"] }],
    ["R254", "longerFollowUpLargerGain", {}],
    ["R163", "lowestSite", { site: "lumbarSpine" }],
    ["R35", "breastfedUntilDiagnosis", {}],
    ["R255", "delayInAll", {}],
    ["R245", "literatureCounts", { studies: "9", women: "32" }],
    ["R247", "literatureDiagnosed", { fromMonths: -3, toMonths: 3 }],
    ["X24", "literatureAllRose", { regions: ["spine", "hip"] }],
    ["X40", "significance", {}],
  ] as const)("%s %s", (_, kind, facts) => {
    expect(of(kind)).toMatchObject([facts]);
  });

  it("X4 X34 X40 leaves open what the paper leaves open", () => {
    expect(of("laboratoryNormal")[0]).not.toHaveProperty("analytes");
    expect(of("delayInAll")[0]).not.toHaveProperty("from");
    expect(of("delayInAll")[0]).not.toHaveProperty("to");
    expect(of("significance")[0]).not.toHaveProperty("test");
  });

  it("R246 R251 keeps both mean ages", () => {
    expect(of("meanAge").map((claim) => [claim.of, claim.printed, claim.approximate === true])).toEqual([
      ["cases", "29", false],
      ["literature", "31", true],
    ]);
  });

  it("R11 R12 R152-R160 keeps the printed increases of table and abstract with their digits", () => {
    const printed = (place: RegExp) =>
      of("percentChange")
        .filter((claim) => place.test(claim.place ?? ""))
        .map((claim) => `${claim.case} ${claim.from} ${claim.to} ${claim.site} ${claim.printed}`);
    const expected = (lumbarSpineOfCase2: string) => [
      "case-1 baseline follow_up_2 lumbarSpine 37.02",
      "case-1 baseline follow_up_2 femoralNeck 6.97",
      "case-1 baseline follow_up_2 totalHip 7.74",
      `case-2 baseline follow_up_1 lumbarSpine ${lumbarSpineOfCase2}`,
      "case-2 baseline follow_up_1 femoralNeck 9.12",
      "case-2 baseline follow_up_1 totalHip 13.34",
      "case-3 baseline follow_up_1 lumbarSpine 15.86",
      "case-3 baseline follow_up_1 femoralNeck 3.13",
      "case-3 baseline follow_up_1 totalHip 11.09",
    ];
    expect(printed(/^Table 2/)).toEqual(expected("16.60"));
    expect(printed(/^abstract/)).toEqual(expected("16.6"));
  });

  it("R13 R14 R15 R17 R19 R20 R54 R164 R187 R229 R232 R233 R252 keeps the statements, R55 R65 R213 R214 the hypotheses", () => {
    expect(of("statement").map((claim) => claim.id)).toEqual([
      "symptoms-and-bmd-improve",
      "early-diagnosis-helps",
      "plo-window",
      "usual-levels",
      "early-postpartum-prevalence",
      "impact-on-mother-and-child",
      "no-unified-criteria",
      "hip-reduction-mild-to-moderate",
      "case-1-second-follow-up",
      "diagnosis-times-differ",
      "pre-pregnancy-bmd-unknown",
      "zoledronic-acid-preferred",
      "restrict-at-child-bearing-age",
      "bisphosphonates-may-be-first-choice",
    ]);
    expect(of("hypothesis").map((claim) => [claim.id, claim.case])).toEqual([
      ["scoliosis-altered-load", "case-1"],
      ["low-calcium-in-pregnancy", "case-2"],
      ["breastfeeding-added-loss", undefined],
      ["delay-deepened-deficit", undefined],
    ]);
  });

  it("R13 links statements to places that exist, and every claim to a line", () => {
    const links = of("statement").flatMap((claim) => [...(claim.supportedBy ?? []), ...(claim.contradictedBy ?? [])]);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const [id, pointer] = link.includes("#") ? link.split("#") : [undefined, link];
      expect(valueAt(id === undefined ? head : byId[id], pointer ?? ""), link).toBeDefined();
    }
    for (const claim of claims) expect(claim.place, claim.id).toMatch(/l\.\d+/);
    expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length);
  });
});

describe("Table 3", () => {
  const dose = (study: Study) =>
    study.regimens.map((regimen) =>
      regimen.dose === undefined
        ? regimen.agent
        : `${regimen.agent} ${String(regimen.dose.amount)} ${regimen.dose.unit}/${regimen.dose.per}`,
    );
  const effects = (study: Study) =>
    study.effects.map(
      (effect) => `${effect.site} ${effect.metric} ${effect.atMonths} ${effect.percent} ${effect.statistic}`,
    );

  const studies = [
    [
      "R236",
      "li",
      5,
      12,
      31,
      1.5,
      ["alendronate", "zoledronicAcid"],
      24,
      [
        "lumbarSpine percentChange 6 11.5 median",
        "femoralNeck percentChange 6 5.2 notStated",
        "totalHip percentChange 6 3.6 notStated",
      ],
    ],
    [
      "R237",
      "laroche",
      6,
      7,
      32.1,
      [-3, 2],
      ["risedronate 35 mg/week", "alendronate 70 mg/week", "zoledronicAcid 5 mg/notStated"],
      [24, 36],
      ["spine annualPercentChange 12 10.2 mean", "femoralNeck annualPercentChange 12 2.6 mean"],
    ],
    [
      "R238",
      "osullivan",
      16,
      5,
      30,
      1,
      ["alendronate", "zoledronicAcid", "pamidronate"],
      24,
      ["spine percentChange 12 2 notStated", "spine percentChange 24 11 notStated"],
    ],
    [
      "R239",
      "hellmeyer",
      17,
      1,
      28,
      2,
      ["ibandronate 2 mg/3 months"],
      24,
      ["lumbarSpine percentChange 24 20.9 singleWoman", "femoralNeck percentChange 24 2.7 singleWoman"],
    ],
    [
      "R240",
      "grizzo",
      18,
      1,
      31,
      1.4,
      ["zoledronicAcid"],
      12,
      [
        "spine percentChange 6 14.7 singleWoman",
        "totalHip percentChange 6 2.8 singleWoman",
        "spine percentChange 12 28.3 singleWoman",
        "totalHip percentChange 12 1.1 singleWoman",
      ],
    ],
    [
      "R241",
      "kabi",
      19,
      1,
      27,
      [-1, 0],
      ["alendronate 10 mg/day"],
      24,
      ["lumbarSpine percentChange 24 27.2 singleWoman"],
    ],
    [
      "R242",
      "di-gregorio",
      20,
      3,
      34,
      4,
      ["pamidronate 200 mg/day", "alendronate 10 mg/day", "alendronate 10 mg/day", "alendronate 10 mg/day"],
      undefined,
      ["lumbarSpine annualPercentChange 12 20.7 mean", "femoralNeck annualPercentChange 12 27.6 mean"],
    ],
    [
      "R243",
      "choe",
      21,
      1,
      36,
      5,
      ["alendronate 70 mg/week"],
      12,
      ["L4 percentChange 12 17.53 singleWoman", "femur percentChange 12 14.53 singleWoman"],
    ],
    ["R244", "tanriover", 22, 1, 23, 2, ["ibandronate"], 36, ["lumbarSpine percentChange 36 9.9 singleWoman"]],
  ] as const;

  it.each(studies)("%s %s", (_, id, number, women, age, diagnosed, regimens, months, changes) => {
    const study = head.literature?.find((entry) => entry.id === id);
    expect(study).toMatchObject({
      referenceNumber: number,
      women,
      meanAgeYears: age,
      diagnosis: { months: diagnosed },
    });
    expect(study && dose(study)).toEqual(regimens);
    expect(study?.treatmentMonths?.value).toEqual(months);
    expect(study && effects(study)).toEqual(changes);
  });

  it("R236 R238 R239 R242 R244 keeps what the columns say besides", () => {
    const [li, , oSullivan, hellmeyer, grizzo, kabi, diGregorio, , tanriover] = head.literature ?? [];
    expect(li?.furtherRiseAtMonths).toEqual([12, 24, 36, 48]);
    expect(oSullivan?.startedAfterDiagnosisMonths).toEqual([0, 24]);
    expect(hellmeyer?.startedAfterDiagnosisMonths).toBe(12);
    expect(grizzo?.diagnosis).toMatchObject({ printedAs: "weeksPostpartum", printedValue: 6 });
    expect(kabi?.diagnosis).toMatchObject({ printedAs: "monthOfPregnancy", printedValue: 9 });
    expect(diGregorio?.regimens.map((step) => [step.women, step.durationMonths, step.sequence])).toEqual([
      [1, 12, 1],
      [1, 24, 1],
      [1, 12, 2],
      [1, 30, 3],
    ]);
    expect(tanriover).toMatchObject({ fetuses: 2, startedAfterDiagnosisMonths: 84 });
  });

  it("R245 holds nine studies of 32 women and 19 effects", () => {
    expect(head.literature).toHaveLength(9);
    expect(head.literature?.reduce((sum, study) => sum + study.women, 0)).toBe(32);
    expect(head.literature?.flatMap((study) => study.effects)).toHaveLength(19);
  });

  it("X19-X23 keeps what the publications say themselves", () => {
    const primary = Object.fromEntries((head.literature ?? []).map((study) => [study.id, study.primary]));
    expect(primary.laroche).toMatchObject({ ageOfWomen: 52, meanAgeYears: 32.1 });
    expect(primary.osullivan).toMatchObject({
      agents: ["bisphosphonateUnspecified"],
      effects: [{ site: "lumbarSpine", metric: "percentChange", atMonths: 24, percent: "23", statistic: "mean" }],
    });
    expect(primary.choe).toMatchObject({ women: 3, agents: ["teriparatide"] });
    expect(primary.tanriover).toMatchObject({ agents: ["alendronate", "strontiumRanelate"], fetuses: 2 });
    expect(primary.grizzo).toMatchObject({ fetuses: 2 });
    expect(primary.hellmeyer).toMatchObject({ agents: ["ibandronate"] });
  });
});
