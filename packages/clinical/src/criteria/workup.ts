import data from "../../knowledge/workup.json" with { type: "json" };
import type { LabReading } from "../laboratory/reading.ts";
import type { Analyte } from "../laboratory/vocabulary.ts";
import type { Text } from "../language/text.ts";
import type { CaseView } from "../record/case-view.ts";
import type { Condition, HistoryItem } from "../record/history.ts";
import type { WorkupItem, WorkupStatus } from "../record/workup.ts";
import type { Source } from "../source.ts";
import type { AgentId } from "../therapy/vocabulary.ts";

export type WorkupKnowledge = {
  readonly item: WorkupItem;
  /** 1: every woman; 2: if indicated. */
  readonly tier: 1 | 2;
  /** Needed before other causes count as excluded. */
  readonly exclusion: boolean;
  /** Laboratory values that answer the item, the most telling first. */
  readonly analytes: readonly Analyte[];
  /** The analytes measure one thing: the most telling one of a sampling stands for the others. */
  readonly alternatives?: boolean;
  /** Why it matters. */
  readonly why: Text;
  readonly source: Source;
};

/** A drug exposure that must have been asked for before other causes count as excluded. */
export type ExposureKnowledge = {
  readonly item: HistoryItem;
  readonly agents: readonly AgentId[];
  readonly source: Source;
};

type Knowledge = {
  readonly items: readonly WorkupKnowledge[];
  readonly exposures: readonly ExposureKnowledge[];
  readonly conditions: {
    /** A diagnosis of one of these is another metabolic bone disease or a cause of secondary osteoporosis. */
    readonly excluding: readonly Condition[];
    /** These can weaken bone, or be part of PLO; the diagnosis alone does not settle it. */
    readonly question: readonly Condition[];
    readonly source: Source;
  };
};

const knowledge = data as Knowledge;

export const workupKnowledge: readonly WorkupKnowledge[] = knowledge.items;
export const exclusionExposures: readonly ExposureKnowledge[] = knowledge.exposures;
export const conditionsForExclusion: Knowledge["conditions"] = knowledge.conditions;

/** The tests that the exclusion criterion asks for. */
export const exclusionItems: readonly WorkupItem[] = workupKnowledge
  .filter((entry) => entry.exclusion)
  .map((entry) => entry.item);

/** A state with the place it was read from; none where nothing is recorded. */
export type WorkupState = { readonly status: WorkupStatus; readonly at?: string };

export type WorkupCheck = WorkupState & Pick<WorkupKnowledge, "item" | "tier" | "why" | "source">;

/**
 * What the record says of one test of the work-up: its entry in words, the laboratory values that answer it, or genetics.
 * Anything abnormal wins; a value that cannot be classed counts as done.
 */
export function workupState(view: CaseView, item: WorkupItem): WorkupState {
  const states = [...entryStates(view, item), ...laboratoryStates(view, item), ...geneticStates(view, item)];
  if (states.length === 0) return NOT_DOCUMENTED;
  for (const status of ["abnormal", "normal", "done", "notDone"] as const) {
    const found = states.find((state) => state.status === status);
    if (found !== undefined) return found;
  }
  return states[0] ?? NOT_DOCUMENTED;
}

/** Every test with its tier, its reason and its state, tier 1 first. */
export function workupChecklist(view: CaseView): readonly WorkupCheck[] {
  return workupKnowledge
    .map(({ item, tier, why, source }) => ({ item, tier, why, source, ...workupState(view, item) }))
    .sort((a, b) => a.tier - b.tier);
}

const NOT_DOCUMENTED: WorkupState = { status: "notDocumented" };
const NO_STATES: readonly WorkupState[] = [];

const knowledgeByItem: ReadonlyMap<WorkupItem, WorkupKnowledge> = new Map(
  workupKnowledge.map((entry) => [entry.item, entry]),
);

function entryStates(view: CaseView, item: WorkupItem): readonly WorkupState[] {
  const { workup } = view.record;
  if (workup === undefined) return NO_STATES;
  return workup.flatMap((entry, position) =>
    entry.item === item ? [{ status: entry.status, at: `/workup/${position}` }] : [],
  );
}

function laboratoryStates(view: CaseView, item: WorkupItem): readonly WorkupState[] {
  const known = knowledgeByItem.get(item);
  const analytes = known?.analytes;
  if (analytes === undefined || analytes.length === 0) return NO_STATES;
  const readings = view.laboratory.filter((reading) => analytes.includes(reading.analyte));
  if (readings.length === 0) return NO_STATES;
  const used = known?.alternatives === true ? mostTelling(readings, analytes) : readings;
  return used.map((reading) => ({ status: statusOf(reading), at: reading.at }));
}

/** Of each sampling the reading whose analyte comes first: ionised or adjusted calcium stands for total calcium. */
function mostTelling(readings: readonly LabReading[], analytes: readonly Analyte[]): readonly LabReading[] {
  const bySampling = new Map<string, LabReading>();
  for (const reading of readings) {
    const sampling = samplingOf(reading);
    const held = bySampling.get(sampling);
    const rank = (of: LabReading): number => analytes.indexOf(of.analyte);
    if (held === undefined || rank(reading) < rank(held)) bySampling.set(sampling, reading);
  }
  return [...bySampling.values()];
}

/** JSON Pointer of the panel that a reading belongs to. */
export function samplingOf(reading: Pick<LabReading, "at">): string {
  return reading.at.split("/").slice(0, 3).join("/");
}

function statusOf(reading: LabReading): WorkupStatus {
  if (reading.flag === "inRange") return "normal";
  return reading.flag === "low" || reading.flag === "high" ? "abnormal" : "done";
}

function geneticStates(view: CaseView, item: WorkupItem): readonly WorkupState[] {
  const genetics = view.record.genetics;
  if (item !== "genePanel" || genetics === undefined) return NO_STATES;
  if (genetics.tested !== "yes") return [{ status: genetics.tested === "no" ? "notDone" : "notDocumented" }];
  const pathogenic = (genetics.variants ?? []).some(
    (variant) => variant.classification === "pathogenic" || variant.classification === "likelyPathogenic",
  );
  return [{ status: pathogenic ? "abnormal" : "done", at: "/genetics" }];
}
