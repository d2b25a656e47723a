import type { CaseView } from "../record/case-view.ts";
import type { Certainty, Interval } from "../time/interval.ts";
import { monthsOf } from "../time/time-frame.ts";
import type { When } from "../time/when.ts";
import { countFractures } from "./counted-fracture.ts";
import { latePregnancy, type PloDefinition } from "./definition.ts";
import { timeFact } from "./reason-time.ts";
import { type Reason, reason } from "./reasons.ts";
import type { CriterionResult, CriterionStatus } from "./verdict.ts";
import { inWindow, needsGestationalAge, type ResolvedWindow, resolveWindow } from "./window.ts";

type EventKind = "fracture" | "hipPain" | "diagnosis" | "scan";

/** Something that may be the event of a definition. `certain` is false for a fracture that may not count. */
type Candidate = {
  readonly event: EventKind;
  readonly site: string | undefined;
  readonly time: Interval | undefined;
  readonly when: When | undefined;
  readonly at: string;
  readonly certain: boolean;
};

/**
 * Does an event of the definition lie in its window? One event in it is enough; an earlier one, of another pregnancy
 * say, does not undo it. Fractures whose mechanism is open decide only where no certain fragility fracture does.
 */
export function assessTiming(view: CaseView, definition: PloDefinition): CriterionResult {
  const window = resolveWindow(view, definition.window);
  const candidates = candidatesOf(view, definition);
  const status = statusOf(candidates, window, isRecorded(view, definition));
  return {
    id: "timing",
    status,
    because: [...eventReasons(candidates, window), ...absence(view, definition, candidates)],
    missing: status === "met" ? [] : missingOf(view, definition, candidates, window),
  };
}

function candidatesOf(view: CaseView, definition: PloDefinition): readonly Candidate[] {
  switch (definition.window.event) {
    case "diagnosis":
      return diagnosisCandidates(view);
    case "scan": {
      const scan = view.diagnosticScan;
      if (scan === undefined) return [];
      const { at } = scan;
      return [{ event: "scan", site: undefined, time: scan.when, when: scan.entry.at, at, certain: true }];
    }
    case "fracture":
      return [
        ...fractureCandidates(view, definition),
        ...(definition.fracture?.orHipPain === true ? hipPainCandidates(view) : []),
      ];
  }
}

function fractureCandidates(view: CaseView, definition: PloDefinition): readonly Candidate[] {
  if (definition.fracture === undefined) return [];
  return countFractures(view, definition.fracture)
    .filter((one) => one.counts !== "no")
    .map(({ fracture, counts }) => ({
      event: "fracture",
      site: fracture.entry.site,
      time: fracture.when,
      when: fracture.entry.at,
      at: fracture.at,
      certain: counts === "yes",
    }));
}

function hipPainCandidates(view: CaseView): readonly Candidate[] {
  return (view.record.symptoms ?? []).flatMap((symptom, position): Candidate[] => {
    if (symptom.symptom !== "hipOrGroinPain") return [];
    const time = monthsOf(symptom.onset, view.frame);
    const at = `/symptoms/${position}`;
    return [{ event: "hipPain", site: undefined, time, when: symptom.onset, at, certain: true }];
  });
}

/** Every diagnosis: one of an earlier pregnancy does not undo the one of this pregnancy. */
function diagnosisCandidates(view: CaseView): readonly Candidate[] {
  return (view.record.events ?? []).flatMap((event, position): Candidate[] => {
    if (event.kind !== "diagnosis") return [];
    const time = monthsOf(event.at, view.frame);
    return [{ event: "diagnosis", site: undefined, time, when: event.at, at: `/events/${position}`, certain: true }];
  });
}

function isRecorded(view: CaseView, definition: PloDefinition): boolean {
  if (definition.window.event !== "fracture") return false;
  return view.record.fractures !== undefined && definition.fracture?.orLowDensity !== true;
}

function statusOf(candidates: readonly Candidate[], window: ResolvedWindow, recorded: boolean): CriterionStatus {
  if (candidates.length === 0) return recorded ? "notMet" : "undecided";
  const certain = candidates.filter((candidate) => candidate.certain);
  const open = candidates.filter((candidate) => !candidate.certain);
  const best = anyInWindow(certain.length > 0 ? certain : open, window);
  if (best === "yes") return "met";
  if (best === "perhaps") return "undecided";
  return anyInWindow(open, window) === "no" ? "notMet" : "undecided";
}

function anyInWindow(candidates: readonly Candidate[], window: ResolvedWindow): Certainty {
  const positions = candidates.map((candidate) => positionOf(candidate, window));
  if (positions.includes("yes")) return "yes";
  return positions.includes("perhaps") ? "perhaps" : "no";
}

function positionOf(candidate: Candidate, window: ResolvedWindow): Certainty {
  return candidate.time === undefined ? "perhaps" : inWindow(candidate.time, candidate.when, window);
}

/** One reason per time, so that four vertebrae of one film are one sentence. */
function eventReasons(candidates: readonly Candidate[], window: ResolvedWindow): readonly Reason[] {
  return grouped(candidates.filter((candidate) => candidate.time !== undefined)).flatMap((group) => {
    const [first] = group;
    if (first?.time === undefined) return [];
    return [
      reason("eventTime", {
        event: first.event,
        sites: sitesOf(group),
        time: timeFact(first.time),
        fromMonths: window.from.latest,
        toMonths: endFact(window),
        inWindow: positionOf(first, window),
        at: first.at,
      }),
    ];
  });
}

function endFact(window: ResolvedWindow): number | null {
  return window.to !== undefined && Number.isFinite(window.to.earliest) ? window.to.earliest : null;
}

function absence(view: CaseView, definition: PloDefinition, candidates: readonly Candidate[]): readonly Reason[] {
  return candidates.length === 0 && isRecorded(view, definition) ? [reason("noEvent", {})] : [];
}

function missingOf(
  view: CaseView,
  definition: PloDefinition,
  candidates: readonly Candidate[],
  window: ResolvedWindow,
): readonly Reason[] {
  const missing: Reason[] = [];
  const { event } = definition.window;
  if (candidates.length === 0 && !isRecorded(view, definition)) missing.push(...notRecorded(view, definition, event));
  for (const group of grouped(candidates.filter((candidate) => candidate.time === undefined))) {
    const [first] = group;
    if (first === undefined) continue;
    missing.push(reason("eventTimeUnknown", { event: first.event, sites: sitesOf(group), at: first.at }));
  }
  if (candidates.length > 0 && window.to === undefined) {
    missing.push(
      definition.window.to === "weaning"
        ? reason("weaningUnknown", {})
        : reason("noWindowEnd", { definition: definition.id }),
    );
  }
  if (candidates.some(({ time, when }) => time !== undefined && needsGestationalAge(time, when, window))) {
    const { monthsBeforeDelivery } = latePregnancy;
    missing.push(reason("gestationalAgeAssumed", { monthsBeforeDelivery, earliestMonths: window.from.earliest }));
  }
  return missing;
}

function notRecorded(view: CaseView, definition: PloDefinition, event: EventKind): readonly Reason[] {
  if (event === "fracture" && view.record.fractures !== undefined) {
    return [reason("densityThresholdNotStated", { definition: definition.id })];
  }
  return [reason("eventNotRecorded", { event })];
}

function grouped(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = [candidate.event, candidate.time?.earliest, candidate.time?.latest].join();
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  return [...groups.values()];
}

function sitesOf(group: readonly Candidate[]): readonly string[] {
  return group.flatMap((candidate) => (candidate.site === undefined ? [] : [candidate.site]));
}
