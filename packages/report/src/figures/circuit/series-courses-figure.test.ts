import { circuitSimulation, circuitSimulator, inMemoryRunner, simulateCase } from "@materbone/circuit";
import { openCase } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { type SimulatedWomanOfSeries, seriesCoursesFigure } from "./series-courses-figure.ts";

const title = { en: "Two women", zh: "两名女性" };

/** Weaned and scanned at month 6, zoledronate then, and a second scan a year later. */
async function woman(id: string, lactation: object): Promise<SimulatedWomanOfSeries> {
  const view = openCase({
    schema: "materbone/case/1",
    id,
    label: { en: `Woman ${id}`, zh: `患者${id}` },
    pregnancies: [{ index: true, lactation }],
    treatments: [
      {
        id: "z",
        agent: "zoledronicAcid",
        dose: { amount: 5, unit: "mg", per: "once" },
        start: { months: 6, basis: "stated" },
      },
    ],
    scans: [
      { id: "first", at: { months: 6, basis: "stated" }, sites: { lumbarSpine: { bmdGPerCm2: 0.8 } } },
      { id: "second", at: { months: 18, basis: "stated" }, sites: { lumbarSpine: { bmdGPerCm2: 0.9 } } },
    ],
  } as unknown as Parameters<typeof openCase>[0]);
  const result = await simulateCase({
    view,
    model: circuitSimulation,
    lsc: { kind: "minimum" },
    runner: inMemoryRunner(circuitSimulator, () => Promise.resolve()),
    women: 24,
    seed: 1,
  });
  return { view, result: result.kind === "simulated" ? result : undefined };
}

describe("seriesCoursesFigure", () => {
  it("draws each woman's scans as changes since the first, over women without a drug, and names who is not drawn", async () => {
    const women = [
      await woman("A", { breastfed: "yes", weaned: { months: 6, basis: "stated" } }),
      await woman("B", { breastfed: "yes" }),
    ];
    for (const lang of ["en", "zh"] as const) {
      const figure = seriesCoursesFigure({ title, women }, "lumbarSpine", { lang, layout: "broad" });
      const rows = figure?.rows.map((row) => row.join(" | ")) ?? [];
      // 0.9 over 0.8 is a rise by an eighth.
      expect(rows.some((row) => row.includes("+12.5"))).toBe(true);
      expect(rows.some((row) => row.includes(lang === "en" ? "95% of women" : "95%的女性"))).toBe(true);
      expect(figure?.svg).toContain(lang === "en" ? "Woman B" : "患者B");
      expect(figure?.svg).toContain(lang === "en" ? "Hypothesis, not a forecast." : "假说，并非预测。");
      expect(figure?.svg).not.toMatch(/NaN|undefined|Infinity/);
    }
    const refused = women.map((each, place) => (place === 1 ? { ...each, isRefused: true } : each));
    const figure = seriesCoursesFigure({ title, women: refused }, "lumbarSpine", { lang: "en", layout: "broad" });
    const said = figure?.svg.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    expect(said).toContain("a value that the model does not take: Woman B");
    expect(said).not.toContain("for want of a scan");
    const [, silent] = women;
    expect(silent?.result).toBeUndefined();
    expect(
      seriesCoursesFigure({ title, women: silent === undefined ? [] : [silent] }, "lumbarSpine", { lang: "en" }),
    ).toBe(undefined);
    expect(() => seriesCoursesFigure({ title, women }, "totalHip", { lang: "en" })).toThrow(RangeError);
  });
});
