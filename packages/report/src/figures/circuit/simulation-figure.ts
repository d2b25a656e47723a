import { createTerms, type Terms } from "@materbone/clinical";
import type { Figure, FigureOptions } from "../figure.ts";
import { COLOUR, DRUG_COLOUR, SITE_COLOUR } from "../theme.ts";
import type { CoursePanel, LinePaint, PanelBand, PanelLine } from "./course-panel.ts";
import { panelSummary } from "./panel-summary.ts";
import {
  checkSimulation,
  type SimulatedScan,
  type SimulatedSite,
  type SimulationFigureData,
} from "./simulation-data.ts";
import { simulationPage } from "./simulation-page.ts";
import { ERROR_BARS, NOT_SHOWN, SIMULATION_TITLE, SIMULATION_WORDS as words } from "./simulation-words.ts";

/**
 * BMD by skeletal site against months: the simulated course with its drugs, always the same course without them, where a
 * population lies, the woman's own scans, and scenarios kept for comparison; lactation and drugs below.
 *
 * @throws RangeError for an empty span, a number that is not finite, or months that do not ascend
 * @throws TypeError for arrays of different lengths, or two data at one place
 */
export function simulationFigure(data: SimulationFigureData, options: FigureOptions): Figure {
  checkSimulation(data);
  const terms = createTerms(options.lang);
  const panels = data.sites.flatMap((site) => (site.kind === "shown" ? [panelOf(site, data, terms)] : []));
  return simulationPage({
    kind: "simulation",
    frame: data,
    options,
    title: SIMULATION_TITLE[terms.lang]({ subject: data.subject === undefined ? "" : terms.text(data.subject) }, terms),
    summary: summaryOf(panels, data, terms),
    quantity: data.quantity,
    panels,
    models: [data.model],
    head: hiddenSites(data, terms),
    keys: keysOf(panels, data, terms),
    terms,
  });
}

type ShownSite = Extract<SimulatedSite, { readonly kind: "shown" }>;

/** Course of a drug's absence, in every panel. */
const UNTREATED_PAINT: LinePaint = { stroke: COLOUR.benchmark, "stroke-width": 2, "stroke-dasharray": "5 3" };

/** Further scenarios: colour and dashes tell them apart, and each is named at its end. */
const PINNED_PAINTS: readonly LinePaint[] = [
  { stroke: DRUG_COLOUR.denosumab, "stroke-width": 1.25, "stroke-dasharray": "8 3" },
  { stroke: DRUG_COLOUR.romosozumab, "stroke-width": 1.25, "stroke-dasharray": "3 3" },
  { stroke: DRUG_COLOUR.mixed, "stroke-width": 1.25, "stroke-dasharray": "8 3 2 3" },
  { stroke: DRUG_COLOUR.calciumVitaminD, "stroke-width": 1.25 },
];

function panelOf(site: ShownSite, data: SimulationFigureData, terms: Terms): CoursePanel {
  const key = (course: string): string => `${site.site}/${course}`;
  const treated: PanelLine[] =
    site.treated === undefined
      ? []
      : [
          {
            key: key("treated"),
            name: terms.text(words.treated),
            course: site.treated,
            paint: { stroke: SITE_COLOUR[site.site], "stroke-width": 2.5 },
            weight: "bold",
          },
        ];
  const pinned = (site.pinned ?? []).map(
    ({ id, name, course }, index): PanelLine => ({
      key: key(`pinned/${id}`),
      name: terms.text(name),
      course,
      paint: pinnedPaint(index),
      weight: "normal",
    }),
  );
  const bands: PanelBand[] = [];
  if (site.untreatedBand !== undefined) {
    bands.push({
      key: key("untreatedBand"),
      name: terms.text(words.untreatedBand),
      band: site.untreatedBand,
      colour: COLOUR.benchmark,
      opacity: 0.14,
    });
  }
  if (site.treatedBand !== undefined) {
    const { median: _, ...band } = site.treatedBand;
    bands.push({
      key: key("treatedBand"),
      name: terms.text(words.treatedBand),
      band,
      colour: SITE_COLOUR[site.site],
      opacity: 0.16,
    });
  }
  return {
    site: site.site,
    name: terms.site(site.site),
    since: data.since,
    quantity: data.quantity,
    lines: [
      ...treated,
      {
        key: key("untreated"),
        name: terms.text(words.untreated),
        course: site.untreated,
        paint: UNTREATED_PAINT,
        weight: "bold",
      },
      ...pinned,
    ],
    bands,
    scans: scansWithin(site, data.span),
  };
}

/** Scans that may have been taken within the axis. */
function scansWithin({ scans = [] }: ShownSite, [first, last]: readonly [number, number]): readonly SimulatedScan[] {
  return scans.filter(({ months }) => months.latest >= first && months.earliest <= last);
}

function pinnedPaint(index: number): LinePaint {
  return PINNED_PAINTS[index % PINNED_PAINTS.length] ?? UNTREATED_PAINT;
}

function hiddenSites(data: SimulationFigureData, terms: Terms): readonly string[] {
  return data.sites.flatMap((site) =>
    site.kind === "shown" ? [] : [NOT_SHOWN[terms.lang]({ site: site.site, reason: terms.text(site.reason) }, terms)],
  );
}

function keysOf(panels: readonly CoursePanel[], data: SimulationFigureData, terms: Terms): readonly string[] {
  if (panels.length === 0) return [];
  const shown = data.sites.filter((site) => site.kind === "shown");
  const scans = panels.flatMap((panel) => panel.scans);
  const keys: string[] = [
    terms.text(shown.some((site) => site.treated !== undefined) ? words.dashes : words.onlyUntreated),
  ];
  if (panels.some(({ bands }) => bands.length > 0)) keys.push(terms.text(words.bands));
  if (panels.some(({ bands }) => bands.some(({ band }) => band.median !== undefined))) {
    keys.push(terms.text(words.medians));
  }
  if (data.errorBars !== undefined && scans.some(({ half }) => half !== undefined)) {
    keys.push(ERROR_BARS[terms.lang]({ what: terms.text(data.errorBars) }, terms));
  }
  if (scans.some(({ months }) => months.earliest < months.latest)) keys.push(terms.text(words.reach));
  if (scans.some(({ leftOut }) => leftOut !== undefined)) keys.push(terms.text(words.hollow));
  return keys;
}

/** Where each course ends, for a reader who cannot see it. */
function summaryOf(panels: readonly CoursePanel[], data: SimulationFigureData, terms: Terms): string {
  return [...panels.map((panel) => panelSummary(panel, data.span, terms)), ...hiddenSites(data, terms)].join(
    terms.lang === "zh" ? "" : " ",
  );
}
