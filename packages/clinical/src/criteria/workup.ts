import data from "../../knowledge/workup.json" with { type: "json" };
import type { LabReading } from "../laboratory/reading.ts";
import type { Analyte } from "../laboratory/vocabulary.ts";
import type { Text } from "../language/text.ts";
import type { CaseView } from "../record/case-view.ts";
import type { Condition, HistoryItem } from "../record/history.ts";
import type { WorkupItem, WorkupStatus } from "../record/workup.ts";
import type { Source } from "../source.ts";
import type { AgentId } from "../therapy/vocabulary.ts";
import type { Interval } from "../time/interval.ts";
import { monthsOf } from "../time/time-frame.ts";

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
export type WorkupState = {
  readonly status: WorkupStatus;
  readonly at?: string;
  /** The test was done, but before the index pregnancy: nothing is documented for this one. Months from delivery. */
  readonly beforePregnancy?: Interval;
};

export type WorkupCheck = WorkupState & Pick<WorkupKnowledge, "item" | "tier" | "why" | "source">;

/**
 * What the record says of one test of the work-up: its entry in words, the laboratory values that answer it, or genetics.
 * Anything abnormal wins. A value that cannot be classed counts as done, and no value in range hides it; only the word
 * of the record, "normal", does. What decidedly lies before the index pregnancy does not count.
 */
export function workupState(view: CaseView, item: WorkupItem): WorkupState {
  const words = [...entryStates(view, item), ...geneticStates(view, item)];
  const values = laboratoryStates(view, item);
  if (words.length === 0 && values.length === 0) return NOT_DOCUMENTED;
  const dated = [...words, ...values];
  const counts = (state: DatedState): boolean => !isOutdated(state, item);
  const first = (states: readonly DatedState[], status: WorkupStatus): DatedState | undefined =>
    states.find((state) => state.status === status && counts(state));
  const found =
    first(dated, "abnormal") ??
    first(words, "normal") ??
    first(values, "done") ??
    first(values, "normal") ??
    first(words, "done") ??
    first(words, "notDone");
  if (found !== undefined) return stateOf(found);
  const outdated = dated.find((state) => !counts(state) && isTested(state));
  if (outdated?.when !== undefined) {
    return { ...stateOf(outdated), status: "notDocumented", beforePregnancy: outdated.when };
  }
  const [kept] = dated.filter(counts);
  return kept === undefined ? NOT_DOCUMENTED : stateOf(kept);
}

/** Every test with its tier, its reason and its state, tier 1 first. */
export function workupChecklist(view: CaseView): readonly WorkupCheck[] {
  return workupKnowledge
    .map(({ item, tier, why, source }) => ({ item, tier, why, source, ...workupState(view, item) }))
    .sort((a, b) => a.tier - b.tier);
}

const NOT_DOCUMENTED: WorkupState = { status: "notDocumented" };

/** A state with its time, months from delivery. */
type DatedState = Pick<WorkupState, "status" | "at"> & { readonly when?: Interval | undefined };

const NO_STATES: readonly DatedState[] = [];

/** Months from delivery; 41 weeks 6 days, the end of term, are 9.63 months. What lies before is of no pregnancy or of another. */
const BEFORE_PREGNANCY_MONTHS = -10;

/** Genes are those of every pregnancy. */
function isOutdated({ when }: DatedState, item: WorkupItem): boolean {
  return item !== "genePanel" && when !== undefined && when.latest < BEFORE_PREGNANCY_MONTHS;
}

function isTested({ status }: DatedState): boolean {
  return status !== "notDone" && status !== "notDocumented";
}

function stateOf({ status, at }: DatedState): WorkupState {
  return at === undefined ? { status } : { status, at };
}

const knowledgeByItem: ReadonlyMap<WorkupItem, WorkupKnowledge> = new Map(
  workupKnowledge.map((entry) => [entry.item, entry]),
);

function entryStates(view: CaseView, item: WorkupItem): readonly DatedState[] {
  const { workup } = view.record;
  if (workup === undefined) return NO_STATES;
  return workup.flatMap((entry, position) =>
    entry.item === item
      ? [{ status: entry.status, at: `/workup/${position}`, when: monthsOf(entry.at, view.frame) }]
      : [],
  );
}

function laboratoryStates(view: CaseView, item: WorkupItem): readonly DatedState[] {
  const known = knowledgeByItem.get(item);
  const analytes = known?.analytes;
  if (analytes === undefined || analytes.length === 0) return NO_STATES;
  const readings = view.laboratory.filter((reading) => analytes.includes(reading.analyte));
  if (readings.length === 0) return NO_STATES;
  const used = known?.alternatives === true ? mostTelling(readings, analytes) : readings;
  return used.map((reading) => ({ status: statusOf(reading), at: reading.at, when: reading.when }));
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

function geneticStates(view: CaseView, item: WorkupItem): readonly DatedState[] {
  const genetics = view.record.genetics;
  if (item !== "genePanel" || genetics === undefined) return NO_STATES;
  if (genetics.tested !== "yes") return [{ status: genetics.tested === "no" ? "notDone" : "notDocumented" }];
  const pathogenic = (genetics.variants ?? []).some(
    (variant) => variant.classification === "pathogenic" || variant.classification === "likelyPathogenic",
  );
  return [{ status: pathogenic ? "abnormal" : "done", at: "/genetics" }];
}
