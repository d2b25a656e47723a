import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../../record/case-record.ts";
import type { Scan } from "../../record/scan.ts";
import { type Claimed, testedOn } from "../series.fixture.ts";

type Woman = Partial<CaseRecord>;

function outcome(claim: Claimed, women: readonly Woman[], head: Parameters<typeof testedOn>[2] = {}): string {
  return testedOn(claim, women, head).outcome;
}

describe("caseCount", () => {
  it("compares the printed number with the records", () => {
    const claim: Claimed = { kind: "caseCount", printed: 3 };
    expect(outcome(claim, [{}, {}, {}])).toBe("supported");
    expect(outcome(claim, [{}, {}])).toBe("notSupported");
    expect(outcome(claim, [{}, {}, {}, {}])).toBe("notSupported");
  });
});

describe("meanAge of the women", () => {
  const aged = (...ages: number[]): Woman[] => ages.map((ageYears) => ({ person: { ageYears, ageAt: "delivery" } }));

  it("rounds the mean half away from zero at the printed digits", () => {
    // 29 + 30 = 59, mean 29.5
    expect(outcome({ kind: "meanAge", of: "cases", printed: "30" }, aged(29, 30))).toBe("supported");
    expect(outcome({ kind: "meanAge", of: "cases", printed: "29" }, aged(29, 30))).toBe("notSupported");
    // 88 / 3 = 29.333
    expect(outcome({ kind: "meanAge", of: "cases", printed: "29" }, aged(29, 29, 30))).toBe("supported");
    expect(outcome({ kind: "meanAge", of: "cases", printed: "29.3" }, aged(29, 29, 30))).toBe("supported");
    expect(outcome({ kind: "meanAge", of: "cases", printed: "29.4" }, aged(29, 29, 30))).toBe("notSupported");
  });

  it("finds 29.67 for 30, 27 and 32 and counts ages tied to no event", () => {
    const { outcome, severity, facts } = testedOn(
      { kind: "meanAge", of: "cases", printed: "29" },
      [30, 27, 32].map((ageYears) => ({ person: { ageYears } })),
    );
    expect([outcome, severity]).toEqual(["notSupported", "minor"]);
    expect((facts.meanYears as number).toFixed(2)).toBe("29.67");
    expect(facts.ageAtNotStated).toBe(3);
  });

  it("cannot tell while an age is missing, or all are", () => {
    expect(outcome({ kind: "meanAge", of: "cases", printed: "30" }, [...aged(29, 30), {}])).toBe("cannotTell");
    expect(outcome({ kind: "meanAge", of: "cases", printed: "30" }, [{}])).toBe("cannotTell");
  });
});

const spine = (id: string, months: number, bmdGPerCm2: number, more: Partial<Scan> = {}): Scan => ({
  id,
  at: { months },
  sites: { lumbarSpine: { bmdGPerCm2 } },
  ...more,
});

describe("percentChange", () => {
  const claim = (printed: string): Claimed => ({
    kind: "percentChange",
    case: "w1",
    site: "lumbarSpine",
    from: "a",
    to: "b",
    printed,
  });
  // 0.765 to 0.892: 0.127 / 0.765 = 16.6013 %
  const woman: Woman = { scans: [spine("a", 6, 0.765), spine("b", 17, 0.892)] };

  it("compares at the printed digits", () => {
    expect(outcome(claim("16.60"), [woman])).toBe("supported");
    expect(outcome(claim("16.6"), [woman])).toBe("supported");
    expect(outcome(claim("17"), [woman])).toBe("supported");
    expect(outcome(claim("16.61"), [woman])).toBe("notSupported");
    expect(outcome(claim("-16.60"), [woman])).toBe("notSupported");
  });

  it("cannot tell without the woman, the scan or the value", () => {
    expect(outcome({ ...claim("16.60"), case: "w9" } as Claimed, [woman])).toBe("cannotTell");
    expect(outcome({ ...claim("16.60"), to: "c" } as Claimed, [woman])).toBe("cannotTell");
    expect(outcome({ ...claim("16.60"), site: "totalHip" } as Claimed, [woman])).toBe("cannotTell");
  });
});

describe("markerCount", () => {
  const panel = ["nMidOsteocalcin", "betaCtx", "totalP1np", "osteocalcin", "pth", "vitaminD25oh", "alp"] as const;

  it("counts the turnover markers of the table: four, not PTH, vitamin D or ALP", () => {
    const { outcome, severity, facts } = testedOn({ kind: "markerCount", printed: "3" }, [{}], {
      laboratory: { panel: [...panel] },
    });
    expect([outcome, severity]).toEqual(["notSupported", "info"]);
    expect(facts).toEqual({
      printed: 3,
      counted: 4,
      markers: ["nMidOsteocalcin", "betaCtx", "totalP1np", "osteocalcin"],
    });
  });

  it("agrees once one is taken out, and cannot tell without any values", () => {
    const three = panel.filter((analyte) => analyte !== "osteocalcin");
    expect(outcome({ kind: "markerCount", printed: "3" }, [{}], { laboratory: { panel: three } })).toBe("supported");
    expect(outcome({ kind: "markerCount", printed: "3" }, [{}])).toBe("cannotTell");
  });

  it("takes the markers measured where no table is named", () => {
    const results = [
      { analyte: "betaCtx" as const, value: "0.30", unit: "ng/mL" },
      { analyte: "pth" as const, value: "20", unit: "pg/mL" },
    ];
    expect(outcome({ kind: "markerCount", printed: "1" }, [{ laboratory: [{ results }] }])).toBe("supported");
  });
});

describe("lowestSite", () => {
  const scored = (lumbarSpine: number, femoralNeck: number): Woman => ({
    scans: [
      {
        id: "a",
        at: { months: 3 },
        sites: { lumbarSpine: { zScore: lumbarSpine }, femoralNeck: { zScore: femoralNeck } },
      },
      { id: "b", at: { months: 15 }, sites: { lumbarSpine: { zScore: 0 }, femoralNeck: { zScore: -3 } } },
    ],
  });
  const claim: Claimed = { kind: "lowestSite", site: "lumbarSpine" };

  it("reads the first scan and lets a tie stand", () => {
    expect(outcome(claim, [scored(-2.9, -1.6)])).toBe("supported");
    expect(outcome(claim, [scored(-2.0, -2.0)])).toBe("supported");
    expect(outcome(claim, [scored(-1.9, -2.0)])).toBe("notSupported");
  });

  it("cannot tell with one site, or without the site claimed", () => {
    const single: Woman = { scans: [{ id: "a", sites: { lumbarSpine: { zScore: -3 } } }] };
    expect(outcome(claim, [scored(-2.9, -1.6), single])).toBe("cannotTell");
    expect(outcome({ kind: "lowestSite", site: "totalHip" }, [scored(-2.9, -1.6)])).toBe("cannotTell");
  });
});

describe("breastfedUntilDiagnosis", () => {
  const woman = (weaned: number | [number, number] | undefined, diagnosed: number): Woman => ({
    pregnancies: [{ lactation: { breastfed: "yes", ...(weaned === undefined ? {} : { weaned: { months: weaned } }) } }],
    events: [{ kind: "diagnosis", at: { months: diagnosed } }],
  });
  const claim: Claimed = { kind: "breastfedUntilDiagnosis" };

  it("needs weaning at the diagnosis or after it", () => {
    expect(outcome(claim, [woman(6, 6)])).toBe("supported");
    expect(outcome(claim, [woman([3, 9], 3)])).toBe("supported");
    expect(outcome(claim, [woman(5.9, 6)])).toBe("notSupported");
    expect(outcome(claim, [woman([3, 9], 6)])).toBe("cannotTell");
    expect(outcome(claim, [woman(undefined, 6)])).toBe("cannotTell");
  });

  it("counts a woman who still breastfeeds, and one who never did", () => {
    const events: CaseRecord["events"] = [{ kind: "diagnosis", at: { months: 3 } }];
    expect(outcome(claim, [{ events, pregnancies: [{ lactation: { stillBreastfeeding: true } }] }])).toBe("supported");
    expect(outcome(claim, [{ events, pregnancies: [{ lactation: { breastfed: "no" } }] }])).toBe("notSupported");
  });
});

describe("delayInAll", () => {
  const woman = (onset: number, diagnosed: number): Woman => ({
    symptoms: [{ symptom: "backPain", onset: { months: onset } }],
    events: [{ kind: "diagnosis", at: { months: diagnosed } }],
  });

  it("cannot be told without both ends, and lists the readings", () => {
    expect(outcome({ kind: "delayInAll" }, [woman(0, 3)])).toBe("cannotTell");
    const { outcome: half, facts } = testedOn({ kind: "delayInAll", to: "diagnosis" }, [woman(0, 3)]);
    expect(half).toBe("cannotTell");
    expect(facts.delays).toContainEqual({
      from: "symptom",
      to: "diagnosis",
      women: [{ case: "w1", name: { en: "w1", zh: "w1" }, months: [3, 3] }],
    });
  });

  it("is tested once it is defined", () => {
    const claim: Claimed = { kind: "delayInAll", from: "symptom", to: "diagnosis" };
    expect(outcome(claim, [woman(0, 3), woman(0, 0.1)])).toBe("supported");
    expect(outcome(claim, [woman(0, 3), woman(3, 3)])).toBe("notSupported");
    expect(outcome(claim, [woman(0, 3), {}])).toBe("cannotTell");
  });

  it("counts weaning to diagnosis too", () => {
    const weaned: Woman = {
      pregnancies: [{ lactation: { breastfed: "yes", weaned: { months: 4 } } }],
      events: [{ kind: "diagnosis", at: { months: 6 } }],
    };
    expect(outcome({ kind: "delayInAll", from: "weaning", to: "diagnosis" }, [weaned])).toBe("supported");
  });
});

describe("significance, statement and hypothesis", () => {
  it("cannot tell without a test and does not repeat a named one", () => {
    expect(testedOn({ kind: "significance" }, [{}, {}, {}])).toMatchObject({
      outcome: "cannotTell",
      facts: { test: null, women: 3 },
    });
    expect(outcome({ kind: "significance", test: "paired t-test" }, [{}])).toBe("notTested");
  });

  it("keeps words untested, with their links", () => {
    const result = testedOn({ kind: "statement", words: "It helps.", supportedBy: ["w1#/scans/0"] }, [{}]);
    expect(result).toMatchObject({
      outcome: "notTested",
      facts: { words: { en: "It helps.", zh: "It helps." }, supportedBy: ["w1#/scans/0"], contradictedBy: [] },
    });
    expect(outcome({ kind: "hypothesis", words: { zh: "假说" } }, [{}])).toBe("notTested");
  });
});
