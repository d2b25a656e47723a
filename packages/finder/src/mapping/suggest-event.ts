import type { CodeSystem, EventKind } from "../contract.ts";

/**
 * What kind of event a table holds, from the name of its file, else from whether it has values. A suggestion is for a person
 * to confirm.
 */
export function suggestKind(file: string, hasValues: boolean): EventKind {
  const name = file.toLowerCase();
  const found = KINDS.find(([, pattern]) => pattern.test(name))?.[0];
  return found ?? (hasValues ? "measurement" : "condition");
}

const KINDS: readonly (readonly [EventKind, RegExp])[] = [
  ["measurement", /检验|化验|骨密度|测量|体征|\blabs?\b|laborator|dxa|densit|measure|result/u],
  ["imaging", /影像|放射|超声|imaging|radiolog/u],
  ["drug", /处方|用药|药品|医嘱|drug|medicat|prescri|pharmac/u],
  ["condition", /诊断|疾病|condition|diagnos|problem/u],
  ["procedure", /手术|操作|procedure|surger|operation/u],
  ["pregnancy", /妊娠|分娩|pregnan|deliver/u],
  ["visit", /就诊|挂号|住院|门诊|visit|encounter|admission/u],
];

/** The code system that the cells look like, else `local`. A suggestion is for a person to confirm. */
export function suggestSystem(cells: readonly string[], kind: EventKind): CodeSystem {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const most = (pattern: RegExp): boolean =>
    filled.length > 0 && filled.filter((cell) => pattern.test(cell)).length * 2 > filled.length;
  // Hospitals write codes of their own between those of ICD; a few with its dot tell it, and the others do no harm.
  const some = (pattern: RegExp): boolean => filled.some((cell) => pattern.test(cell));
  if (kind === "procedure" && some(/^\d{2}\.\d/u)) return "ICD-9-CM-3";
  if (most(/^[A-Z]\d{2}[A-Z]{2}\d{2}$/u)) return "ATC";
  if (some(/^[A-TV-Z]\d{2}\.[0-9A-Za-z]/u) || most(/^[A-TV-Z]\d{2}$/u)) return "ICD-10";
  if (most(/^\d{1,6}-\d$/u)) return "LOINC";
  if (most(/^\d{6,18}$/u)) return "SNOMED CT";
  return "local";
}
