import type { CaseView, TimedTreatment } from "../record/case-view.ts";
import type { Dose } from "../record/treatment.ts";
import { elapsed, type Interval } from "../time/interval.ts";
import { agentKnowledge, type Regimen } from "./agent.ts";
import { periodMonths } from "./period.ts";
import { amountRange, checkRegimen } from "./regimen.ts";
import type { AgentId, Route } from "./vocabulary.ts";

/** An amount of drug, as a range of doses over a range of time. */
export type CumulativeDose = { readonly amount: Interval; readonly unit: string };

/** One treatment of the record as exposure to a drug. */
export type Course = {
  readonly agent: AgentId;
  readonly route: Route | undefined;
  readonly start: Interval | undefined;
  /** End of the time that the drug covers; `undefined` when the record does not fix it. */
  readonly end: Interval | undefined;
  /**
   * `recorded`; `singleDose`: the period of the regimen after the one dose; `ongoing` at the end of the record;
   * `notRecorded`.
   */
  readonly endBasis: "recorded" | "singleDose" | "ongoing" | "notRecorded";
  readonly cumulative: CumulativeDose | undefined;
  /** JSON Pointer of the treatment. */
  readonly at: string;
};

/** Every given treatment as a course, in the order of the record; non-drug measures included, declined ones not. */
export function coursesOf(view: CaseView): readonly Course[] {
  return view.treatments.map((treatment) => {
    const { agent, dose, route } = treatment.entry;
    return {
      agent,
      route,
      start: treatment.when,
      ...endOf(treatment),
      cumulative: cumulativeDose(treatment, dose),
      at: treatment.at,
    };
  });
}

function endOf(treatment: TimedTreatment): Pick<Course, "end" | "endBasis"> {
  if (treatment.entry.dose?.per === "once") return endOfSingleDose(treatment);
  if (treatment.end !== undefined) return { end: treatment.end, endBasis: "recorded" };
  return { end: undefined, endBasis: treatment.entry.ongoing === true ? "ongoing" : "notRecorded" };
}

/** A single dose covers the period of its regimen (a yearly infusion a year); without one its cover is not known. */
function endOfSingleDose(treatment: TimedTreatment): Pick<Course, "end" | "endBasis"> {
  const months = coverMonths(treatment);
  const start = treatment.when;
  if (months === undefined || start === undefined) return { end: undefined, endBasis: "notRecorded" };
  return { end: { earliest: start.earliest + months, latest: start.latest + months }, endBasis: "singleDose" };
}

function coverMonths(treatment: TimedTreatment): number | undefined {
  const { agent, dose, route } = treatment.entry;
  const check = checkRegimen(agent, dose, route);
  const regimen: Regimen | undefined =
    check.kind === "inside"
      ? check.regimen
      : agentKnowledge(agent).regimens.find(
          (each) => each.singleDoseCounts === true && (route === undefined || each.routes.includes(route)),
        );
  return regimen === undefined ? undefined : periodMonths(regimen.per);
}

function cumulativeDose(treatment: TimedTreatment, dose: Dose | undefined): CumulativeDose | undefined {
  if (dose === undefined) return undefined;
  const { low, high } = amountRange(dose);
  const times = administrations(treatment, dose.per);
  if (times === undefined) return undefined;
  return { amount: { earliest: low * times.earliest, latest: high * times.latest }, unit: dose.unit };
}

/**
 * How often the dose was given. Daily and weekly doses are counted in proportion to time; rarer ones as whole doses,
 * between those that fit before the end (the end is the end of cover) and one more (the end is the last dose).
 */
function administrations(treatment: TimedTreatment, per: string): Interval | undefined {
  const period = periodMonths(per);
  if (per === "once") return { earliest: 1, latest: 1 };
  if (period === undefined) return undefined;
  if (treatment.when === undefined || treatment.end === undefined) return undefined;
  const months = elapsed(treatment.when, treatment.end);
  if (months.latest < 0) return undefined;
  const least = Math.max(0, months.earliest) / period;
  const most = months.latest / period;
  // A course that was given has at least one dose, also where start and end print as the same month.
  if (period < 1) return { earliest: Math.max(1, least), latest: Math.max(1, most) };
  return { earliest: Math.max(1, Math.ceil(least - ROUNDING)), latest: Math.floor(most + ROUNDING) + 1 };
}

/** Slack for the binary tail of a quotient of months, so that 24 months hold two years. */
const ROUNDING = 1e-9;
