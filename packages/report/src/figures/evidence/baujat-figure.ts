import { createTerms, type Terms, type Text } from "@materbone/clinical";
import type { Figure, FigureLayout, FigureOptions } from "../figure.ts";
import type { FigureMark } from "../figure-mark.ts";
import { told } from "../mark-words.ts";
import { headed } from "../time-words.ts";
import { notNegative, onePlaceEach } from "./checked.ts";
import { BAUJAT_KEY, BAUJAT_SUMMARY, CONTRIBUTION, INFLUENCE_ON_POOLED, MOST_OF_BOTH } from "./diagnostic-words.ts";
import { sentences } from "./estimate-words.ts";
import { EVIDENCE_WORDS, studyName } from "./evidence-words.ts";
import { drawNamedPoints, hollowKey } from "./named-points.ts";
import type { Box } from "./place-labels.ts";
import { type PlotDrawn, plotPage } from "./plot-page.ts";
import { axisFromZero, type TickAxis } from "./tick-axis.ts";
import { axisValueWidth, plotFrame, plotGround } from "./xy-plot.ts";

export type BaujatPoint = {
  readonly at: string;
  readonly study: string;
  readonly year?: number | undefined;
  /** Its part of Q, 0 or more. */
  readonly contribution: number;
  /** Standardised squared change of the pooled effect without it, 0 or more. */
  readonly influence: number;
  readonly isSingleWoman: boolean;
};

export type BaujatData = {
  readonly id: string;
  readonly title: Text;
  readonly points: readonly BaujatPoint[];
  readonly notes?: readonly Text[] | undefined;
};

/**
 * Which studies make the heterogeneity, and which of them move the pooled effect.
 *
 * @throws RangeError for a number that is not finite and 0 or more
 * @throws TypeError for two data at one place
 * @see Baujat B et al. 2002, Stat Med 21:2641
 */
export function baujatFigure(data: BaujatData, options: FigureOptions): Figure {
  for (const { at, contribution, influence } of data.points) {
    notNegative(`contribution of ${at}`, contribution);
    notNegative(`influence of ${at}`, influence);
  }
  onePlaceEach(data.points.map(({ at }) => at));
  const terms = createTerms(options.lang);
  const heads = [terms.text(EVIDENCE_WORDS.study), terms.text(CONTRIBUTION), terms.text(INFLUENCE_ON_POOLED)];
  return plotPage({
    id: ["baujat", data.id],
    options,
    title: headed(terms.text(data.title)),
    description: describe(data, terms),
    header: heads,
    rows: data.points.map((point) => ({
      at: point.at,
      cells: [studyName(point), terms.fixed(point.contribution, 2), terms.fixed(point.influence, 3)],
    })),
    above: terms.text(INFLUENCE_ON_POOLED),
    notes: (data.notes ?? []).map((note) => terms.text(note)),
    plot: data.points.length === 0 ? undefined : (top) => draw(data.points, options.layout ?? "wide", top, terms),
    terms,
  });
}

function draw(points: readonly BaujatPoint[], layout: FigureLayout, top: number, terms: Terms): PlotDrawn {
  const fixed = (value: number, decimals: number): string => terms.fixed(value, decimals);
  const [contributions, influences] = [points.map((each) => each.contribution), points.map((each) => each.influence)];
  const upright = (frame: Box): TickAxis => axisFromZero(influences, [frame.bottom, frame.top]);
  const frame = plotFrame(layout, top, axisValueWidth(upright(plotFrame(layout, top, 0)), fixed));
  const y = upright(frame);
  const x = axisFromZero(contributions, [frame.left + 4, frame.right]);
  const ground = plotGround(frame, x, y, {
    x: { name: terms.text(CONTRIBUTION), value: fixed },
    y: { name: "", value: fixed },
  });
  const leading = mostOfBoth(points);
  const named = drawNamedPoints(
    points.map((point) => ({
      x: x.at(point.contribution),
      y: y.at(point.influence),
      radius: 4.5,
      name: studyName(point),
      isHollow: point.isSingleWoman,
      isFlagged: point === leading,
    })),
    frame,
    [],
    terms,
  );
  return {
    drawing: [...ground.drawing, ...named.drawing],
    marks: points.map((point): FigureMark => {
      const facts = [
        studyName(point),
        `${terms.text(CONTRIBUTION)} ${terms.fixed(point.contribution, 2)}`,
        `${terms.text(INFLUENCE_ON_POOLED)} ${terms.fixed(point.influence, 3)}`,
      ];
      return { x: x.at(point.contribution), y: y.at(point.influence), label: told(facts, terms), at: point.at };
    }),
    bottom: ground.bottom,
    notes: [
      sentences([terms.text(BAUJAT_KEY), most(points, terms), hollowKey(points, terms)], terms),
      ...named.unlabelled,
    ],
  };
}

/** The study that is largest on both axes, where one is. */
function mostOfBoth(points: readonly BaujatPoint[]): BaujatPoint | undefined {
  if (points.length < 2) return undefined;
  const [contribution, influence] = [
    Math.max(...points.map((point) => point.contribution)),
    Math.max(...points.map((point) => point.influence)),
  ];
  return points.find((point) => point.contribution === contribution && point.influence === influence);
}

function most(points: readonly BaujatPoint[], terms: Terms): string {
  const leading = mostOfBoth(points);
  return leading === undefined ? "" : MOST_OF_BOTH[terms.lang]({ name: studyName(leading) }, terms);
}

function describe({ points }: BaujatData, terms: Terms): string {
  return sentences([BAUJAT_SUMMARY[terms.lang]({ studies: points.length }, terms), most(points, terms)], terms);
}
