import type { LabReading } from "../laboratory/reading.ts";
import type { CaseView } from "../record/case-view.ts";
import { elapsed, type Interval, liesWithin } from "../time/interval.ts";
import { DAYS_PER_MONTH } from "../time/time-frame.ts";
import type { AgentCheck, CheckKnowledge, LaboratoryPart } from "./check.ts";
import {
  type Answer,
  lastBefore,
  NOT_DOCUMENTED,
  type ReadinessStatus,
  type ValueSign,
  workupAnswer,
} from "./readiness-answer.ts";

/** Laboratory parts together: one that fails decides, then one that cannot be judged, then one that is missing. */
export function laboratoryAnswer(view: CaseView, check: CheckKnowledge, dose: Interval | undefined): Answer {
  const answers = (check.laboratory ?? []).map((part) => partAnswer(view, check, part, dose));
  for (const status of ["fails", "undecided", "lacks"] satisfies ReadinessStatus[]) {
    const found = answers.find((answer) => answer.status === status);
    if (found !== undefined) return found;
  }
  return answers[0] ?? NOT_DOCUMENTED;
}

/** Creatinine clearance or eGFR against the lowest that the label allows; creatinine alone is not a clearance. */
export function kidneyAnswer(view: CaseView, need: AgentCheck, dose: Interval | undefined): Answer {
  const clearance = lastOf(view, ["creatinineClearance", "egfr"], dose);
  if (clearance === undefined) {
    const creatinine = lastOf(view, ["creatinine"], dose);
    if (creatinine === undefined) return workupAnswer(view, "creatinine", dose) ?? NOT_DOCUMENTED;
    if (need.atLeastMlPerMin === undefined)
      return { status: "has", at: creatinine.at, reason: valueReason(creatinine, "recorded") };
    return { status: "undecided", at: creatinine.at, reason: { kind: "creatinineOnly" } };
  }
  if (need.atLeastMlPerMin === undefined) {
    return { status: "has", at: clearance.at, reason: valueReason(clearance, "recorded") };
  }
  return {
    status: againstLeast(clearance, need.atLeastMlPerMin),
    at: clearance.at,
    reason: limitReason(clearance, need.atLeastMlPerMin, "mL/min"),
  };
}

/** A calcium value in the days after the dose that the check names; low calcium there fails. */
export function afterDoseAnswer(
  view: CaseView,
  check: CheckKnowledge,
  given: readonly (Interval | undefined)[],
): Answer {
  if (given.length === 0) return { status: "notYet", reason: { kind: "noDose" } };
  const doses = given.filter((dose) => dose !== undefined);
  if (doses.length === 0 || check.dueDays === undefined)
    return { status: "undecided", reason: { kind: "doseTimeUnknown" } };
  const { from, to, toleranceDays } = check.dueDays;
  const window = { earliest: (from - toleranceDays) / DAYS_PER_MONTH, latest: (to + toleranceDays) / DAYS_PER_MONTH };
  const part = check.laboratory?.[0] ?? { analytes: [], failsWhen: [] };
  const readings = view.laboratory.filter((reading) => part.analytes.includes(reading.analyte));
  let nearby: LabReading | undefined;
  for (const reading of readings) {
    if (reading.when === undefined) continue;
    for (const dose of doses) {
      const since = elapsed(dose, reading.when);
      // Blood taken on the day of the dose is the baseline, not a check after it.
      if (since.latest <= 0) continue;
      const within = liesWithin(since, window);
      if (within === "yes" && since.earliest > 0) return flagAnswer(reading, part);
      if (within !== "no") nearby = reading;
    }
  }
  if (nearby === undefined) return NOT_DOCUMENTED;
  return { status: "undecided", at: nearby.at, reason: { kind: "outsideDueDays", analyte: nearby.analyte } };
}

function partAnswer(view: CaseView, check: CheckKnowledge, part: LaboratoryPart, dose: Interval | undefined): Answer {
  const reading = lastOf(view, part.analytes, dose);
  if (reading === undefined) return (part.item && workupAnswer(view, part.item, dose)) ?? NOT_DOCUMENTED;
  const limit = check.failsBelow;
  if (limit !== undefined) {
    // The cut-off decides alone: a laboratory's interval for 25(OH)D may be seasonal and reach below deficiency.
    return {
      status: againstLeast(reading, limit.value),
      at: reading.at,
      reason: limitReason(reading, limit.value, limit.unit),
    };
  }
  return flagAnswer(reading, part);
}

function flagAnswer(reading: LabReading, part: LaboratoryPart): Answer {
  const sign: ValueSign = reading.flag;
  const reason = valueReason(reading, sign);
  if (sign === "undetermined" || sign === "noInterval") return { status: "undecided", at: reading.at, reason };
  const fails = (sign === "low" || sign === "high") && part.failsWhen.includes(sign);
  return { status: fails ? "fails" : "has", at: reading.at, reason };
}

/** The limit itself passes. A censored value decides only when all it can be lies on one side. */
function againstLeast(reading: LabReading, least: number): ReadinessStatus {
  const value = reading.canonical;
  if (value === undefined) return "undecided";
  if (reading.value.censored === "<") return value <= least ? "fails" : "undecided";
  if (reading.value.censored === ">") return value >= least ? "has" : "undecided";
  return value >= least ? "has" : "fails";
}

/** The last value of the first analyte listed that has one: a clearance before an eGFR, adjusted before total calcium. */
function lastOf(
  view: CaseView,
  analytes: LaboratoryPart["analytes"],
  dose: Interval | undefined,
): LabReading | undefined {
  for (const analyte of analytes) {
    const last = lastBefore(
      view.laboratory.filter((reading) => reading.analyte === analyte),
      dose,
    );
    if (last !== undefined) return last;
  }
  return undefined;
}

function valueReason(reading: LabReading, sign: ValueSign): Answer["reason"] {
  return { kind: "value", analyte: reading.analyte, value: printed(reading), unit: reading.unit, sign };
}

function limitReason(reading: LabReading, limit: number, limitUnit: string): Answer["reason"] {
  return { kind: "limit", analyte: reading.analyte, value: printed(reading), unit: reading.unit, limit, limitUnit };
}

function printed(reading: LabReading): string {
  return `${reading.value.censored ?? ""}${reading.value.value.toFixed(reading.value.decimals)}`;
}
