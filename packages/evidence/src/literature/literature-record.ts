import { AGENTS, isPartialDate, localTextSchema, ROUTES } from "@materbone/clinical";
import * as z from "zod";

export const LITERATURE_SCHEMA = "materbone/literature/1";

/** Where bone was measured, as the report names it; `femur` and `notStated` are kept as vague as printed. */
export const EVIDENCE_SITES = [
  "lumbarSpine",
  "L4",
  "L2-L4",
  "L1+L3+L4",
  "femoralNeck",
  "totalHip",
  "femur",
  "notStated",
  "other",
] as const;
export type EvidenceSite = (typeof EVIDENCE_SITES)[number];

/**
 * What a number means. `percentChange`: change up to a time; `annualPercentChange`: per year; `percentDifference`: between
 * two arms, percentage points; `zScoreChange`; `microarchitectureChange`: not a BMD of DXA.
 */
export const EVIDENCE_METRICS = [
  "percentChange",
  "annualPercentChange",
  "percentDifference",
  "zScoreChange",
  "microarchitectureChange",
] as const;
export type EvidenceMetric = (typeof EVIDENCE_METRICS)[number];

export const EVIDENCE_STATISTICS = [
  "mean",
  "median",
  "singleWoman",
  "range",
  "rangeAcrossStudies",
  "singleStudy",
  "notStated",
] as const;
export type EvidenceStatistic = (typeof EVIDENCE_STATISTICS)[number];

/**
 * What the women of an arm were given between the two scans. `sequence`: several drugs one after another, or another drug before
 * the first scan or perhaps before it; `mixed`: drugs together, or a drug for only part of the time; the gain of both belongs to no
 * one drug. `afterStopping`: the drug had ended; `difference`: a contrast of two arms.
 */
export const ARM_TREATMENTS = [
  "bisphosphonate",
  "teriparatide",
  "denosumab",
  "romosozumab",
  "strontium",
  "other",
  "sequence",
  "mixed",
  "afterStopping",
  "calciumVitaminD",
  "none",
  "difference",
] as const;
export type ArmTreatment = (typeof ARM_TREATMENTS)[number];

/** Names that hold courses unlike each other: they stand side by side and are never pooled. */
const UNLIKE_COURSES: readonly ArmTreatment[] = ["other", "sequence", "mixed", "afterStopping", "difference"];

/** Do two arms of this name have the same treatment? */
export function isOneTreatment(treatment: ArmTreatment): boolean {
  return !UNLIKE_COURSES.includes(treatment);
}

const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine(isPartialDate, { message: "partialDate" });
const months = z.number().min(-12).max(600);
const timeSchema = z.union([months, z.tuple([months, months])]);
const percent = z.number().min(-100).max(1000);
const women = z.number().int().min(1).max(1_000_000);

/** How far values lie apart, in the unit of the value. */
export const spreadSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sd"), value: z.number().positive() }),
  z.strictObject({ kind: z.literal("se"), value: z.number().positive() }),
  z.strictObject({ kind: z.literal("ci95"), lower: z.number(), upper: z.number() }),
  z.strictObject({ kind: z.literal("quartiles"), lower: z.number(), upper: z.number() }),
  z.strictObject({ kind: z.literal("range"), lower: z.number(), upper: z.number() }),
]);
export type Spread = z.infer<typeof spreadSchema>;

/** One value as one document gives it. Two documents that disagree are two readings of one outcome. */
export const readingSchema = z.strictObject({
  /** Percent, percentage points or Z, by the metric of the outcome. */
  value: z.number().min(-1000).max(1000).optional(),
  /** Ends of a range that is given without a middle. */
  low: percent.optional(),
  high: percent.optional(),
  statistic: z.enum(EVIDENCE_STATISTICS),
  spread: spreadSchema.optional(),
  /** Id of a document of the literature. */
  document: z.string().min(1),
  /** Place in it: table, lines, page. */
  place: z.string().optional(),
  /** Who read the value in the document, when it was not Materbone's own check. */
  checkedBy: z.string().optional(),
  checked: isoDate,
  note: localTextSchema.optional(),
});
export type Reading = z.infer<typeof readingSchema>;

export const outcomeSchema = z.strictObject({
  id: z.string().min(1),
  site: z.enum(EVIDENCE_SITES),
  siteName: localTextSchema.optional(),
  metric: z.enum(EVIDENCE_METRICS),
  /** Months between the reference scan and the measurement; 12 by definition for an annual change. */
  months: timeSchema.optional(),
  /** The scan that the change is counted from; the first one when left out. */
  reference: z.enum(["first", "lastOnDrug"]).optional(),
  /** Women measured, when not all of the arm. */
  women: women.optional(),
  /** What was given up to this time, when it differs from the arm's. */
  treatment: z.enum(ARM_TREATMENTS).optional(),
  device: z.string().optional(),
  baselineBmdGPerCm2: z.number().min(0.1).max(3).optional(),
  baselineSdGPerCm2: z.number().positive().max(1).optional(),
  followUpBmdGPerCm2: z.number().min(0.1).max(3).optional(),
  baselineZ: z.number().min(-10).max(10).optional(),
  followUpZ: z.number().min(-10).max(10).optional(),
  /** The report says it in words, without a figure: its readings have no value, and their notes the words. */
  worded: z.boolean().optional(),
  readings: z.array(readingSchema),
  /** Position of the reading in use; the first when left out. */
  chosen: z.number().int().min(0).optional(),
  chosenBecause: localTextSchema.optional(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

const regimenSchema = z.strictObject({
  agent: z.enum(AGENTS),
  dose: z
    .strictObject({ amount: z.number().positive(), unit: z.string().min(1).max(16), per: z.string().min(1).max(16) })
    .optional(),
  route: z.enum(ROUTES).optional(),
  women: women.optional(),
  durationMonths: timeSchema.optional(),
  /** Steps given one after another share a number and stand in order. */
  sequence: z.number().int().min(1).optional(),
});

export const armSchema = z.strictObject({
  id: z.string().min(1),
  treatment: z.enum(ARM_TREATMENTS),
  women: women.optional(),
  meanAgeYears: z.number().min(12).max(60).optional(),
  regimens: z.array(regimenSchema),
  /** Months between the scans without the drug; two ends where the women differ. */
  drugFreeMonths: timeSchema.optional(),
  /** Months from delivery to the start of the treatment. */
  startMonthsSinceDelivery: timeSchema.optional(),
  /** Months from weaning to the reference scan. */
  baselineMonthsSinceWeaning: timeSchema.optional(),
  note: localTextSchema.optional(),
  outcomes: z.array(outcomeSchema),
});
export type Arm = z.infer<typeof armSchema>;

export const APPRAISAL_ANSWERS = ["yes", "no", "unclear", "notApplicable"] as const;
const appraisalSchema = z.strictObject({
  tool: z.enum(["fourDomains", "tenItems"]),
  answers: z.record(
    z.string(),
    z.strictObject({ answer: z.enum(APPRAISAL_ANSWERS), because: localTextSchema.optional() }),
  ),
  by: z.string().min(1),
  on: isoDate,
});
export type Appraisal = z.infer<typeof appraisalSchema>;

const studyOverlapSchema = z.strictObject({
  /** Another cohort, or `*` for the studies of this literature. */
  cohort: z.string().min(1),
  /** `same` women, `possible`, or this one `contains` them. */
  certainty: z.enum(["same", "possible", "contains"]),
  why: localTextSchema,
});

export const evidenceStudySchema = z.strictObject({
  id: z.string().min(1),
  label: z.string().min(1),
  year: z.number().int().min(1940).max(2100).optional(),
  design: z.enum(["caseReport", "caseSeries", "comparative", "trial", "review", "pooledIndividualData"]),
  /** Ids of documents. */
  documents: z.array(z.string().min(1)).min(1),
  /** How the study itself is known: its full text, an abstract of it, or only what others print. */
  reached: z.enum(["fullText", "abstract", "secondary"]),
  population: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("plo") }),
    z.strictObject({ kind: z.literal("other"), disease: localTextSchema }),
  ]),
  /** Studies of one cohort share women; no woman is counted twice. */
  cohort: z.string().min(1),
  overlaps: z.array(studyOverlapSchema).optional(),
  diagnosis: localTextSchema.optional(),
  note: localTextSchema.optional(),
  appraisals: z.array(appraisalSchema).optional(),
  arms: z.array(armSchema).min(1),
});
export type EvidenceStudy = z.infer<typeof evidenceStudySchema>;

export const evidenceDocumentSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(["article", "abstract", "meetingAbstract", "institutionalPage", "review", "listing"]),
  /** What it is cited as: the title in its own language, our own words about it in the reader's. */
  cite: localTextSchema,
  /** Short name for a table; the kind of document when left out. */
  label: localTextSchema.optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/)
    .optional(),
  pmid: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
  /** How much of it was read. */
  reached: z.enum(["fullText", "firstPart", "abstract", "aggregatorPage", "listing"]),
});
export type EvidenceDocument = z.infer<typeof evidenceDocumentSchema>;

export const SCREENING_REASONS = [
  "sameCohort",
  "notPlo",
  "noDxa",
  "numbersNotReadable",
  "noPercentChange",
  "summaryOfStudies",
  "other",
] as const;
export type ScreeningReason = (typeof SCREENING_REASONS)[number];

/** What became of one report that was found. */
export const screeningRecordSchema = z.strictObject({
  report: localTextSchema,
  found: z.enum(["sourceTable", "search", "reference", "other"]),
  decision: z.enum(["included", "duplicate", "excluded", "notRetrieved"]),
  /** Stage of an exclusion. */
  stage: z.enum(["screening", "report"]).optional(),
  reason: z.enum(SCREENING_REASONS).optional(),
  study: z.string().optional(),
  note: localTextSchema.optional(),
});
export type ScreeningRecord = z.infer<typeof screeningRecordSchema>;

export const GRADE_DOMAINS = [
  "riskOfBias",
  "inconsistency",
  "indirectness",
  "imprecision",
  "publicationBias",
  "largeEffect",
  "doseResponse",
  "opposingConfounding",
] as const;
export const GRADE_LEVELS = ["veryLow", "low", "moderate", "high"] as const;
export type GradeLevel = (typeof GRADE_LEVELS)[number];
/** A level, or that there is nothing to judge, which is no level. */
export type Certainty = GradeLevel | "noEvidence";

export const gradeProfileSchema = z.strictObject({
  outcome: z.strictObject({
    site: z.enum(EVIDENCE_SITES),
    metric: z.enum(EVIDENCE_METRICS),
    treatment: z.enum(ARM_TREATMENTS),
  }),
  /** `noEvidence`: someone looked and found no value; then nothing is judged and `because` says what was looked for. */
  start: z.enum(["low", "high", "noEvidence"]),
  because: localTextSchema.optional(),
  judgements: z.array(
    z.strictObject({
      domain: z.enum(GRADE_DOMAINS),
      levels: z.union([z.literal(-2), z.literal(-1), z.literal(0), z.literal(1), z.literal(2)]),
      because: localTextSchema,
    }),
  ),
  judgedBy: z.string().min(1),
  on: isoDate,
});
export type GradeProfile = z.infer<typeof gradeProfileSchema>;

export const literatureSchema = z.strictObject({
  schema: z.literal(LITERATURE_SCHEMA),
  version: z.string().min(1),
  title: localTextSchema,
  documents: z.array(evidenceDocumentSchema),
  studies: z.array(evidenceStudySchema),
  screening: z.strictObject({
    /** Reports were looked for until this day; how, and how thoroughly, the note says. */
    searchedOn: isoDate,
    note: localTextSchema.optional(),
    records: z.array(screeningRecordSchema),
  }),
  grade: z.array(gradeProfileSchema).optional(),
});
/** Published studies as living data: every value with the document it was read in. */
export type Literature = z.infer<typeof literatureSchema>;
