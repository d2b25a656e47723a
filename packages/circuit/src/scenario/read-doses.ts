import type { PlanEvent } from "../run/plan.ts";
import type { DoseRoute } from "../simulation-model.ts";
import { readQuantity } from "./quantity.ts";
import { isWithin, type RunSpan } from "./run-span.ts";
import {
  nearestName,
  positionOf,
  report,
  type ScenarioReading,
  timeAt,
  timeText,
  withUnit,
} from "./scenario-reading.ts";
import type { DoseEntry } from "./scenario-schema.ts";

/** Most doses of one run: hourly for eleven years. */
export const MOST_DOSES = 100_000;

/** Assumed: a milligram taken for a microgram is a thousand times too much, and no study gave a hundred times the usual dose. */
const MOST_USUAL_DOSES = 100;

type DoseEvent = Extract<PlanEvent, { kind: "dose" }>;

/** Where a dose goes and how much of it arrives, in the unit of its target. */
type Target = Omit<DoseEvent, "time" | "kind">;

/** Every single dose of the entries; those of 0 change nothing and are left out. */
export function readDoses(
  reading: ScenarioReading,
  entries: readonly (readonly [at: string, entry: DoseEntry])[],
  span: RunSpan | undefined,
): readonly PlanEvent[] {
  const events: PlanEvent[] = [];
  let total = 0;
  for (const [at, entry] of entries) {
    const target = readTarget(reading, at, entry);
    const series = readSeries(reading, at, entry, span);
    const before = total;
    total += series.reduce((sum, { count }) => sum + count, 0);
    if (total > MOST_DOSES) {
      if (before <= MOST_DOSES) report(reading, at, { kind: "tooManyDoses", count: total, limit: MOST_DOSES });
      continue;
    }
    if (target === undefined || !(target.amount > 0)) continue;
    for (const { first, every, count } of series) {
      for (let k = 0; k < count; k++) events.push({ time: first + k * every, kind: "dose", ...target });
    }
  }
  return events;
}

function readTarget(reading: ScenarioReading, at: string, { agent, into, amount }: DoseEntry): Target | undefined {
  if ((agent === undefined) === (into === undefined)) return report(reading, at, { kind: "agentOrPlace" });
  const route = agent === undefined ? undefined : routeOf(reading, `${at}/agent`, agent);
  const name = into ?? route?.into;
  if (name === undefined) return undefined;
  const { kernel } = reading.model;
  const place = positionOf(reading, `${at}/into`, "place", name, [...kernel.states, ...kernel.depots]);
  if (place === undefined) return undefined;
  const isState = place < kernel.states.length;
  const unit = (isState ? kernel.states[place] : kernel.depots[place - kernel.states.length])?.unit ?? "1";
  const value = doseAmount(reading, `${at}/amount`, amount, unit, route);
  if (value === undefined) return undefined;
  const fraction = kernel.parameters.findIndex((parameter) => parameter.name === route?.fraction);
  return {
    into: isState ? "state" : "depot",
    index: isState ? place : place - kernel.states.length,
    amount: value,
    ...(fraction < 0 ? {} : { fraction }),
  };
}

function doseAmount(
  reading: ScenarioReading,
  at: string,
  amount: DoseEntry["amount"],
  unit: string,
  route: DoseRoute | undefined,
): number | undefined {
  const mass = route?.molarMassGPerMol ?? reading.model.facts.get(route?.into ?? "")?.molarMassGPerMol;
  const rule = { unit, ...(mass === undefined ? {} : { molarMassGPerMol: mass }) };
  const read = readQuantity(amount, rule);
  if (read.kind !== "read") {
    // A clinician is asked for the unit of the label, not for that of the depot.
    return report(reading, at, "unit" in read && route !== undefined ? { ...read, unit: route.usual.unit } : read);
  }
  const written = typeof amount === "object" ? `${amount.value} ${amount.unit}` : String(amount);
  if (read.value < 0) return report(reading, at, { kind: "negativeDose", value: written });
  if (route === undefined) return read.value;
  const usual = readQuantity(route.usual, rule);
  if (usual.kind === "read" && read.value > MOST_USUAL_DOSES * usual.value) {
    return report(reading, at, {
      kind: "largeDose",
      value: written,
      usual: withUnit(route.usual.value, route.usual.unit),
      agent: route.agent,
    });
  }
  return read.value;
}

/** Other names of the drugs that the routes name. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  zoledronate: "zoledronicAcid",
  "zoledronic acid": "zoledronicAcid",
  唑来膦酸: "zoledronicAcid",
  地舒单抗: "denosumab",
  特立帕肽: "teriparatide",
  骨化三醇: "calcitriol",
  阿仑膦酸钠: "alendronate",
};

function routeOf(reading: ScenarioReading, at: string, agent: string): DoseRoute | undefined {
  const { doseRoutes, name } = reading.model;
  const meant = OTHER_NAMES[agent] ?? agent;
  const found = doseRoutes.find((route) => route.agent === meant);
  if (found !== undefined) return found;
  const known = doseRoutes.map((route) => route.agent);
  return report(reading, at, {
    kind: "unknownName",
    what: "agent",
    name: agent,
    model: name,
    nearest: nearestName(agent, known),
    otherwise: undefined,
    known,
  });
}

type Series = { readonly first: number; readonly every: number; readonly count: number };

function readSeries(
  reading: ScenarioReading,
  at: string,
  entry: DoseEntry,
  span: RunSpan | undefined,
): readonly Series[] {
  const { every: given, count, until: last } = entry;
  if (count !== undefined && last !== undefined) report(reading, at, { kind: "countAndUntil" });
  const every = given === undefined ? undefined : timeAt(reading, `${at}/every`, given);
  if (every !== undefined && !(every > 0)) {
    report(reading, `${at}/every`, { kind: "notPositive", key: "every", value: timeText(reading, every) });
  }
  if (given === undefined && count !== undefined && count > 1)
    report(reading, at, { kind: "withoutEvery", key: "count" });
  if (given === undefined && last !== undefined) report(reading, at, { kind: "withoutEvery", key: "until" });
  const until = last === undefined ? undefined : timeAt(reading, `${at}/until`, last);
  if (until !== undefined) isInside(reading, `${at}/until`, until, span);
  const moments = Array.isArray(entry.at) ? entry.at : [entry.at];
  if (moments.length === 0) report(reading, `${at}/at`, { kind: "emptyList", what: "doses", name: "at" });
  // The count is told; the times themselves are not read.
  if (moments.length > MOST_DOSES) return [{ first: span?.start ?? 0, every: 0, count: moments.length }];
  return moments.flatMap((moment, position) => {
    const place = Array.isArray(entry.at) ? `${at}/at/${position}` : `${at}/at`;
    const first = timeAt(reading, place, moment);
    if (first === undefined || (every !== undefined && !(every > 0))) return [];
    if (!isInside(reading, place, first, span)) return [];
    if (every === undefined) return given === undefined ? [{ first, every: 0, count: 1 }] : [];
    if (until !== undefined && until < first) {
      const times = { until: timeText(reading, until), first: timeText(reading, first) };
      report(reading, `${at}/until`, { kind: "untilBeforeFirst", ...times });
      return [];
    }
    const end = until ?? span?.end ?? first;
    const doses = count ?? Math.floor((end - first + (span?.moment ?? 0)) / every) + 1;
    if (doses <= MOST_DOSES) isInside(reading, `${at}/count`, first + (doses - 1) * every, span);
    return [{ first, every, count: doses }];
  });
}

function isInside(reading: ScenarioReading, at: string, time: number, span: RunSpan | undefined): boolean {
  if (span === undefined || isWithin(span, time)) return true;
  report(reading, at, {
    kind: "outsideTime",
    what: "dose",
    time: timeText(reading, time),
    from: timeText(reading, span.start),
    to: timeText(reading, span.end),
  });
  return false;
}
