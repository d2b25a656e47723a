import { type CaseView, createTerms, type Lang, openCase } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import { bmdTrendFigure } from "./bmd-trend-figure.ts";
import { laboratoryFigure } from "./laboratory-figure.ts";
import { monthAxis } from "./month-axis.ts";
import { seriesFigure } from "./series-figure.ts";
import { spineFigure } from "./spine-figure.ts";
import { readTexts } from "./svg-reading.fixture.ts";
import { crowdedSeries, published } from "./women.fixture.ts";
import { zLadderFigure } from "./z-ladder-figure.ts";

const LANGS: readonly Lang[] = ["en", "zh"];

function woman(position: 0 | 1 | 2): CaseView {
  const view = published().cases[position];
  if (view === undefined) throw new Error(`no case ${position}`);
  return view;
}

function words(svg: string): string {
  return readTexts(svg)
    .map((text) => text.words)
    .join("\n");
}

describe("bmdTrendFigure of the published women", () => {
  it.each(LANGS)("shows every scan with its value and every treatment, given or declined (%s)", (lang) => {
    for (const view of published().cases) {
      const terms = createTerms(lang);
      const { rows } = bmdTrendFigure(view, { lang, lsc: { kind: "paper" }, quantity: "percent" });
      const cells = rows.map((row) => row.join("|"));
      for (const scan of view.scans) {
        for (const reading of Object.values(scan.entry.sites)) {
          const printed = terms.fixed(reading?.bmdGPerCm2 ?? 0, 3);
          expect(cells.some((cell) => cell.includes(printed) && cell.includes(scan.entry.id))).toBe(true);
        }
      }
      const names = [...view.treatments, ...view.declined].map(({ entry }) => terms.agent(entry.agent));
      for (const name of names) expect(cells.join("\n").toLowerCase()).toContain(name.toLowerCase());
      const drugs = rows.filter((row) => names.some((name) => row[0]?.toLowerCase() === name.toLowerCase()));
      expect(drugs.length).toBe(view.treatments.length + view.declined.length);
    }
  });

  it("prints the changes of the source paper at the right edge (l.527, Table 2)", () => {
    const { svg } = bmdTrendFigure(woman(0), { lang: "en", lsc: { kind: "paper" }, quantity: "percent" });
    for (const percent of ["+37.02%", "+6.97%", "+7.74%"]) expect(words(svg)).toContain(percent);
  });

  it("says which least significant change is in use", () => {
    const options = { lang: "en", quantity: "percent" } as const;
    const paper = bmdTrendFigure(woman(2), { ...options, lsc: { kind: "paper" } });
    expect(words(paper.svg)).toContain("±2.77%");
    const minimum = bmdTrendFigure(woman(2), { ...options, lsc: { kind: "minimum" } });
    for (const limit of ["±5.3%", "±6.9%", "±5.0%"]) expect(minimum.description).toContain(limit);
    expect(minimum.svg).not.toBe(paper.svg);
  });

  it("turns the femoral neck of case 3 from gain to no change with the LSC", () => {
    const verdict = (kind: "paper" | "minimum"): string | undefined =>
      bmdTrendFigure(woman(2), { lang: "en", lsc: { kind }, quantity: "percent" })
        .rows.find((row) => row[0] === "Femoral neck" && row[5] === "+3.13")
        ?.at(7);
    expect(verdict("paper")).toBe("gain");
    expect(verdict("minimum")).toBe("no change");
  });

  it("names both readings of an ambiguous scan time and draws the reach between them", () => {
    const { svg } = bmdTrendFigure(woman(0), { lang: "en", lsc: { kind: "paper" }, quantity: "percent" });
    expect(words(svg)).toContain("39 or 51");
    expect(svg).toContain('stroke-dasharray="0.1 4"');
    expect(words(svg)).toContain("Dotted: the time is not exact");
  });

  it("marks a declined treatment hollow, with its reason", () => {
    const { svg } = bmdTrendFigure(woman(2), { lang: "en", lsc: { kind: "paper" }, quantity: "percent" });
    expect(words(svg)).toContain("declined: cost");
    // The hollow triangle: white inside an accent outline.
    expect(svg).toMatch(/<polygon points="[^"]+" fill="#ffffff" stroke="#0f6b66"/);
  });

  it("names a scan without a time instead of drawing it", () => {
    const [view] = crowdedSeries().cases;
    if (view === undefined) throw new Error("no woman");
    const { svg } = bmdTrendFigure(view, { lang: "en", lsc: { kind: "minimum" }, quantity: "gPerCm2" });
    expect(words(svg).replaceAll("\n", " ")).toContain("Not drawn, time not recorded: scan 5 (");
  });

  it("parts the months of the scans from those without a time", () => {
    const scans = [{ months: [5.7, 6.7] as [number, number] }, { months: 15 }, undefined].map((at, index) => ({
      id: `dxa-${index + 1}`,
      ...(at === undefined ? {} : { at }),
      sites: { totalHip: { bmdGPerCm2: 0.7 } },
    }));
    const draw = (lang: "zh" | "en", kept: typeof scans): string =>
      words(
        bmdTrendFigure(openCase({ schema: "materbone/case/1", id: "one", scans: kept }), {
          lang,
          lsc: { kind: "minimum" },
          quantity: "gPerCm2",
        }).svg,
      ).replaceAll("\n", " ");
    expect(draw("zh", scans).replaceAll(" ", "")).toContain("产后5.7–6.7、15个月；1次时间未记录");
    expect(draw("en", scans)).toContain("months 5.7–6.7, 15; 1 with time not recorded");
    expect(draw("zh", scans)).toContain("时间未记录，未绘出：第3次（");
    expect(draw("en", scans.slice(0, 2))).not.toContain("time not recorded");
    expect(draw("en", scans.slice(2))).not.toContain("dxa-3");
  });
});

describe("monthAxis", () => {
  const scanAt = (months: number): CaseView =>
    openCase({
      schema: "materbone/case/1",
      id: "one",
      scans: [{ id: "a", at: { months }, sites: { totalHip: { bmdGPerCm2: 0.7 } } }],
    });

  it.each([
    [15, [-9, 18]],
    [18, [-9, 18]],
    [51, [-9, 54]],
    [60, [-9, 60]],
    [61, [-9, 72]],
    [-9, [-9, 6]],
    [-10, [-12, 6]],
  ] as const)("of a last scan at month %d runs %j", (months, domain) => {
    expect(monthAxis([scanAt(months)], [0, 400]).domain).toEqual(domain);
  });
});

describe("monthAxis with a span", () => {
  it("covers the span that was asked for, whatever the events", () => {
    const axis = monthAxis(published().cases, [0, 690], [-9, 60]);
    expect(axis.domain).toEqual([-9, 60]);
    expect([axis.at(-9), axis.at(0), axis.at(60), axis.at(90)]).toEqual([0, 90, 690, 690]);
    expect(axis.ticks).toContain(-9);
    expect(axis.ticks.at(-1)).toBe(60);
  });

  it("refuses an empty span", () => {
    expect(() => monthAxis([], [0, 690], [12, 12])).toThrow(RangeError);
  });

  it("draws the trend on it", () => {
    const options = { lang: "en", lsc: { kind: "paper" }, quantity: "percent" } as const;
    const { svg } = bmdTrendFigure(woman(1), { ...options, span: [-9, 60] });
    expect(words(svg).split("\n")).toContain("60");
  });
});

describe("zLadderFigure of the published women", () => {
  it("prints each score, and fills the mark at exactly -2.0", () => {
    const { svg, rows } = zLadderFigure(woman(1), { lang: "zh" });
    expect(rows.map((row) => row[3])).toEqual(["−2.9", "−1.8", "−1.6", "−1.1", "−2.0", "−1.3"]);
    expect(words(svg).match(/−2\.0/g)?.length).toBeGreaterThanOrEqual(2);
    expect(svg).toMatch(/<polygon points="[^"]+" fill="#3f51b5" stroke="#ffffff" stroke-width="1"/);
  });
});

describe("laboratoryFigure of the published women", () => {
  it("prints values as the paper does and flags by letter (source paper, Table 1)", () => {
    const { rows, svg } = laboratoryFigure(woman(0), { lang: "en" });
    const byValue = new Map(rows.map((row) => [row[2], row]));
    expect(byValue.get("0.30")?.[5]).toBe("in range");
    expect(byValue.get("4.74")?.[5]).toBe("low");
    expect(byValue.get("112")?.[5]).toBe("high");
    expect(readTexts(svg).filter((text) => text.words === "H").length).toBe(1);
    expect(readTexts(svg).filter((text) => text.words === "L").length).toBe(1);
  });

  it("draws both intervals of 25(OH)D where the season is not known, and leaves the reading undecided", () => {
    const row = laboratoryFigure(woman(2), { lang: "en" }).rows.find((each) => each[2] === "13.70");
    expect(row?.[4]).toBe("summer 15.7–60.3; winter 8.8–46.3");
    expect(row?.[5]).toBe("undetermined");
  });

  it("keeps an analyte of the panel that a woman lacks as not recorded", () => {
    const missing = laboratoryFigure(woman(0), { lang: "en" }).rows.filter((row) => row[2] === "not recorded");
    expect(missing.length).toBe(1);
  });
});

describe("spineFigure", () => {
  it("shows fractured levels as grade unknown and L4 inside the measured region (case 1)", () => {
    const { svg, rows } = spineFigure(woman(0), { lang: "en" });
    expect(rows.length).toBe(1);
    expect(rows[0]?.slice(0, 3)).toEqual(["L4", "not recorded", "shape not recorded"]);
    expect(rows[0]?.[3]).toContain("inside the region that DXA measured");
    expect(svg).toContain('stroke-dasharray="4 2.5"');
    expect(words(svg).replaceAll("\n", " ")).toContain("measured by DXA: L1–4");
  });

  it("names all 14 levels and every fractured one of case 2", () => {
    const { svg, rows } = spineFigure(woman(1), { lang: "zh" });
    expect(rows.map((row) => row[0])).toEqual(["T6", "T8", "T10", "T11"]);
    for (const level of ["T4", "T12", "L1", "L5"]) expect(words(svg).split("\n")).toContain(level);
  });

  it("prints a given grade, a grade from height loss, and fractures elsewhere", () => {
    const [view] = crowdedSeries().cases;
    if (view === undefined) throw new Error("no woman");
    const { rows, svg } = spineFigure(view, { lang: "en" });
    // Loss of 30 % is grade 2 and of 40 % (15 of 25 mm) grade 3 by the Genant limits 20, 25 and 40 %.
    const grades = Object.fromEntries(rows.map((row) => [row[0], row[1]]));
    expect(grades).toEqual({ T5: "0", T6: "1", T7: "2", T8: "3", T9: "2", L1: "not recorded", L2: "3" });
    expect(words(svg)).toContain("Other fractures: hip (month 4).");
  });
});

describe("seriesFigure of the published women", () => {
  it.each(LANGS)("has every woman with her drugs and fractured levels (%s)", (lang) => {
    const terms = createTerms(lang);
    const text = words(seriesFigure(published(), { lang }).svg);
    for (const level of ["L4", "T6", "T12"]) expect(text).toContain(level);
    for (const agent of ["zoledronicAcid", "alendronateVitaminD3"] as const) {
      expect(text.toLowerCase()).toContain(terms.agent(agent).toLowerCase());
    }
    expect(text).toContain(lang === "zh" ? "拒绝" : "declined");
  });

  it("gives the delay of case 1 as 12 months", () => {
    const { rows } = seriesFigure(published(), { lang: "en" });
    const delays = rows.filter((row) => row[1]?.startsWith("From first symptom"));
    expect(delays.map((row) => row[4])[0]).toBe("12");
    expect(delays.length).toBe(3);
  });

  it("gives a delay from an inexact onset as a range, dotted in the drawing", () => {
    const view = openCase({
      schema: "materbone/case/1",
      id: "late",
      symptoms: [{ symptom: "backPain", onset: { months: [0, 4] } }],
      treatments: [{ agent: "zoledronicAcid", start: { months: 6 }, dose: { amount: 5, unit: "mg", per: "once" } }],
    });
    const series = { series: published().series, cases: [view] };
    expect(words(seriesFigure(series, { lang: "en" }).svg)).toContain("2–6 months");
    expect(words(seriesFigure(series, { lang: "zh" }).svg)).toContain("2–6个月");
  });
});
