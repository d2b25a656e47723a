import { describe, expect, it } from "vitest";
import type { CaseRecord } from "../../record/case-record.ts";
import type { Scan } from "../../record/scan.ts";
import type { Treatment } from "../../record/treatment.ts";
import { type Claimed, testedOn } from "../series.fixture.ts";

type Woman = Partial<CaseRecord>;

function outcome(claim: Claimed, women: readonly Woman[]): string {
  return testedOn(claim, women).outcome;
}

function treated(diagnosed: number, ...treatments: Treatment[]): Woman {
  return { events: [{ kind: "diagnosis", at: { months: diagnosed } }], treatments };
}

describe("firstDrugInAll", () => {
  const claim: Claimed = { kind: "firstDrugInAll", agent: "zoledronicAcid" };
  const zoledronate = (months: number): Treatment => ({ agent: "zoledronicAcid", start: { months } });

  it("lets one month pass after the diagnosis and no more", () => {
    expect(outcome(claim, [treated(3, zoledronate(3))])).toBe("supported");
    expect(outcome(claim, [treated(3, zoledronate(4))])).toBe("supported");
    expect(outcome(claim, [treated(3, zoledronate(4.1))])).toBe("notSupported");
  });

  it("names the months without and the reason of a woman who declined", () => {
    const declined: Treatment = {
      agent: "bisphosphonateUnspecified",
      start: { months: 3 },
      declined: { reason: "cost" },
    };
    const { facts, severity } = testedOn(claim, [treated(15, zoledronate(15)), treated(3, declined, zoledronate(9))]);
    expect(severity).toBe("major");
    expect(facts.exceptions).toEqual([
      {
        case: "w2",
        name: { en: "w2", zh: "w2" },
        given: true,
        monthsWithout: [6, 6],
        declinedReason: "cost",
        othersFirst: [],
      },
    ]);
    // Declined alone contradicts it, even when the drug followed at once.
    expect(outcome(claim, [treated(3, declined, zoledronate(3))])).toBe("notSupported");
    // A dose declined after the first one does not.
    expect(outcome(claim, [treated(3, zoledronate(3), { ...declined, start: { months: 15 } })])).toBe("supported");
  });

  it("sees another antiresorptive or anabolic drug before it, and not calcium or vitamins", () => {
    expect(outcome(claim, [treated(3, { agent: "alendronate", start: { months: 3 } }, zoledronate(6))])).toBe(
      "notSupported",
    );
    expect(outcome(claim, [treated(3, { agent: "calcitriol", start: { months: 3 } }, zoledronate(3))])).toBe(
      "supported",
    );
    // The same day is not before.
    expect(outcome(claim, [treated(3, { agent: "salmonCalcitonin", start: { months: 3 } }, zoledronate(3))])).toBe(
      "supported",
    );
    // A drug that came before the diagnosis is not a choice after it.
    expect(outcome(claim, [treated(3, { agent: "alendronate", start: { months: 1 } }, zoledronate(3))])).toBe(
      "supported",
    );
  });

  it("refutes by a woman without the drug and leaves an unknown time open", () => {
    expect(outcome(claim, [treated(3, { agent: "calcium" })])).toBe("notSupported");
    expect(outcome(claim, [{ treatments: [zoledronate(3)] }])).toBe("cannotTell");
    expect(outcome(claim, [treated(3, { agent: "zoledronicAcid" })])).toBe("cannotTell");
    expect(outcome(claim, [treated(3, { agent: "zoledronicAcid", start: { months: [3, 6] } })])).toBe("cannotTell");
  });

  it("counts a combined product as its drug", () => {
    const combined: Treatment = { agent: "alendronateVitaminD3", start: { months: 3 } };
    expect(outcome({ kind: "firstDrugInAll", agent: "alendronate" }, [treated(3, combined)])).toBe("supported");
    expect(
      outcome({ kind: "firstDrugInAll", agent: "alendronateVitaminD3" }, [
        treated(3, { agent: "alendronate", start: { months: 3 } }),
      ]),
    ).toBe("notSupported");
  });
});

describe("agentsInAll", () => {
  const claim: Claimed = { kind: "agentsInAll", agents: ["calcium", "calcitriol"] };
  const both: Woman = { treatments: [{ agent: "calciumVitaminD" }, { agent: "calcitriol" }] };

  it("needs each agent in every woman", () => {
    expect(outcome(claim, [both, both])).toBe("supported");
    const { outcome: result, facts } = testedOn(claim, [both, { treatments: [{ agent: "calcium" }] }]);
    expect(result).toBe("notSupported");
    expect(facts.exceptions).toMatchObject([{ case: "w2", without: ["calcitriol"] }]);
  });

  it("does not count a declined drug, and leaves a woman without any record of treatment open", () => {
    const declined: Treatment = { agent: "calcitriol", declined: { reason: "other" } };
    expect(outcome(claim, [{ treatments: [{ agent: "calcium" }, declined] }])).toBe("notSupported");
    expect(outcome(claim, [both, {}])).toBe("cannotTell");
  });
});

const scan = (id: string, months: number | [number, number], hip: number, more: Partial<Scan> = {}): Scan => ({
  id,
  at: { months },
  sites: { totalHip: { bmdGPerCm2: hip } },
  ...more,
});

describe("bmdRoseInAll", () => {
  const claim: Claimed = { kind: "bmdRoseInAll", sites: ["totalHip"] };

  it("compares the first scan with the last, whatever lies between", () => {
    expect(outcome(claim, [{ scans: [scan("a", 3, 0.7), scan("b", 9, 0.6), scan("c", 15, 0.701)] }])).toBe("supported");
    expect(outcome(claim, [{ scans: [scan("a", 3, 0.7), scan("b", 9, 0.8), scan("c", 15, 0.7)] }])).toBe(
      "notSupported",
    );
    expect(outcome(claim, [{ scans: [scan("a", 3, 0.7), scan("b", 9, 0.699)] }])).toBe("notSupported");
  });

  it("cannot tell with one scan or two devices", () => {
    expect(outcome(claim, [{ scans: [scan("a", 3, 0.7)] }])).toBe("cannotTell");
    const scans = [scan("a", 3, 0.7, { device: "x" }), scan("b", 9, 0.8, { device: "y" })];
    expect(outcome(claim, [{ scans }])).toBe("cannotTell");
  });

  it("is refuted by one woman even while another is unknown", () => {
    expect(outcome(claim, [{ scans: [scan("a", 3, 0.7), scan("b", 9, 0.6)] }, {}])).toBe("notSupported");
  });
});

describe("longerFollowUpLargerGain", () => {
  const claim: Claimed = { kind: "longerFollowUpLargerGain" };

  it("is contradicted by a later fall after a rise in one woman", () => {
    // 0.775 to 0.752: -0.023 / 0.775 = -2.97 %; 0.698 to 0.775: +11.03 %
    const { outcome: result, facts } = testedOn(claim, [
      { scans: [scan("a", 15, 0.698), scan("b", 22, 0.775), scan("c", [39, 51], 0.752)] },
    ]);
    expect(result).toBe("notSupported");
    const [fall] = facts.falls as { percent: number; earlierPercent: number; from: { scan: string } }[];
    expect(fall?.percent.toFixed(2)).toBe("-2.97");
    expect(fall?.earlierPercent.toFixed(2)).toBe("11.03");
    expect(fall?.from.scan).toBe("b");
  });

  it("is not contradicted by a plateau, nor by a fall before any rise", () => {
    expect(outcome(claim, [{ scans: [scan("a", 3, 0.7), scan("b", 9, 0.75), scan("c", 15, 0.75)] }])).toBe("supported");
    expect(outcome(claim, [{ scans: [scan("a", 3, 0.7), scan("b", 9, 0.65), scan("c", 15, 0.64)] }])).toBe("supported");
  });

  it("is contradicted by a woman followed longer with the smaller gain, and not by overlapping times", () => {
    const long = (months: number | [number, number]): Woman => ({
      scans: [scan("a", 0, 0.7), scan("b", months, 0.75)],
    });
    const short: Woman = { scans: [scan("a", 0, 0.7), scan("b", 11, 0.8)] };
    const { outcome: result, facts } = testedOn(claim, [long(24), short]);
    expect(result).toBe("notSupported");
    expect(facts.reversals).toMatchObject([
      { site: "totalHip", longer: { case: "w1", months: [24, 24] }, shorter: { case: "w2", months: [11, 11] } },
    ]);
    expect(outcome(claim, [long([10, 24]), short])).toBe("cannotTell");
    expect(outcome(claim, [long(11), short])).toBe("cannotTell");
  });

  it("is supported when the longer follow-up has the larger gain, and open with nothing to compare", () => {
    const women: Woman[] = [
      { scans: [scan("a", 0, 0.7), scan("b", 24, 0.9)] },
      { scans: [scan("a", 0, 0.7), scan("b", 12, 0.8)] },
    ];
    expect(outcome(claim, women)).toBe("supported");
    expect(outcome(claim, [{}])).toBe("cannotTell");
  });
});
