import {
  bmdResponses,
  type CaseView,
  createTerms,
  delay,
  type LscSource,
  openCase,
  valueAt,
} from "@materbone/clinical";
import { shippedLiterature, testedBenchmark } from "@materbone/evidence";
import { describe, expect, it } from "vitest";
import { published } from "../figures/women.fixture.ts";
import { explainBenchmark } from "./explain-benchmark.ts";
import { explainBmi } from "./explain-bmi.ts";
import { explainDelta, explainDeltaZ, explainPercentChange, explainPerYear } from "./explain-change.ts";
import { explainDelay } from "./explain-delay.ts";
import { explainGrade } from "./explain-grade.ts";
import { explainLsc } from "./explain-lsc.ts";
import { explainTwoDeviceLsc } from "./explain-two-device-lsc.ts";
import type { Explanation } from "./explanation.ts";

const en = createTerms("en");
const zh = createTerms("zh");

function woman(position: 0 | 1 | 2): CaseView {
  const view = published().cases[position];
  if (view === undefined) throw new Error(`no case ${position}`);
  return view;
}

function responseOf(view: CaseView, site: string, from: number, to: number) {
  const [a, b] = [view.scans[from], view.scans[to]];
  const found = bmdResponses(view, { kind: "paper" }).find(
    (each) => each.site === site && each.from === a && each.to === b,
  );
  if (found === undefined) throw new Error("no such response");
  return found;
}

function expectPlaces(explanation: Explanation | undefined, view: CaseView): void {
  expect(explanation?.facts.length).toBeGreaterThan(0);
  for (const { at } of explanation?.facts ?? []) {
    expect(at).toBeDefined();
    expect(valueAt(view.record, at ?? ""), at).toBeDefined();
  }
}

describe("explainPercentChange", () => {
  // Source paper, Table 2, case 1: lumbar spine 0.678 to 0.763 g/cm²; 0.085 / 0.678 = 12.54 %.
  const view = woman(0);
  const response = responseOf(view, "lumbarSpine", 0, 1);

  it("puts the numbers into the formula and leads to them", () => {
    const explained = explainPercentChange(response, en);
    expect(explained.steps).toContain("(0.763 − 0.678) / 0.678 × 100 = +12.54%");
    expect(explained.facts.map((fact) => fact.at)).toEqual([
      `${response.from.at}/sites/lumbarSpine/bmdGPerCm2`,
      `${response.to.at}/sites/lumbarSpine/bmdGPerCm2`,
    ]);
    expectPlaces(explained, view);
    expect(explainPercentChange(response, zh).title).toBe("腰椎骨密度变化");
  });

  it("says beside a gain that it is not attributable", () => {
    const gain = responseOf(view, "totalHip", 0, 1);
    expect(gain.verdict).toBe("gain");
    expect(explainPercentChange(gain, en).notes.join()).toContain("not attributable");
    expect(explainPercentChange(gain, zh).notes.join()).toContain("不能将升高归因于治疗");
  });
});

describe("explainDelta", () => {
  it("subtracts the reference from the later value", () => {
    // Source paper, Table 2, case 1: 0.763 − 0.678 = 0.085.
    const explained = explainDelta(responseOf(woman(0), "lumbarSpine", 0, 1), zh);
    expect(explained.title).toBe("腰椎骨密度变化（g/cm²）");
    expect(explained.steps).toEqual(["复查骨密度 − 参照骨密度", "0.763 − 0.678 = +0.085 g/cm²"]);
    expectPlaces(explained, woman(0));
  });
});

/** One woman scanned at month 0 on an old device and at month 12 on a new one, with the centre's calibration of the hip. */
function twoDevices(): CaseView {
  const scan = (id: string, months: number, device: string, bmdGPerCm2: number) => ({
    id,
    at: { months },
    device,
    sites: { totalHip: { bmdGPerCm2 } },
  });
  const scans = [scan("a", 0, "old", 0.7), scan("b", 12, "new", 0.8)];
  const calibration = { slope: 0.95, interceptGPerCm2: 0.02, errorGPerCm2: 0.01 };
  const crossCalibrations = [{ from: "old", to: "new", site: "totalHip" as const, ...calibration }];
  return openCase({ schema: "materbone/case/1", id: "two", scans }, { methods: { crossCalibrations } });
}

describe("explainTwoDeviceLsc", () => {
  const view = twoDevices();
  const response = responseOf(view, "totalHip", 0, 1);
  const paper: LscSource = { kind: "paper" };

  it("joins both precision errors and the error of the conversion", () => {
    // CV 1 %: 0.008 and 0.007 g/cm². 0.008² + 0.00665² + 0.01² = 0.00020822, its root 0.01443, × 1.96 = 0.02828.
    // Converted reference 0.02 + 0.95 × 0.7 = 0.685; 0.02828 / 0.685 = 4.13 %.
    const explained = explainTwoDeviceLsc(response, paper, view.context, en);
    expect(explained?.steps.slice(1)).toEqual([
      "1.96 × √(0.0080² + (0.95 × 0.0070)² + 0.01²) = 0.0283 g/cm²",
      "0.0283 / 0.6850 × 100 = 4.13%",
    ]);
    expect(explained?.source).toContain("Shepherd");
    expectPlaces(explained, view);
    const titled = explainTwoDeviceLsc(response, paper, view.context, zh)?.title;
    expect(titled).toBe("全髋两台仪器间的最小有意义变化值（LSC）");
  });

  it("has nothing to explain on one device", () => {
    const one = woman(0);
    expect(explainTwoDeviceLsc(responseOf(one, "totalHip", 0, 1), paper, one.context, en)).toBeUndefined();
  });

  it("is beside a change from the converted reference", () => {
    // 0.8 − 0.685 = 0.115.
    expect(explainDelta(response, en).steps.at(-1)).toBe("0.800 − 0.6850 = +0.115 g/cm²");
    expect(explainDelta(response, en).notes.join()).toContain("0.6850");
  });
});

describe("explainPerYear", () => {
  it("is one number for exact times", () => {
    // 12.5369 % in 7 months: 12.5369 / 7 × 12 = 21.49 % a year.
    const explained = explainPerYear(responseOf(woman(0), "lumbarSpine", 0, 1), en);
    expect(explained?.steps.at(-1)).toBe("12.54 / 7 × 12 = +21.5%");
  });

  it("is computed at both ends of an ambiguous time", () => {
    // 37.0206 % from month 15 to month 39 or 51: 24 or 36 months, 18.5 or 12.3 % a year.
    const explained = explainPerYear(responseOf(woman(0), "lumbarSpine", 0, 2), en);
    expect(explained?.steps.slice(1)).toEqual(["37.02 / 24 × 12 = +18.5%", "37.02 / 36 × 12 = +12.3%"]);
    expect(explained?.notes.length).toBe(1);
  });

  it("gives a loss its own ends, the larger one over the shorter time", () => {
    // 0.8 to 0.76 g/cm² is −5 %, over 6 or 12 months −10 or −5 % a year.
    const response = spineLoss([6, 12]);
    expect(explainPerYear(response, en)?.steps.slice(1)).toEqual([
      "(−5.00) / 6 × 12 = −10.0%",
      "(−5.00) / 12 × 12 = −5.0%",
    ]);
  });

  it("explains no rate where the interval may be zero", () => {
    const response = spineLoss([0, 12]);
    expect(response.percentPerYear).toBeUndefined();
    expect(explainPerYear(response, en)).toBeUndefined();
    const unbounded = { earliest: Number.NEGATIVE_INFINITY, latest: -5 };
    expect(explainPerYear({ ...response, percentPerYear: unbounded }, en)).toBeUndefined();
  });
});

/** A loss of 5 % at the spine from month 0 to a later time. */
function spineLoss(months: readonly [number, number]) {
  const sites = (bmdGPerCm2: number) => ({ lumbarSpine: { bmdGPerCm2 } });
  const view = openCase({
    schema: "materbone/case/1",
    id: "loss",
    scans: [
      { id: "a", at: { months: 0 }, sites: sites(0.8) },
      { id: "b", at: { months: [...months] }, sites: sites(0.76) },
    ],
  });
  return responseOf(view, "lumbarSpine", 0, 1);
}

describe("explainDeltaZ", () => {
  it("subtracts the printed scores, a negative one in brackets", () => {
    const explained = explainDeltaZ(responseOf(woman(0), "lumbarSpine", 0, 1), zh);
    expect(explained?.steps.at(-1)).toBe("−3.5 − (−4.2) = +0.7");
    expectPlaces(explained, woman(0));
  });
});

describe("explainLsc", () => {
  const view = woman(0);
  const [scan] = view.scans;
  if (scan === undefined) throw new Error("no scan");

  it("multiplies the minimum acceptable precision, as the position prints it", () => {
    const explain = (site: "lumbarSpine" | "femoralNeck" | "totalHip") =>
      explainLsc({ kind: "minimum" }, site, scan, view.context, en)?.steps.at(-1);
    expect(explain("lumbarSpine")).toBe("2.77 × 1.9% = 5.3%");
    expect(explain("femoralNeck")).toBe("2.77 × 2.5% = 6.9%");
    expect(explain("totalHip")).toBe("2.77 × 1.8% = 5.0%");
  });

  it("multiplies the paper's CV of 1 %", () => {
    const explained = explainLsc({ kind: "paper" }, "totalHip", scan, view.context, zh);
    expect(explained?.steps.at(-1)).toBe("2.77 × 1% = 2.77%");
    expect(explained?.source).toContain("l.140");
  });

  it("shows the factor for fewer vertebrae", () => {
    const sites = { lumbarSpine: { bmdGPerCm2: 0.8, vertebrae: ["L1" as const, "L2" as const] } };
    const two = openCase({ schema: "materbone/case/1", id: "two", scans: [{ id: "a", at: { months: 3 }, sites }] });
    const [first] = two.scans;
    if (first === undefined) throw new Error("no scan");
    const explained = explainLsc({ kind: "minimum" }, "lumbarSpine", first, {}, en);
    // 5.3 × 1.35 = 7.155.
    expect(explained?.steps.slice(1)).toEqual(["2.77 × 1.9% = 5.3%", "5.3% × 1.35 = 7.16%"]);
    expectPlaces(explained, two);
  });

  it("takes a centre's study in g/cm² and turns it into percent of the reference", () => {
    const centre: LscSource = { kind: "centre", sites: { totalHip: { kind: "rmsSd", rmsSdGPerCm2: 0.01 } } };
    const explained = explainLsc(centre, "totalHip", scan, view.context, en);
    // 2.77 × 0.01 = 0.0277; 0.0277 / 0.698 = 3.97 %.
    expect(explained?.steps.slice(1)).toEqual(["2.77 × 0.0100 g/cm² = 0.0277 g/cm²", "0.0277 / 0.698 × 100 = 3.97%"]);
    expect(explainLsc(centre, "femoralNeck", scan, view.context, en)).toBeUndefined();
  });
});

describe("explainDelay", () => {
  it("subtracts the months of the two milestones", () => {
    const view = woman(0);
    const explained = explainDelay(view, delay(view, "symptomToFirstBoneDrug"), en);
    expect(explained?.steps.at(-1)).toBe("15 − 3 = 12 months");
    expectPlaces(explained, view);
    expect(explainDelay(view, delay(view, "symptomToFirstBoneDrug"), zh)?.steps.at(-1)).toBe("15 − 3 = 12个月");
  });

  it("gives the shortest and the longest where a time is a range", () => {
    const view = openCase({
      schema: "materbone/case/1",
      id: "late",
      symptoms: [{ symptom: "backPain", onset: { months: [0, 4] } }],
      treatments: [{ agent: "zoledronicAcid", start: { months: 6 } }],
    });
    const explained = explainDelay(view, delay(view, "symptomToFirstBoneDrug"), en);
    expect(explained?.steps.slice(1)).toEqual(["Shortest: 6 − 4 = 2 months", "Longest: 6 − 0 = 6 months"]);
    expect(explained?.facts.map((fact) => fact.at)).toEqual(["/symptoms/0", "/treatments/0"]);
    expect(explainDelay(view, delay(view, "symptomToDiagnosis"), en)).toBeUndefined();
  });
});

describe("explainBenchmark", () => {
  const tested = testedBenchmark(shippedLiterature);
  const explained = (view: CaseView, site: string, terms = en) =>
    explainBenchmark(view, responseOf(view, site, 0, view.scans.length - 1), tested, terms);

  it("puts the months of the woman into the curve, at both ends of an inexact time", () => {
    // Weaned at month 15, scanned at 39 or 51: 24 or 36 months.
    const { steps, title } = explained(woman(0), "lumbarSpine");
    expect(title).toBe("Expected without a drug, lumbar spine");
    expect(steps.filter((step) => step.startsWith("t₁"))).toEqual([
      expect.stringMatching(/^t₁ = 0, t₂ = 24: \+/),
      expect.stringMatching(/^t₁ = 0, t₂ = 36: \+/),
    ]);
    expect(steps.filter((step) => step.includes("percentile"))).toHaveLength(2);
    expect(explained(woman(1), "lumbarSpine", zh).steps.filter((step) => step.startsWith("t₁"))).toHaveLength(1);
  });

  it("lists the points, the time constant, the SD between women and what single studies decide", () => {
    const { notes, source } = explained(woman(0), "lumbarSpine");
    const said = notes.join("\n");
    for (const words of [
      "time constant τ = ",
      "SD between women ",
      "Hong 2018, month 12: +7.5%, 5 women",
      "Liel and Atar, month 6: +50.0%, 1 woman, shown and not counted",
      "without Iwamoto 2012 above the band or beyond the months covered",
      "It is not a control group.",
      "Not attributable to treatment without a comparator.",
    ]) {
      expect(said).toContain(words);
    }
    expect(source).toContain("Kalkwarf 1997");
    expect(explained(woman(0), "femoralNeck").notes.join()).toContain("that of the lumbar spine");
  });

  it("leads to weaning, times and densities in the record", () => {
    for (const view of [woman(0), woman(1), woman(2)]) expectPlaces(explained(view, "lumbarSpine", zh), view);
  });

  it("gives the reason, and the studies there are, where a site has no band", () => {
    const { steps, notes } = explained(woman(1), "totalHip");
    expect(steps).toEqual(["No band at this site: 2 studies, and 3 are needed."]);
    expect(notes.join()).toContain("Moller 2012, month 10");
  });
});

describe("explainGrade", () => {
  it("takes the largest loss of the three heights and the limit it reaches", () => {
    const heights = { anteriorMm: 15, middleMm: 20, posteriorMm: 25 };
    const explained = explainGrade({ site: "L2", heights }, "/fractures/0", "genant", en);
    expect(explained?.steps).toContain("Anterior against posterior height: (25 − 15) / 25 × 100 = 40.0%");
    expect(explained?.steps).toContain("Middle against posterior height: (25 − 20) / 25 × 100 = 20.0%");
    expect(explained?.steps.at(-1)).toContain("40.0%");
    expect(explained?.steps.at(-1)).toContain(en.word("genantGrade", "3"));
    expect(explained?.facts[0]?.at).toBe("/fractures/0/heights");
  });

  it("has nothing to explain where the reader gave the grade", () => {
    expect(explainGrade({ site: "L2", genantGrade: 2 }, "/fractures/0", "genant", en)).toBeUndefined();
    expect(explainGrade({ site: "L2" }, "/fractures/0", "genant", en)).toBeUndefined();
  });
});

describe("explainBmi", () => {
  it("divides weight by height squared", () => {
    // 60 / 2.56 = 23.4375.
    expect(explainBmi({ heightCm: 160, weightKg: 60 }, en)?.steps.at(-1)).toBe("60 / (1.6 × 1.6) = 23.44 kg/m²");
    expect(explainBmi({ bmiKgPerM2: 22.58 }, zh)).toBeUndefined();
  });
});
