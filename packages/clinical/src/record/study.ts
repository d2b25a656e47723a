import * as z from "zod";
import { localTextSchema } from "../language/text.ts";
import { AGENTS, ROUTES } from "../therapy/vocabulary.ts";
import { noted } from "./noted.ts";
import { doseSchema } from "./treatment.ts";

/** Sites as literature names them; `spine` and `femur` are kept as vague as printed. */
export const STUDY_SITES = ["lumbarSpine", "spine", "L4", "femoralNeck", "totalHip", "femur"] as const;
export type StudySite = (typeof STUDY_SITES)[number];

const months = z.number().min(-12).max(600);
const range = z.tuple([months, months]);
const meanAgeYears = z.number().min(12).max(60);

export const studyEffectSchema = z.strictObject({
  site: z.enum(STUDY_SITES),
  metric: z.enum(["percentChange", "annualPercentChange"]),
  /** Months of treatment at the measurement; 12 by definition for an annual change. */
  atMonths: z.number().min(0).max(240),
  /** As printed, percent; a string keeps its digits. */
  percent: z.union([z.number().min(-100).max(1e4), z.string().regex(/^[-+]?\d{1,5}(\.\d{1,6})?$/)]),
  statistic: z.enum(["mean", "median", "singleWoman", "notStated"]),
  ...noted,
});
export type StudyEffect = z.infer<typeof studyEffectSchema>;

export const studyRegimenSchema = z.strictObject({
  agent: z.enum(AGENTS),
  dose: doseSchema.optional(),
  route: z.enum(ROUTES).optional(),
  women: z.number().int().min(1).max(1e6).optional(),
  durationMonths: z.union([months, range]).optional(),
  /** Regimens of one sequence share a number; steps of a sequence are in order. */
  sequence: z.number().int().min(1).optional(),
  ...noted,
});
export type StudyRegimen = z.infer<typeof studyRegimenSchema>;

/** One row of a literature table: what a series says about another publication, and what that publication says itself. */
export const studySchema = z.strictObject({
  id: z.string(),
  authors: z.string(),
  etAl: z.boolean().optional(),
  referenceNumber: z.number().int().min(0).max(100_000).optional(),
  year: z.number().int().min(1940).max(2100).optional(),
  doi: z.string().optional(),
  women: z.number().int().min(1).max(1e6),
  meanAgeYears: meanAgeYears.optional(),
  fetuses: z.number().int().min(1).max(8).optional(),
  diagnosis: z
    .strictObject({
      /** Months from delivery, negative before it. */
      months: z.union([months, range]),
      statistic: z.enum(["median", "mean", "range", "singleWoman", "notStated"]),
      /** Unit to print the time in, as the source did. */
      printedAs: z
        .enum(["monthsPostpartum", "weeksPostpartum", "monthOfPregnancy", "lateMonthsOfPregnancyTo"])
        .optional(),
      printedValue: z.number().min(0).max(1000).optional(),
    })
    .optional(),
  regimens: z.array(studyRegimenSchema).min(1),
  treatmentMonths: z
    .strictObject({
      value: z.union([months, range]),
      statistic: z.enum(["median", "range", "singleWoman", "notStated"]),
    })
    .optional(),
  /** Time between diagnosis and first dose, months. */
  startedAfterDiagnosisMonths: z.union([months, range]).optional(),
  effects: z.array(studyEffectSchema),
  /** Later time points said to be higher without a number, months. */
  furtherRiseAtMonths: z.array(months).optional(),
  /** What the publication's own abstract says, where it was read. */
  primary: z
    .strictObject({
      document: z.string(),
      women: z.number().int().min(1).max(1e6).optional(),
      meanAgeYears: meanAgeYears.optional(),
      /** Number of women that the age and the time of diagnosis belong to. */
      ageOfWomen: z.number().int().min(1).max(1e6).optional(),
      agents: z.array(z.enum(AGENTS)).optional(),
      effects: z.array(studyEffectSchema).optional(),
      fetuses: z.number().int().min(1).max(8).optional(),
      note: localTextSchema.optional(),
    })
    .optional(),
  ...noted,
});
export type Study = z.infer<typeof studySchema>;

/** A publication that was found and left out of the table, with the reason. */
export const screenedOutSchema = z.strictObject({
  what: localTextSchema,
  reason: z.enum(["zScoreOnly", "noBmd", "notPlo", "duplicateCohort", "other"]),
  ...noted,
});
