import { type AgentId, isAntiresorptive, isBisphosphonate, type Source } from "@materbone/clinical";
import { HOURS_PER_MONTH } from "../scenario/time-unit.ts";
import type { CircuitWarning, Crossing, Extrapolation, WatchedRun } from "./circuit-warning.ts";
import { type SourcedThreshold, warningKnowledge } from "./warning-knowledge.ts";

const { thresholds, conversions, periods, sources } = warningKnowledge;

/**
 * The warnings of a run, by the time at which they begin. A threshold is a reference interval that a source gives where one is
 * at hand, else a relative change that is marked as assumed.
 *
 * @throws RangeError when an output is not as long as the times
 */
export function warningsOf(run: WatchedRun): readonly CircuitWarning[] {
  for (const [name, values] of Object.entries(run.outputs)) {
    if (values.length !== run.timesHours.length) throw new RangeError(`${name} has ${values.length} values`);
  }
  if (run.timesHours.length === 0) return [];
  return [
    ...calciumWarnings(run),
    ...kidneyAndGlandWarnings(run),
    ...reboundWarnings(run),
    ...conceptionWarnings(run),
    ...extrapolations(run),
  ].sort((a, b) => a.fromHours - b.fromHours || a.kind.localeCompare(b.kind, "en"));
}

function calciumWarnings(run: WatchedRun): readonly CircuitWarning[] {
  const calcium = run.outputs.Ca_mM;
  const low = stretches(run, (i) => calcium[i] < thresholds.calciumLow.value).map((indices): CircuitWarning => {
    const after = lastAntiresorptive(run, run.timesHours[indices[0]]);
    return {
      kind: "hypocalcaemia",
      ...(after === undefined ? {} : { after: after.agent }),
      ...crossed(run, indices, thresholds.calciumLow, (i) => calcium[i], Math.min),
    };
  });
  const high = stretches(run, (i) => calcium[i] > thresholds.calciumHigh.value).map(
    (indices): CircuitWarning => ({
      kind: "hypercalcaemia",
      ...crossed(run, indices, thresholds.calciumHigh, (i) => calcium[i], Math.max),
    }),
  );
  return [...low, ...calciumFalls(run), ...high];
}

/** Falls after a dose that stay within the reference interval. */
function calciumFalls(run: WatchedRun): readonly CircuitWarning[] {
  const calcium = run.outputs.Ca_mM;
  const antiresorptives = run.doses.filter(({ agent }) => isAntiresorptive(agent));
  return antiresorptives.flatMap(({ agent, atHours }, k) => {
    const atDose = run.timesHours.findLastIndex((time) => time <= atHours);
    if (atDose < 0) return [];
    const until = Math.min(
      atHours + periods.drugEffectMonths.value * HOURS_PER_MONTH,
      antiresorptives[k + 1]?.atHours ?? Number.POSITIVE_INFINITY,
    );
    const fall = (i: number): number => 100 * (1 - calcium[i] / calcium[atDose]);
    // Calcitriol itself lets calcium fall in the model, which is told as an extrapolation.
    const isFallen = (i: number): boolean =>
      run.timesHours[i] > atHours &&
      run.timesHours[i] <= until &&
      fall(i) > thresholds.calciumFall.value &&
      !isOnCalcitriol(run, i);
    return stretches(run, isFallen)
      .filter((indices) => indices.every((i) => calcium[i] >= thresholds.calciumLow.value))
      .map(
        (indices): CircuitWarning => ({
          kind: "calciumFall",
          after: agent,
          ...crossed(run, indices, thresholds.calciumFall, fall, Math.max),
        }),
      );
  });
}

function kidneyAndGlandWarnings(run: WatchedRun): readonly CircuitWarning[] {
  const urinaryG = (i: number): number =>
    (run.outputs.urinaryCa_mmol_per_d[i] * conversions.calciumMgPerMmol.value) / 1000;
  const pthPgPerMl = (i: number): number => run.outputs.PTH_pM[i] * conversions.pthPgPerMlPerPm.value;
  const isHigh = (i: number): boolean => urinaryG(i) > thresholds.urinaryCalciumHigh.value;
  // Only under active vitamin D: in nursing alone the circuit lets more calcium into urine than women do.
  const urine = stretches(run, (i) => isHigh(i) && isOnCalcitriol(run, i)).map(
    (indices): CircuitWarning => ({
      kind: "hypercalciuria",
      under: "calcitriol",
      ...crossed(run, indices, thresholds.urinaryCalciumHigh, urinaryG, Math.max),
    }),
  );
  // High PTH with high calcium would be primary, so only stretches without it are told.
  const isSecondary = (i: number): boolean =>
    pthPgPerMl(i) > thresholds.pthHigh.value && run.outputs.Ca_mM[i] <= thresholds.calciumHigh.value;
  const gland = stretches(run, isSecondary).map(
    (indices): CircuitWarning => ({
      kind: "secondaryHyperparathyroidism",
      ...crossed(run, indices, thresholds.pthHigh, pthPgPerMl, Math.max),
    }),
  );
  return [...urine, ...gland];
}

/** Spread over the day, or a dose within a month. */
function isOnCalcitriol({ timesHours, outputs, doses }: WatchedRun, i: number): boolean {
  return (
    outputs.CTRIOL[i] > 0 ||
    doses.some(
      ({ agent, atHours }) =>
        agent === "calcitriol" && atHours <= timesHours[i] && timesHours[i] - atHours <= HOURS_PER_MONTH,
    )
  );
}

function reboundWarnings(run: WatchedRun): readonly CircuitWarning[] {
  const last = run.doses.findLast(({ agent }) => agent === "denosumab");
  if (last === undefined) return [];
  const due = last.atHours + periods.denosumabMonths.value * HOURS_PER_MONTH;
  const above = (i: number): number => run.outputs.OC_pct[i] - 100;
  return stretches(run, (i) => run.timesHours[i] >= due && above(i) > thresholds.rebound.value).map(
    (indices): CircuitWarning => ({
      kind: "denosumabRebound",
      lastDoseHours: last.atHours,
      ...crossed(run, indices, thresholds.rebound, above, Math.max),
      source: sources.denosumabRebound,
    }),
  );
}

function conceptionWarnings(run: WatchedRun): readonly CircuitWarning[] {
  const end = run.timesHours[run.timesHours.length - 1];
  const agents = [...new Set(run.doses.map(({ agent }) => agent))].filter(isBisphosphonate);
  return agents.map((agent) => ({
    kind: "bisphosphonateMayConceive",
    agent,
    fromHours: run.doses.find((dose) => dose.agent === agent)?.atHours ?? 0,
    toHours: end,
    source: sources.bisphosphonateMayConceive,
  }));
}

function extrapolations(run: WatchedRun): readonly CircuitWarning[] {
  const { timesHours, outputs, doses } = run;
  const end = timesHours[timesHours.length - 1];
  const told = (reason: Extrapolation, source: Source, isSo: (i: number) => boolean): readonly CircuitWarning[] =>
    stretches(run, isSo).map((indices) => ({
      kind: "extrapolation",
      reason,
      fromHours: timesHours[indices[0]],
      toHours: timesHours[indices[indices.length - 1]],
      source,
    }));
  const firstInfusion = doses.find(({ agent }) => agent === "zoledronicAcid")?.atHours ?? Number.POSITIVE_INFINITY;
  const beyond = firstInfusion + periods.zoledronateMonths.value * HOURS_PER_MONTH;
  const firstDrug = doses.find(({ agent }) => isAntiresorptive(agent) || agent === "teriparatide")?.atHours;
  const isPregnant = (i: number): boolean => outputs.GESTATION[i] > 0;
  const acts = (i: number): boolean =>
    outputs.bisphosphonateInhibition[i] > thresholds.drugActs.value / 100 ||
    outputs.DEN_ng_per_mL[i] > thresholds.denosumabActs.value;
  const nursings = stretches(run, (i) => outputs.NURSING[i] > 0);
  const isAfterDrug = (indices: readonly number[]): boolean =>
    firstDrug !== undefined && firstDrug <= timesHours[indices[0]];
  const onDrug = new Set(nursings.slice(1).filter(isAfterDrug).flat());
  return [
    ...told("zoledronateBeyond24Months", periods.zoledronateMonths.source, (i) => timesHours[i] > beyond),
    ...told("pregnancyOnDrug", sources.pregnancyOnDrug, (i) => isPregnant(i) && acts(i)),
    ...told("secondLactationOnDrug", sources.secondLactationOnDrug, (i) => onDrug.has(i)),
    ...told("estradiolOfPregnancy", sources.estradiolOfPregnancy, isPregnant),
    ...told("calcitriol", sources.calcitriol, (i) => isOnCalcitriol(run, i)),
    { kind: "extrapolation", reason: "hip", fromHours: timesHours[0], toHours: end, source: sources.hip },
  ];
}

function lastAntiresorptive(run: WatchedRun, byHours: number): { readonly agent: AgentId } | undefined {
  return run.doses.findLast(
    ({ agent, atHours }) =>
      isAntiresorptive(agent) &&
      atHours <= byHours &&
      byHours - atHours <= periods.drugEffectMonths.value * HOURS_PER_MONTH,
  );
}

function crossed(
  run: WatchedRun,
  indices: readonly number[],
  { value, unit, source }: SourcedThreshold,
  read: (index: number) => number,
  farther: (a: number, b: number) => number,
): Crossing & { readonly fromHours: number; readonly toHours: number; readonly source: Source } {
  return {
    threshold: value,
    unit,
    farthest: indices.map(read).reduce((a, b) => farther(a, b)),
    fromHours: run.timesHours[indices[0]],
    toHours: run.timesHours[indices[indices.length - 1]],
    source,
  };
}

/** Runs of neighbouring times at which something holds, as indices. */
function stretches(run: WatchedRun, holds: (index: number) => boolean): readonly (readonly number[])[] {
  const found: number[][] = [];
  let open: number[] | undefined;
  for (let i = 0; i < run.timesHours.length; i++) {
    if (!holds(i)) {
      open = undefined;
    } else if (open === undefined) {
      open = [i];
      found.push(open);
    } else {
      open.push(i);
    }
  }
  return found;
}
