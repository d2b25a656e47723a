import { createTerms } from "@materbone/clinical";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FigureOptions } from "../figure.ts";
import { expectSound } from "../sound-figure.fixture.ts";
import { readTexts } from "../svg-reading.fixture.ts";
import { baujatFigure } from "./baujat-figure.ts";
import { benchmarkFigure } from "./benchmark-figure.ts";
import { bubbleFigure } from "./bubble-figure.ts";
import { influenceData, sensitivityData } from "./checks.fixture.ts";
import { DRUG_CLASSES, type DrugClass, type Prediction, STATISTIC_BADGES } from "./evidence-figure-data.ts";
import { forestData } from "./forest.fixture.ts";
import type { ForestPooled, ForestRow } from "./forest-data.ts";
import { forestFigure } from "./forest-figure.ts";
import { funnelFigure } from "./funnel-figure.ts";
import { galbraithFigure } from "./galbraith-figure.ts";
import { harvestFigure } from "./harvest-figure.ts";
import { INFLUENCE_STATISTICS } from "./influence-data.ts";
import { influenceFigure } from "./influence-figure.ts";
import {
  baujatData,
  benchmarkData,
  bubbleData,
  funnelData,
  galbraithData,
  harvestData,
} from "./plots-of-studies.fixture.ts";
import { sensitivityStripFigure } from "./sensitivity-strip-figure.ts";

const options: fc.Arbitrary<FigureOptions> = fc.record({
  lang: fc.constantFrom("en", "zh"),
  layout: fc.constantFrom("wide", "broad", "narrow"),
});
const effect = fc.oneof(
  fc.double({ min: -60, max: 60, noNaN: true }),
  fc.double({ min: -2000, max: 2000, noNaN: true }),
  fc.constantFrom(0, -0, 1e-9, 13.25),
);
const study = fc.constantFrom(
  "Li",
  "O'Sullivan",
  "Lampropoulou-Adamidou",
  "中国医学科学院北京协和医院多中心协作组",
  "<b>&",
  "Ø",
);
const year = fc.option(fc.integer({ min: 1990, max: 2026 }), { nil: undefined });
const share = fc.double({ min: 0, max: 100, noNaN: true });
const se = fc.double({ min: 0.01, max: 80, noNaN: true });

function placed<T>(of: fc.Arbitrary<T>, least: number, most: number): fc.Arbitrary<(T & { at: string })[]> {
  return fc
    .array(of, { minLength: least, maxLength: most })
    .map((all) => all.map((each, index) => ({ ...each, at: `/effects/${index}` })));
}

const { fixed } = createTerms("en");
const runs = { numRuns: 60 };

describe("figures of the evidence stay sound for any data", () => {
  const row = fc
    .record({
      study,
      year,
      women: fc.integer({ min: 0, max: 400 }),
      months: fc.option(fc.integer({ min: 0, max: 240 }), { nil: undefined }),
      kind: fc.constantFrom(...DRUG_CLASSES),
      badges: fc.subarray([...STATISTIC_BADGES]),
      estimate: effect,
      half: fc.option(fc.double({ min: 0, max: 900, noNaN: true }), { nil: undefined }),
      weightPercent: fc.option(share, { nil: undefined }),
    })
    .map(({ half, kind, ...rest }): Omit<ForestRow, "at"> & { readonly kind: DrugClass } => {
      const drug = { en: kind, zh: "特立帕肽序贯抗骨吸收药" };
      if (half === undefined) return { ...rest, kind, drug };
      return { ...rest, kind, drug, ciLower: rest.estimate - half, ciUpper: rest.estimate + half };
    });
  const prediction = fc.oneof(
    fc
      .tuple(effect, effect)
      .map(([a, b]): Prediction => ({ kind: "interval", lower: Math.min(a, b), upper: Math.max(a, b) })),
    fc.constant<Prediction>({ kind: "notGiven", reason: { en: "fewer than three studies", zh: "研究不足3项" } }),
  );
  const pooled = fc
    .record({ estimate: effect, half: se, prediction, singles: fc.constantFrom("kept", "leftOut", "none") })
    .map(
      ({ estimate, half, ...rest }): ForestPooled => ({
        ...rest,
        at: "/pools/0",
        label: { en: "Random effects (REML, Knapp-Hartung)", zh: "随机效应（REML，Knapp-Hartung法）" },
        studies: 5,
        women: 40,
        estimate,
        lower: estimate - half,
        upper: estimate + half,
      }),
    );

  it("forest", () => {
    fc.assert(
      fc.property(placed(row, 1, 9), pooled, options, (rows, each, how) => {
        const stratum = forestData().groups[0]?.stratum;
        if (stratum === undefined) throw new Error("stratum expected");
        const drawn = forestFigure({ ...forestData(), groups: [{ stratum, rows, pooled: [each] }], overall: [] }, how);
        expectSound(drawn);
        const words = new Set(readTexts(drawn.svg).map((text) => text.words));
        // No number of a column is broken into lines.
        for (const [, , women = "", , , , value = ""] of drawn.rows.slice(0, rows.length)) {
          expect(words).toContain(value);
          if (how.layout !== "narrow") expect(words).toContain(women);
        }
        if (how.layout === "narrow") return;
        for (const { weightPercent } of rows) {
          if (weightPercent !== undefined) expect(words).toContain(fixed(weightPercent, 1));
        }
      }),
      runs,
    );
  });

  it("harvest", () => {
    fc.assert(
      fc.property(placed(row, 1, 25), options, (rows, how) => {
        const points = rows.map(({ drug, kind, ...each }) => ({ ...each, drug: { label: drug, kind } }));
        expectSound(harvestFigure({ ...harvestData(), points }, how));
      }),
      runs,
    );
  });

  const point = fc.record({ study, year, estimate: effect, se, isSingleWoman: fc.boolean() });

  it("funnel and Galbraith", () => {
    fc.assert(
      fc.property(placed(point, 1, 20), effect, options, (points, estimate, how) => {
        const middle = { label: { en: "random effects", zh: "随机效应" }, estimate };
        expectSound(funnelFigure({ ...funnelData(), points, pooled: middle }, how));
        expectSound(galbraithFigure({ ...galbraithData(), points, pooled: middle }, how));
      }),
      runs,
    );
  });

  it("bubbles and Baujat", () => {
    const bubble = fc.record({
      study,
      year,
      estimate: effect,
      x: fc.option(fc.double({ min: -5, max: 300, noNaN: true }), { nil: undefined }),
      weightPercent: share,
      isSingleWoman: fc.boolean(),
    });
    fc.assert(
      fc.property(placed(bubble, 1, 20), options, (points, how) => {
        expectSound(bubbleFigure({ ...bubbleData(), points }, how));
        const parts = points.map(({ weightPercent, estimate, ...each }) => ({
          ...each,
          contribution: weightPercent,
          influence: Math.abs(estimate) / 100,
        }));
        expectSound(baujatFigure({ ...baujatData(), points: parts }, how));
      }),
      runs,
    );
  });

  it("benchmark", () => {
    const point = fc.record({
      study,
      population: fc.constantFrom("healthy" as const, "plo" as const),
      months: fc.double({ min: 0, max: 120, noNaN: true }),
      women: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }),
      value: fc.oneof(
        effect.map((estimate) => ({ kind: "mean" as const, estimate })),
        fc.tuple(effect, effect).map(([one, other]) => ({
          kind: "range" as const,
          lower: Math.min(one, other),
          upper: Math.max(one, other),
        })),
      ),
      leftOut: fc.option(fc.constant({ en: "a range without a mean", zh: "仅有范围" }), { nil: undefined }),
    });
    fc.assert(
      fc.property(placed(point, 1, 12), options, (points, how) =>
        expectSound(benchmarkFigure({ ...benchmarkData(), points }, how)),
      ),
      runs,
    );
  });

  it("influence", () => {
    const value = fc.option(effect, { nil: undefined });
    const values = fc
      .tuple(value, value, value, value, value, value, value, value)
      .map((all) => Object.fromEntries(INFLUENCE_STATISTICS.map((statistic, index) => [statistic, all[index]])));
    fc.assert(
      fc.property(placed(fc.record({ study, year, isFlagged: fc.boolean(), values }), 1, 9), options, (rows, how) => {
        const whole = rows.map((each) => ({
          ...each,
          values: each.values as Record<(typeof INFLUENCE_STATISTICS)[number], number | undefined>,
        }));
        expectSound(influenceFigure({ ...influenceData(), rows: whole }, how));
      }),
      runs,
    );
  });

  it("sensitivity strip", () => {
    fc.assert(
      fc.property(fc.array(pooled, { minLength: 1, maxLength: 8 }), options, (all, how) => {
        const rows = all.map(({ label: _, ...each }, index) => ({
          ...each,
          at: `/analyses/${index}`,
          assumption: { en: `SD of change ${index % 3} points`, zh: `变化的SD为${index % 3}个百分点` },
          isPrimary: index === 0,
        }));
        expectSound(sensitivityStripFigure({ ...sensitivityData(), rows }, how));
      }),
      runs,
    );
  });
});
