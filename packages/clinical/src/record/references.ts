import { nearest } from "../language/nearest.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Problem } from "./problem.ts";
import type { Series, SeriesHead } from "./series.ts";

/** Inside one woman: scan ids once each, one index pregnancy, words where the vocabulary has only "other". */
export function caseReferences(record: CaseRecord): readonly Problem[] {
  const problems: Problem[] = [...duplicates(record.scans ?? [], "/scans", "scan")];
  const indexes = (record.pregnancies ?? []).filter((pregnancy) => pregnancy.index === true);
  if (indexes.length === 0 && (record.pregnancies?.length ?? 0) > 1) {
    problems.push({ at: "/pregnancies", kind: "noIndexPregnancy" });
  }
  if (indexes.length > 1) problems.push({ at: "/pregnancies", kind: "twoIndexPregnancies" });
  for (const [position, treatment] of (record.treatments ?? []).entries()) {
    const at = `/treatments/${position}`;
    if (treatment.agent === "other" && treatment.name === undefined)
      problems.push({ at, kind: "nameNeeded", key: "name" });
    const amount = treatment.dose?.amount;
    if (Array.isArray(amount) && amount[0] > amount[1]) {
      problems.push({ at: `${at}/dose/amount`, kind: "rangeOrder", value: JSON.stringify(amount) });
    }
  }
  for (const [position, comorbidity] of (record.comorbidities ?? []).entries()) {
    if (comorbidity.condition === "other" && comorbidity.name === undefined) {
      problems.push({ at: `/comorbidities/${position}`, kind: "nameNeeded", key: "name" });
    }
  }
  return problems;
}

/** Across the series: ids once each, and every id that is pointed to exists. */
export function seriesReferences(series: Series): readonly Problem[] {
  const byId = new Map<string, CaseRecord>();
  // The first of two women with one id is the one that is meant, as everywhere else.
  for (const record of series.cases) if (!byId.has(record.id)) byId.set(record.id, record);
  const devices = deviceReferences(series);
  return [
    ...duplicates(series.cases, "/cases", "case"),
    ...headDuplicates(series),
    ...series.cases.flatMap((record, position) =>
      devices(record).map((problem) => ({ ...problem, at: `/cases/${position}${problem.at}` })),
    ),
    ...namedReferences(series, (id) => byId.get(id), [...byId.keys()]),
  ];
}

/** What a head can be wrong about by itself: ids of its devices, claims and studies that are used twice. */
export function headDuplicates(head: SeriesHead): readonly Problem[] {
  return [
    ...duplicates(head.methods?.densitometers ?? [], "/methods/densitometers", "densitometer"),
    ...duplicates(head.claims ?? [], "/claims", "claim"),
    ...duplicates(head.literature ?? [], "/literature", "study"),
  ];
}

/** Of one woman against the head of her series: every scan on a device that the series describes. Places are in her record. */
export function deviceReferences(head: Pick<SeriesHead, "methods">): (record: CaseRecord) => readonly Problem[] {
  const known = (head.methods?.densitometers ?? []).map((device) => device.id);
  const ids = new Set(known);
  return (record) => {
    const problems: Problem[] = [];
    for (const [position, { device }] of (record.scans ?? []).entries()) {
      if (device === undefined || ids.has(device)) continue;
      problems.push(unknownReference(`/scans/${position}/device`, "densitometer", device, known));
    }
    return problems;
  };
}

/** Women that the claims and reviews of a head name, each once. */
export function casesNamed(head: Pick<SeriesHead, "claims" | "reviews">): readonly string[] {
  const named = new Set<string>();
  for (const claim of head.claims ?? []) if ("case" in claim && claim.case !== undefined) named.add(claim.case);
  for (const review of head.reviews ?? []) if (review.case !== undefined) named.add(review.case);
  return [...named];
}

/**
 * Claims and reviews that name a woman who is not there, or a scan that she does not have. Places are in the head.
 *
 * @param find - the woman of that id, `undefined` when there is none
 * @param known - ids to look for a slip among
 * @param only - looks only at what names this woman
 */
export function namedReferences(
  head: Pick<SeriesHead, "claims" | "reviews">,
  find: (id: string) => CaseRecord | undefined,
  known: readonly string[],
  only?: string,
): readonly Problem[] {
  const problems: Problem[] = [];
  const isMeant = (id: string | undefined): id is string => id !== undefined && (only === undefined || id === only);
  for (const [position, claim] of (head.claims ?? []).entries()) {
    if (!("case" in claim && isMeant(claim.case))) continue;
    const at = `/claims/${position}`;
    const record = find(claim.case);
    if (record === undefined) problems.push(unknownReference(`${at}/case`, "case", claim.case, known));
    if (claim.kind !== "percentChange" || record === undefined) continue;
    const scans = (record.scans ?? []).map((scan) => scan.id);
    for (const end of ["from", "to"] as const) {
      if (!scans.includes(claim[end])) problems.push(unknownReference(`${at}/${end}`, "scan", claim[end], scans));
    }
  }
  for (const [position, { case: id }] of (head.reviews ?? []).entries()) {
    if (!isMeant(id) || find(id) !== undefined) continue;
    problems.push(unknownReference(`/reviews/${position}/case`, "case", id, known));
  }
  return problems;
}

function unknownReference(
  at: string,
  what: "case" | "scan" | "densitometer",
  id: string,
  known: readonly string[],
): Problem {
  return { at, kind: "unknownReference", what, id, nearest: nearest(id, known) };
}

function duplicates(
  entries: readonly { readonly id: string }[],
  at: string,
  what: "case" | "scan" | "densitometer" | "claim" | "study",
): readonly Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [position, { id }] of entries.entries()) {
    if (seen.has(id)) problems.push({ at: `${at}/${position}/id`, kind: "duplicateId", what, id });
    seen.add(id);
  }
  return problems;
}
