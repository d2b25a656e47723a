import { type CaseCourse, caseCourse, type NursingChoice, shownSites } from "@materbone/circuit";
import { type CaseView, type Interval, isBounded, type Text } from "@materbone/clinical";
import { inBoth, scanName } from "@materbone/report";
import { given } from "../app/search-value.ts";
import {
  type CourseInputs,
  DEFAULT_INPUTS,
  type GivenCourse,
  MOST_MONTHS,
  type NursingStretch,
} from "./course-inputs.ts";

/** What a record says of a course, as inputs, with everything that was settled on the way. */
export type RecordedInputs = {
  readonly inputs: CourseInputs;
  readonly course: CaseCourse;
  readonly nursing: NursingChoice | { readonly kind: "notRecorded" };
  /**
   * Both ends of the time of weaning, months, where it has a range; where it is not recorded, what is known of it, at the
   * widest from never to the end of the course.
   */
  readonly weanedBetween?: readonly [number, number];
  readonly scans: readonly RecordedScan[];
};

/** One BMD of the record at a site that the circuit shows. */
export type RecordedScan = {
  readonly scan: string;
  /** JSON Pointer of the scan. */
  readonly at: string;
  readonly site: string;
  readonly bmdGPerCm2: number;
  /** As its reader knows it: an id says nothing. */
  readonly name: Text;
  /** Middle of its time, months post partum. */
  readonly month: number;
  /** When it may have been taken, months post partum. */
  readonly months: Interval;
  readonly device: string;
};

/** Months that a course goes on after the last scan. */
const MONTHS_AFTER = 12;

/** Reads a woman's record as the inputs of a course; nothing is guessed without being said. */
export function recordedInputs(view: CaseView): RecordedInputs {
  const course = caseCourse(view);
  const scans = scansOf(view);
  const last = Math.max(0, ...scans.map(({ month }) => month));
  const months = Math.min(MOST_MONTHS, Math.max(DEFAULT_INPUTS.months, Math.ceil(last) + MONTHS_AFTER));
  const { weaned, ...told } = nursingOf(view, months);
  const level = view.index?.lactation?.intensity === "mixed" ? "partial" : "full";
  const nursing: readonly NursingStretch[] = weaned > 0 ? [{ level, months: plain(weaned) }] : [];
  return {
    inputs: {
      ...DEFAULT_INPUTS,
      nursing,
      infants: Math.min(4, view.index?.fetuses ?? 1),
      given: [...course.doses.map(doseOf), ...course.rates.filter(lasts).map(rateOf)],
      months,
    },
    course,
    scans,
    ...told,
  };
}

type Nursing = { readonly weaned: number } & Pick<RecordedInputs, "nursing" | "weanedBetween">;

function nursingOf(view: CaseView, months: number): Nursing {
  const lactation = view.index?.lactation;
  if (lactation?.breastfed === "no") return { weaned: 0, nursing: { kind: "notNursed" } };
  const { weaned } = view;
  if (weaned !== undefined && isBounded(weaned) && weaned.latest >= 0) {
    const earliest = Math.max(0, weaned.earliest);
    if (earliest === weaned.latest) return { weaned: earliest, nursing: { kind: "recorded" } };
    return { weaned: weaned.latest, nursing: { kind: "bothEnds" }, weanedBetween: [earliest, weaned.latest] };
  }
  if (lactation?.stillBreastfeeding === true) return { weaned: months, nursing: { kind: "stillNursing" } };
  const earliest = Math.min(months, Math.max(0, finiteOr(weaned?.earliest, 0)));
  const latest = Math.max(earliest, Math.min(months, finiteOr(weaned?.latest, months)));
  return {
    weaned: Math.min(latest, Math.max(earliest, DEFAULT_INPUTS.nursing[0]?.months ?? 0)),
    nursing: { kind: "notRecorded" },
    weanedBetween: [earliest, latest],
  };
}

function finiteOr(value: number | undefined, otherwise: number): number {
  return value !== undefined && Number.isFinite(value) ? value : otherwise;
}

function doseOf({ agent, amountMg, firstMonth, everyDays, untilMonth }: CaseCourse["doses"][number]): GivenCourse {
  return {
    agent,
    amountMg: plain(amountMg),
    startMonth: plain(firstMonth),
    ...given({ everyDays, untilMonth: untilMonth === undefined ? undefined : plain(untilMonth) }),
  };
}

/** A range of start and end may leave no time that every reading agrees on. */
function lasts({ fromMonth, untilMonth }: CaseCourse["rates"][number]): boolean {
  return untilMonth === undefined || untilMonth > fromMonth;
}

function rateOf({ substance, mgPerDay, fromMonth, untilMonth }: CaseCourse["rates"][number]): GivenCourse {
  return {
    agent: substance,
    amountMg: plain(mgPerDay),
    startMonth: plain(Math.max(0, fromMonth)),
    everyDays: 1,
    ...given({ untilMonth: untilMonth === undefined ? undefined : plain(untilMonth) }),
  };
}

function scansOf(view: CaseView): readonly RecordedScan[] {
  return view.scans.flatMap((scan) => {
    const { entry, when, at } = scan;
    if (when === undefined || !isBounded(when)) return [];
    const month = plain((when.earliest + when.latest) / 2);
    return shownSites.flatMap((site) => {
      const bmdGPerCm2 = entry.sites[site]?.bmdGPerCm2;
      if (bmdGPerCm2 === undefined || month < 0) return [];
      const name = inBoth((terms) => scanName(scan, terms));
      return [{ scan: entry.id, at, site, bmdGPerCm2, name, month, months: when, device: entry.device ?? "" }];
    });
  });
}

/** Free of what is left of a conversion, so that an address stays short: a thousandth of a month is less than an hour. */
function plain(value: number): number {
  return value >= 1 ? Math.round(value * 1000) / 1000 : Number(value.toPrecision(6));
}
