import { nearest } from "../language/nearest.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Problem } from "./problem.ts";
import type { Series } from "./series.ts";

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
  const devices = series.methods?.densitometers ?? [];
  const problems: Problem[] = [
    ...duplicates(series.cases, "/cases", "case"),
    ...duplicates(devices, "/methods/densitometers", "densitometer"),
    ...duplicates(series.claims ?? [], "/claims", "claim"),
    ...duplicates(series.literature ?? [], "/literature", "study"),
  ];
  const caseIds = series.cases.map((record) => record.id);
  const deviceIds = devices.map((device) => device.id);
  const reference = (
    what: "case" | "scan" | "densitometer",
    id: string,
    known: readonly string[],
    at: string,
  ): void => {
    if (!known.includes(id)) problems.push({ at, kind: "unknownReference", what, id, nearest: nearest(id, known) });
  };
  for (const [position, record] of series.cases.entries()) {
    for (const [scan, { device }] of (record.scans ?? []).entries()) {
      if (device !== undefined) reference("densitometer", device, deviceIds, `/cases/${position}/scans/${scan}/device`);
    }
  }
  for (const [position, claim] of (series.claims ?? []).entries()) {
    if (!("case" in claim) || claim.case === undefined) continue;
    const at = `/claims/${position}`;
    reference("case", claim.case, caseIds, `${at}/case`);
    const record = series.cases.find((candidate) => candidate.id === claim.case);
    if (claim.kind !== "percentChange" || record === undefined) continue;
    const scans = (record.scans ?? []).map((scan) => scan.id);
    reference("scan", claim.from, scans, `${at}/from`);
    reference("scan", claim.to, scans, `${at}/to`);
  }
  for (const [position, review] of (series.reviews ?? []).entries()) {
    if (review.case !== undefined) reference("case", review.case, caseIds, `/reviews/${position}/case`);
  }
  return problems;
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
