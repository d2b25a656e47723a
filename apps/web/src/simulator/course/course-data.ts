import { circuitSimulation, DAYS_PER_MONTH, sayShownVerdicts, shownSites, siteVerdicts } from "@materbone/circuit";
import { point, SKELETAL_SITES, type SkeletalSite, type Terms, type Text } from "@materbone/clinical";
import {
  type DrugLane,
  extrapolatedStretches,
  headed,
  inBoth,
  type MonthBand,
  type PinnedCourse,
  type SimulatedScan,
  type SimulatedSite,
  type SimulationFigureData,
  type SimulationFrame,
} from "@materbone/report";
import { type AlignedPoint, alignedPoints } from "../aligned-points.ts";
import {
  type CourseInputs,
  doseShown,
  doseUnit,
  type GivenCourse,
  isOnBone,
  isTreated,
  weaningMonth,
} from "../course-inputs.ts";
import { chosenInterval, doseIntervals } from "../dose-intervals.ts";
import { PARTIAL_NURSING } from "../scenario-of-inputs.ts";
import type { RanCourse } from "../simulate-course.ts";
import type { SimulatedWoman } from "../simulator-context.tsx";
import { sayDose, sayInterval } from "../simulator-words.ts";
import { courseWords, hiddenSite, sayWeaningAssumed } from "./course-words.ts";

/** Percent change of density since delivery, by site. */
export const SITE_OUTPUTS: Readonly<Record<SkeletalSite, string>> = {
  lumbarSpine: "dBMD_LS_pct",
  femoralNeck: "dBMD_FN_pct",
  totalHip: "dBMD_TH_pct",
};

/** Bands of a population at one site. */
export type SiteBand = { readonly treated: MonthBand; readonly untreated: MonthBand };

export type CourseParts = {
  readonly inputs: CourseInputs;
  readonly treated: RanCourse;
  readonly untreated: RanCourse;
  readonly woman?: Pick<SimulatedWoman, "name" | "scans"> | undefined;
  readonly bands?: ReadonlyMap<SkeletalSite, SiteBand> | undefined;
  /** Both ends of an open time of weaning, where courses for them are drawn. */
  readonly weanedBetween?: readonly [number, number] | undefined;
  readonly pinned?: readonly { readonly id: string; readonly name: Text; readonly course: RanCourse }[];
};

/** A course as its figure wants it: every site, or why it is hidden. */
export function courseFigureData(parts: CourseParts): SimulationFigureData {
  const { woman } = parts;
  const scans = woman?.scans ?? [];
  const { weanedBetween } = parts;
  return {
    ...simulationFrame(parts.inputs, parts.treated),
    ...(weanedBetween === undefined ? {} : { weaned: { earliest: weanedBetween[0], latest: weanedBetween[1] } }),
    ...(woman === undefined ? {} : { subject: { en: woman.name, zh: woman.name } }),
    quantity: "percent",
    sites: SKELETAL_SITES.map((site) => siteOf(site, parts)),
    notes: [
      ...(weanedBetween === undefined
        ? []
        : [inBoth((terms) => sayWeaningAssumed[terms.lang]({ month: weaningMonth(parts.inputs.nursing) }, terms))]),
      ...(scans.length === 0 ? [] : [courseWords.aligned]),
      inBoth((terms) => sayShownVerdicts(terms).join(" ")),
    ],
  };
}

/** What every figure of the course says of itself: time, nursing, drugs, and where the model extrapolates. */
export function simulationFrame(inputs: CourseInputs, course: RanCourse): SimulationFrame {
  const { nursing, months } = inputs;
  const weaned = weaningMonth(nursing);
  return {
    id: "simulator",
    model: MODEL,
    since: "delivery",
    span: [0, months],
    nursing: nursingOf(inputs),
    ...(weaned > 0 && weaned < months ? { weaned: point(weaned) } : {}),
    drugs: inputs.given
      .filter(({ startMonth }) => startMonth <= months)
      .map((given, place) => laneOf(given, place, months)),
    extrapolated: extrapolatedStretches(course.warnings, course.months.at(-1) ?? 0),
  };
}

const MODEL = { title: circuitSimulation.title, version: circuitSimulation.version };

function siteOf(site: SkeletalSite, parts: CourseParts): SimulatedSite {
  if (!shownSites.includes(site)) {
    const verdict = siteVerdicts.find((each) => SITE_OUTPUTS[site] === `dBMD_${each.site}_pct`);
    return {
      kind: "notShown",
      site,
      reason: inBoth((terms) => hiddenSite[terms.lang](verdict ?? { met: 0, rows: 0 }, terms)),
    };
  }
  const { inputs, treated, untreated, woman, bands, pinned = [] } = parts;
  const own = courseOf(treated, site);
  const band = bands?.get(site);
  const scans = (woman?.scans ?? []).filter((scan) => scan.site === site);
  const drugs = isTreated(inputs);
  return {
    kind: "shown",
    site,
    ...(drugs ? { treated: own } : {}),
    untreated: courseOf(untreated, site),
    ...(drugs && band !== undefined ? { treatedBand: band.treated } : {}),
    ...(band === undefined ? {} : { untreatedBand: band.untreated }),
    scans: alignedPoints(scans, own.months, own.values).map(scanOf),
    pinned: pinned.map(({ id, name, course }): PinnedCourse => ({ id, name, course: courseOf(course, site) })),
  };
}

function courseOf(
  { months, values }: RanCourse,
  site: SkeletalSite,
): { readonly months: Float64Array; readonly values: Float64Array } {
  return { months, values: values.get(SITE_OUTPUTS[site]) ?? new Float64Array(months.length) };
}

function scanOf(scan: AlignedPoint): SimulatedScan {
  return {
    at: scan.at,
    name: scan.name,
    months: scan.months,
    value: scan.percent,
    ...(scan.isAnchor ? { leftOut: courseWords.anchor } : {}),
  };
}

function nursingOf({ nursing, months }: CourseInputs): SimulationFrame["nursing"] {
  const share = { full: 1, partial: PARTIAL_NURSING, none: 0 };
  let from = 0;
  return nursing.flatMap(({ level, months: lasts }) => {
    const stretch = {
      fromMonth: Math.min(from, months),
      toMonth: Math.min(from + lasts, months),
      intensity: share[level],
    };
    from += lasts;
    return stretch.toMonth > stretch.fromMonth && level !== "none" ? [stretch] : [];
  });
}

/** Doses closer than this are a drug taken steadily. */
const STEADY_DAYS = 28;
function laneOf(given: GivenCourse, place: number, months: number): DrugLane {
  const { agent, startMonth, everyDays, untilMonth } = given;
  const end = Math.min(untilMonth ?? months, months);
  const name = inBoth((terms) => headed(terms.agent(agent)));
  const lane = { id: `${agent}-${place}`, name, detail: inBoth((terms) => detailOf(given, terms)) };
  if (everyDays === undefined) return { ...lane, doseMonths: [startMonth] };
  if (everyDays < STEADY_DAYS) return { ...lane, doseMonths: [startMonth], toMonth: end };
  const step = everyDays / DAYS_PER_MONTH;
  const count = Math.floor((end - startMonth) / step + 1e-9) + 1;
  return { ...lane, doseMonths: Array.from({ length: Math.max(1, count) }, (_, dose) => startMonth + dose * step) };
}

function detailOf(given: GivenCourse, terms: Terms): string {
  const { unit } = doseUnit(given.agent);
  const dose = sayDose[terms.lang]({ unit, isPerDay: !isOnBone(given) }, terms);
  const intervals = doseIntervals(given.agent, given.everyDays);
  const interval = intervals[chosenInterval(intervals, given.everyDays)] ?? { kind: "once" };
  const often = isOnBone(given) ? [sayInterval[terms.lang](interval, terms)] : [];
  return terms.series([`${doseShown(given)} ${dose}`, ...often]);
}
