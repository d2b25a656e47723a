import { type CaseView, followUpPlan, followUpPlanOn, type Lang, openCase } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { FIGURE_WIDTH, type FigureLayout } from "./figure.ts";
import { followUpFigure } from "./follow-up-figure.ts";
import { overlaps, readElements, readTexts, viewBox } from "./svg-reading.fixture.ts";
import { crowdedSeries, emptyWoman, published } from "./women.fixture.ts";

const LANGS: readonly Lang[] = ["en", "zh"];
const LAYOUTS: readonly FigureLayout[] = ["wide", "broad", "narrow"];

/** Delivered on a known day, weaned at 6 months, scanned at 12: the scan of "weaning-6" is done. */
function datedWoman(): CaseView {
  return openCase(
    {
      schema: "materbone/case/1",
      id: "dated",
      pregnancies: [{ deliveredAt: { date: "2024-01-15" }, lactation: { breastfed: "yes", weaned: { months: 6 } } }],
      events: [{ kind: "diagnosis", at: { months: 2 } }],
      scans: [{ id: "a", at: { months: 12 }, sites: { lumbarSpine: { bmdGPerCm2: 0.8 } } }],
    },
    {},
  );
}

const women = [...published().cases, ...crowdedSeries().cases, emptyWoman(), datedWoman()];
const all = LANGS.flatMap((lang) =>
  LAYOUTS.flatMap((layout) =>
    women.flatMap((view) =>
      [followUpPlan(view), followUpPlanOn(view, "2025-03-01")].map((plan) => ({
        name: `${view.record.id} ${lang} ${layout} ${plan.asOfMonths}`,
        layout,
        plan,
        figure: followUpFigure(view, plan, { lang, layout }),
      })),
    ),
  ),
);

describe("followUpFigure", () => {
  it("is well-formed, inside its card, with labels apart and readable", () => {
    for (const { name, layout, figure } of all) {
      expect(readElements(figure.svg).slice(0, 3), name).toEqual(["svg", "title", "desc"]);
      expect(viewBox(figure.svg).width, name).toBe(FIGURE_WIDTH[layout]);
      const texts = readTexts(figure.svg);
      expect(overlaps(texts), name).toEqual([]);
      for (const box of texts) {
        expect(box.size, name).toBeGreaterThanOrEqual(11);
        expect(box.left, `${name}: ${box.words}`).toBeGreaterThanOrEqual(0);
        expect(box.right, `${name}: ${box.words}`).toBeLessThanOrEqual(figure.width);
        expect(box.bottom, `${name}: ${box.words}`).toBeLessThanOrEqual(figure.height);
      }
    }
  });

  it("has no hole in numbers or words", () => {
    for (const { name, figure } of all) {
      const words = `${figure.svg} ${figure.description} ${figure.rows.flat().join(" ")}`;
      expect(words, name).not.toMatch(/NaN|undefined|null\b|Infinity|\[object/);
    }
  });

  it("lists every task of the plan once, with its status and the time on record", () => {
    for (const { name, plan, figure } of all) {
      expect(figure.rows, name).toHaveLength(plan.items.length);
      for (const row of figure.rows) expect(row, name).toHaveLength(figure.header.length);
    }
    const dated = all.find(({ name }) => name.startsWith("dated en wide"));
    const scan = dated?.figure.rows.find((row) => row[0]?.startsWith("6 months after weaning"));
    expect(scan?.slice(1)).toEqual(["12", "DXA of spine and hip", "done", "12"]);
  });

  it("goes from the earliest time to the latest, times not known last", () => {
    const view = datedWoman();
    const { rows } = followUpFigure(view, followUpPlan(view), { lang: "en" });
    const months = rows.map((row) => Number.parseFloat(row[1] ?? "")).filter((month) => !Number.isNaN(month));
    expect(months).toEqual([...months].sort((a, b) => a - b));
  });

  it("marks what is on record with its place, for a reader who goes there", () => {
    const view = datedWoman();
    const { marks } = followUpFigure(view, followUpPlan(view), { lang: "en" });
    expect(marks.some((mark) => mark.at === "/scans/0" && mark.label.includes("done"))).toBe(true);
  });

  it("says that it prescribes nothing, in the drawing and in its description", () => {
    for (const lang of LANGS) {
      const figure = followUpFigure(datedWoman(), followUpPlan(datedWoman()), { lang });
      expect(figure.description).toContain(lang === "zh" ? "不构成医嘱" : "prescribes nothing");
    }
  });
});
