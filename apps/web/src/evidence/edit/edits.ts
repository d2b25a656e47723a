import {
  type Arm,
  type ArmTreatment,
  type EvidenceDocument,
  type EvidenceMetric,
  type EvidenceRow,
  type EvidenceSite,
  type EvidenceStatistic,
  type EvidenceStudy,
  type Literature,
  type Outcome,
  type Reading,
  type Spread,
  slug,
} from "@materbone/evidence";
import type { Edit } from "../../editor/record-editor.ts";
import { pointersOf } from "../studies/pointer-of.ts";

/** What the forms ask for, by the keys of their fields; the schema judges it when it enters the literature. */
export type FormValues = Readonly<Record<string, unknown>>;

/** Stands for a document that is not in the literature yet. */
export const NEW_DOCUMENT = "+document";
/** Stands for a group of women that is not in the study yet. */
export const NEW_ARM = "+arm";

/** Another reading of an outcome. The reading in use stays in use. */
export function readingEdits(literature: Literature, row: EvidenceRow, values: FormValues): readonly Edit[] {
  const at = pointersOf(literature, row);
  if (at === undefined) return [];
  const { id, edits } = documentOf(literature, values);
  const place = `${at.outcome}/readings/${row.outcome.readings.length}`;
  return [...edits, ...knownBy(row.study, at.study, id), { at: place, value: readingOf(values, id) }];
}

/** An outcome with its first reading, of a group of women of the study or of a new one. */
export function outcomeEdits(literature: Literature, row: EvidenceRow, values: FormValues): readonly Edit[] {
  const at = pointersOf(literature, row);
  if (at === undefined) return [];
  const { id, edits } = documentOf(literature, values);
  const before = [...edits, ...knownBy(row.study, at.study, id)];
  const arms = row.study.arms;
  const position = arms.findIndex((arm) => arm.id === values.arm);
  const arm = arms[position];
  if (arm === undefined) {
    const taken = arms.map((each) => each.id);
    return [...before, { at: `${at.study}/arms/${arms.length}`, value: armOf(values, id, taken) }];
  }
  const value = outcomeOf(values, id, arm.outcomes);
  return [...before, { at: `${at.study}/arms/${position}/outcomes/${arm.outcomes.length}`, value }];
}

/** A study with its first group of women, outcome and reading, and its line in the screening log. */
export function studyEdits(literature: Literature, values: FormValues): readonly Edit[] {
  const { id: document, edits } = documentOf(literature, values);
  const { studies, screening } = literature;
  const label = String(values.label ?? "");
  const id = freshId(
    label,
    studies.map((study) => study.id),
  );
  const study: EvidenceStudy = {
    id,
    label,
    ...(typeof values.year === "number" ? { year: values.year } : {}),
    design: values.design as EvidenceStudy["design"],
    documents: [document],
    reached: values.reached as EvidenceStudy["reached"],
    population: values.population === "other" ? { kind: "other", disease: values.disease as string } : { kind: "plo" },
    cohort: id,
    arms: [armOf(values, document, [])],
  };
  const record = { report: label, found: "other", decision: "included", study: id };
  return [
    ...edits,
    { at: `/studies/${studies.length}`, value: study },
    { at: `/screening/records/${screening.records.length}`, value: record },
  ];
}

/** Takes a reading out; the one in use stays in use, and the first follows where it was that one. */
export function withoutReadingEdits(at: string, outcome: Outcome, position: number): readonly Edit[] {
  const readings = outcome.readings.filter((_, each) => each !== position);
  const chosen = outcome.chosen ?? 0;
  const next = chosen > position ? chosen - 1 : chosen === position ? 0 : chosen;
  return [
    { at: `${at}/chosen`, value: next === 0 ? undefined : next },
    ...(chosen === position ? [{ at: `${at}/chosenBecause`, value: undefined }] : []),
    { at: `${at}/readings`, value: readings },
  ];
}

/** Takes an outcome out, with its group where it was the only one, and with its study where that was the only group. */
export function withoutOutcomeEdits(literature: Literature, row: EvidenceRow): readonly Edit[] {
  const at = pointersOf(literature, row);
  if (at === undefined) return [];
  if (row.arm.outcomes.length > 1) {
    return [{ at: `${at.arm}/outcomes`, value: row.arm.outcomes.filter(({ id }) => id !== row.outcome.id) }];
  }
  if (row.study.arms.length > 1) {
    return [{ at: `${at.study}/arms`, value: row.study.arms.filter(({ id }) => id !== row.arm.id) }];
  }
  return withoutStudyEdits(literature, row.study.id);
}

/** Takes a study out. Its reports stay in the screening log, without the study. */
export function withoutStudyEdits(literature: Literature, id: string): readonly Edit[] {
  const records = literature.screening.records.map((record) => {
    if (record.study !== id) return record;
    const { study: _gone, ...rest } = record;
    return rest;
  });
  return [
    { at: "/studies", value: literature.studies.filter((study) => study.id !== id) },
    { at: "/screening/records", value: records },
  ];
}

/** An id of a name that no other has. */
export function freshId(name: string, taken: readonly string[]): string {
  const base = slug(name) || "x";
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** A document that is added by itself. */
export function documentEdits(literature: Literature, values: FormValues): readonly Edit[] {
  return documentOf(literature, { ...values, document: NEW_DOCUMENT }).edits;
}

/** Names of the studies that are known from a document, or have a value read in it. */
export function usersOf({ studies }: Pick<Literature, "studies">, document: string): readonly string[] {
  const isRead = (study: EvidenceStudy): boolean =>
    study.arms.some(({ outcomes }) =>
      outcomes.some(({ readings }) => readings.some((reading) => reading.document === document)),
    );
  return studies.filter((study) => study.documents.includes(document) || isRead(study)).map(({ label }) => label);
}

function documentOf(
  { documents }: Literature,
  values: FormValues,
): { readonly id: string; readonly edits: readonly Edit[] } {
  if (values.document !== NEW_DOCUMENT) return { id: String(values.document ?? ""), edits: [] };
  const cite = String(values.cite ?? "");
  const id = freshId(
    cite,
    documents.map((each) => each.id),
  );
  const document: EvidenceDocument = {
    id,
    kind: (values.documentKind ?? "article") as EvidenceDocument["kind"],
    cite,
    ...(typeof values.doi === "string" ? { doi: values.doi } : {}),
    ...(typeof values.pmid === "string" ? { pmid: values.pmid } : {}),
    reached: (values.documentReached ?? "abstract") as EvidenceDocument["reached"],
  };
  return { id, edits: [{ at: `/documents/${documents.length}`, value: document }] };
}

/** A study is known from every document that a value of it was read in. */
function knownBy(study: EvidenceStudy, at: string, document: string): readonly Edit[] {
  if (study.documents.includes(document)) return [];
  return [{ at: `${at}/documents/${study.documents.length}`, value: document }];
}

function armOf(values: FormValues, document: string, taken: readonly string[]): Arm {
  const treatment = values.treatment as ArmTreatment;
  return {
    id: freshId(treatment, taken),
    treatment,
    ...(typeof values.women === "number" ? { women: values.women } : {}),
    regimens: typeof values.agent === "string" ? [{ agent: values.agent as Arm["regimens"][number]["agent"] }] : [],
    outcomes: [outcomeOf(values, document, [])],
  };
}

function outcomeOf(values: FormValues, document: string, others: readonly Outcome[]): Outcome {
  const site = values.site as EvidenceSite;
  const metric = values.metric as EvidenceMetric;
  const months = values.months as Outcome["months"];
  const time = months === undefined ? "x" : typeof months === "number" ? String(months) : months.join("-");
  const base = metric === "percentChange" ? `${site}@${time}` : `${site}@${time}.${metric}`;
  const taken = others.map(({ id }) => id);
  let id = base;
  for (let number = 2; taken.includes(id); number++) id = `${base}.${number}`;
  return { id, site, metric, ...(months === undefined ? {} : { months }), readings: [readingOf(values, document)] };
}

function readingOf(values: FormValues, document: string): Reading {
  const { value, low, high, place, checkedBy, note } = values;
  return {
    ...(typeof value === "number" ? { value } : {}),
    ...(typeof low === "number" ? { low } : {}),
    ...(typeof high === "number" ? { high } : {}),
    statistic: values.statistic as EvidenceStatistic,
    ...(values.spread === undefined ? {} : { spread: values.spread as Spread }),
    document,
    ...(typeof place === "string" ? { place } : {}),
    ...(typeof checkedBy === "string" ? { checkedBy } : {}),
    checked: String(values.checked ?? ""),
    ...(typeof note === "string" ? { note } : {}),
  };
}
