import type { Dose } from "../record/treatment.ts";
import { agentKnowledge, type Regimen } from "./agent.ts";
import { doseFactor } from "./dose-unit.ts";
import { isSamePeriod } from "./period.ts";
import type { AgentId, Route } from "./vocabulary.ts";

/** How a dose leaves the listed regimens of its agent and route. */
export type Departure = "above" | "below" | "partly" | "otherInterval" | "zero";

/** A dose against the regimens that a label or a source lists. Never says which is right. */
export type RegimenCheck =
  | { readonly kind: "inside"; readonly regimen: Regimen }
  | { readonly kind: "outside"; readonly departure: Departure; readonly listed: readonly Regimen[] }
  /** The number fits a listed regimen in another unit: 20 IU where 20 µg is listed. */
  | { readonly kind: "unitMismatch"; readonly regimen: Regimen; readonly unit: string }
  | { readonly kind: "notListed"; readonly reason: "noRegimen" | "otherRoute" | "otherUnit" | "intervalNotStated" }
  | { readonly kind: "doseNotGiven" };

/**
 * Compares a dose with the listed regimens of its agent.
 *
 * Amounts are compared only within one interval of dosing: 140 mg every 2 weeks is not 70 mg a week, it is a regimen
 * that no source lists (`outside`, `otherInterval`). A single dose counts as one of a regimen only where the regimen
 * says so (zoledronic acid 5 mg once, as 5 mg a year); an amount without an interval is read like one single dose, and
 * is `notListed` where that does not fit. A route that was not stated is tried against every route.
 *
 * @param dose - as recorded; a range is inside only as a whole
 * @throws RangeError when an amount is negative or not a number
 */
export function checkRegimen(agent: AgentId, dose: Dose | undefined, route: Route | undefined): RegimenCheck {
  if (dose === undefined) return { kind: "doseNotGiven" };
  const range = amountRange(dose);
  const known = agentKnowledge(agent).regimens;
  if (known.length === 0) return { kind: "notListed", reason: "noRegimen" };
  if (!(range.high > 0)) return { kind: "outside", departure: "zero", listed: known };
  const onRoute = known.filter(
    (regimen) => route === undefined || route === "notStated" || regimen.routes.includes(route),
  );
  if (onRoute.length === 0) return { kind: "notListed", reason: "otherRoute" };

  const inStep = onRoute.filter((regimen) => isInStep(dose, regimen));
  const inside = inStep.find(
    (regimen) => departureOf(range, doseFactor(dose.unit, regimen.unit), regimen) === "inside",
  );
  if (inside !== undefined) return { kind: "inside", regimen: inside };
  const otherUnit = inStep.find(
    (regimen) => doseFactor(dose.unit, regimen.unit) !== 1 && departureOf(range, 1, regimen) === "inside",
  );
  if (otherUnit !== undefined) return { kind: "unitMismatch", regimen: otherUnit, unit: dose.unit };

  const comparable = onRoute.filter((regimen) => doseFactor(dose.unit, regimen.unit) !== undefined);
  if (comparable.length === 0) return { kind: "notListed", reason: "otherUnit" };
  if (dose.per === "notStated") return { kind: "notListed", reason: "intervalNotStated" };
  const departures = comparable
    .filter((regimen) => isInStep(dose, regimen))
    .map((regimen) => departureOf(range, doseFactor(dose.unit, regimen.unit), regimen));
  return { kind: "outside", departure: commonDeparture(departures), listed: comparable };
}

/**
 * Smallest and largest amount of a dose, in its own unit.
 *
 * @throws RangeError when an amount is negative or not a number
 */
export function amountRange(dose: Dose): { readonly low: number; readonly high: number } {
  const [a, b] = typeof dose.amount === "number" ? [dose.amount, dose.amount] : dose.amount;
  if (!(a >= 0 && b >= 0)) throw new RangeError(`dose must not be negative: ${a}, ${b}`);
  return { low: Math.min(a, b), high: Math.max(a, b) };
}

function isInStep(dose: Dose, regimen: Regimen): boolean {
  return (
    isSamePeriod(dose.per, regimen.per) ||
    ((dose.per === "once" || dose.per === "notStated") && regimen.singleDoseCounts === true)
  );
}

/** Relative slack for the binary tail that a unit factor leaves; far below any printed digit. */
const ROUNDING = 1e-9;

function departureOf(
  range: { readonly low: number; readonly high: number },
  factor: number | undefined,
  regimen: Regimen,
): "inside" | "above" | "below" | "partly" | undefined {
  if (factor === undefined) return undefined;
  const low = range.low * factor;
  const high = range.high * factor;
  const floor = regimen.doseLow * (1 - ROUNDING);
  const ceiling = regimen.doseHigh * (1 + ROUNDING);
  if (low >= floor && high <= ceiling) return "inside";
  if (low > ceiling) return "above";
  return high < floor ? "below" : "partly";
}

function commonDeparture(departures: readonly (string | undefined)[]): Departure {
  if (departures.length === 0) return "otherInterval";
  if (departures.every((departure) => departure === "above")) return "above";
  return departures.every((departure) => departure === "below") ? "below" : "partly";
}
