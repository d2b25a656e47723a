import { circuitSimulation, circuitSimulator, inMemoryRunner, simulateCase } from "@materbone/circuit";
import { openCase, readCase } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { expectSound } from "../sound-figure.fixture.ts";
import { type SimulatedWomanOfSeries, seriesCoursesFigure } from "./series-courses-figure.ts";

const title = { en: "Three women", zh: "三名女性" };
const weaned = { breastfed: "yes", weaned: { months: 6, basis: "stated" } };
const zoledronate = {
  agent: "zoledronicAcid",
  dose: { amount: 5, unit: "mg", per: "once" },
  start: { months: 6, basis: "stated" },
};

/** Scanned at month 6 and at a later one. */
async function woman(
  letter: string,
  lactation: object,
  { treatments = [zoledronate], last = 18 }: { readonly treatments?: readonly object[]; readonly last?: number } = {},
): Promise<SimulatedWomanOfSeries> {
  const read = readCase({
    schema: "materbone/case/1",
    id: `woman-${letter.toLowerCase()}`,
    label: { en: `Woman ${letter}`, zh: `患者${letter}` },
    pregnancies: [{ index: true, lactation }],
    treatments,
    scans: [
      { id: "first", at: { months: 6, basis: "stated" }, sites: { lumbarSpine: { bmdGPerCm2: 0.8 } } },
      { id: "second", at: { months: last, basis: "stated" }, sites: { lumbarSpine: { bmdGPerCm2: 0.9 } } },
    ],
  });
  if (read.kind === "refused") throw new TypeError(JSON.stringify(read.problems));
  const view = openCase(read.value);
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
      await woman("A", weaned, { last: 36 }),
      await woman("B", { breastfed: "yes" }),
      await woman("C", weaned, { treatments: [] }),
    ];
    for (const lang of ["en", "zh"] as const) {
      const figure = seriesCoursesFigure({ title, women }, "lumbarSpine", { lang, layout: "broad" });
      if (figure === undefined) throw new TypeError("no figure");
      expectSound(figure);
      const rows = figure.rows.map((row) => row.join(" | "));
      // 0.9 over 0.8 is a rise by an eighth.
      expect(rows.some((row) => row.includes("+12.5"))).toBe(true);
      expect(rows.some((row) => row.includes(lang === "en" ? "95% of women" : "95%的女性"))).toBe(true);
      expect(figure.svg).toContain(lang === "en" ? "Woman B" : "患者B");
      expect(figure.svg).toContain(lang === "en" ? "Hypothesis, not a forecast." : "假说，并非预测。");
      // Only A has a drug: her course with it, and zoledronate beyond 24 months from month 6 in grey.
      const text = figure.svg.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
      const treated = lang === "en" ? /With treatment/g : /(?<!未)用药 /g;
      expect(text.match(treated)?.length).toBe(1);
      expect(text).toContain(lang === "en" ? "Woman A: Grey, months 30 to 48" : "患者A：灰色部分（30至48个月）");
      expect(text).not.toContain(lang === "en" ? "Woman C: Grey" : "患者C：灰色");
      // 24 women are far from the 400 that the edges of a band need.
      expect(text).toContain(lang === "en" ? "24 virtual women from seed 1" : "24名虚拟女性，随机种子1");
      expect(text).toContain(lang === "en" ? "400 needed" : "至少需400");
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
