import { AGENTS } from "@materbone/clinical";
import {
  type Appraisal,
  ARM_TREATMENTS,
  EVIDENCE_METRICS,
  EVIDENCE_SITES,
  EVIDENCE_STATISTICS,
} from "./literature-record.ts";

/** What a column of a literature CSV holds. */
export type LiteratureColumn =
  | { readonly kind: "text"; readonly isRequired?: boolean }
  | {
      readonly kind: "number";
      readonly isWhole?: boolean;
      readonly isPositive?: boolean;
      readonly low: number;
      readonly high: number;
    }
  /** A number, or two as a span: `12-48`, `12..48`. */
  | { readonly kind: "time"; readonly low: number; readonly high: number }
  | { readonly kind: "date" }
  | { readonly kind: "choice"; readonly of: readonly string[]; readonly isRequired?: boolean }
  /** Words of a list, `+` between them. */
  | { readonly kind: "choices"; readonly of: readonly string[] }
  /** Answers of an appraisal tool, `item=answer` with `+` between them. */
  | { readonly kind: "answers"; readonly tool: Appraisal["tool"] };

const DESIGNS = ["caseReport", "caseSeries", "comparative", "trial", "review", "pooledIndividualData"] as const;
/** A time of a literature, months. */
const MONTHS = { kind: "time", low: -12, high: 600 } as const;
const REACHED = ["fullText", "abstract", "secondary"] as const;

/** Columns of a literature CSV: one value of one document a line. Names are matched without regard to case. */
export const LITERATURE_COLUMNS: Readonly<Record<string, LiteratureColumn>> = {
  study: { kind: "text", isRequired: true },
  year: { kind: "number", isWhole: true, low: 1940, high: 2100 },
  design: { kind: "choice", of: DESIGNS },
  /** How much of the study was read; it is told, never guessed. */
  reached: { kind: "choice", of: REACHED, isRequired: true },
  disease: { kind: "text" },
  cohort: { kind: "text" },
  arm: { kind: "text" },
  treatment: { kind: "choice", of: ARM_TREATMENTS, isRequired: true },
  agents: { kind: "choices", of: AGENTS },
  women: { kind: "number", isWhole: true, low: 1, high: 1_000_000 },
  meanAgeYears: { kind: "number", low: 12, high: 60 },
  drugFreeMonths: MONTHS,
  startMonthsSinceDelivery: MONTHS,
  baselineMonthsSinceWeaning: MONTHS,
  site: { kind: "choice", of: EVIDENCE_SITES, isRequired: true },
  metric: { kind: "choice", of: EVIDENCE_METRICS },
  months: MONTHS,
  statistic: { kind: "choice", of: EVIDENCE_STATISTICS, isRequired: true },
  value: { kind: "number", low: -100, high: 1000 },
  low: { kind: "number", low: -100, high: 1000 },
  high: { kind: "number", low: -100, high: 1000 },
  sd: { kind: "number", isPositive: true, low: 0, high: 1000 },
  se: { kind: "number", isPositive: true, low: 0, high: 1000 },
  ciLower: { kind: "number", low: -1000, high: 1000 },
  ciUpper: { kind: "number", low: -1000, high: 1000 },
  lowerQuartile: { kind: "number", low: -1000, high: 1000 },
  upperQuartile: { kind: "number", low: -1000, high: 1000 },
  minimum: { kind: "number", low: -1000, high: 1000 },
  maximum: { kind: "number", low: -1000, high: 1000 },
  baselineBmdGPerCm2: { kind: "number", low: 0.1, high: 3 },
  followUpBmdGPerCm2: { kind: "number", low: 0.1, high: 3 },
  baselineZ: { kind: "number", low: -10, high: 10 },
  followUpZ: { kind: "number", low: -10, high: 10 },
  document: { kind: "text", isRequired: true },
  doi: { kind: "text" },
  pmid: { kind: "text" },
  place: { kind: "text" },
  checkedBy: { kind: "text", isRequired: true },
  checked: { kind: "date" },
  note: { kind: "text" },
  /** Of the study: told in one of its lines, alike in several, or in lines of their own. */
  fourDomains: { kind: "answers", tool: "fourDomains" },
  tenItems: { kind: "answers", tool: "tenItems" },
  appraisedBy: { kind: "text" },
  appraisedOn: { kind: "date" },
};

/** Columns of a line that only tells of an appraisal of a study. */
export const APPRAISAL_COLUMNS: ReadonlySet<string> = new Set([
  "study",
  "fourDomains",
  "tenItems",
  "appraisedBy",
  "appraisedOn",
]);
