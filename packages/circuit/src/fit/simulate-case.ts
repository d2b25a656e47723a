import { type CaseView, type LscSource, SKELETAL_SITES, type SkeletalSite } from "@materbone/clinical";
import { circuitPopulation, DENSITY_OUTPUTS } from "../population/circuit-job.ts";
import type { CircuitJob } from "../population/circuit-women.ts";
import { type PopulationBand, populationBand } from "../population/population-bands.ts";
import { statedPrior } from "../population/population-knowledge.ts";
import type { CancelSignal, PopulationRunner } from "../population/population-runner.ts";
import { type VirtualWomen, virtualWomen } from "../population/virtual-women.ts";
import { highestScore, womanOfPrior } from "../population/woman-of-prior.ts";
import { createRunner } from "../run/create-runner.ts";
import type { Plan } from "../run/plan.ts";
import { readScenario } from "../scenario/read-scenario.ts";
import type { ScenarioProblem } from "../scenario/scenario-problem.ts";
import { HOURS_PER_MONTH } from "../scenario/time-unit.ts";
import type { SimulationModel } from "../simulation-model.ts";
import type { CircuitWarning } from "../warnings/circuit-warning.ts";
import { circuitWarnings } from "../warnings/circuit-warnings.ts";
import type { CaseCourse } from "./case-course.ts";
import { type CaseFit, caseFit } from "./case-fit.ts";
import { type CaseVariant, caseScenario, type NursingChoice } from "./case-scenario.ts";
import { type ScanObservation, type ScanObservations, scanObservations } from "./scan-observations.ts";
import { shownSites } from "./shown-sites.ts";

export type CaseQuestion = {
  readonly view: CaseView;
  /** The circuit. */
  readonly model: SimulationModel;
  /** Where the precision of a scan comes from. */
  readonly lsc: LscSource;
  readonly runner: PopulationRunner<CircuitJob>;
  readonly women: number;
  readonly seed: number;
  /** End of the course, months post partum; default a year after the last scan, 24 at least. */
  readonly untilMonth?: number | undefined;
  readonly weanedMonth?: number | undefined;
  readonly signal?: CancelSignal;
  readonly onProgress?: (done: number, all: number) => void;
};

/** One woman's course as the model has it, with her drugs and always without. */
export type CaseSimulation =
  | {
      readonly kind: "simulated";
      readonly course: CaseCourse;
      readonly nursing: NursingChoice;
      readonly scans: ScanObservations;
      readonly variants: readonly CaseVariantResult[];
    }
  | { readonly kind: "weaningUnknown" }
  /** The record holds values that the model does not take. */
  | { readonly kind: "refused"; readonly problems: readonly ScenarioProblem[] };

export type CaseVariantResult = {
  readonly weanedMonth: number | undefined;
  readonly scenario: CaseVariant;
  readonly months: readonly number[];
  readonly women: VirtualWomen;
  /**
   * Density of the stored women over that at delivery, percent change, before any scan is seen: in the order of
   * `SKELETAL_SITES`; only `shownSites` are shown.
   */
  readonly expected: readonly { readonly treated: PopulationBand; readonly untreated: PopulationBand }[];
  /** Change of the stored women since her first scan of each site in the fit, none fitted to her. */
  readonly sinceFirstScan: readonly SinceFirstScan[];
  /** Absent where no scan can be used. */
  readonly fit?: CaseFit;
  /** Of the course with her drugs, in the woman that fits her scans best; of the median woman where none can be used. */
  readonly warnings: readonly CircuitWarning[];
};

/** Percent change of density since the month of a woman's first scan, at the months of the courses from there on. */
export type SinceFirstScan = {
  readonly site: SkeletalSite;
  /** Of several readings of her first scan the one that goes with the reading of weaning: the first with the first. */
  readonly firstMonth: number;
  readonly months: readonly number[];
  readonly treated: PopulationBand;
  readonly untreated: PopulationBand;
};

/** Months that a course goes on after the last scan. */
const MONTHS_AFTER = 12;
const FEWEST_MONTHS = 24;
/** Relative tolerance of the courses that a fit differentiates. */
const FIT_TOLERANCE = 1e-7;

/**
 * Simulates one woman of a record under each reading of when she weaned, and fits her scans.
 *
 * @throws PopulationCancelledError when the signal asks for it
 */
export async function simulateCase(question: CaseQuestion): Promise<CaseSimulation> {
  const { view, model, lsc } = question;
  const scans = withoutHiddenSites(scanObservations(view, lsc));
  const seen = scans.observations.flatMap(({ months }) => months);
  const untilMonth = question.untilMonth ?? Math.max(FEWEST_MONTHS, ...seen.map((month) => month + MONTHS_AFTER));
  const inTime = scans.observations.filter(({ months }) => months.every((month) => month <= untilMonth));
  const read = caseScenario(view, {
    untilMonth,
    weanedMonth: question.weanedMonth,
    names: SKELETAL_SITES.map((site) => DENSITY_OUTPUTS[site]),
    alsoMonths: [...new Set(seen)].filter((month) => month <= untilMonth),
  });
  if ("kind" in read) return read;
  const variants: CaseVariantResult[] = [];
  for (const [position, scenario] of read.variants.entries()) {
    const plans = [scenario.treated, scenario.untreated].map((file) => readScenario(file, [model]));
    const [treated, untreated] = plans;
    if (treated?.kind !== "read" || untreated?.kind !== "read") {
      return { kind: "refused", problems: plans.flatMap((each) => (each.kind === "refused" ? each.problems : [])) };
    }
    const courses = [treated.scenario.plan, untreated.scenario.plan] as const;
    const done = position * question.women;
    variants.push({
      weanedMonth: scenario.weanedMonth,
      scenario,
      ...(await variantResult(question, courses, inTime, position / Math.max(1, read.variants.length - 1), (women) =>
        question.onProgress?.(done + women, read.variants.length * question.women),
      )),
    });
  }
  return { kind: "simulated", course: read.course, nursing: read.nursing, scans, variants };
}

function withoutHiddenSites({ observations, fracturedInside, leftOut }: ScanObservations): ScanObservations {
  const hidden = observations.filter(({ site }) => !shownSites.includes(site));
  return {
    observations: observations.filter(({ site }) => shownSites.includes(site)),
    fracturedInside: fracturedInside.filter(({ site }) => shownSites.includes(site)),
    leftOut: [
      ...leftOut,
      ...hidden.map(({ scan, at, site }) => ({ scan, at, site, reason: "siteNotValidated" as const })),
    ],
  };
}

async function variantResult(
  { model, runner, women: count, seed, signal }: CaseQuestion,
  plans: readonly [treated: Plan, untreated: Plan],
  scans: readonly ScanObservation[],
  reading: number,
  onProgress: (women: number) => void,
): Promise<Omit<CaseVariantResult, "weanedMonth" | "scenario">> {
  const { job, anchors } = circuitPopulation(model, plans);
  const batch = await runner.run({ job, seed, women: count, onProgress, ...(signal === undefined ? {} : { signal }) });
  const women = virtualWomen(batch, seed, anchors);
  const months = Array.from(plans[0].times, (hours) => hours / HOURS_PER_MONTH);
  const columns = SKELETAL_SITES.length;
  const perWoman = 2 * columns * months.length;
  const changeOf = (course: 0 | 1, column: number, from: number): PopulationBand => {
    const rows = months.length - from;
    const values = new Float64Array(count * rows);
    for (let woman = 0; woman < count; woman++) {
      const start = woman * perWoman + (course * columns + column) * months.length + from;
      for (let at = 0; at < rows; at++) {
        values[woman * rows + at] = 100 * (batch.values[start + at] / batch.values[start] - 1);
      }
    }
    return populationBand(values, rows, women.weights);
  };
  const prior = statedPrior(model.kernel.parameters);
  const fit =
    scans.length === 0
      ? undefined
      : caseFit(
          scans,
          { batch, women, months, columns },
          ratiosOf(model, plans[0], months, scans),
          highestScore(prior),
        );
  return {
    months,
    women,
    warnings: shownWarnings(model, plans[0], womanOfPrior(model, prior, fit?.susceptibility.estimate ?? 0)),
    expected: SKELETAL_SITES.map((_, column) => ({
      treated: changeOf(0, column, 0),
      untreated: changeOf(1, column, 0),
    })),
    sinceFirstScan: shownSites.flatMap((site) => {
      const firstMonth = firstMonthOf(scans, site, reading);
      const from = months.findIndex((month) => Math.abs(month - (firstMonth ?? Number.NaN)) < 1e-4);
      if (firstMonth === undefined || from < 0) return [];
      const column = SKELETAL_SITES.indexOf(site);
      const [treated, untreated] = [changeOf(0, column, from), changeOf(1, column, from)];
      return [{ site, firstMonth, months: months.slice(from), treated, untreated }];
    }),
    ...(fit === undefined ? {} : { fit }),
  };
}

/** @param reading - 0 for the first reading of times that are open, 1 for the last */
function firstMonthOf(scans: readonly ScanObservation[], site: SkeletalSite, reading: number): number | undefined {
  const [first] = scans.filter((scan) => scan.site === site).sort((a, b) => a.months[0] - b.months[0]);
  return first?.months[Math.round(reading * (first.months.length - 1))];
}

/** Without the extrapolation at the hip where no hip is shown. */
function shownWarnings(model: SimulationModel, plan: Plan, parameters: Float64Array): readonly CircuitWarning[] {
  const showsHip = shownSites.some((site) => site !== "lumbarSpine");
  return circuitWarnings(model, plan, { parameters }).filter(
    (each) => showsHip || each.kind !== "extrapolation" || each.reason !== "hip",
  );
}

/** Densities over rest at the scans, of the woman of the prior with that susceptibility and the median of everything else. */
function ratiosOf(
  model: SimulationModel,
  plan: Plan,
  months: readonly number[],
  scans: readonly ScanObservation[],
): (score: number) => Float64Array {
  const runner = createRunner(model.kernel);
  const prior = statedPrior(model.kernel.parameters);
  const places = scans.flatMap(({ site, months: times }) =>
    times.map((month) => ({
      column: SKELETAL_SITES.indexOf(site),
      row: months.findIndex((each) => Math.abs(each - month) < 1e-4),
    })),
  );
  const exact = { ...plan, tolerance: FIT_TOLERANCE };
  return (score) => {
    const { values } = runner.run(exact, { parameters: womanOfPrior(model, prior, score) });
    return Float64Array.from(places, ({ column, row }) => values[column][row]);
  };
}
