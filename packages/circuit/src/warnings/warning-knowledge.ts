import type { Source } from "@materbone/clinical";
import data from "../../knowledge/warnings.json" with { type: "json" };

export type SourcedValue = { readonly value: number; readonly source: Source };
export type SourcedThreshold = SourcedValue & { readonly unit: string };

type ThresholdName =
  | "calciumLow"
  | "calciumHigh"
  | "pthHigh"
  | "urinaryCalciumHigh"
  | "calciumFall"
  | "rebound"
  | "drugActs"
  | "denosumabActs";

export type WarningKnowledge = {
  readonly version: string;
  readonly thresholds: Readonly<Record<ThresholdName, SourcedThreshold>>;
  readonly conversions: { readonly pthPgPerMlPerPm: SourcedValue; readonly calciumMgPerMmol: SourcedValue };
  readonly periods: {
    readonly denosumabMonths: SourcedValue;
    readonly drugEffectMonths: SourcedValue;
    readonly zoledronateMonths: SourcedValue;
  };
  readonly sources: {
    readonly bisphosphonateMayConceive: Source;
    readonly denosumabRebound: Source;
    readonly pregnancyOnDrug: Source;
    readonly secondLactationOnDrug: Source;
    readonly estradiolOfPregnancy: Source;
    readonly calcitriol: Source;
    readonly hip: Source;
  };
};

/** Thresholds and periods of the warnings, each with its source. */
export const warningKnowledge: WarningKnowledge = data as WarningKnowledge;
