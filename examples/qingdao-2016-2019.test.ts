import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../packages/clinical/src/record/case-record.ts";
import { HISTORY_ITEMS } from "../packages/clinical/src/record/history.ts";
import { caseReferences, seriesReferences } from "../packages/clinical/src/record/references.ts";
import { openSeries } from "../packages/clinical/src/record/series-view.ts";
import { readExample } from "./read-example.ts";

// Expected values are typed from the printed paper; R and X numbers are those of its list of checkable facts.
const { head, series, files } = readExample("qingdao-2016-2019");
const cases = series.cases;
const [case1, case2, case3] = series.cases as [CaseRecord, CaseRecord, CaseRecord];

describe("frame of the series", () => {
  it("R1 stores title, disease, intervention and design", () => {
    expect(head.title).toEqual({
      zh: "双膦酸盐治疗妊娠哺乳相关骨质疏松症的临床效果",
      en: "Effects of bisphosphonate on pregnancy and lactation-associated osteoporosis",
    });
    expect(head.disease).toMatchObject({ zh: "妊娠哺乳相关骨质疏松症（PLO）" });
    expect(head.intervention).toEqual({ en: "bisphosphonates", zh: "双膦酸盐" });
    expect(head.design).toBe("retrospectiveCaseSeriesWithLiteratureReview");
    expect(head.origin).toBe("published");
  });

  it("R2 keeps nine authors in order, the first two with equal contribution", () => {
    const names = head.authors?.map((author) => (typeof author.name === "string" ? author.name : author.name.zh));
    expect(names).toEqual(["张欣欣", "张英智", "袁鹰", "董冰子", "孔悠然", "赵文娟", "付正菊", "王颜刚", "孙晓方"]);
    expect(head.authors?.map((author) => author.equalContribution === true)).toEqual([
      true,
      true,
      ...Array(7).fill(false),
    ]);
  });

  it("R3 R4 R8 R10 keeps centre, recruitment years, two outcomes and three keywords", () => {
    expect(head.centre).toEqual({ en: "Affiliated Hospital of Qingdao University", zh: "青岛大学附属医院" });
    expect(head.department).toEqual({
      en: "Department of Endocrinology and Metabolic Diseases",
      zh: "内分泌与代谢病科",
    });
    expect(head.recruitmentYears).toEqual([2016, 2019]);
    expect(head.outcomes).toHaveLength(2);
    expect(head.keywords?.map((word) => (typeof word === "string" ? word : word.en))).toEqual([
      "pregnancy and lactation-associated osteoporosis",
      "bisphosphonate",
      "bone mineral density",
    ]);
  });

  it("R6 keeps the summary class", () => {
    expect(head.summaryClass).toMatchObject({ zh: "重度骨质疏松伴不同程度的椎体压缩性骨折" });
  });

  it("X18 X39 says that there is no comparator, and has no ethics statement because the paper has none", () => {
    expect(head.comparator).toBe("none");
    expect(head.ethics).toBeUndefined();
  });

  it("R74 R75 keeps the densitometer with its bound of the CV, whose kind and site are not stated", () => {
    expect(head.methods?.densitometers).toMatchObject([
      {
        manufacturer: "OsteoSys",
        model: "Primus",
        country: "Korea",
        precision: [{ cvPercent: 1, bound: "atMost", kind: "notStated", source: "l.140" }],
      },
    ]);
    expect(head.methods?.densitometers?.[0]?.precision?.[0]).not.toHaveProperty("site");
  });

  it("R76 R77 R78 keeps the fracture rule and its modality", () => {
    expect(head.methods?.vertebralFractureRule).toBe("moreThan20Percent");
    expect(head.methods?.vertebralFractureModality).toBe("radiograph");
  });

  it("R79 R80 R81 keeps two assays and none for the turnover markers and 25(OH)D", () => {
    expect(head.methods?.assays).toMatchObject([
      {
        analytes: ["calcium", "phosphate", "alp", "urineCalcium24h", "urinePhosphate24h"],
        analyser: "Hitachi 7600",
        reagents: "Beijing Leadman Biochemistry",
      },
      { analytes: ["pth"], analyser: "Roche E601", reagents: "Roche" },
    ]);
  });

  it("R249 keeps what was left out of the literature table and why", () => {
    expect(head.screenedOut).toMatchObject([{ reason: "zScoreOnly", source: "l.423-428, l.519" }]);
  });
});

describe("the three women", () => {
  it("R5 are three cases, female and Han, in files named by their ids", () => {
    expect(files).toEqual(["case-1.json", "case-2.json", "case-3.json"]);
    expect(cases.map((record) => record.id)).toEqual(["case-1", "case-2", "case-3"]);
    for (const record of cases) {
      expect(record.person).toMatchObject({ sex: "female", ethnicity: { en: "Han", zh: "汉族" } });
      expect(record.origin).toBe("published");
    }
  });

  it("R21 R24 keeps ages without a reference point and one BMI", () => {
    expect(cases.map((record) => record.person?.ageYears)).toEqual([30, 27, 32]);
    expect(cases.map((record) => record.person?.ageAt)).toEqual(["notStated", "notStated", "notStated"]);
    expect(cases.map((record) => record.person?.bmiKgPerM2)).toEqual([22.58, undefined, undefined]);
  });

  it("R22 R23 keeps parity and delivery mode", () => {
    expect(cases.map((record) => record.pregnancies?.map((pregnancy) => pregnancy.parity))).toEqual([[1], [1], [1]]);
    expect(cases.map((record) => record.pregnancies?.[0]?.deliveryMode)).toEqual(["vaginal", "vaginal", "caesarean"]);
  });

  it("R25-R33 R36 keeps the answers of the history, and nothing that was not reported", () => {
    const expected = {
      backPainBeforePregnancy: ["no", "l.127"],
      mobilityLimitationBeforePregnancy: ["no", "l.127"],
      fractureBeforePregnancy: ["no", "l.127"],
      bmdMeasuredBeforePregnancy: ["no", "l.129"],
      smoking: ["no", "l.129"],
      alcohol: ["no", "l.129"],
      regularMedication: ["no", "l.129-131"],
      familyHistory: ["no", "l.131"],
      regularMenses: ["yes", "l.131"],
      amenorrhoea: ["no", "l.133"],
      normalDietInPregnancy: ["yes", "l.133"],
    };
    for (const record of cases) {
      const stored = HISTORY_ITEMS.flatMap((item) => {
        const answer = record.history?.[item];
        return typeof answer === "object" ? [[item, [answer.answer, answer.source]]] : [];
      });
      expect(Object.fromEntries(stored)).toEqual(expected);
      expect(record.history?.familyHistoryScope).toBeUndefined();
    }
  });

  it("R34 R35 keeps weaning: month 15, month 6, and month 3 or 9", () => {
    expect(cases.map((record) => record.pregnancies?.[0]?.lactation?.breastfed)).toEqual(["yes", "yes", "yes"]);
    expect(cases.map((record) => record.pregnancies?.[0]?.lactation?.weaned)).toMatchObject([
      { months: 15, basis: "derived" },
      { months: 6, basis: "derived" },
      { months: [3, 9], readings: [3, 9], basis: "ambiguous" },
    ]);
  });

  it("R44 R60 keeps scoliosis for more than 8 years and the calcium that was not taken", () => {
    expect(case1.comorbidities).toMatchObject([
      { condition: "scoliosis", durationYearsMoreThan: 8, source: "l.109-111" },
    ]);
    expect(case2.pregnancies?.[0]?.calciumSupplement).toEqual({
      taken: "no",
      reason: { en: "large fetal head circumference", zh: "胎儿头围大" },
      source: "l.118-120",
    });
    expect(case1.pregnancies?.[0]?.calciumSupplement).toBeUndefined();
    expect(case3.pregnancies?.[0]?.calciumSupplement).toBeUndefined();
  });

  it("R38 R56 R66 R67 keeps the symptoms with their onset", () => {
    const symptoms = cases.map((record) =>
      record.symptoms?.map((entry) => [entry.symptom, entry.onset?.months, entry.onset?.basis]),
    );
    expect(symptoms).toEqual([
      [["lowBackPain", 3, "stated"]],
      [
        ["lowBackPain", 0, "derived"],
        ["backPain", 0, "derived"],
      ],
      [
        ["lowBackPain", 0, "derived"],
        ["chestOrRibPain", [0, 3], "ambiguous"],
        ["cannotWalkUnaided", [0, 3], "ambiguous"],
      ],
    ]);
  });

  it("R37 R39 R43 R59 R69 R71 R252 keeps events in months from delivery with their basis", () => {
    const events = cases.map((record) =>
      record.events?.map((entry) => [entry.kind, entry.at?.months, entry.at?.basis]),
    );
    expect(events).toEqual([
      [
        ["progression", 12, "stated"],
        ["presentation", 15, "stated"],
        ["diagnosis", 15, "stated"],
      ],
      [
        ["presentation", 6, "stated"],
        ["diagnosis", 6, "stated"],
      ],
      [
        ["progression", [0, 3], "ambiguous"],
        ["presentation", 3, "derived"],
        ["diagnosis", 3, "derived"],
        ["readmission", 9, "stated"],
      ],
    ]);
  });

  it("R39 R40 R57 R68 R185 keeps the eight fractured levels, their time, mechanism, modality and place", () => {
    const fractures = cases.map((record) =>
      record.fractures?.map((entry) => [entry.site, entry.at?.months, entry.mechanism, entry.modality, entry.place]),
    );
    expect(fractures).toEqual([
      [["L4", 12, "lowEnergy", "mri", "outsideHospital"]],
      ["T6", "T8", "T10", "T11"].map((level) => [level, [0, 6], "noTraumaReported", "radiograph", "outsideHospital"]),
      ["T9", "T11", "T12"].map((level) => [level, 3, "noTraumaReported", "ct", "notStated"]),
    ]);
  });

  it("X29 has no grade, height loss or shape for any level", () => {
    for (const fracture of cases.flatMap((record) => record.fractures ?? [])) {
      expect(fracture).not.toHaveProperty("genantGrade");
      expect(fracture).not.toHaveProperty("heightLossPercent");
      expect(fracture).not.toHaveProperty("deformity");
    }
  });

  it("R41 keeps the outside report as words without values", () => {
    expect(case1.scans?.[0]).toMatchObject({
      place: "outsideHospital",
      sites: {},
      report: { basis: "tScore" },
      source: "l.101-105",
    });
    expect(cases.flatMap((record) => record.scans ?? []).filter((scan) => scan.report !== undefined)).toHaveLength(1);
  });

  it("R50 R51 R53 R54 R63 R73 keeps the course of the symptoms", () => {
    const course = cases.map((record) => record.symptomCourse?.map((entry) => [entry.state, entry.at?.months]));
    expect(course).toEqual([
      [
        ["notRelieved", 15],
        ["notRelieved", 27],
        ["relieved", 30],
        ["clearlyRelieved", [39, 51]],
      ],
      [
        ["notRelieved", 6],
        ["clearlyRelieved", 12],
      ],
      [
        ["notRelieved", 9],
        ["partlyRelieved", 15],
      ],
    ]);
  });

  it("X25-X28 fills nothing in that the paper does not say", () => {
    for (const record of cases) {
      for (const key of ["scores", "adverseEvents", "outcomes", "genetics", "plan", "workup"]) {
        expect(record).not.toHaveProperty(key);
      }
    }
  });
});

it("opens with every woman's times resolved to months", () => {
  const views = openSeries(series).cases;
  expect(views.map((view) => view.scans.map((scan) => scan.entry.id))).toEqual([
    ["baseline", "follow_up_1", "follow_up_2"],
    ["baseline", "follow_up_1"],
    ["baseline", "follow_up_1"],
  ]);
  expect(views.map((view) => view.diagnosis?.earliest)).toEqual([15, 6, 3]);
  expect(views.map((view) => view.symptomOnset?.earliest)).toEqual([3, 0, 0]);
  expect(views.map((view) => view.weaned)).toEqual([
    { earliest: 15, latest: 15 },
    { earliest: 6, latest: 6 },
    { earliest: 3, latest: 9 },
  ]);
});

it("points to nothing that does not exist", () => {
  expect(seriesReferences(series)).toEqual([]);
  expect(cases.flatMap(caseReferences)).toEqual([]);
});
