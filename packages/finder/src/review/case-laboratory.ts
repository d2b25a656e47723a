import { type Analyte, analyteKnowledge, type LaboratoryPanel, parseUnit } from "@materbone/clinical";
import { type CodedEvent, fromCode } from "./coded-event.ts";

const ANALYTES: Readonly<Record<string, Analyte>> = {
  calcium_serum: "calcium",
  calcium_corrected: "calciumAlbuminAdjusted",
  calcium_ionized: "calciumIonised",
  phosphate_serum: "phosphate",
  alp_serum: "alp",
  vitamin_d_25oh: "vitaminD25oh",
  pth: "pth",
  urine_calcium_24h: "urineCalcium24h",
  creatinine_serum: "creatinine",
  albumin_serum: "albumin",
  tsh: "tsh",
  beta_ctx: "betaCtx",
  p1np: "totalP1np",
  osteocalcin: "osteocalcin",
};

export type CaseLaboratory = {
  readonly panels: readonly LaboratoryPanel[];
  /** Values whose unit is none that laboratories report the analyte in. */
  readonly unused: number;
};

/** Laboratory values by day (by record where it is not known), as given, in the analyte's own spelling of the unit. No reference interval: the contract has none. */
export function caseLaboratory(coded: readonly CodedEvent[]): CaseLaboratory {
  const panels = new Map<string, LaboratoryPanel>();
  let unused = 0;
  for (const event of coded) {
    const analyte = ANALYTES[event.concept];
    if (analyte === undefined || event.value === undefined) continue;
    const unit = knownUnit(analyte, event.unit);
    if (unit === undefined || !(event.value >= 0 && event.value <= 1e7)) {
      unused += 1;
      continue;
    }
    const panel = panels.get(event.visitKey) ?? { at: event.when, results: [] };
    const isThere = panel.results.some(
      (one) => one.analyte === analyte && one.value === event.value && one.unit === unit,
    );
    if (isThere) continue;
    const result = { analyte, value: event.value, unit, note: fromCode(event) };
    panels.set(event.visitKey, { ...panel, results: [...panel.results, result] });
  }
  return { panels: [...panels.values()], unused };
}

/** The spelling that Materbone knows for a unit of the same size. */
function knownUnit(analyte: Analyte, unit: string | undefined): string | undefined {
  if (unit === undefined) return undefined;
  const given = parseUnit(unit);
  if (given.kind === "unreadable") return undefined;
  return analyteKnowledge(analyte).conventionalUnits.find((known) => {
    const read = parseUnit(known);
    return (
      read.kind === "unit" &&
      read.dimension === given.dimension &&
      read.factor === given.factor &&
      read.exponent === given.exponent
    );
  });
}
