import { type CircuitWarning, type Scenario, shownSites, type Trajectory } from "@materbone/circuit";
import { type Lang, localText, SKELETAL_SITES, type SkeletalSite, type Text } from "@materbone/clinical";
import {
  CASE_COURSE_WORDS,
  courseFrame,
  type Figure,
  type MonthCourse,
  monthOf,
  pairedNotes,
  type SimulatedSite,
  type SimulationFrame,
  simulationFigure,
  smallPanelsFigure,
} from "@materbone/report";
import { isUndefinedColumn, scenarioVerdicts, undefinedChangeNotes } from "./simulation-notes.ts";
import { warningNotes } from "./warning-data.ts";

/** Columns that hold the percent change of BMD, by site: first the one that the circuit stands for. */
const CHANGE_COLUMNS: Readonly<Record<SkeletalSite, readonly string[]>> = {
  lumbarSpine: ["dBMD_LS_pct", "dBMDls_pct"],
  femoralNeck: ["dBMD_FN_pct"],
  totalHip: ["dBMD_TH_pct"],
};

/**
 * A run of a scenario as a drawing, with the same run without drugs that act on bone beside it: BMD of the spine where the scenario asks
 * for it, else the columns asked for in small plots.
 *
 * @param untreated - `undefined` where no such drug is given
 * @param warnings - `undefined` of a model that has none to give
 */
export function simulationSvg(
  scenario: Scenario,
  trajectory: Trajectory,
  untreated: Trajectory | undefined,
  warnings: readonly CircuitWarning[] | undefined,
  lang: Lang,
): string {
  const frame: SimulationFrame = {
    ...courseFrame(scenario, scenario.model.name),
    notes: [
      ...pairedNotes((terms) => [
        ...scenarioVerdicts(scenario, terms),
        ...undefinedChangeNotes(scenario, { trajectory, untreated }, terms),
      ]),
      ...(warnings === undefined ? [] : warningNotes(warnings, "sinceStart")),
    ],
  };
  const courses: Courses = {
    untreated: untreated ?? trajectory,
    ...(untreated === undefined ? {} : { treated: trajectory }),
  };
  const sites = sitesOf(scenario, courses);
  return (sites.length > 0 ? bmdFigure(scenario, frame, sites, lang) : panels(scenario, frame, courses, lang)).svg;
}

/** The run with drugs, where any is given, and without. */
type Courses = { readonly treated?: Trajectory; readonly untreated: Trajectory };

function bmdFigure(scenario: Scenario, frame: SimulationFrame, sites: readonly SimulatedSite[], lang: Lang): Figure {
  const { title } = scenario;
  return simulationFigure(
    {
      ...frame,
      ...(title === undefined ? {} : { subject: { en: localText(title, "en"), zh: localText(title, "zh") } }),
      quantity: "percent",
      sites,
    },
    { lang, layout: "broad" },
  );
}

function sitesOf(scenario: Scenario, { treated, untreated }: Courses): readonly SimulatedSite[] {
  return SKELETAL_SITES.flatMap((site): readonly SimulatedSite[] => {
    const asked = CHANGE_COLUMNS[site].find((each) => untreated.columns.some(({ name }) => name === each));
    if (asked === undefined) return [];
    if (!shownSites.includes(site)) return [{ kind: "notShown", site, reason: CASE_COURSE_WORDS.notValidated }];
    const column = untreated.columns.findIndex(({ name }) => name === asked);
    return [
      {
        kind: "shown",
        site,
        untreated: courseOf(scenario, untreated, column),
        ...(treated === undefined ? {} : { treated: courseOf(scenario, treated, column) }),
      },
    ];
  });
}

function panels(scenario: Scenario, frame: SimulationFrame, { treated, untreated }: Courses, lang: Lang): Figure {
  const { facts } = scenario.model;
  return smallPanelsFigure(
    {
      ...frame,
      // A percent change since a value of 0 is undefined, so there is nothing to draw; a note says so.
      panels: untreated.columns.flatMap(({ name, unit }, column) => {
        if ([treated ?? untreated, untreated].some((each) => isUndefinedColumn(each, column))) return [];
        const largest = Math.max(...((treated ?? untreated).values[column] ?? []).map(Math.abs));
        const panel = {
          id: `${column}-${name}`,
          name: facts.get(name)?.meaning ?? { en: name, zh: name },
          unit: sameInBoth(unit === "1" || unit === "-" ? "" : unit),
          decimals: largest >= 100 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 4,
          untreated: courseOf(scenario, untreated, column),
          ...(treated === undefined ? {} : { treated: courseOf(scenario, treated, column) }),
        };
        return [panel];
      }),
    },
    { lang, layout: "broad" },
  );
}

function courseOf(scenario: Scenario, { times, values }: Trajectory, column: number): MonthCourse {
  return { months: Array.from(times, (time) => monthOf(time, scenario)), values: values[column] ?? [] };
}

/** A unit is written alike in both languages. */
function sameInBoth(unit: string): Text {
  return { en: unit, zh: unit };
}
