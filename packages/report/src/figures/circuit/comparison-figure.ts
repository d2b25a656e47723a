import { createTerms, type SkeletalSite, type Terms, type Text } from "@materbone/clinical";
import { finite, notNegative, onePlaceEach } from "../evidence/checked.ts";
import type { Figure, FigureOptions } from "../figure.ts";
import { COLOUR, DRUG_COLOUR, SITE_COLOUR } from "../theme.ts";
import type { CoursePanel, PanelBand, PanelLine } from "./course-panel.ts";
import { panelSummary } from "./panel-summary.ts";
import {
  checkBand,
  checkCourse,
  checkFrame,
  type MonthBand,
  type MonthCourse,
  type SimulatedModel,
  type SimulatedQuantity,
  type SimulatedScan,
  type SimulationFrame,
} from "./simulation-data.ts";
import { modelName } from "./simulation-foot.ts";
import { simulationPage } from "./simulation-page.ts";
import { COMPARISON_TITLE, ERROR_BARS, NAMED_BAND, SIMULATION_WORDS as words } from "./simulation-words.ts";

/** One of the courses compared: a scenario, or the same scenario by another model. */
export type ComparedCourse = {
  readonly id: string;
  readonly name: Text;
  readonly role: "treated" | "untreated";
  /** Where it is not the model of the figure. */
  readonly model?: SimulatedModel | undefined;
  readonly course: MonthCourse;
  readonly band?: MonthBand | undefined;
};

export type ComparisonFigureData = SimulationFrame & {
  readonly site: SkeletalSite;
  readonly quantity: SimulatedQuantity;
  /** In reading order. */
  readonly courses: readonly ComparedCourse[];
  readonly scans?: readonly SimulatedScan[] | undefined;
  readonly errorBars?: Text | undefined;
};

/**
 * Scenarios or models at one site in one plot, each named at its end and none blended with another: solid with treatment,
 * dashed without.
 *
 * @throws RangeError for an empty span, a number that is not finite, or months that do not ascend
 * @throws TypeError for arrays of different lengths, or two courses of one id
 */
export function comparisonFigure(data: ComparisonFigureData, options: FigureOptions): Figure {
  check(data);
  const terms = createTerms(options.lang);
  const panel = panelOf(data, terms);
  const keys = [terms.text(words.solid), terms.text(words.apart)];
  if (data.errorBars !== undefined && panel.scans.length > 0) {
    keys.push(ERROR_BARS[terms.lang]({ what: terms.text(data.errorBars) }, terms));
  }
  return simulationPage({
    kind: "comparison",
    frame: data,
    options,
    title: COMPARISON_TITLE[terms.lang]({ site: terms.site(data.site) }, terms),
    summary: panelSummary(panel, data.span, terms),
    quantity: data.quantity,
    panels: data.courses.length === 0 ? [] : [panel],
    models: data.courses.length === 0 ? [data.model] : data.courses.map(({ model = data.model }) => model),
    head: [],
    keys,
    terms,
  });
}

function check(data: ComparisonFigureData): void {
  checkFrame(data);
  onePlaceEach(data.courses.map(({ id }) => id));
  for (const { course, band } of data.courses) {
    checkCourse(course);
    if (band !== undefined) checkBand(band);
  }
  for (const { value, half = 0 } of data.scans ?? []) {
    finite("value of a scan", value);
    notNegative("error bar of a scan", half);
  }
}

function panelOf(data: ComparisonFigureData, terms: Terms): CoursePanel {
  const colours = coloursOf(data);
  const lines = data.courses.map(({ id, name, role, model, course }): PanelLine => {
    const words = terms.text(name);
    return {
      key: `course/${id}`,
      name: model === undefined ? words : `${words}${terms.lang === "zh" ? "：" : ": "}${modelName(model, terms)}`,
      course,
      paint: {
        stroke: colours.get(id) ?? COLOUR.ink,
        "stroke-width": 2,
        "stroke-dasharray": role === "untreated" ? "5 3" : undefined,
      },
      weight: "normal",
    };
  });
  const bands = data.courses.flatMap(({ id, name, band }): PanelBand[] => {
    if (band === undefined) return [];
    const words = NAMED_BAND[terms.lang]({ name: terms.text(name) }, terms);
    return [{ key: `band/${id}`, name: words, band, colour: colours.get(id) ?? COLOUR.ink, opacity: 0.12 }];
  });
  const [first, last] = data.span;
  const scans = (data.scans ?? []).filter(({ months }) => months.latest >= first && months.earliest <= last);
  return {
    site: data.site,
    name: terms.site(data.site),
    since: data.since,
    quantity: data.quantity,
    lines,
    bands,
    scans,
  };
}

/** One colour per course with treatment; without, that of its model's first, or of every course without a drug. */
function coloursOf(data: ComparisonFigureData): ReadonlyMap<string, string> {
  const modelOf = ({ model = data.model }: ComparedCourse): string => `${model.title.en} ${model.version}`;
  const isOfModels = new Set(data.courses.map(modelOf)).size > 1;
  const palette = [
    SITE_COLOUR[data.site],
    DRUG_COLOUR.denosumab,
    DRUG_COLOUR.romosozumab,
    DRUG_COLOUR.sequence,
    DRUG_COLOUR.mixed,
    DRUG_COLOUR.calciumVitaminD,
  ];
  const colours = new Map<string, string>();
  const byModel = new Map<string, string>();
  for (const course of data.courses) {
    if (course.role === "untreated") continue;
    const colour = palette[colours.size % palette.length] ?? COLOUR.ink;
    colours.set(course.id, colour);
    if (!byModel.has(modelOf(course))) byModel.set(modelOf(course), colour);
  }
  for (const course of data.courses) {
    if (course.role === "treated") continue;
    colours.set(course.id, (isOfModels ? byModel.get(modelOf(course)) : undefined) ?? COLOUR.benchmark);
  }
  return colours;
}
