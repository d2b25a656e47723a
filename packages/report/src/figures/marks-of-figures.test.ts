import { type CaseView, type Lang, openCase, valueAt } from "@materbone/clinical";
import { describe, expect, it } from "vitest";
import type { BenchmarkBand } from "./benchmark-band.ts";
import { bmdTrendFigure } from "./bmd-trend-figure.ts";
import type { Figure } from "./figure.ts";
import { laboratoryFigure } from "./laboratory-figure.ts";
import { seriesFigure } from "./series-figure.ts";
import { spineFigure } from "./spine-figure.ts";
import { overlaps, readTexts } from "./svg-reading.fixture.ts";
import { crowdedSeries, emptyWoman, published } from "./women.fixture.ts";
import { zLadderFigure } from "./z-ladder-figure.ts";

const LANGS: readonly Lang[] = ["en", "zh"];
const paper = { kind: "paper" } as const;

function figuresOf(view: CaseView, lang: Lang): readonly Figure[] {
  return [
    ...(["percent", "gPerCm2", "z"] as const).flatMap((quantity) =>
      (["wide", "broad", "narrow"] as const).map((layout) =>
        bmdTrendFigure(view, { lang, layout, quantity, lsc: paper }),
      ),
    ),
    zLadderFigure(view, { lang }),
    laboratoryFigure(view, { lang }),
    spineFigure(view, { lang }),
  ];
}

function first(): CaseView {
  const [view] = published().cases;
  if (view === undefined) throw new Error("no woman");
  return view;
}

describe.each(LANGS)("marks of every figure (%s)", (lang) => {
  const women = [...published().cases, ...crowdedSeries().cases, emptyWoman()];

  it("stand inside the drawing, say something, and point into the record", () => {
    for (const view of women) {
      for (const { marks, width, height, rows, svg } of figuresOf(view, lang)) {
        expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
        for (const { x, y, x2 = x, label, at, row } of marks) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x2).toBeGreaterThanOrEqual(x);
          expect(x2).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
          expect(label).not.toMatch(/NaN|undefined|Infinity|^\s*$/);
          if (at !== undefined) expect(valueAt(view.record, at), `${label} ${at}`).toBeDefined();
          if (row !== undefined) expect(rows[row]).toBeDefined();
        }
      }
    }
  });

  it("name the same value as the row that they lead to", () => {
    for (const view of published().cases) {
      const { marks, rows } = bmdTrendFigure(view, { lang, quantity: "gPerCm2", lsc: paper });
      const points = marks.filter((mark) => mark.at?.includes("/sites/"));
      expect(points.length).toBe(view.scans.flatMap((scan) => Object.values(scan.entry.sites)).length);
      for (const mark of points) expect(mark.label).toContain(rows[mark.row ?? -1]?.[3]);
    }
  });

  it("of a series lead to the woman and her data", () => {
    const series = published();
    const { marks, rows } = seriesFigure(series, { lang });
    for (const { case: id, at, row, label } of marks) {
      const woman = series.cases.find((view) => view.record.id === id);
      expect(woman, label).toBeDefined();
      if (woman !== undefined && at !== undefined) expect(valueAt(woman.record, at), label).toBeDefined();
      if (row !== undefined) expect(rows[row]?.[0]).not.toBe("");
    }
    expect(marks.filter((mark) => mark.at === "").length).toBe(series.cases.length);
  });
});

describe("marks of the BMD trend", () => {
  it("tell value, time with its basis, change from a named scan, verdict, limit and device", () => {
    const { marks } = bmdTrendFigure(first(), { lang: "en", quantity: "percent", lsc: { kind: "minimum" } });
    const hip = marks.find((mark) => mark.at === "/scans/2/sites/totalHip");
    // Total hip 0.698 to 0.775 g/cm² (source paper, Table 2): 0.077 / 0.698 = 11.03 %.
    for (const words of ["month 22 (derived)", "0.775 g/cm²", "+11.03%", "from month 15", "gain", "LSC 5.0%"]) {
      expect(hip?.label).toContain(words);
    }
    expect(hip?.label).toContain("device not recorded");
  });

  it("say which fractured vertebra makes two scans not comparable", () => {
    const { marks } = bmdTrendFigure(first(), { lang: "zh", quantity: "percent", lsc: paper });
    const spine = marks.find((mark) => mark.at === "/scans/2/sites/lumbarSpine");
    expect(spine?.label).toContain("不可比");
    expect(spine?.label).toContain("L4");
  });

  it("are one at the zero that all sites share, with all its values", () => {
    const { marks } = bmdTrendFigure(first(), { lang: "en", quantity: "percent", lsc: paper });
    const zeros = marks.filter((mark) => mark.label.startsWith("Reference scan"));
    expect(zeros.length).toBe(1);
    for (const value of ["0.678", "0.674", "0.698"]) expect(zeros[0]?.label).toContain(value);
  });

  it("go on with treatments, given and declined", () => {
    const [, , third] = published().cases;
    if (third === undefined) throw new Error("no woman");
    const { marks } = bmdTrendFigure(third, { lang: "en", quantity: "percent", lsc: paper });
    expect(marks.some((mark) => mark.label.includes("declined: cost"))).toBe(true);
  });

  it("do not cover each other where two scans of one month have nearly one value", () => {
    const hip = (id: string, months: number, bmdGPerCm2: number) => ({
      id,
      at: { months },
      sites: { totalHip: { bmdGPerCm2 } },
    });
    const scans = [hip("a", 6, 0.7), hip("b", 6, 0.701), hip("c", 18, 0.75)];
    const woman = openCase({ schema: "materbone/case/1", id: "twice", scans });
    for (const quantity of ["percent", "gPerCm2"] as const) {
      const { marks } = bmdTrendFigure(woman, { lang: "en", quantity, lsc: paper });
      const [a, b] = marks.filter((mark) => mark.at === "/scans/0" || /^\/scans\/[01]\/sites/.test(mark.at ?? ""));
      if (a === undefined || b === undefined) throw new Error("two marks expected");
      expect(Math.hypot(a.x - b.x, a.y - b.y), quantity).toBeGreaterThanOrEqual(6);
    }
  });
});

describe("the benchmark band", () => {
  const benchmark: BenchmarkBand = {
    kind: "band",
    site: "lumbarSpine",
    points: [
      { months: 15, lowPercent: 0, highPercent: 0, expectedPercent: [0, 0], isTold: true },
      { months: 24, lowPercent: 1, highPercent: 8, expectedPercent: [4, 5], isTold: true },
      { months: 36, lowPercent: 1.5, highPercent: 10, expectedPercent: [5, 6], isTold: false },
      { months: 48, lowPercent: 2, highPercent: 12, expectedPercent: [6, 7], isTold: true },
    ],
    label: { en: "invented untreated women", zh: "虚构的未用药者" },
    notes: [{ en: "One woman, invented.", zh: "虚构1例。" }],
    source: { cite: "invented for this test", status: "assumed", checked: "2026-11-22" },
  };

  it.each(LANGS)("is drawn behind the courses, named beside the plot, and given in the table (%s)", (lang) => {
    for (const layout of ["wide", "broad", "narrow"] as const) {
      const options = { lang, layout, quantity: "percent", lsc: paper } as const;
      const bare = bmdTrendFigure(first(), options);
      const { svg, rows, marks, header, description } = bmdTrendFigure(first(), { ...options, benchmark });
      const band = svg.indexOf('fill="#4f6d9e" fill-opacity="0.16"');
      expect(band).toBeGreaterThan(0);
      expect(band).toBeLessThan(svg.indexOf('stroke="#0f6b66"'));
      expect(overlaps(readTexts(svg))).toEqual([]);
      expect(rows.length).toBe(bare.rows.length + 3);
      expect(rows.at(-1)?.length).toBe(header.length);
      expect(rows.at(-1)?.join()).toContain("+2.0");
      expect(rows.at(-1)?.join()).toContain("invented for this test");
      expect(marks.length).toBe(bare.marks.length + 3);
      // They lead to their rows, and to no place of the record.
      expect(marks.filter(({ key }) => key !== undefined).map(({ at, row }) => [at, row])).toEqual(
        [3, 2, 1].map((back) => [undefined, rows.length - back]),
      );
      expect(description.toLowerCase()).toContain(benchmark.label[lang]);
      expect(description).toContain(benchmark.notes[0]?.[lang]);
      expect(
        readTexts(svg)
          .map(({ words }) => words)
          .join(""),
      ).toContain(benchmark.notes[0]?.[lang]);
    }
  });

  it("has a line in the middle, and two where the readings of a time expect two", () => {
    const options = { lang: "en", quantity: "percent", lsc: paper } as const;
    const lines = (band: BenchmarkBand) =>
      bmdTrendFigure(first(), { ...options, benchmark: band }).svg.match(/<path[^>]*stroke="#4f6d9e"[^>]*>/g) ?? [];
    const edges = 2;
    const leader = 1;
    expect(lines(benchmark)).toHaveLength(edges + leader + 2);
    const points = benchmark.points.map((point) => ({ ...point, expectedPercent: [3, 3] as const }));
    expect(lines({ ...benchmark, points })).toHaveLength(edges + leader + 1);
  });

  it("ends where the axis ends, between two of its points", () => {
    const options = { lang: "en", layout: "wide", quantity: "percent", lsc: paper, benchmark } as const;
    const whole = bmdTrendFigure(first(), options);
    const cut = bmdTrendFigure(first(), { ...options, span: [-9, 30] });
    const toldOf = ({ marks }: Figure) => marks.filter(({ key }) => key?.startsWith("benchmark/")).length;
    expect([toldOf(whole), toldOf(cut)]).toEqual([3, 2]);
    expect(cut.rows.length).toBe(whole.rows.length - 1);
    const before = bmdTrendFigure(first(), { ...options, span: [-9, 14] });
    expect(before.svg).not.toContain('fill="#4f6d9e" fill-opacity="0.16"');
    expect(before.description).toContain("outside the months shown");
  });

  it("gives its reason in words where there is none", () => {
    const because = { en: "No band: invented reason.", zh: "无范围：虚构原因。" };
    const none = { kind: "noBand", site: "totalHip", because } as const;
    for (const lang of LANGS) {
      const { svg, description } = bmdTrendFigure(first(), { lang, quantity: "percent", lsc: paper, benchmark: none });
      expect(
        readTexts(svg)
          .map(({ words }) => words)
          .join(""),
      ).toContain(because[lang]);
      expect(description).toContain(because[lang]);
    }
  });

  it("is turned into g/cm² of her own reference scan", () => {
    const options = { lang: "en", layout: "wide", lsc: paper, benchmark } as const;
    const { svg } = bmdTrendFigure(first(), { ...options, quantity: "gPerCm2" });
    expect(svg).toContain('fill="#4f6d9e" fill-opacity="0.16"');
  });

  it("has no place among Z-scores, and none without a reference scan of its site", () => {
    const z = bmdTrendFigure(first(), { lang: "en", lsc: paper, quantity: "z", benchmark });
    expect(z.svg).not.toContain("#4f6d9e");
    const empty = bmdTrendFigure(emptyWoman(), { lang: "en", lsc: paper, quantity: "percent", benchmark });
    expect(empty.svg).not.toContain("#4f6d9e");
  });
});
