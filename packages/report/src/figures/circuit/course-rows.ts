import type { SkeletalSite, Terms } from "@materbone/clinical";
import type { FigureMark, FigureRow } from "../figure-mark.ts";
import { told } from "../mark-words.ts";
import type { Scale } from "../scale.ts";
import { headed } from "../time-words.ts";
import type { CoursePanel, PanelBand, PanelLine } from "./course-panel.ts";
import { monthWords, simulatedNumber, simulatedSpan, simulatedText } from "./course-words.ts";
import { pointsAt } from "./shown-points.ts";
import type { MonthOrigin, SimulatedQuantity, SimulatedScan } from "./simulation-data.ts";
import { QUANTITY_AXIS, SIMULATION_WORDS as words } from "./simulation-words.ts";

const NONE = "–";

export function courseHeader(quantity: SimulatedQuantity, since: MonthOrigin, terms: Terms): readonly string[] {
  return [
    terms.text(words.site),
    terms.text(words.course),
    headed(terms.text(words.months[since])),
    QUANTITY_AXIS[terms.lang]({ quantity, since }, terms),
    terms.text(words.lower),
    terms.text(words.upper),
  ];
}

/** All that a panel draws, at the months shown. */
export function panelRows(panel: CoursePanel, months: readonly number[], terms: Terms): readonly FigureRow[] {
  const { site, quantity } = panel;
  const number = (value: number | undefined): string =>
    value === undefined ? NONE : simulatedNumber(value, quantity, terms);
  const named = siteName(site, terms);
  const lines = panel.lines.flatMap(({ key, name, course }) =>
    pointsAt(course.months, months).map((at) => ({
      key: pointKey(key, at),
      cells: [named, headed(name), terms.months(course.months[at] ?? 0), number(course.values[at]), NONE, NONE],
    })),
  );
  const bands = panel.bands.flatMap(({ key, name, band }) =>
    pointsAt(band.months, months).map((at) => ({
      key: pointKey(key, at),
      cells: [
        named,
        headed(name),
        terms.months(band.months[at] ?? 0),
        number(band.median?.[at]),
        number(band.lower[at]),
        number(band.upper[at]),
      ],
    })),
  );
  const scans = panel.scans.map((scan) => ({
    at: scan.at,
    cells: [
      named,
      scanText(scan, terms),
      terms.monthInterval(scan.months),
      number(scan.value),
      number(scan.half === undefined ? undefined : scan.value - scan.half),
      number(scan.half === undefined ? undefined : scan.value + scan.half),
    ],
  }));
  return [...lines, ...bands, ...scans];
}

/** A mark for each row of `panelRows`. */
export function panelMarks(
  panel: CoursePanel,
  months: readonly number[],
  axis: Scale,
  scale: Scale,
  terms: Terms,
): readonly FigureMark[] {
  const { site, quantity } = panel;
  return [
    ...panel.lines.flatMap((each) => lineMarks(each, panel, months, axis, scale, terms)),
    ...panel.bands.flatMap((each) => bandMarks(each, panel, months, axis, scale, terms)),
    ...panel.scans.map((scan) => {
      const [x, x2] = [axis.at(scan.months.earliest), axis.at(scan.months.latest)];
      const { half, value } = scan;
      const label = told(
        [
          siteName(site, terms),
          scanText(scan, terms),
          monthWords(scan.months, panel.since, terms),
          simulatedText(value, quantity, terms),
          ...(half === undefined ? [] : [simulatedSpan(value - half, value + half, quantity, terms)]),
          ...(scan.leftOut === undefined ? [] : [terms.text(scan.leftOut)]),
        ],
        terms,
      );
      return { x, ...(x2 > x ? { x2 } : {}), y: scale.at(value), label, at: scan.at };
    }),
  ];
}

function lineMarks(
  { key, name, course }: PanelLine,
  { site, quantity, since }: CoursePanel,
  months: readonly number[],
  axis: Scale,
  scale: Scale,
  terms: Terms,
): readonly FigureMark[] {
  return pointsAt(course.months, months).map((at) => {
    const value = course.values[at] ?? 0;
    const month = course.months[at] ?? 0;
    const parts = [siteName(site, terms), name, monthWords(month, since, terms), simulatedText(value, quantity, terms)];
    return { x: axis.at(month), y: scale.at(value), label: told(parts, terms), key: pointKey(key, at) };
  });
}

function bandMarks(
  { key, name, band }: PanelBand,
  { site, quantity, since }: CoursePanel,
  months: readonly number[],
  axis: Scale,
  scale: Scale,
  terms: Terms,
): readonly FigureMark[] {
  return pointsAt(band.months, months).map((at) => {
    const [lower, upper] = [band.lower[at] ?? 0, band.upper[at] ?? 0];
    const month = band.months[at] ?? 0;
    const parts = [
      siteName(site, terms),
      name,
      monthWords(month, since, terms),
      simulatedSpan(lower, upper, quantity, terms),
    ];
    return { x: axis.at(month), y: scale.at(upper), label: told(parts, terms), key: pointKey(key, at) };
  });
}

function scanText({ name }: SimulatedScan, terms: Terms): string {
  const scan = terms.text(words.scan);
  return terms.lang === "zh" ? `${scan}（${terms.text(name)}）` : `${scan} (${terms.text(name)})`;
}

function siteName(site: SkeletalSite, terms: Terms): string {
  return headed(terms.site(site));
}

function pointKey(key: string, at: number): string {
  return `${key}/${at}`;
}
