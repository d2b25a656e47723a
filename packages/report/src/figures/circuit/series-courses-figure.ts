import { ENOUGH_WOMEN, isEnough, sayShownVerdicts, shownSites } from "@materbone/circuit";
import { type CaseView, createTerms, localText, type SkeletalSite, type Terms, type Text } from "@materbone/clinical";
import { onePlaceEach } from "../evidence/checked.ts";
import type { Figure, FigureOptions } from "../figure.ts";
import { COLOUR, SITE_COLOUR } from "../theme.ts";
import { headed } from "../time-words.ts";
import { isTreated, nameOfScan, type SimulatedCase, variantFrame } from "./case-course-data.ts";
import { CASE_COURSE_WORDS as caseWords } from "./case-course-words.ts";
import { inBoth, pairedNotes } from "./course-frame.ts";
import type { CoursePanel, PanelLine } from "./course-panel.ts";
import { monthWords } from "./course-words.ts";
import { panelSummary } from "./panel-summary.ts";
import { SERIES_TITLE, SERIES_WORDS as words } from "./series-courses-words.ts";
import type { DrugLane, MonthBand, MonthCourse, SimulatedScan, SimulationFrame } from "./simulation-data.ts";
import { simulationPage } from "./simulation-page.ts";
import { EXTRAPOLATED_LINE, SIMULATION_WORDS, WEANED } from "./simulation-words.ts";

/** A woman of a series with her simulated course; without one where her record leaves too much open. */
export type SimulatedWomanOfSeries = {
  readonly view: CaseView;
  readonly result: SimulatedCase | undefined;
  /** Her record holds values that the model does not take. */
  readonly isRefused?: boolean;
};

export type SeriesCourses = {
  readonly title: Text;
  /** In the order of their plots; those who cannot be simulated or have no scan of the site are left out, and said to be. */
  readonly women: readonly SimulatedWomanOfSeries[];
};

/**
 * The women of a series one under the other: change of BMD since each one's first scan, her scans over the band of untreated
 * virtual women with PLO who nursed as she did, and her course with her drugs. No band is fitted to her scans.
 *
 * @param site - one that the circuit shows
 * @throws RangeError when the circuit does not show the site
 * @throws TypeError for two women of one id
 */
export function seriesCoursesFigure(
  { title, women }: SeriesCourses,
  site: SkeletalSite,
  options: FigureOptions,
): Figure | undefined {
  if (!shownSites.includes(site)) throw new RangeError(`the circuit does not show the ${site}`);
  onePlaceEach(women.map(({ view }) => view.record.id));
  const terms = createTerms(options.lang);
  const drawn = women.flatMap(({ view, result }) => {
    if (result === undefined) return [];
    const panel = panelOf(view, result, site, terms);
    const frame = variantFrame(view, result);
    if (panel === undefined || frame === undefined) return [];
    return [{ view, result, panel: { ...panel, extrapolated: frame.extrapolated ?? [] }, frame }];
  });
  const [first] = drawn;
  if (first === undefined) return undefined;
  const { model } = first.frame;
  const span = [0, Math.max(...drawn.map(({ frame }) => frame.span[1]))] as const;
  const leftOut = women.filter(({ view }) => drawn.every((each) => each.view !== view));
  const leftOutFor = (reason: "leftOut" | "refused"): readonly Text[] => {
    const views = leftOut
      .filter(({ isRefused = false }) => isRefused === (reason === "refused"))
      .map(({ view }) => view);
    if (views.length === 0) return [];
    return [inBoth((each) => words[reason][each.lang]({ women: views.map((view) => nameOf(view, each)) }, each))];
  };
  const frame: SimulationFrame = {
    id: "series",
    model,
    since: "delivery",
    span,
    drugs: drawn.flatMap(({ view, frame: own }) => lanesOf(view, own.drugs ?? [])),
    notes: [
      ...drawn.flatMap(({ view, frame: own }) => greyOf(view, own)),
      words.noFit,
      ...populationNotes(drawn.flatMap(({ result }) => result.variants.slice(0, 1))),
      ...pairedNotes(sayShownVerdicts),
      ...(drawn.some(({ result }) => result.variants.length > 1) ? [words.open] : []),
      ...leftOutFor("leftOut"),
      ...leftOutFor("refused"),
    ],
  };
  const panels = drawn.map(({ panel }) => panel);
  return simulationPage({
    kind: "series-courses",
    frame,
    options,
    title: SERIES_TITLE[terms.lang]({ site, series: terms.text(title) }, terms),
    summary: panels.map((panel) => panelSummary(panel, span, terms)).join(terms.lang === "zh" ? "" : " "),
    quantity: "percent",
    axis: terms.text(words.axis),
    panels,
    models: [model],
    head: [],
    keys: [terms.text(SIMULATION_WORDS.dashes), terms.text(words.band), terms.text(words.errorBars)],
    terms,
  });
}

function nameOf({ record }: CaseView, terms: Terms): string {
  return record.label === undefined ? record.id : localText(record.label, terms.lang);
}

/** Where the model extrapolates in one woman's plot. */
function greyOf(view: CaseView, { extrapolated = [] }: SimulationFrame): readonly Text[] {
  return extrapolated.map(({ fromMonth, toMonth, reason }) =>
    inBoth((terms) => {
      const months = { from: terms.months(fromMonth), to: terms.months(toMonth) };
      const what = EXTRAPOLATED_LINE[terms.lang]({ ...months, reason: terms.text(reason) }, terms);
      return words.ofWoman[terms.lang]({ name: nameOf(view, terms), what }, terms);
    }),
  );
}

/** How many women the bands stand on, and whether that is enough. */
function populationNotes(variants: readonly Pick<SimulatedCase["variants"][number], "women">[]): readonly Text[] {
  const [first] = variants;
  if (first === undefined) return [];
  const { women, seed } = first.women;
  const sizes = variants.map((each) => each.women.effectiveSampleSize);
  const effective = [Math.min(...sizes), Math.max(...sizes)] as const;
  return [
    inBoth((terms) => words.population[terms.lang]({ women, seed, effective }, terms)),
    ...(variants.every((each) => isEnough(each.women.weights))
      ? []
      : [inBoth((terms) => words.tooFew[terms.lang]({ needed: ENOUGH_WOMEN }, terms))]),
  ];
}

function panelOf(view: CaseView, result: SimulatedCase, site: SkeletalSite, terms: Terms): CoursePanel | undefined {
  const { id } = view.record;
  const readings = result.variants.flatMap(({ weanedMonth, sinceFirstScan }) => {
    const found = sinceFirstScan.find((each) => each.site === site);
    return found === undefined ? [] : [{ ...found, weanedMonth }];
  });
  const [main] = readings;
  const scans = scansOf(view, result, site);
  if (main === undefined || scans.length === 0) return undefined;
  const isOnDrug = result.variants.some(isTreated);
  const lines = readings.flatMap(({ months, treated, untreated, weanedMonth }, index): PanelLine[] => {
    const isMain = index === 0;
    const month = terms.months(weanedMonth ?? 0);
    const line = (role: "treated" | "untreated", course: MonthCourse): PanelLine => ({
      key: `${id}/${role}/${index}`,
      name: isMain ? terms.text(SIMULATION_WORDS[role]) : caseWords[`${role}IfWeaned`][terms.lang]({ month }, terms),
      course,
      paint: {
        stroke: role === "treated" ? SITE_COLOUR[site] : COLOUR.benchmark,
        "stroke-width": isMain ? 2.2 : 1.1,
        "stroke-dasharray": role === "treated" ? undefined : isMain ? "5 3" : "2 3",
      },
      weight: isMain ? "bold" : "normal",
    });
    return [
      ...(isOnDrug ? [line("treated", { months, values: treated.median })] : []),
      line("untreated", { months, values: untreated.median }),
    ];
  });
  const { months, untreated } = main;
  const band: MonthBand = { months, lower: untreated.lower, upper: untreated.upper };
  const bandName = terms.text(SIMULATION_WORDS.untreatedBand);
  const weaned = view.weaned === undefined ? undefined : monthWords(view.weaned, "delivery", terms);
  const name = nameOf(view, terms);
  return {
    site,
    name:
      weaned === undefined
        ? name
        : words.panel[terms.lang]({ name, weaned: WEANED[terms.lang]({ when: weaned }, terms) }, terms),
    since: "delivery",
    quantity: "percent",
    lines,
    bands: [{ key: `${id}/band`, name: bandName, band, colour: COLOUR.benchmark, opacity: 0.16 }],
    scans,
  };
}

/** Her scans as changes since the first; the error bar is that of a change: the precision of both. */
function scansOf(view: CaseView, { scans }: SimulatedCase, site: SkeletalSite): readonly SimulatedScan[] {
  const own = scans.observations
    .filter((each) => each.site === site)
    .toSorted((a, b) => Math.min(...a.months) - Math.min(...b.months));
  const [first] = own;
  if (first === undefined) return [];
  return own.map(({ scan, at, bmdGPerCm2, precisionGPerCm2, months }) => ({
    at: `${view.record.id}${at}/sites/${site}`,
    name: inBoth((terms) => nameOfScan(view, scan, terms)),
    months: { earliest: Math.min(...months), latest: Math.max(...months) },
    value: 100 * (bmdGPerCm2 / first.bmdGPerCm2 - 1),
    ...(scan === first.scan
      ? {}
      : { half: (100 * Math.hypot(precisionGPerCm2, first.precisionGPerCm2)) / first.bmdGPerCm2 }),
  }));
}

function lanesOf(view: CaseView, drugs: readonly DrugLane[]): readonly DrugLane[] {
  return drugs.map((drug) => ({
    ...drug,
    id: `${view.record.id}/${drug.id}`,
    name: inBoth((terms) =>
      words.ofWoman[terms.lang]({ name: nameOf(view, terms), what: headed(terms.text(drug.name)) }, terms),
    ),
  }));
}
